#include "storage/maintenance/contents.h"

#include "core/hash.h"
#include "core/id.h"
#include "core/try.h"
#include "storage/maintenance/table_rows.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/connection.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>

namespace simiao::storage {

using workflow::StoreProblem;
using workflow::TableContents;

namespace {

QString allRows(const TypeInfo &type)
{
    return QStringLiteral("all/") + QString(type.table);
}

Result<TableContents> contentsOfTable(Connection &connection, const TypeInfo &type)
{
    TableContents contents{QString(type.table), 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto count = [&](const Result<Row> &row, const ReadingStatement &) -> Result<void> {
        if (!row)
            return row.error();
        hash.addData(rowHash(type, *row));
        ++contents.rows;
        return ok();
    };
    TRY_VOID(forEachRow(connection, type, allRows(type), count));
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
    return forEachRow(connection, type, allRows(type),
                      [&](const Result<Row> &row, const ReadingStatement &statement) {
                          if (!row && ++found <= most)
                              problems.push_back(
                                  {row.error().code,
                                   placeOf(type, statement.bytes(statement.columnOf(QStringLiteral("id"))))});
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

std::vector<StoreProblem> findRowProblems(Connection &connection,
                                          const std::vector<const TypeInfo *> &types,
                                          int most)
{
    std::vector<StoreProblem> problems;
    for (const auto *type : types) {
        if (const auto read = findBadRows(connection, *type, most, problems); !read)
            problems.push_back({read.error().code, read.error().detail});
    }
    return problems;
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
    auto ofRows = findRowProblems(connection, types, most);
    std::ranges::move(ofRows, std::back_inserter(problems));
    return problems;
}

} // namespace simiao::storage
