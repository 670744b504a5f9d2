#include "sqlite_copy.h"

#include "core/try.h"
#include "sqlite_connector.h"
#include "sqlite_replace.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace simiao::sqlite {

using Contents = std::vector<workflow::TableContents>;

namespace {

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

Result<void> copyDurably(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.write"), to};
    QFile::setPermissions(to, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return syncFile(to);
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
    const auto proved = prove(incoming, environment.sqlFolder);
    if (!proved) {
        QFile::remove(incoming);
        return proved.error();
    }
    TRY_VOID(replaceDatabase(environment, incoming, proved->head));
    return proved->contents;
}

} // namespace simiao::sqlite
