#pragma once

#include "core/instant.h"

#include <QObject>

#include <optional>

namespace simiao::workflow {

/// Whether a store that is elsewhere answers. A store of this computer has none.
/// \thread  GUI
class StoreLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isOnline() const { return !m_lost; }
    /// Since when it has not answered; nothing while it does.
    std::optional<Instant> lostSince() const { return m_lost; }

    /// Called by the back-end. \param now  by this computer's clock
    void noteAnswer() { set({}); }
    void noteSilence(Instant now)
    {
        if (!m_lost)
            set(now);
    }

Q_SIGNALS:
    void changed();

private:
    void set(std::optional<Instant> lost)
    {
        if (lost == m_lost)
            return;
        m_lost = lost;
        Q_EMIT changed();
    }

    std::optional<Instant> m_lost;
};

} // namespace simiao::workflow
