#include "storage/maintenance/export_manifest.h"

#include "core/atomic_file.h"
#include "core/hash.h"
#include "core/try.h"

#include <QDir>

namespace simiao::storage {

using namespace Qt::StringLiterals;
using workflow::TableContents;

namespace {

const auto kFormat = u"simiao-hospital-export"_s;
constexpr qint64 kFormatVersion = 1;
constexpr qint64 kWithChains = 2; ///< who reads only the first would take several chains for one
constexpr qsizetype kHashBytes = 32;

QString manifestOf(const QString &folder)
{
    return QDir(folder).filePath(u"manifest.json"_s);
}

Json hexOf(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

Json listOf(const QStringList &texts)
{
    Json list{Json::Array{}};
    for (const auto &text : texts)
        list.append(text);
    return list;
}

Json tablesOf(const std::vector<TableContents> &tables)
{
    Json json{Json::Object{}};
    for (const auto &table : tables)
        json.insert(table.table, Json(Json::Object{{u"rows"_s, table.rows}, {u"hash"_s, hexOf(table.hash)}}));
    return json;
}

Json chainsOf(const std::vector<ExportedChain> &chains)
{
    Json list{Json::Array{}};
    for (const auto &chain : chains)
        list.append(Json(Json::Object{{u"workstation"_s, chain.workstation},
                                      {u"links"_s, chain.head.count},
                                      {u"head"_s, hexOf(chain.head.hash)}}));
    return list;
}

Json filesOf(const std::vector<ExportedFile> &files)
{
    Json list{Json::Array{}};
    for (const auto &file : files)
        list.append(Json(Json::Object{
            {u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, hexOf(file.sha256)}}));
    return list;
}

Error wrong(const QString &member)
{
    return {ErrorKind::Invalid, u"export.manifest"_s, member};
}

Result<QString> readText(const Json &json, const QString &member)
{
    return json[member].isString() ? Result<QString>(json[member].toString()) : wrong(member);
}

Result<qint64> readCount(const Json &json, const QString &member)
{
    bool isCount = false;
    const qint64 count = json[member].lexeme().toLongLong(&isCount);
    return isCount && count >= 0 ? Result<qint64>(count) : wrong(member);
}

Result<QByteArray> readHash(const Json &json, const QString &member)
{
    const QByteArray hex = json[member].toString().toLatin1();
    const QByteArray hash = QByteArray::fromHex(hex);
    return hash.size() == kHashBytes && hash.toHex() == hex ? Result<QByteArray>(hash) : wrong(member);
}

Result<QStringList> readTexts(const Json &json, const QString &member)
{
    if (!json[member].isArray())
        return wrong(member);
    QStringList texts;
    for (const auto &text : json[member].array()) {
        if (!text.isString())
            return wrong(member);
        texts.append(text.toString());
    }
    return texts;
}

Result<std::vector<TableContents>> readTables(const Json &json, const QString &member)
{
    if (!json[member].isObject())
        return wrong(member);
    std::vector<TableContents> tables;
    for (const auto &[name, contents] : json[member].object()) {
        TableContents table{name, 0, {}};
        TRY(table.rows, readCount(contents, u"rows"_s));
        TRY(table.hash, readHash(contents, u"hash"_s));
        tables.push_back(std::move(table));
    }
    return tables;
}

/// A path that leaves the folder would read or name what is none of the export's.
bool isBelow(const QString &path)
{
    return !path.isEmpty() && QDir::isRelativePath(path) && QDir::cleanPath(path) == path
        && !path.startsWith(".."_L1);
}

Result<ExportedFile> readFile(const Json &json)
{
    ExportedFile file;
    TRY(file.path, readText(json, u"path"_s));
    TRY(file.bytes, readCount(json, u"bytes"_s));
    TRY(file.sha256, readHash(json, u"sha256"_s));
    return isBelow(file.path) ? Result<ExportedFile>(file) : wrong(u"path"_s);
}

Result<std::vector<ExportedFile>> readFiles(const Json &json)
{
    if (!json.isArray())
        return wrong(u"files"_s);
    std::vector<ExportedFile> files;
    for (const auto &entry : json.array()) {
        TRY(auto file, readFile(entry));
        files.push_back(std::move(file));
    }
    return files;
}

Result<security::AuditHead> readHead(const Json &json)
{
    security::AuditHead head;
    TRY(head.count, readCount(json, u"links"_s));
    TRY(head.hash, readHash(json, u"head"_s));
    return head;
}

Result<std::vector<ExportedChain>> readChains(const Json &json)
{
    std::vector<ExportedChain> chains;
    for (const auto &entry : json.array()) {
        ExportedChain chain;
        TRY(chain.workstation, readText(entry, u"workstation"_s));
        TRY(chain.head, readHead(entry));
        chains.push_back(std::move(chain));
    }
    return chains;
}

Result<void> checkFormat(const Json &json)
{
    TRY(const auto format, readText(json, u"format"_s));
    TRY(const auto version, readCount(json, u"formatVersion"_s));
    if (format == kFormat && (version == kFormatVersion || version == kWithChains))
        return ok();
    return Error{ErrorKind::Conflict, u"export.format"_s, u"%1 %2"_s.arg(format).arg(version)};
}

} // namespace

security::AuditHead headOfAll(const std::vector<ExportedChain> &chains)
{
    if (chains.size() <= 1)
        return chains.empty() ? security::emptyAuditHead() : chains.front().head;
    security::AuditHead all;
    QByteArray hashes;
    for (const auto &chain : chains) {
        all.count += chain.head.count;
        hashes += chain.head.hash;
    }
    all.hash = sha256(hashes);
    return all;
}

Json toJson(const ExportManifest &manifest)
{
    Json json(Json::Object{
        {u"format"_s, kFormat},
        {u"formatVersion"_s, manifest.chains.empty() ? kFormatVersion : kWithChains},
        {u"program"_s, manifest.program},
        {u"schema"_s, manifest.schema},
        {u"site"_s, manifest.site},
        {u"created"_s, manifest.created.toIso()},
        {u"tables"_s, tablesOf(manifest.tables)},
        {u"bookkeeping"_s, tablesOf(manifest.bookkeeping)},
        {u"audit"_s,
         Json(Json::Object{{u"links"_s, manifest.audit.count}, {u"head"_s, hexOf(manifest.audit.hash)}})},
        {u"files"_s, filesOf(manifest.files)},
        {u"images"_s,
         Json(Json::Object{{u"folders"_s, listOf(manifest.imagesFolders)},
                           {u"elsewhere"_s, listOf(manifest.imagesElsewhere)}})}});
    if (!manifest.chains.empty())
        json.insert(u"chains"_s, chainsOf(manifest.chains));
    return json;
}

Result<ExportManifest> manifestFromJson(const Json &json)
{
    TRY_VOID(checkFormat(json));
    ExportManifest manifest;
    TRY(manifest.program, readText(json, u"program"_s));
    TRY(const auto schema, readCount(json, u"schema"_s));
    manifest.schema = int(schema);
    TRY(manifest.site, readText(json, u"site"_s));
    const auto created = Instant::parse(json[u"created"_s].toString());
    if (!created)
        return wrong(u"created"_s);
    manifest.created = *created;
    TRY(manifest.tables, readTables(json, u"tables"_s));
    TRY(manifest.bookkeeping, readTables(json, u"bookkeeping"_s));
    TRY(manifest.audit, readHead(json[u"audit"_s]));
    TRY(manifest.chains, readChains(json[u"chains"_s]));
    if (!manifest.chains.empty() && headOfAll(manifest.chains) != manifest.audit)
        return wrong(u"chains"_s);
    TRY(manifest.files, readFiles(json[u"files"_s]));
    TRY(manifest.imagesFolders, readTexts(json[u"images"_s], u"folders"_s));
    TRY(manifest.imagesElsewhere, readTexts(json[u"images"_s], u"elsewhere"_s));
    return manifest;
}

Result<ExportManifest> readManifest(const QString &folder)
{
    const auto disk = systemDisk();
    if (!disk->exists(manifestOf(folder)))
        return Error{ErrorKind::NotFound, u"export.unfinished"_s, folder};
    TRY(const auto bytes, disk->read(manifestOf(folder)));
    const auto json = Json::parse(bytes);
    if (!json)
        return wrong(json.error().detail);
    return manifestFromJson(*json);
}

Result<void> writeManifest(const QString &folder, const ExportManifest &manifest)
{
    return AtomicFile(systemDisk()).write(manifestOf(folder), toJson(manifest).pretty());
}

} // namespace simiao::storage
