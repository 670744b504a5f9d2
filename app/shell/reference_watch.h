#pragma once

#include "bootstrap/live_reference.h"

namespace simiao::shell {

class SessionDesk;

/// Tells one session that other rules, words or templates hold, and which version of the hospital cannot be used: in the
/// message line when it is found, and in the list of what is worth knowing for as long as it is so.
class ReferenceWatch : public QObject
{
    Q_OBJECT

public:
    /// Owned by the desk.
    ReferenceWatch(std::shared_ptr<bootstrap::LiveReference> live, SessionDesk *desk);

private:
    void follow();
    /// Says it once; the list keeps it.
    void warn();
    void post();

    std::shared_ptr<bootstrap::LiveReference> m_live;
    SessionDesk *m_desk;
    QString m_said; ///< the problems that were said last
};

} // namespace simiao::shell
