#include "sdk/known_state.h"

#include "sdk/person_words.h"
#include "ui/widgets/state_view.h"
#include "workflow/ports/store_link_of.h"

#include <chrono>

namespace simiao::sdk {

namespace {

/// A reading that got no answer over a connection that is said to be well.
constexpr std::chrono::seconds kAgain{10};

QDateTime localTime(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone());
}

} // namespace

KnownState::KnownState(const Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_again, &QTimer::timeout, this, &KnownState::rereadWanted);
    if (const auto *link = workflow::storeLinkOf(*desk->context().store->changes()))
        connect(link, &workflow::StoreLink::changed, this, &KnownState::followLink);
    connect(desk, &Desk::languageChanged, this, &KnownState::say);
}

bool KnownState::isStoreAway() const
{
    const auto *link = workflow::storeLinkOf(*m_desk->context().store->changes());
    return link && !link->isOnline();
}

void KnownState::take(const ui::ViewState &said)
{
    m_again.stop();
    m_said = said;
    m_readAt = m_desk->context().clock->now();
    m_failure.reset();
    m_isCut = isStoreAway(); // nobody tells of what changes from here on
    say();
}

void KnownState::restate(const ui::ViewState &said)
{
    m_said = said;
    say();
}

void KnownState::fail(const Error &error)
{
    m_failure = error;
    if (error.kind == ErrorKind::Unavailable && !isStoreAway()) // else it says when it is back
        m_again.start();
    say();
}

void KnownState::forget(const ui::ViewState &said)
{
    m_again.stop();
    m_said = said;
    m_readAt.reset();
    m_failure.reset();
    m_isCut = false;
    say();
}

void KnownState::showIn(ui::StateView *view)
{
    connect(this, &KnownState::changed, view, [this, view] { view->setState(m_state); });
    connect(view, &ui::StateView::actionTriggered, this, &KnownState::rereadWanted);
    view->setState(m_state);
}

void KnownState::followLink()
{
    const bool isBehind = m_isCut || m_failure;
    m_isCut = isKnown() && (m_isCut || isStoreAway());
    say();
    if (isBehind && !isStoreAway())
        Q_EMIT rereadWanted();
}

void KnownState::say()
{
    auto state = current();
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT changed();
}

ui::ViewState KnownState::current() const
{
    if (m_failure && (!isKnown() || m_failure->kind == ErrorKind::Forbidden))
        return unread();
    return m_failure || m_isCut ? old() : m_said;
}

ui::ViewState KnownState::unread() const
{
    return PersonWords::failure(*m_failure);
}

/// A list that was empty then says so too: it may hold somebody by now.
ui::ViewState KnownState::old() const
{
    auto state = ui::ViewState::stale(localTime(*m_readAt, *m_desk->context().clock), tr("Try again"));
    if (m_failure && m_failure->kind != ErrorKind::Unavailable)
        state.cause = errorText(*m_failure);
    else if (m_said.kind == ui::ViewState::Kind::Empty)
        state.cause = m_said.cause;
    return state;
}

} // namespace simiao::sdk
