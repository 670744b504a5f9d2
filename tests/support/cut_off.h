#pragma once

#include "support/fake_desk.h"
#include "support/interrupted_store.h"
#include "ui/widgets/state_view.h"
#include "workflow/ports/store_link_of.h"

namespace simiao::test {

/// The desk's store stands beyond a network that a test cuts and mends. Made before the page.
class CutOff
{
public:
    explicit CutOff(FakeDesk &desk)
        : m_desk(&desk)
        , m_store(std::make_shared<InterruptedStore>(desk.world().context.store))
        , m_link(new workflow::StoreLink(m_store->changes()))
    {
        desk.world().context.store = m_store;
    }

    /// Nothing is answered any more, and the link says so.
    void cut()
    {
        m_store->failure = Error{ErrorKind::Unavailable, QStringLiteral("server.unreachable")};
        m_link->noteSilence(m_desk->context().clock->now());
    }
    void mend()
    {
        m_store->failure.reset();
        m_link->noteAnswer();
    }
    /// Readings are refused with this over a link that is well.
    void refuse(const Error &error) { m_store->failure = error; }
    /// For what happens at other desks meanwhile.
    workflow::Context elsewhere() const
    {
        auto context = m_desk->context();
        context.store = m_desk->store();
        return context;
    }

private:
    FakeDesk *m_desk;
    std::shared_ptr<InterruptedStore> m_store;
    workflow::StoreLink *m_link;
};

/// What the view around the list or panel says of it; ready where there is none.
inline ui::ViewState stateAround(const QWidget *content)
{
    for (const auto *widget = content; widget; widget = widget->parentWidget()) {
        if (const auto *view = qobject_cast<const ui::StateView *>(widget))
            return view->state();
    }
    return {};
}

/// Whether it is marked as read at this time.
inline bool isOldSince(const QWidget *content, Instant readAt)
{
    const auto state = stateAround(content);
    return state.kind == ui::ViewState::Kind::Stale
        && state.dataTime.toMSecsSinceEpoch() == readAt.microseconds / 1000;
}

} // namespace simiao::test
