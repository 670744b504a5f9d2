#pragma once

#include "sdk/desk.h"
#include "ui/widgets/view_state.h"

#include <QTimer>

namespace simiao::ui {
class StateView;
}

namespace simiao::sdk {

/// What a list or panel says of the rows it has from the store. While the store does not answer, those read last stay and are
/// marked "data from 10:42"; when it answers again they are wanted anew, and the mark goes with them.
/// \thread  GUI
class KnownState : public QObject
{
    Q_OBJECT

public:
    explicit KnownState(const Desk *desk, QObject *parent = nullptr);

    const ui::ViewState &state() const { return m_state; }
    /// Something was read, be it that there is nothing.
    bool isKnown() const { return m_readAt.has_value(); }

    /// Read just now. \param said  what the rows say of themselves: ready, partial or empty
    void take(const ui::ViewState &said);
    /// The same rows, filtered otherwise or in another language: as old as they were. Before anything was read it is only shown.
    void restate(const ui::ViewState &said);
    /// They could not be read. Unavailable is tried again by itself.
    void fail(const Error &error);
    /// Those of another person or question are awaited: nothing is known of them.
    void forget(const ui::ViewState &said = ui::ViewState::loading());
    /// From now on `view` shows it, and what it offers is to read again.
    void showIn(ui::StateView *view);

Q_SIGNALS:
    /// state() is another one.
    void changed();
    /// They may be read again now.
    void rereadWanted();

private:
    bool isStoreAway() const;
    void followLink();
    void say();
    ui::ViewState current() const;
    ui::ViewState old() const;
    ui::ViewState unread() const;

    const Desk *m_desk;
    ui::ViewState m_said = ui::ViewState::loading();
    ui::ViewState m_state = m_said;
    std::optional<Instant> m_readAt;
    std::optional<Error> m_failure; ///< of the last reading
    bool m_isCut = false;           ///< the store was away since they were read
    QTimer m_again;
};

} // namespace simiao::sdk
