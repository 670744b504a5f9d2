#pragma once

#include "sdk/backend_plugin.h"
#include "storage/sql_store.h"

namespace simiao::sqlite {

/// The running store as files; see StoreMaintenance::exportTo(). Rows on the SQL thread between two commits, images on a
/// thread of the pool afterwards.
Task<Result<workflow::Transfer>> exportStore(std::shared_ptr<storage::SqlStore> store,
                                             sdk::BackendEnvironment environment,
                                             workflow::ExportOrder order);

} // namespace simiao::sqlite
