#pragma once

#include "core/config.h"

namespace simiao::bootstrap {

/// Plugin that keeps the records: what the scheme of the setting `backend` names ("postgresql://…", "kingbase://…"), else
/// `backend.driver`.
QString storeDriver(const Config &config);

} // namespace simiao::bootstrap
