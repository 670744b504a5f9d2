#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::dicom {

/// An image source over files and folders, wherever the profile stands now, and a writer of phantoms; no store.
/// \returns Corrupt `profile.former-images`
Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment);

} // namespace simiao::dicom
