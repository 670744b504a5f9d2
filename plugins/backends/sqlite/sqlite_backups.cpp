#include "sqlite_backups.h"

#include "core/atomic_file.h"
#include "core/json.h"
#include "core/log.h"
#include "core/small_file.h"
#include "sqlite_connector.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <tuple>
#include <utility>

namespace simiao::sqlite {

namespace {

constexpr qsizetype kMostNoted = 100;

QString listOf(const sdk::BackendEnvironment &environment)
{
    return QDir(environment.dataFolder).filePath(QStringLiteral("backups.json"));
}

/// A list that cannot be read is a list of nothing: the copies themselves do not depend on it.
QStringList notedFiles(const sdk::BackendEnvironment &environment)
{
    const auto bytes = readSmallFile(*systemDisk(), listOf(environment));
    if (!bytes)
        return {};
    const auto json = Json::parse(*bytes);
    if (!json) {
        log::error(json.error());
        return {};
    }
    QStringList files;
    for (const auto &file : json->array())
        files.append(file.toString());
    return files;
}

QStringList ownFiles(const sdk::BackendEnvironment &environment)
{
    const QDir folder(SqliteFiles(environment.dataFolder).backups);
    QStringList files;
    for (const auto &name : folder.entryList({QStringLiteral("*.db")}, QDir::Files))
        files.append(folder.absoluteFilePath(name));
    return files;
}

sdk::BackupCopy copyAt(const QFileInfo &file)
{
    return {file.absoluteFilePath(), {file.lastModified().toMSecsSinceEpoch() * 1000}, file.size()};
}

bool isLater(const sdk::BackupCopy &one, const sdk::BackupCopy &other)
{
    return std::tie(one.made, one.file) > std::tie(other.made, other.file);
}

} // namespace

Result<void> noteBackup(const sdk::BackendEnvironment &environment, const QString &file)
{
    QStringList files = notedFiles(environment);
    const QString place = QFileInfo(file).absoluteFilePath();
    files.removeAll(place);
    files.prepend(place);
    Json list{Json::Array{}};
    for (const auto &noted : files.first(std::min(files.size(), kMostNoted)))
        list.append(noted);
    return AtomicFile(systemDisk()).write(listOf(environment), list.pretty());
}

std::vector<sdk::BackupCopy> knownBackups(const sdk::BackendEnvironment &environment)
{
    QStringList files = notedFiles(environment) + ownFiles(environment);
    files.removeDuplicates();
    std::vector<sdk::BackupCopy> copies;
    for (const auto &path : std::as_const(files)) {
        if (const QFileInfo file(path); file.isFile())
            copies.push_back(copyAt(file));
    }
    std::ranges::sort(copies, isLater);
    return copies;
}

} // namespace simiao::sqlite
