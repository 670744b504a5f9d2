#pragma once

#include "core/result.h"
#include "sdk/profile_kind.h"

#include <QLockFile>

#include <memory>

namespace simiao::bootstrap {

/// Where the files of one profile are.
struct ProfileFolders
{
    QString configFile;
    QString data;   ///< simiao.db, audit.head, images/
    QString drafts; ///< one journal a user
    QString cache;  ///< may be deleted at any time
    QString log;
    QString lockFile;
    QString guardFile;    ///< see host::PluginGuard
    QString switchesFile; ///< see host::PluginSwitches

    bool operator==(const ProfileFolders &) const = default;
};

/// All below one folder.
ProfileFolders foldersBelow(const QString &folder);
/// The places of the platform (XDG, Windows known folders); demonstration and practice have folders of their own.
ProfileFolders platformFolders(sdk::ProfileKind kind);

/// One workstation's own files, held by one process at a time: a lock file says by whom.
class Profile
{
public:
    /// Makes the folders (mode 0700) and takes the lock.
    /// \returns `profile.in-use` (Conflict, with who, program, process and computer in `detail`);
    ///          `profile.folder` (Unavailable, with the folder) when the disk refuses; see claimKind()
    static Result<std::unique_ptr<Profile>> open(const ProfileFolders &folders,
                                                 sdk::ProfileKind asked = sdk::ProfileKind::Real);

    const ProfileFolders &folders() const { return m_folders; }
    /// Whose data it holds, whatever was asked for.
    sdk::ProfileKind kind() const { return m_kind; }
    /// What its data turned out to be.
    Result<void> setKind(sdk::ProfileKind kind);

private:
    explicit Profile(const ProfileFolders &folders);

    Result<void> takeLock();

    ProfileFolders m_folders;
    sdk::ProfileKind m_kind = sdk::ProfileKind::Real;
    QLockFile m_lock; ///< released when the profile goes, or by the next start when the process was killed
};

} // namespace simiao::bootstrap
