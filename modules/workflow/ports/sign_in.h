#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QByteArray>
#include <QString>

namespace simiao::workflow {

/// Beside a Store that answers each person only what concerns her and takes from her only what she may do: who works at the desk proves
/// it to the store itself. A store that has none of this believes the program.
class SignIn
{
public:
    virtual ~SignIn() = default;

    /// What the key of a password is made with (security::passwordKey()); words for a name that nobody has, too.
    virtual Task<Result<QString>> saltFor(QString loginName) = 0;
    /// From now on the store is asked in the name of this person, on each of its connections.
    /// \param key  of the password; it does not leave this computer
    /// \returns whether the store knows her by this key; Unavailable `login.wait` (seconds in `detail`) after too many attempts
    virtual Task<Result<bool>> signIn(QString loginName, QByteArray key) = 0;
    /// In a moment nobody asks any more: what she began before is still stored.
    virtual Task<Result<void>> signOut() = 0;
};

} // namespace simiao::workflow
