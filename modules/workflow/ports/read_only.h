#pragma once

#include "core/error.h"
#include "workflow/ports/change_feed.h"

#include <optional>

namespace simiao::workflow {

/// Why a store takes no rows now: it is read, the trail goes on, and each command that would store a row is refused with this.
/// A store that can always be written has none.
/// \thread  GUI
class ReadOnly : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Nothing while it can be written.
    const std::optional<Error> &reason() const { return m_reason; }
    /// Called by the back-end.
    void set(const std::optional<Error> &reason)
    {
        const bool isSame = reason.has_value() == m_reason.has_value()
            && (!reason || (reason->code == m_reason->code && reason->detail == m_reason->detail));
        m_reason = reason;
        if (!isSame)
            Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    std::optional<Error> m_reason;
};

/// That of the store whose feed this is, which has it as its child.
inline ReadOnly *readOnlyOf(const ChangeFeed &feed)
{
    return feed.findChild<ReadOnly *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace simiao::workflow
