#include "storage/maintenance/import_rows.h"

#include "core/hash.h"
#include "core/try.h"
#include "storage/audit/link_row.h"
#include "storage/maintenance/audit_line.h"
#include "storage/maintenance/export_rows.h"
#include "storage/maintenance/line_file.h"
#include "storage/maintenance/stored_tables.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/connection.h"

#include <QCryptographicHash>

#include <algorithm>

namespace simiao::storage {

using workflow::TableContents;
using workflow::TableProgress;

namespace {

/// file:line, and what is wrong there. Reasons name fields and columns, never what stands in them.
Error locate(const LineFileReader &file, const Error &reason)
{
    if (reason.kind == ErrorKind::Unavailable)
        return reason; // the disk's fault, not the line's
    const QString why = QStringLiteral("%1 %2").arg(reason.code, reason.detail).trimmed();
    return {ErrorKind::Corrupt, QStringLiteral("export.row"), file.place() + QStringLiteral(": ") + why};
}

/// Only the canonical form has the hash that the row had.
Result<Row> rowOf(const TypeInfo &type, const QByteArray &line)
{
    TRY(const auto json, Json::parse(line));
    TRY(auto row, rowFromJson(type, json));
    if (rowToJson(type, row).canonical() != line)
        return badValue(type.table);
    return row;
}

Result<void> importLine(Connection &connection,
                        const StoredTable &table,
                        const QByteArray &line,
                        const QByteArray &hash)
{
    TRY(const auto row, rowOf(*table.type, line));
    TRY_VOID(connection.runRow(table.insert, *table.type, row, hash));
    return ok();
}

Result<void> importTable(Connection &connection,
                         const StoredTable &table,
                         const QString &folder,
                         const TableContents &expected)
{
    LineFileReader file(folder, rowsFile(expected.table));
    TRY_VOID(file.open());
    TableContents contents{expected.table, 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (file.next()) {
        const QByteArray lineHash = sha256(file.line());
        if (const auto imported = importLine(connection, table, file.line(), lineHash); !imported)
            return locate(file, imported.error());
        hash.addData(lineHash);
        ++contents.rows;
    }
    contents.hash = hash.result();
    if (contents == expected)
        return ok();
    return Error{ErrorKind::Corrupt, QStringLiteral("export.contents"), expected.table};
}

bool isVerified(const ExportManifest &manifest, const QString &file)
{
    return std::ranges::find(manifest.files, file, &ExportedFile::path) != manifest.files.end();
}

/// What the manifest lists and this program has no table for would be lost.
Result<void> refuseUnknown(const std::vector<StoredTable> &tables, const std::vector<TableContents> &listed)
{
    const auto isKnown = [&tables](const TableContents &contents) {
        return std::ranges::any_of(
            tables, [&](const StoredTable &table) { return contents.table == table.type->table; });
    };
    const auto unknown = std::ranges::find_if_not(listed, isKnown);
    if (unknown == listed.end())
        return ok();
    return Error{ErrorKind::Conflict, QStringLiteral("export.table-unknown"), unknown->table};
}

/// A table that an older program did not have stays empty.
Result<void> importTables(Connection &connection,
                          const std::vector<StoredTable> &tables,
                          const std::vector<TableContents> &listed,
                          const QString &folder,
                          const ExportManifest &manifest,
                          const TableProgress &progress)
{
    TRY_VOID(refuseUnknown(tables, listed));
    for (const auto &table : tables) {
        const auto expected = std::ranges::find(listed, QString(table.type->table), &TableContents::table);
        if (expected == listed.end())
            continue;
        if (!isVerified(manifest, rowsFile(expected->table)))
            return Error{ErrorKind::NotFound, QStringLiteral("export.file-missing"),
                         rowsFile(expected->table)};
        TRY_VOID(importTable(connection, table, folder, *expected));
        if (progress)
            progress(expected->table, expected->rows);
    }
    return ok();
}

Result<void> importLink(Connection &connection, const QByteArray &line, security::AuditChainCheck &check)
{
    TRY(const auto link, auditLinkOf(line));
    TRY_VOID(check.add(link));
    TRY(const auto event, Json::parse(link.event));
    TRY_VOID(connection.write(QStringLiteral("store/append_audit"), linkParameters(link, event)));
    return ok();
}

Result<security::AuditHead> importAudit(Connection &connection,
                                        const QString &folder,
                                        const security::AuditHead &expected)
{
    LineFileReader file(folder, auditFile());
    TRY_VOID(file.open());
    security::AuditChainCheck check(expected);
    while (file.next()) {
        if (const auto imported = importLink(connection, file.line(), check); !imported)
            return locate(file, imported.error());
    }
    if (check.head() == expected)
        return expected;
    return Error{ErrorKind::Corrupt, QStringLiteral("export.contents"), QStringLiteral("audit_event")};
}

} // namespace

Result<security::AuditHead> importRows(Connection &connection,
                                       const QString &folder,
                                       const ExportManifest &manifest,
                                       const TableProgress &progress)
{
    TRY_VOID(importTables(connection, entityTables(), manifest.tables, folder, manifest, progress));
    TRY_VOID(importTables(connection, bookkeepingTables(), manifest.bookkeeping, folder, manifest, progress));
    if (!isVerified(manifest, auditFile()))
        return Error{ErrorKind::NotFound, QStringLiteral("export.file-missing"), auditFile()};
    TRY(const auto head, importAudit(connection, folder, manifest.audit));
    if (progress)
        progress(QStringLiteral("audit"), head.count);
    return head;
}

} // namespace simiao::storage
