#include "bootstrap/profile_mark.h"

#include "core/atomic_file.h"
#include "core/try.h"

#include <QDir>
#include <QFileInfo>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using sdk::ProfileKind;

namespace {

const QString kMarkName = u"profile.kind"_s;
const QString kResetName = u"profile.reset"_s;

QString markOf(const ProfileFolders &folders)
{
    return QDir(folders.data).filePath(kMarkName);
}

QString resetMarkOf(const ProfileFolders &folders)
{
    return QDir(folders.data).filePath(kResetName);
}

bool isEmpty(const ProfileFolders &folders)
{
    const QDir data(folders.data);
    return data.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).isEmpty();
}

Error notTraining(const ProfileFolders &folders)
{
    return {ErrorKind::Conflict, u"profile.not-training"_s, QFileInfo(folders.lockFile).absolutePath()};
}

/// Everything in the folder but `kept`.
Result<void> clear(const QString &path, const QStringList &kept)
{
    const QDir folder(path);
    for (const auto &entry :
         folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        if (kept.contains(entry.fileName()))
            continue;
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        const bool isGone = isFolder ? QDir(entry.absoluteFilePath()).removeRecursively()
                                     : QFile::remove(entry.absoluteFilePath());
        if (!isGone)
            return Error{ErrorKind::Unavailable, u"profile.folder"_s, entry.absoluteFilePath()};
    }
    return ok();
}

} // namespace

Result<ProfileKind> markedKind(const ProfileFolders &folders)
{
    const auto file = markOf(folders);
    if (!QFileInfo::exists(file))
        return ProfileKind::Real;
    TRY(const auto bytes, AtomicFile(systemDisk()).read(file));
    const auto name = QString::fromUtf8(bytes).trimmed();
    for (const auto kind : {ProfileKind::Demo, ProfileKind::Training}) {
        if (name == sdk::profileKindName(kind))
            return kind;
    }
    return Error{ErrorKind::Corrupt, u"profile.kind"_s, file};
}

Result<void> markProfile(const ProfileFolders &folders, ProfileKind kind)
{
    return AtomicFile(systemDisk()).write(markOf(folders), sdk::profileKindName(kind).toUtf8() + '\n');
}

Result<ProfileKind> claimKind(const ProfileFolders &folders, ProfileKind asked)
{
    TRY(const auto marked, markedKind(folders));
    if (asked == ProfileKind::Real || marked == asked)
        return marked;
    if (marked != ProfileKind::Real)
        return Error{ErrorKind::Conflict, u"profile.other-kind"_s, sdk::profileKindName(marked)};
    if (isEmpty(folders)) {
        TRY_VOID(markProfile(folders, asked));
        return asked;
    }
    if (asked == ProfileKind::Training)
        return notTraining(folders);
    return ProfileKind::Real;
}

ProfileKind expectedKind(const ProfileFolders &folders, ProfileKind asked)
{
    const auto marked = markedKind(folders).value_or(ProfileKind::Real);
    return marked == ProfileKind::Real && isEmpty(folders) ? asked : marked;
}

Result<void> askForReset(const ProfileFolders &folders)
{
    TRY(const auto marked, markedKind(folders));
    if (marked != ProfileKind::Training)
        return notTraining(folders);
    return AtomicFile(systemDisk()).write(resetMarkOf(folders), "reset\n");
}

Result<void> resetIfAsked(const ProfileFolders &folders)
{
    if (!QFileInfo::exists(resetMarkOf(folders)))
        return ok();
    TRY(const auto marked, markedKind(folders));
    if (marked != ProfileKind::Training)
        return notTraining(folders);
    TRY_VOID(clear(folders.drafts, {}));
    TRY_VOID(clear(folders.cache, {}));
    TRY_VOID(clear(folders.data,
                   {kMarkName, kResetName})); // the wish goes last: what a crash left is finished then
    return clear(folders.data, {kMarkName});
}

} // namespace simiao::bootstrap
