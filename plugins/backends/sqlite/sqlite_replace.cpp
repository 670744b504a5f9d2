#include "sqlite_replace.h"

#include "core/disk.h"
#include "core/try.h"
#include "sqlite_connector.h"
#include "storage/audit/head_file.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"
#include "storage/migration/migration.h"

#include <QFile>

namespace simiao::sqlite {

namespace {

/// Where the audit chain of a closed database stands.
Result<security::AuditHead> chainHead(storage::Connection &connection)
{
    TRY(auto *query, connection.run(QStringLiteral("store/audit_head"), {}));
    auto head = security::emptyAuditHead();
    if (query->next())
        head = {query->value(0).toLongLong(), query->value(1).toByteArray()};
    query->finish();
    return head;
}

/// Names for what is put aside: the first free number.
QString asideName(const QString &path)
{
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("%1.before-restore-%2").arg(path).arg(number);
        if (!QFile::exists(name))
            return name;
    }
}

} // namespace

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
    TRY(proof.head, chainHead(*connection));
    TRY(proof.contents, storage::contentsOf(*connection, storage::entityTypes()));
    return proof;
}

Result<void> putAside(const QString &path)
{
    const auto disk = systemDisk();
    return disk->exists(path) ? disk->rename(path, asideName(path)) : ok();
}

Result<void> replaceDatabase(const sdk::BackendEnvironment &environment,
                             const QString &incoming,
                             const security::AuditHead &head)
{
    const SqliteFiles files(environment.dataFolder);
    for (const auto &suffix : {QStringLiteral(""), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        TRY_VOID(putAside(files.database + suffix));
    }
    TRY_VOID(putAside(files.auditHead));
    TRY_VOID(systemDisk()->rename(incoming, files.database));
    TRY_VOID(storage::AuditHeadFile(files.auditHead).write(head));
    return systemDisk()->syncDirectory(environment.dataFolder);
}

} // namespace simiao::sqlite
