#include "sqliteplugin.h"

#include "core/try.h"
#include "sqlite_backend.h"

namespace simiao::sqlite {

Result<sdk::Backend> SqlitePlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

} // namespace simiao::sqlite
