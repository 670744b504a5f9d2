#include "sqlite_replace.h"

#include "core/disk.h"
#include "core/json.h"
#include "core/try.h"
#include "sqlite_connector.h"
#include "storage/audit/head_file.h"
#include "storage/audit/link_row.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"
#include "storage/migration/migration.h"

#include <QFile>

#include <ranges>
#include <utility>

namespace simiao::sqlite {

namespace {

/// Walks the audit chain; notes where it stands and when its last act was.
Result<void> proveChain(storage::Connection &connection, Proof &proof)
{
    QByteArray last;
    const auto keep = [&last](const security::AuditLink &link) -> Result<void> {
        last = link.event;
        return ok();
    };
    TRY(proof.head, storage::walkChain(connection, security::emptyAuditHead(), keep));
    const auto event = Json::parse(last);
    const auto recorded = Instant::parse(event ? (*event)[QStringLiteral("recorded")].toString() : QString());
    if (recorded)
        proof.lastAct = *recorded;
    return ok();
}

/// Renames that are all taken back when something after them fails.
class Renames
{
public:
    Renames() = default;
    Renames(const Renames &) = delete;
    Renames &operator=(const Renames &) = delete;
    ~Renames()
    {
        for (const auto &[from, to] : m_done | std::views::reverse)
            static_cast<void>(systemDisk()->rename(to, from));
    }

    Result<void> add(const QString &from, const QString &to)
    {
        TRY_VOID(systemDisk()->rename(from, to));
        m_done.emplace_back(from, to);
        return ok();
    }
    void keep() { m_done.clear(); }

private:
    std::vector<std::pair<QString, QString>> m_done;
};

Result<void> writeHead(const QString &path, const security::AuditHead &head)
{
    auto written = storage::AuditHeadFile(path).write(head);
    if (!written)
        QFile::remove(path);
    return written;
}

QString freeName(const QString &path)
{
    int number = 1;
    while (QFile::exists(asideName(path, number)))
        ++number;
    return asideName(path, number);
}

} // namespace

QString asideName(const QString &path, int number)
{
    return QStringLiteral("%1.before-restore-%2").arg(path).arg(number);
}

Result<void> syncFile(const QString &path)
{
    TRY(const auto file, systemDisk()->append(path));
    return file->sync();
}

Result<Proof> prove(const QString &path, const QString &sqlFolder)
{
    TRY(const auto connection, openPlain(path, sqlFolder));
    TRY(const auto migrations, storage::readMigrations(sqlFolder + QStringLiteral("/sqlite/migrations")));
    TRY_VOID(storage::migrateUp(*connection, migrations));
    TRY(const auto problems, storage::findProblems(*connection, storage::entityTypes(), 1));
    if (!problems.empty())
        return Error{ErrorKind::Corrupt, problems.front().code, problems.front().place};
    Proof proof;
    TRY_VOID(proveChain(*connection, proof));
    TRY(proof.contents, storage::contentsOf(*connection, storage::entityTypes()));
    return proof;
}

Result<void> putAside(const QString &path)
{
    const auto disk = systemDisk();
    return disk->exists(path) ? disk->rename(path, freeName(path)) : ok();
}

Result<void> replaceDatabase(const sdk::BackendEnvironment &environment,
                             const QString &incoming,
                             const security::AuditHead &head)
{
    const SqliteFiles files(environment.dataFolder);
    Renames renames;
    for (const auto &file : {files.database, files.database + QStringLiteral("-wal"),
                             files.database + QStringLiteral("-shm"), files.auditHead}) {
        if (QFile::exists(file)) {
            TRY_VOID(renames.add(file, freeName(file)));
        }
    }
    TRY_VOID(renames.add(incoming, files.database));
    TRY_VOID(writeHead(files.auditHead, head));
    TRY_VOID(systemDisk()->syncDirectory(environment.dataFolder));
    renames.keep();
    return ok();
}

} // namespace simiao::sqlite
