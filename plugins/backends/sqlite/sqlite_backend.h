#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sqlite {

/// Store and maintenance over `<data>/simiao.db` and its audit head `<data>/audit.head`.
Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment);

} // namespace simiao::sqlite
