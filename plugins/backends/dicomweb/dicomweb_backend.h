#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::dicomweb {

/// The web archives of the settings; no store and no image source. What is wrong with one of them is logged and costs no other.
Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment);

} // namespace simiao::dicomweb
