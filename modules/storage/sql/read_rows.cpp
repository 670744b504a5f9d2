#include "storage/sql/read_rows.h"

#include "core/try.h"
#include "storage/mapping/row_mapping.h"

namespace simiao::storage {

Result<std::vector<Row>> readRows(Connection &connection,
                                  const TypeInfo &type,
                                  const QString &statement,
                                  const workflow::Parameters &parameters)
{
    TRY(const auto found, connection.run(statement, parameters));
    const RowReader reader(type, *found, connection.columnsOf(statement, type));
    std::vector<Row> rows;
    TRY(auto isThere, found->next());
    while (isThere) {
        TRY(auto row, reader.read());
        rows.push_back(std::move(row));
        TRY(isThere, found->next());
    }
    return rows;
}

Result<std::vector<Row>> readAnswer(Connection &connection, const workflow::Question &question)
{
    return readRows(connection, *question.type, QStringLiteral("queries/") + question.query,
                    question.parameters);
}

Result<Row> readRow(Connection &connection, const TypeInfo &type, Uuid id)
{
    TRY(auto rows,
        readRows(connection, type, QStringLiteral("row/") + QString(type.table),
                 {{QStringLiteral("id"), id.toBytes()}}));
    if (rows.empty())
        return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QString(type.table)};
    return Result<Row>(std::move(rows.front()));
}

} // namespace simiao::storage
