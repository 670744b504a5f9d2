#include "storage/maintenance/table_rows.h"

#include "core/try.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/connection.h"

namespace simiao::storage {

Result<void> forEachRow(Connection &connection,
                        const TypeInfo &type,
                        const QString &statement,
                        const TakeRow &take)
{
    TRY(const auto rows, connection.run(statement, {}));
    const RowReader reader(type, *rows);
    for (auto isThere = rows->next();; isThere = rows->next()) {
        if (!isThere)
            return Error{ErrorKind::Corrupt, QStringLiteral("store.corrupt"), QString(type.table)};
        if (!*isThere)
            return ok();
        TRY_VOID(take(reader.read(), *rows));
    }
}

} // namespace simiao::storage
