#pragma once

#include "core/instant.h"

#include <QHash>
#include <QString>

namespace simiao::security {

/// Slows down guessing: five attempts per log-in name are free, then each wrong one doubles the wait, from 5
/// s to 15 min. An attempt counts as wrong from its beginning until it is forgiven, so attempts side by side
/// gain nothing. Names without an attempt for an hour are forgotten.
class LoginThrottle
{
public:
    /// Counts an attempt; `login.wait` (Unavailable) with the whole seconds still to wait in `detail` when it
    /// comes too early. An early attempt is not counted.
    Result<void> admit(const QString &loginName, Instant now);
    /// The password was right.
    void forgive(const QString &loginName) { m_attempts.remove(loginName); }

private:
    struct Attempts
    {
        int count = 0;
        Instant last;
        Instant nextAllowed;
    };

    void forgetOld(Instant now);

    QHash<QString, Attempts> m_attempts;
};

} // namespace simiao::security
