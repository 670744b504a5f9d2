#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::dicom {

/// An image source over files and folders and a writer of phantoms; no store.
sdk::Backend fileBackend();

} // namespace simiao::dicom
