#include "copy_manifest.h"

#include "core/atomic_file.h"
#include "core/try.h"
#include "storage/sql/connection.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using security::AuditHead;
using storage::Connection;
using workflow::TableContents;

namespace {

const auto kFormat = u"simiao-server-backup"_s;
constexpr qint64 kFormatVersion = 1;
constexpr qsizetype kHashBytes = 32;
constexpr qint64 kBlock = 1 << 20;

Result<std::vector<TableContents>> tableSeals(Connection &connection)
{
    TRY(const auto rows, connection.run(u"keeper/table_seals"_s, {}));
    std::vector<TableContents> tables;
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return tables;
        tables.push_back({QString::fromUtf8(rows->bytes(0)), rows->integer(1), rows->bytes(2)});
    }
}

Result<std::map<QString, AuditHead>> chainHeads(Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/audit_heads"_s, {}));
    std::map<QString, AuditHead> heads;
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return heads;
        heads.emplace(QString::fromUtf8(rows->bytes(0)), AuditHead{rows->integer(1), rows->bytes(2)});
    }
}

Json sealJson(const QString &count, qint64 number, const QByteArray &hash)
{
    return Json(Json::Object{{count, number}, {u"hash"_s, QString::fromLatin1(hash.toHex())}});
}

Error wrong(const QString &member)
{
    return {ErrorKind::Corrupt, u"server.copy-manifest"_s, member};
}

Result<qint64> readNumber(const Json &json, const QString &member)
{
    bool isNumber = false;
    const qint64 number = json[member].lexeme().toLongLong(&isNumber);
    return isNumber && number >= 0 ? Result<qint64>(number) : wrong(member);
}

Result<QByteArray> readHash(const Json &json, const QString &member)
{
    const auto hash = QByteArray::fromHex(json[member].toString().toLatin1());
    return hash.size() == kHashBytes ? Result<QByteArray>(hash) : wrong(member);
}

Result<DatabaseSeals> readSeals(const Json &json)
{
    DatabaseSeals seals;
    TRY(const auto schema, readNumber(json, u"schema"_s));
    seals.schema = int(schema);
    for (const auto &[name, table] : json[u"tables"_s].object()) {
        TRY(const auto rows, readNumber(table, u"rows"_s));
        TRY(const auto hash, readHash(table, u"hash"_s));
        seals.tables.push_back({name, rows, hash});
    }
    for (const auto &[workstation, chain] : json[u"audit"_s].object()) {
        TRY(const auto links, readNumber(chain, u"links"_s));
        TRY(const auto hash, readHash(chain, u"hash"_s));
        seals.chains.emplace(workstation, AuditHead{links, hash});
    }
    return seals.tables.empty() ? Result<DatabaseSeals>(wrong(u"tables"_s)) : seals;
}

Json toJson(const CopyManifest &manifest)
{
    Json tables{Json::Object{}};
    for (const auto &table : manifest.seals.tables)
        tables.insert(table.table, sealJson(u"rows"_s, table.rows, table.hash));
    Json audit{Json::Object{}};
    for (const auto &[workstation, head] : manifest.seals.chains)
        audit.insert(workstation, sealJson(u"links"_s, head.count, head.hash));
    return Json(Json::Object{{u"format"_s, kFormat},
                             {u"formatVersion"_s, kFormatVersion},
                             {u"generation"_s, manifest.generation},
                             {u"server"_s, manifest.serverVersion},
                             {u"made"_s, manifest.made.toIso()},
                             {u"bytes"_s, manifest.bytes},
                             {u"sha256"_s, QString::fromLatin1(manifest.sha256.toHex())},
                             {u"schema"_s, manifest.seals.schema},
                             {u"tables"_s, tables},
                             {u"audit"_s, audit}});
}

Result<CopyManifest> manifestFromJson(const Json &json)
{
    TRY(const auto version, readNumber(json, u"formatVersion"_s));
    if (json[u"format"_s].toString() != kFormat || version != kFormatVersion)
        return wrong(u"format"_s);
    CopyManifest manifest;
    manifest.generation = json[u"generation"_s].toString();
    TRY(const auto server, readNumber(json, u"server"_s));
    manifest.serverVersion = int(server);
    const auto made = Instant::parse(json[u"made"_s].toString());
    if (!made)
        return wrong(u"made"_s);
    manifest.made = *made;
    TRY(manifest.bytes, readNumber(json, u"bytes"_s));
    TRY(manifest.sha256, readHash(json, u"sha256"_s));
    TRY(manifest.seals, readSeals(json));
    return manifest;
}

Error differs(const QString &what)
{
    return {ErrorKind::Corrupt, u"server.copy-differs"_s, what};
}

} // namespace

qint64 DatabaseSeals::links() const
{
    qint64 all = 0;
    for (const auto &[workstation, head] : chains)
        all += head.count;
    return all;
}

Result<DatabaseSeals> sealsOf(Connection &connection)
{
    DatabaseSeals seals;
    {
        TRY(const auto rows, connection.run(u"store/schema_version"_s, {}));
        TRY(const bool isThere, rows->next());
        seals.schema = isThere ? int(rows->integer(0)) : 0;
    }
    TRY(seals.tables, tableSeals(connection));
    TRY(seals.chains, chainHeads(connection));
    return seals;
}

Result<void> compare(const DatabaseSeals &held, const DatabaseSeals &expected)
{
    if (held.schema != expected.schema)
        return differs(u"schema"_s);
    for (const auto &table : expected.tables) {
        if (std::ranges::find(held.tables, table) == held.tables.end())
            return differs(table.table);
    }
    if (held.tables.size() != expected.tables.size())
        return differs(u"tables"_s);
    return held.chains == expected.chains ? ok() : Result<void>(differs(u"audit"_s));
}

QString manifestOf(const QString &file)
{
    return file + u".manifest.json"_s;
}

Result<void> writeCopyManifest(const QString &file, const CopyManifest &manifest)
{
    return AtomicFile(systemDisk()).write(manifestOf(file), toJson(manifest).pretty());
}

Result<CopyManifest> readCopyManifest(const QString &file)
{
    const auto disk = systemDisk();
    if (!disk->exists(file) || !disk->exists(manifestOf(file)))
        return Error{ErrorKind::NotFound, u"server.copy-unfinished"_s, file};
    TRY(const auto bytes, disk->read(manifestOf(file)));
    const auto json = Json::parse(bytes);
    if (!json)
        return wrong(json.error().detail);
    return manifestFromJson(*json);
}

Result<void> checkCopyFile(const QString &file, const CopyManifest &manifest, const std::stop_token &stop)
{
    TRY(const auto measured, measureFile(file, stop));
    if (measured == std::pair(manifest.bytes, manifest.sha256))
        return ok();
    return Error{ErrorKind::Corrupt, u"server.copy-damaged"_s, file};
}

Result<std::pair<qint64, QByteArray>> measureFile(const QString &file, const std::stop_token &stop)
{
    QFile reading(file);
    if (!reading.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, file};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto block = reading.read(kBlock); !block.isEmpty(); block = reading.read(kBlock)) {
        if (stop.stop_requested())
            return cancelled();
        hash.addData(block);
    }
    if (reading.error() != QFileDevice::NoError)
        return Error{ErrorKind::Unavailable, u"disk.read"_s, file};
    return std::pair(reading.size(), hash.result());
}

} // namespace simiao::postgresql
