#include "sqlite_copy.h"

#include "core/disk.h"
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

constexpr qint64 kPiece = 1024 * 1024;

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

/// A database file with what SQLite leaves beside it when it is not closed in good order.
void removeDatabase(const QString &path)
{
    for (const auto &suffix :
         {QStringLiteral(""), QStringLiteral("-journal"), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

/// An empty file of ours alone, before anything of a patient stands in it.
Result<void> makePrivate(const QString &path)
{
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return Error{ErrorKind::NotFound, QStringLiteral("backup.folder"), path};
    TRY_VOID(systemDisk()->create(path));
    return ok();
}

/// What carries the copy's own name is whole, whatever ends this process.
Result<void> fillCopy(storage::Connection &connection, const QString &partial, const QString &path)
{
    TRY_VOID(makePrivate(partial));
    const QString target = QString(partial).replace(QLatin1Char('\''), QStringLiteral("''"));
    TRY_VOID(connection.runScript(QStringLiteral("VACUUM INTO '%1'").arg(target)));
    TRY_VOID(syncFile(partial));
    TRY_VOID(systemDisk()->rename(partial, path));
    return systemDisk()->syncDirectory(QFileInfo(path).absolutePath());
}

Result<Contents> compareCopy(storage::Connection &connection, const QString &path, const QString &sqlFolder)
{
    TRY(auto original, storage::contentsOf(connection, storage::entityTypes()));
    TRY(const auto copy, contentsOfFile(path, sqlFolder));
    TRY_VOID(compare(original, copy));
    return original;
}

/// Not QFile::copy(): it flushes as well, and does not tell when that fails; the system reports such a failure only once.
Result<void> copyDurably(const QString &from, const QString &to)
{
    removeDatabase(to);
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.open"), source.errorString()};
    TRY(const auto target, systemDisk()->create(to));
    while (!source.atEnd()) {
        const auto piece = source.read(kPiece);
        if (piece.isEmpty())
            return Error{ErrorKind::Unavailable, QStringLiteral("disk.read"), source.errorString()};
        TRY_VOID(target->write(piece));
    }
    return target->sync();
}

Result<Proof> copyAndProve(const QString &from, const QString &to, const QString &sqlFolder)
{
    TRY_VOID(copyDurably(from, to));
    return prove(to, sqlFolder);
}

/// \param to  beside the database; stays only when all of it is good
Result<Proof> provenTwin(const QString &file, const QString &to, const QString &sqlFolder)
{
    if (!QFileInfo(file).isFile())
        return Error{ErrorKind::NotFound, QStringLiteral("disk.open"), file};
    auto proved = copyAndProve(file, to, sqlFolder);
    if (!proved)
        removeDatabase(to);
    return proved;
}

} // namespace

Result<void> vacuumInto(storage::Connection &connection, const QString &path)
{
    if (QFile::exists(path))
        return Error{ErrorKind::Conflict, QStringLiteral("backup.exists"), path};
    const QString partial = path + QStringLiteral(".partial");
    removeDatabase(partial); // what a killed copy left
    auto filled = fillCopy(connection, partial, path);
    if (!filled) {
        removeDatabase(partial);
        QFile::remove(path); // ours, without being durable
    }
    return filled;
}

Result<Contents> provenCopy(storage::Connection &connection, const QString &path, const QString &sqlFolder)
{
    TRY_VOID(vacuumInto(connection, path));
    auto compared = compareCopy(connection, path, sqlFolder);
    if (!compared)
        removeDatabase(path);
    return compared;
}

Result<sdk::BackupProof> proveCopy(const sdk::BackendEnvironment &environment, const QString &file)
{
    // In a twin: a copy made by an older program is migrated before it can be read, and must itself stay as it is.
    const QString twin = SqliteFiles(environment.dataFolder).database + QStringLiteral(".proving");
    TRY(auto proved, provenTwin(file, twin, environment.sqlFolder));
    removeDatabase(twin);
    return sdk::BackupProof{std::move(proved.contents), proved.head.count, proved.lastAct};
}

Result<Contents> restoreFrom(const sdk::BackendEnvironment &environment, const QString &file)
{
    const QString incoming = SqliteFiles(environment.dataFolder).database + QStringLiteral(".incoming");
    TRY(auto proved, provenTwin(file, incoming, environment.sqlFolder));
    const auto replaced = replaceDatabase(environment, incoming, proved.head);
    if (replaced)
        return std::move(proved.contents);
    removeDatabase(incoming);
    return replaced.error();
}

} // namespace simiao::sqlite
