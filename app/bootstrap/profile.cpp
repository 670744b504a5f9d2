#include "bootstrap/profile.h"

#include "bootstrap/profile_mark.h"
#include "core/try.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

QString place(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + u"/simiao"_s;
}

Error unusable(const QString &folder)
{
    return {ErrorKind::Unavailable, u"profile.folder"_s, folder};
}

/// Nobody else may read patients' data. A folder that stands there already keeps its mode: it may hold other
/// things.
Result<void> makePrivate(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return ok();
    const bool isMade = QDir().mkpath(folder)
        && QFile::setPermissions(folder,
                                 QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return isMade ? ok() : Result<void>(unusable(folder));
}

/// The account is that of the lock file's owner; QLockFile notes the rest.
QString ownerOf(const QLockFile &lock)
{
    qint64 process = 0;
    QString computer;
    QString program;
    lock.getLockInfo(&process, &computer, &program);
    const QString account = QFileInfo(lock.fileName()).owner();
    return u"%1 (%2, process %3) on %4"_s.arg(account, program, QString::number(process), computer);
}

} // namespace

ProfileFolders foldersBelow(const QString &folder)
{
    const QDir root(QDir(folder).absolutePath());
    return {root.filePath(u"config.toml"_s),  root.filePath(u"data"_s),
            root.filePath(u"drafts"_s),       root.filePath(u"cache"_s),
            root.filePath(u"log"_s),          root.filePath(u"lock"_s),
            root.filePath(u"plugin.guard"_s), root.filePath(u"plugins.disabled"_s)};
}

ProfileFolders platformFolders(sdk::ProfileKind kind)
{
    const QString data = place(QStandardPaths::GenericDataLocation);
    if (kind != sdk::ProfileKind::Real)
        return foldersBelow(data + u'-' + sdk::profileKindName(kind));
    auto folders = foldersBelow(data);
    folders.configFile = place(QStandardPaths::GenericConfigLocation) + u"/config.toml"_s;
    folders.cache = place(QStandardPaths::GenericCacheLocation);
    return folders;
}

Profile::Profile(const ProfileFolders &folders)
    : m_folders(folders)
    , m_lock(folders.lockFile)
{
    m_lock.setStaleLockTime(0); // stale only when its process is gone, however old it is
}

Result<std::unique_ptr<Profile>> Profile::open(const ProfileFolders &folders, sdk::ProfileKind asked)
{
    const QString root = QFileInfo(folders.lockFile).path();
    for (const auto &folder : {root, folders.data, folders.drafts, folders.cache, folders.log}) {
        TRY_VOID(makePrivate(folder));
    }
    std::unique_ptr<Profile> profile(new Profile(folders));
    TRY_VOID(profile->takeLock());
    TRY(profile->m_kind, claimKind(folders, asked));
    TRY_VOID(resetIfAsked(folders));
    return profile;
}

Result<void> Profile::setKind(sdk::ProfileKind kind)
{
    TRY_VOID(markProfile(m_folders, kind));
    m_kind = kind;
    return ok();
}

Result<void> Profile::takeLock()
{
    if (m_lock.tryLock(0))
        return ok();
    if (m_lock.error() == QLockFile::LockFailedError)
        return Error{ErrorKind::Conflict, u"profile.in-use"_s, ownerOf(m_lock)};
    return unusable(m_folders.lockFile);
}

} // namespace simiao::bootstrap
