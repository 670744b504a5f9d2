#include "sqlite_copy.h"

#include "core/disk.h"
#include "core/try.h"
#include "sqlite_connector.h"
#include "storage/audit/head_file.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"
#include "storage/migration/migration.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace simiao::sqlite {

using Contents = std::vector<workflow::TableContents>;

namespace {

Result<void> syncFile(const QString &path)
{
    TRY(const auto file, systemDisk()->append(path));
    return file->sync();
}

Result<Contents> contentsOfFile(const QString &path, const QString &sqlFolder)
{
    TRY(const auto connection, openPlain(path, sqlFolder));
    return storage::contentsOf(*connection, storage::entityTypes());
}

Result<void> compare(const Contents &original, const Contents &copy)
{
    const auto [differs, _] = std::ranges::mismatch(original, copy);
    if (differs == original.end())
        return ok();
    return Error{ErrorKind::Corrupt, QStringLiteral("backup.differs"), differs->table};
}

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

/// A backup of an older program is brought up to date as a copy, before anything is replaced.
Result<Contents> prove(const QString &path, const QString &sqlFolder, security::AuditHead &head)
{
    TRY(const auto connection, openPlain(path, sqlFolder));
    TRY(const auto migrations, storage::readMigrations(sqlFolder + QStringLiteral("/sqlite/migrations")));
    TRY_VOID(storage::migrateUp(*connection, migrations));
    TRY(const auto problems, storage::findProblems(*connection, storage::entityTypes(), 1));
    if (!problems.empty())
        return Error{ErrorKind::Corrupt, problems.front().code, problems.front().place};
    TRY(head, chainHead(*connection));
    return storage::contentsOf(*connection, storage::entityTypes());
}

Error failed(const QString &code, const QString &path)
{
    return {ErrorKind::Unavailable, code, path};
}

/// The copy on the disk, flushed: a rename must not outrun its bytes.
Result<void> copyDurably(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        return failed(QStringLiteral("disk.write"), to);
    QFile::setPermissions(to, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return syncFile(to);
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

Result<void> putAside(const QString &path)
{
    if (QFile::exists(path) && !QFile::rename(path, asideName(path)))
        return failed(QStringLiteral("disk.rename"), path);
    return ok();
}

} // namespace

Result<void> vacuumInto(storage::Connection &connection, const QString &path)
{
    if (QFile::exists(path))
        return Error{ErrorKind::Conflict, QStringLiteral("backup.exists"), path};
    const QString target = QString(path).replace(QLatin1Char('\''), QStringLiteral("''"));
    return connection.runScript(QStringLiteral("VACUUM INTO '%1'").arg(target));
}

Result<Contents> provenCopy(storage::Connection &connection, const QString &path, const QString &sqlFolder)
{
    TRY_VOID(vacuumInto(connection, path));
    TRY_VOID(syncFile(path));
    TRY(const auto original, storage::contentsOf(connection, storage::entityTypes()));
    const auto copy = contentsOfFile(path, sqlFolder);
    const auto compared = copy ? compare(original, *copy) : Result<void>(copy.error());
    if (compared)
        return original;
    QFile::remove(path);
    return compared.error();
}

Result<Contents> restoreFrom(const sdk::BackendEnvironment &environment, const QString &file)
{
    const SqliteFiles files(environment.dataFolder);
    if (!QFileInfo(file).isFile())
        return Error{ErrorKind::NotFound, QStringLiteral("disk.open"), file};
    const QString incoming = files.database + QStringLiteral(".incoming");
    TRY_VOID(copyDurably(file, incoming));
    security::AuditHead head;
    const auto proved = prove(incoming, environment.sqlFolder, head);
    if (!proved) {
        QFile::remove(incoming);
        return proved.error();
    }
    for (const auto &suffix : {QStringLiteral(""), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        TRY_VOID(putAside(files.database + suffix));
    }
    TRY_VOID(putAside(files.auditHead));
    if (!QFile::rename(incoming, files.database))
        return failed(QStringLiteral("disk.rename"), files.database);
    TRY_VOID(storage::AuditHeadFile(files.auditHead).write(head));
    TRY_VOID(systemDisk()->syncDirectory(environment.dataFolder));
    return *proved;
}

} // namespace simiao::sqlite
