#include "schema_number.h"

#include "core/try.h"
#include "storage/migration/migration.h"

namespace simiao::sqlite {

Result<int> schemaNumber(storage::Connection &connection, const QString &sqlFolder)
{
    TRY(const auto migrations, storage::readMigrations(sqlFolder + QStringLiteral("/sqlite/migrations")));
    TRY(const auto state, storage::schemaState(connection, migrations));
    return state.version;
}

} // namespace simiao::sqlite
