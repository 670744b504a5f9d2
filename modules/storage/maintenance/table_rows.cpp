#include "storage/maintenance/table_rows.h"

#include "core/try.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/connection.h"

#include <QSqlError>

namespace simiao::storage {

Result<void> forEachRow(Connection &connection,
                        const TypeInfo &type,
                        const QString &statement,
                        const TakeRow &take)
{
    TRY(auto *query, connection.run(statement, {}));
    const RowReader reader(type, *query);
    auto taken = ok();
    while (taken && query->next())
        taken = take(reader.read(), *query);
    // A damaged page looks like the end of the table, except for this.
    const bool isCutShort = taken && query->lastError().isValid();
    query->finish();
    if (isCutShort)
        return Error{ErrorKind::Corrupt, QStringLiteral("store.corrupt"), QString(type.table)};
    return taken;
}

} // namespace simiao::storage
