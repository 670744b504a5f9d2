#include "server_line.h"

#include "core/try.h"
#include "postgres_errors.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// Between two attempts while a server is away, twice as long each time: a standby that is promoted is found soon, and a server that
/// refuses is not pressed.
constexpr std::chrono::milliseconds kLongestPause{320};
/// The same for who is patient, and how often it looks whether another has found the server.
constexpr std::chrono::milliseconds kPatience{640};
constexpr std::chrono::milliseconds kLookUp{10};

/// An old primary takes writes and stands first in the list: the one that took its place is another of the hosts.
bool isOutdated(const Error &error)
{
    return error.code == "server.outdated"_L1;
}

/// libpq gives no code for a refusal at the door. A server that starts, stops or is full says so in its own language, and lets in who
/// comes again: it is away, and whoever waits for it is told no more than that.
bool isForNow(const Error &error)
{
    static const QRegularExpression words(
        u"database system|too many clients|connection slots|terminating "
        u"connection|postmaster|数据库系统|太多|中断联接"
        // PgBouncer, in English
        u"|cannot connect to server|server login|no more connections|query_wait_timeout|shutting down"_s);
    return error.code == "server.login"_L1 && error.detail.contains(words);
}

Error away()
{
    return {ErrorKind::Unavailable, u"server.unreachable"_s};
}

} // namespace

ServerLine::ServerLine(ServerSetup setup, WhenOpen whenOpen, Search search)
    : m_setup(std::move(setup))
    , m_address(m_setup.address)
    , m_whenOpen(std::move(whenOpen))
    , m_search(search)
{
}

/// Whatever an attempt was refused with, the next may succeed: a server that starts, that is promoted, that is full. What it was is told
/// when there is no time left.
Result<storage::Connection *> ServerLine::ready(QDeadlineTimer deadline, const std::optional<Uuid> &agent)
{
    if (m_server.wire && m_server.wire->isCut())
        drop();
    goWhere(m_setup.primary->last());
    if (deadline.hasExpired()) // it waited behind others in vain: nothing was sent
        return away();
    std::optional<Error> told; // what somebody said says more than the silence of the last attempt
    qsizetype outdated = 0;
    for (; !m_server.connection; m_pause = std::min(2 * m_pause, kLongestPause)) {
        const auto before = m_setup.primary->last();
        auto opened = openServer(m_setup, deadline);
        if (!opened && (!told || opened.error().kind != ErrorKind::Unavailable))
            told = isForNow(opened.error()) ? away() : opened.error();
        if (!opened && deadline.hasExpired())
            return *told;
        if (opened) {
            m_server = *std::move(opened);
            m_shown.clear();
            tellOrFollow();
            if (const auto looked = look(); !looked) {
                if (!isOutdated(looked.error()) || ++outdated == m_setup.address.hosts())
                    return looked.error();
                toNextHost();
                continue;
            }
            // A pooler lets in, and then has no server.
            if (!m_server.connection && deadline.hasExpired())
                return told.value_or(away());
        }
        if (!m_server.connection)
            pause(deadline, before);
        goWhere(m_setup.primary->last());
    }
    m_pause = kFirstPause;
    m_server.wire->setDeadline(deadline);
    const QString token = agent ? m_setup.person->tokenOf(*agent) : m_setup.person->current();
    if (m_server.wire->isLent()) { // the token travels with each statement
        m_server.wire->actFor(token.toUtf8());
        return m_server.connection.get();
    }
    const auto shown = ActingPerson::show(token, *m_server.connection, m_shown);
    if (!shown) {
        drop(); // nothing is asked in another's name
        return isLost(shown.error()) && !deadline.hasExpired() ? ready(deadline, agent) : shown.error();
    }
    return m_server.connection.get();
}

void ServerLine::pause(QDeadlineTimer deadline, PrimaryHost::Finding before) const
{
    if (m_search == Search::Eager) {
        const std::chrono::milliseconds rest(std::max<qint64>(deadline.remainingTime(), 0));
        return std::this_thread::sleep_for(std::min(m_pause, rest));
    }
    const QDeadlineTimer end = std::min(deadline, QDeadlineTimer(kPatience));
    while (!end.hasExpired() && m_setup.primary->last() == before)
        std::this_thread::sleep_for(kLookUp);
}

/// A session of one's own knows which host takes writes. Whoever waits at a pooler leaves it when that is another.
void ServerLine::tellOrFollow()
{
    if (m_address.isPooled()) {
        m_server.wire->leaveWhen([primary = m_setup.primary, here = m_host, before = m_finding] {
            const auto finding = primary->last();
            return finding != before && PrimaryHost::hostIn(finding) != here;
        });
        return;
    }
    const auto [host, port] = m_server.wire->place();
    if (const auto place = m_address.placeOf(host, port); place >= 0)
        m_setup.primary->found(place);
}

/// The pooler before the host that takes writes; the hosts and those of `direct` are named in the same order.
void ServerLine::goWhere(PrimaryHost::Finding finding)
{
    if (!m_address.isPooled() || finding == std::exchange(m_finding, finding))
        return;
    const auto host = PrimaryHost::hostIn(finding);
    if (host == m_host || host >= m_address.hosts()
        || ServerAddress{.parameters = m_address.direct}.hosts() != m_address.hosts())
        return;
    drop();
    while (m_host != host)
        toNextHost();
}

void ServerLine::toNextHost()
{
    m_setup.address = m_setup.address.fromNextHost();
    m_host = (m_host + 1) % m_address.hosts();
}

/// An error that is not the connection's own ends the attempts.
Result<void> ServerLine::look()
{
    const auto looked = m_whenOpen ? m_whenOpen(*m_server.connection) : ok();
    if (looked)
        return ok();
    dropAfter(looked.error());
    drop();
    return isLost(looked.error()) ? ok() : looked;
}

/// A pooler says of its server what that one said when it was last there, also that it takes writes: only trying tells, and the next of
/// them is tried then.
void ServerLine::dropAfter(const Error &error)
{
    if (!isLost(error))
        return;
    drop();
    if (m_setup.address.isPooled())
        toNextHost();
}

/// Cut first: closing says goodbye, and somebody who does not listen is not told so.
void ServerLine::drop()
{
    if (m_server.wire)
        m_server.wire->cut();
    m_server.connection.reset();
    m_server.wire.reset();
}

} // namespace simiao::postgresql
