#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::dicom {

/// An image source over files and folders, wherever the profile stands now, a writer of phantoms, and the archives and worklists of
/// the settings; no store.
/// \returns Corrupt `profile.former-images`
Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment);

} // namespace simiao::dicom
