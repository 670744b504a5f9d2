#include "server_fill.h"

#include "audit_roots.h"
#include "copy_manifest.h"
#include "core/hash.h"
#include "core/json.h"
#include "core/try.h"
#include "filled_database.h"
#include "line_batches.h"
#include "postgres_backend.h"
#include "server_setup.h"
#include "storage/entity_types.h"
#include "storage/maintenance/audit_line.h"
#include "storage/maintenance/contents.h"
#include "storage/maintenance/export_rows.h"
#include "storage/maintenance/line_file.h"
#include "storage/maintenance/stored_tables.h"
#include "storage/maintenance/table_rows.h"
#include "storage/maintenance/verify_export.h"
#include "storage/mapping/row_mapping.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <utility>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::ExportManifest;
using workflow::TableContents;

namespace {

/// How many lines of each table are in, by its name.
using Taken = std::map<QString, qint64>;

/// The row of simiao.transfer that says that the move came to its end.
const auto kEnd = u""_s;

/// What makes two folders the same move: what they hold.
QString originOf(const ExportManifest &manifest)
{
    const auto json = storage::toJson(manifest);
    const Json held(Json::Object{{u"tables"_s, json[u"tables"_s]},
                                 {u"bookkeeping"_s, json[u"bookkeeping"_s]},
                                 {u"audit"_s, json[u"audit"_s]},
                                 {u"chains"_s, json[u"chains"_s]}});
    return QString::fromLatin1(sha256(held.canonical()).toHex());
}

Result<void> demandSchema(Connection &connection, const ExportManifest &manifest, int program)
{
    TRY(const auto rows, connection.run(u"store/schema_version"_s, {}));
    TRY(const bool isThere, rows->next());
    const int stored = isThere ? int(rows->integer(0)) : 0;
    const auto versions = u"%1 %2"_s.arg(stored).arg(program);
    if (stored < program)
        return Error{ErrorKind::Conflict, u"migration.pending"_s, versions};
    if (stored > program)
        return Error{ErrorKind::Conflict, u"migration.newer"_s, versions};
    return manifest.schema <= program
        ? ok()
        : Result<void>(Error{ErrorKind::Conflict, u"export.newer"_s, manifest.program});
}

/// What is in of this move. Conflict `transfer.other` where it is of another one.
Result<Taken> takenOf(Connection &connection, const QString &origin)
{
    TRY(const auto rows, connection.run(u"keeper/transfer"_s, {}));
    Taken taken;
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return taken;
        const auto name = QString::fromUtf8(rows->bytes(0));
        if (name == kEnd)
            return Error{ErrorKind::Conflict, u"transfer.done"_s};
        if (QString::fromUtf8(rows->bytes(1)) != origin)
            return Error{ErrorKind::Conflict, u"transfer.other"_s};
        taken.emplace(name, rows->integer(2));
    }
}

/// Before the first line: nobody has worked here yet.
Result<void> refuseWorkedWith(Connection &connection)
{
    QStringList ofWork{u"number_sequence"_s, u"command"_s, u"audit_event"_s};
    for (const auto *type : storage::entityTypes())
        ofWork.append(QString(type->table));
    TRY(const auto seals, sealsOf(connection));
    const auto filled = std::ranges::find_if(seals.tables, [&ofWork](const TableContents &table) {
        return table.rows > 0 && ofWork.contains(table.table);
    });
    return filled == seals.tables.end()
        ? ok()
        : Result<void>(Error{ErrorKind::Conflict, u"server.not-empty"_s, filled->table});
}

/// Names of all tables, those that others refer to first.
Result<QStringList> tablesInOrder(Connection &connection)
{
    TRY(const auto rows, connection.run(u"keeper/tables_in_order"_s, {}));
    QStringList names;
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return names;
        names.append(QString::fromUtf8(rows->bytes(0)));
    }
}

/// Every table of the folder, in an order in which the server takes them.
Result<std::vector<TableContents>> wantedOf(Connection &connection, const ExportManifest &manifest)
{
    TRY(const auto order, tablesInOrder(connection));
    auto wanted = manifest.tables;
    wanted.insert(wanted.end(), manifest.bookkeeping.begin(), manifest.bookkeeping.end());
    for (const auto &table : wanted) {
        if (!order.contains(table.table))
            return Error{ErrorKind::Conflict, u"export.table-unknown"_s, table.table};
    }
    std::ranges::sort(wanted, {},
                      [&order](const TableContents &table) { return order.indexOf(table.table); });
    return wanted;
}

Result<void> run(Connection &connection, const QString &statement, const workflow::Parameters &parameters)
{
    TRY(const auto rows, connection.run(statement, parameters));
    return ok();
}

Result<void> sendTable(Connection &connection,
                       const FillOrder &order,
                       const QString &origin,
                       const QString &table,
                       qint64 done)
{
    const auto send = [&](qint64 first, const QByteArray &lines) {
        return run(connection, u"keeper/take_rows"_s,
                   {{u"origin"_s, origin},
                    {u"target"_s, table},
                    {u"first"_s, first},
                    {u"lines"_s, QString::fromUtf8(lines)}});
    };
    TRY(const auto lines, forEachBatch(order.folder, storage::rowsFile(table), {done}, send));
    if (order.progress)
        order.progress(table, lines);
    return ok();
}

/// The workstation that the last record names.
Result<QString> lastWorkstation(const QString &folder)
{
    storage::LineFileReader file(folder, storage::auditFile());
    TRY_VOID(file.open());
    QByteArray last;
    while (file.next())
        last = file.line();
    if (last.isEmpty())
        return QString();
    TRY(const auto link, storage::auditLinkOf(last));
    TRY(const auto event, Json::parse(link.event));
    return event[u"workstation"_s].toString();
}

/// The chains as they stand one behind the other. A profile has one, which has no name there.
Result<std::vector<storage::ExportedChain>> chainsOf(const FillOrder &order, const ExportManifest &manifest)
{
    if (!manifest.chains.empty() || manifest.audit.count == 0)
        return manifest.chains;
    TRY(const auto last, lastWorkstation(order.folder));
    return std::vector<storage::ExportedChain>{
        {order.workstation.isEmpty() ? last : order.workstation, manifest.audit}};
}

Result<void> sendChain(Connection &connection,
                       const FillOrder &order,
                       const QString &origin,
                       const QString &workstation,
                       LineRange lines)
{
    const auto send = [&](qint64 first, const QByteArray &batch) {
        return run(connection, u"keeper/take_links"_s,
                   {{u"origin"_s, origin},
                    {u"desk"_s, workstation},
                    {u"first"_s, first},
                    {u"lines"_s, QString::fromUtf8(batch)}});
    };
    TRY_VOID(forEachBatch(order.folder, storage::auditFile(), lines, send));
    return ok();
}

Result<void> sendAudit(Connection &connection,
                       const FillOrder &order,
                       const QString &origin,
                       const std::vector<storage::ExportedChain> &chains,
                       qint64 done)
{
    qint64 end = 0;
    for (const auto &chain : chains) {
        const qint64 begin = std::exchange(end, end + chain.head.count);
        if (done < end) {
            TRY_VOID(sendChain(connection, order, origin, chain.workstation, {std::max(begin, done), end}));
        }
    }
    if (order.progress)
        order.progress(u"audit"_s, end);
    return ok();
}

Result<TableContents> bookkeepingOf(Connection &connection, const storage::StoredTable &table)
{
    TableContents contents{QString(table.type->table), 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto count = [&](const Result<Row> &row, const storage::ReadingStatement &) -> Result<void> {
        if (!row)
            return row.error();
        hash.addData(sha256(rowToJson(*table.type, *row).canonical()));
        ++contents.rows;
        return ok();
    };
    TRY_VOID(storage::forEachRow(connection, *table.type, table.all, count));
    contents.hash = hash.result();
    return contents;
}

Result<std::vector<TableContents>> heldIn(Connection &connection)
{
    TRY(auto held, storage::contentsOf(connection, storage::entityTypes()));
    for (const auto &table : storage::bookkeepingTables()) {
        TRY(const auto contents, bookkeepingOf(connection, table));
        held.push_back(contents);
    }
    return held;
}

/// What the server gives back, row for row and link for link, is what the folder says.
Result<workflow::Transfer> prove(Connection &connection,
                                 const ExportManifest &manifest,
                                 const std::vector<TableContents> &wanted,
                                 const std::vector<storage::ExportedChain> &chains)
{
    TRY(const auto held, heldIn(connection));
    for (const auto &table : wanted) {
        if (std::ranges::find(held, table) == held.end())
            return Error{ErrorKind::Corrupt, u"export.contents"_s, table.table};
    }
    TRY(const auto proof, proveChains(connection));
    TRY(const auto seals, sealsOf(connection));
    const bool isEach = std::ranges::all_of(chains, [&seals](const storage::ExportedChain &chain) {
        const auto held = seals.chains.find(chain.workstation);
        return held != seals.chains.end() && held->second == chain.head;
    });
    if (!isEach || proof.links != manifest.audit.count)
        return Error{ErrorKind::Corrupt, u"export.contents"_s, u"audit_event"_s};
    return workflow::Transfer{held, proof.links, 0, manifest.imagesElsewhere};
}

qint64 countOf(const Taken &taken, const QString &table)
{
    const auto found = taken.find(table);
    return found == taken.end() ? 0 : found->second;
}

Result<workflow::Transfer> fill(const FillOrder &order)
{
    TRY(const auto manifest, storage::readManifest(order.folder));
    TRY_VOID(storage::verifyFiles(order.folder, manifest));
    TRY(const auto chains, chainsOf(order, manifest));
    TRY(const auto server, openForProof(order.setup));
    auto &connection = *server.connection;
    server.wire->beginStoppable(order.stop);
    TRY(const int program, programSchema(order.sqlFolder));
    TRY_VOID(demandSchema(connection, manifest, program));
    const auto origin = originOf(manifest);
    TRY(const auto taken, takenOf(connection, origin));
    if (taken.empty()) {
        TRY_VOID(refuseWorkedWith(connection));
    }
    TRY_VOID(keepDesksOut(connection)); // not before all of it is there
    TRY(const auto wanted, wantedOf(connection, manifest));
    for (const auto &table : wanted) {
        TRY_VOID(sendTable(connection, order, origin, table.table, countOf(taken, table.table)));
    }
    TRY_VOID(sendAudit(connection, order, origin, chains, countOf(taken, u"audit_event"_s)));
    TRY(auto transfer, prove(connection, manifest, wanted, chains));
    server.wire->endStoppable();
    TRY_VOID(run(connection, u"keeper/end_transfer"_s, {{u"origin"_s, origin}}));
    TRY_VOID(letDesksIn(connection));
    return transfer;
}

} // namespace

Result<workflow::Transfer> fillServer(const FillOrder &order)
{
    const auto filled = fill(order);
    return filled || filled.error().kind != ErrorKind::Cancelled
        ? filled
        : Error{ErrorKind::Cancelled, u"transfer.stopped"_s, {}, filled.error().where};
}

} // namespace simiao::postgresql
