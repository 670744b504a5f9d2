#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sqlite {

/// Fills an empty profile with a full export; see BackendPlugin::importFrom(). The database is made beside its place, proved,
/// and renamed last.
Result<workflow::Transfer> importExport(const sdk::BackendEnvironment &environment,
                                        const QString &folder,
                                        const workflow::TableProgress &progress);

} // namespace simiao::sqlite
