#include "storage/maintenance/export_rows.h"

#include "core/hash.h"
#include "core/try.h"
#include "storage/audit/link_row.h"
#include "storage/maintenance/audit_line.h"
#include "storage/maintenance/line_file.h"
#include "storage/maintenance/stored_tables.h"
#include "storage/maintenance/table_rows.h"

#include <QCryptographicHash>

namespace simiao::storage {

using workflow::TableContents;
using workflow::TableProgress;

namespace {

/// The first field names the row.
Error unreadable(const TypeInfo &type, const Row &row)
{
    const QString key = scalarToJson(type.fields.front().kind, row.front()).toString();
    return {ErrorKind::Corrupt, QStringLiteral("row.value"), QString(type.table) + u' ' + key};
}

/// The row as a line from which the same row comes back.
Result<QByteArray> lineOf(const TypeInfo &type, const Row &row)
{
    const Json json = rowToJson(type, row);
    const auto back = rowFromJson(type, json);
    return back && *back == row ? Result<QByteArray>(json.canonical()) : unreadable(type, row);
}

void addFiles(std::vector<ExportedFile> &files, const std::vector<ExportedFile> &more)
{
    files.insert(files.end(), more.begin(), more.end());
}

Result<TableContents> exportTable(Connection &connection,
                                  const StoredTable &table,
                                  const QString &folder,
                                  std::vector<ExportedFile> &files,
                                  const std::stop_token &stop)
{
    TableContents contents{QString(table.type->table), 0, {}};
    TRY(auto file, LineFileWriter::create(folder, rowsFile(contents.table)));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto write = [&](const Result<Row> &row, const ReadingStatement &) -> Result<void> {
        if (!row || stop.stop_requested())
            return row ? cancelled() : row.error();
        TRY(const auto line, lineOf(*table.type, *row));
        const QByteArray lineHash = sha256(line);
        hash.addData(lineHash);
        ++contents.rows;
        return file.add(line, lineHash);
    };
    TRY_VOID(forEachRow(connection, *table.type, table.all, write));
    contents.hash = hash.result();
    TRY(const auto written, file.finish());
    addFiles(files, written);
    return contents;
}

Result<std::vector<TableContents>> exportTables(Connection &connection,
                                                const std::vector<StoredTable> &tables,
                                                const QString &folder,
                                                const TableProgress &progress,
                                                std::vector<ExportedFile> &files,
                                                const std::stop_token &stop)
{
    std::vector<TableContents> all;
    for (const auto &table : tables) {
        TRY(const auto contents, exportTable(connection, table, folder, files, stop));
        all.push_back(contents);
        if (progress)
            progress(contents.table, contents.rows);
    }
    return all;
}

Result<security::AuditHead> exportAudit(Connection &connection,
                                        const QString &folder,
                                        std::vector<ExportedFile> &files,
                                        const std::stop_token &stop)
{
    TRY(auto file, LineFileWriter::create(folder, auditFile()));
    const auto write = [&](const security::AuditLink &link) -> Result<void> {
        if (stop.stop_requested())
            return cancelled();
        const QByteArray line = auditLine(link);
        return file.add(line, sha256(line));
    };
    TRY(const auto head, walkChain(connection, security::emptyAuditHead(), write));
    TRY(const auto written, file.finish());
    addFiles(files, written);
    return head;
}

/// One behind the other, in the order of the workstations.
Result<std::vector<ExportedChain>> exportChains(Connection &connection,
                                                const QString &folder,
                                                std::vector<ExportedFile> &files,
                                                const std::stop_token &stop)
{
    TRY(auto file, LineFileWriter::create(folder, auditFile()));
    std::vector<ExportedChain> chains;
    const auto write = [&](const QString &workstation, const security::AuditLink &link) -> Result<void> {
        if (stop.stop_requested())
            return cancelled();
        if (chains.empty() || chains.back().workstation != workstation)
            chains.push_back({workstation, {}});
        chains.back().head = {link.sequence, link.hash};
        const QByteArray line = auditLine(link);
        return file.add(line, sha256(line));
    };
    TRY_VOID(walkChains(connection, write));
    TRY(const auto written, file.finish());
    addFiles(files, written);
    return chains;
}

} // namespace

QString rowsFile(const QString &table)
{
    return table + QStringLiteral(".jsonl");
}

QString auditFile()
{
    return QStringLiteral("audit.jsonl");
}

Result<ExportManifest> exportRows(Connection &connection,
                                  const workflow::ExportOrder &order,
                                  KeptChains chains,
                                  const std::stop_token &stop)
{
    ExportManifest manifest;
    manifest.program = order.program;
    manifest.site = order.site;
    manifest.created = order.created;
    const auto &folder = order.folder;
    const auto &progress = order.progress;
    auto &files = manifest.files;
    TRY(manifest.tables, exportTables(connection, entityTables(), folder, progress, files, stop));
    TRY(manifest.bookkeeping, exportTables(connection, bookkeepingTables(), folder, progress, files, stop));
    if (chains == KeptChains::One) {
        TRY(manifest.audit, exportAudit(connection, folder, files, stop));
    } else {
        TRY(manifest.chains, exportChains(connection, folder, files, stop));
        manifest.audit = headOfAll(manifest.chains);
    }
    if (progress)
        progress(QStringLiteral("audit"), manifest.audit.count);
    return manifest;
}

} // namespace simiao::storage
