#include "storage/maintenance/contents.h"

#include "core/hash.h"
#include "core/id.h"
#include "core/try.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/connection.h"

#include <QCryptographicHash>

#include <functional>

namespace simiao::storage {

using workflow::StoreProblem;
using workflow::TableContents;

namespace {

using TakeRow = std::function<Result<void>(const Result<Row> &row, const QByteArray &id)>;

/// Hands every row of a table to `take`, ordered by id.
Result<void> readAll(Connection &connection, const TypeInfo &type, const TakeRow &take)
{
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(QString(type.table))))
        return Error{ErrorKind::Corrupt, QStringLiteral("store.corrupt"), QString(type.table)};
    while (query.next()) {
        TRY_VOID(take(readRow(type, query), query.value(QStringLiteral("id")).toByteArray()));
    }
    return ok();
}

Result<TableContents> contentsOfTable(Connection &connection, const TypeInfo &type)
{
    TableContents contents{QString(type.table), 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TRY_VOID(readAll(connection, type, [&](const Result<Row> &row, const QByteArray &) -> Result<void> {
        if (!row)
            return row.error();
        hash.addData(rowHash(type, *row));
        ++contents.rows;
        return ok();
    }));
    contents.hash = hash.result();
    return contents;
}

QString placeOf(const TypeInfo &type, const QByteArray &id)
{
    return QString(type.table) + u' ' + Uuid::fromBytes(id).value_or(Uuid{}).toString();
}

Result<void> findBadRows(Connection &connection,
                         const TypeInfo &type,
                         int most,
                         std::vector<StoreProblem> &problems)
{
    int found = 0;
    return readAll(connection, type, [&](const Result<Row> &row, const QByteArray &id) {
        if (!row && ++found <= most)
            problems.push_back({row.error().code, placeOf(type, id)});
        return ok();
    });
}

void note(const QString &code, const Result<QStringList> &lines, std::vector<StoreProblem> &problems)
{
    if (!lines) {
        problems.push_back({lines.error().code, lines.error().detail});
        return;
    }
    for (const auto &line : *lines) {
        if (line != QLatin1StringView("ok"))
            problems.push_back({code, line});
    }
}

} // namespace

Result<std::vector<TableContents>> contentsOf(Connection &connection,
                                              const std::vector<const TypeInfo *> &types)
{
    std::vector<TableContents> contents;
    for (const auto *type : types) {
        TRY(auto table, contentsOfTable(connection, *type));
        contents.push_back(std::move(table));
    }
    return contents;
}

Result<std::vector<StoreProblem>> findProblems(Connection &connection,
                                               const std::vector<const TypeInfo *> &types,
                                               int most)
{
    std::vector<StoreProblem> problems;
    note(QStringLiteral("store.corrupt"),
         connection.readColumn(QStringLiteral("PRAGMA integrity_check(%1)").arg(most)), problems);
    note(QStringLiteral("store.foreign-key"),
         connection.readColumn(
             QStringLiteral("SELECT \"table\" || ' ' || parent FROM pragma_foreign_key_check LIMIT %1")
                 .arg(most)),
         problems);
    for (const auto *type : types) {
        if (const auto read = findBadRows(connection, *type, most, problems); !read)
            problems.push_back({read.error().code, read.error().detail});
    }
    return problems;
}

} // namespace simiao::storage
