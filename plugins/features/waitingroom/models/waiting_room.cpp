#include "waitingroom/models/waiting_room.h"

#include "core/log.h"
#include "sdk/desk.h"

#include <QCoroTask>
#include <QDateTime>

namespace simiao::waitingroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTickMs = 1000;
constexpr std::int64_t kReadAgainSeconds = 60;
constexpr std::int64_t kRetrySeconds = 5;
constexpr std::int64_t kStaleSeconds = 90;

QDateTime localTime(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, Qt::UTC).toTimeZone(clock.zone());
}

bool concernsTheWall(const workflow::Receipt &receipt)
{
    using workflow::touches;
    return touches<scheduling::QueueTask>(receipt) || touches<administration::Patient>(receipt)
        || touches<administration::Organization>(receipt) || touches<administration::Setting>(receipt);
}

} // namespace

WaitingRoom::WaitingRoom(const sdk::DisplayContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context.context)
    , m_reference(context.reference)
    , m_locale(context.locale)
    , m_boards(context.locale, context.context.clock->zone())
{
    connect(m_context.store->changes(), &workflow::ChangeFeed::committed, this, &WaitingRoom::follow);
    connect(&m_boards, &BoardModel::called, this, &WaitingRoom::called);
    connect(&m_second, &QTimer::timeout, this, &WaitingRoom::tick);
    m_second.start(kTickMs);
    read();
}

void WaitingRoom::follow(const workflow::Receipt &receipt)
{
    if (concernsTheWall(receipt))
        read();
}

void WaitingRoom::read()
{
    m_isOutdated = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    m_askedAt = now();
    auto reading = workflow::waitingRoom(m_context, m_context.clock->today(), m_reference->settings);
    QCoro::connect(std::move(reading), this, [this](const Result<Entries> &entries) { receive(entries); });
}

void WaitingRoom::receive(const Result<Entries> &entries)
{
    m_isReading = false;
    if (entries)
        accept(*entries);
    else
        refuse(entries.error());
    Q_EMIT stateChanged();
    if (m_isOutdated)
        read();
}

void WaitingRoom::accept(const Entries &entries)
{
    m_readAt = now();
    m_error.reset();
    m_boards.setNow(now());
    m_boards.setBoards(boardsOf(entries));
}

void WaitingRoom::refuse(const Error &error)
{
    if (!m_error || m_error->code != error.code) // it is tried again and again: once is enough
        log::error(error);
    m_error = error;
}

void WaitingRoom::tick()
{
    m_boards.setNow(now());
    Q_EMIT timeChanged();
    Q_EMIT stateChanged();
    const bool isTime = m_askedAt.plusSeconds(m_error ? kRetrySeconds : kReadAgainSeconds) <= now();
    if (isTime && !m_isReading)
        read();
}

void WaitingRoom::setLocale(const QLocale &locale)
{
    m_locale = locale;
    m_boards.setLocale(locale);
    Q_EMIT languageChanged();
    Q_EMIT timeChanged();
    Q_EMIT stateChanged();
}

WaitingRoom::State WaitingRoom::stateNow() const
{
    if (!m_readAt)
        return m_error ? State::Error : State::Loading;
    if (m_error || m_readAt->plusSeconds(kStaleSeconds) <= now())
        return State::Stale;
    return m_boards.rowCount() == 0 ? State::Empty : State::Ready;
}

QString WaitingRoom::state() const
{
    switch (stateNow()) {
    case State::Loading: return u"loading"_s;
    case State::Empty: return u"empty"_s;
    case State::Ready: return u"ready"_s;
    case State::Stale: return u"stale"_s;
    case State::Error: return u"error"_s;
    }
    return {};
}

QString WaitingRoom::notice() const
{
    switch (stateNow()) {
    case State::Loading: return tr("The queue is being read.");
    case State::Empty: return tr("Nobody is waiting. Calls appear here.");
    case State::Ready: return {};
    case State::Stale:
        return tr("Data from %1. It is tried again; ask at the front desk.")
            .arg(localTime(*m_readAt, *m_context.clock).toString(u"HH:mm:ss"_s));
    case State::Error: return tr("The queue cannot be read. It is tried again; ask at the front desk.");
    }
    return {};
}

QString WaitingRoom::cause() const
{
    return m_error ? sdk::errorText(*m_error) : QString();
}

QString WaitingRoom::title() const
{
    return tr("Waiting room");
}

QString WaitingRoom::time() const
{
    return localTime(now(), *m_context.clock).toString(u"HH:mm"_s);
}

QString WaitingRoom::date() const
{
    return m_locale.toString(localTime(now(), *m_context.clock).date(), QLocale::LongFormat);
}

} // namespace simiao::waitingroom
