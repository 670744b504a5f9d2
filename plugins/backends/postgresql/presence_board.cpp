#include "presence_board.h"

#include "core/json.h"
#include "core/try.h"

#include <chrono>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using workflow::Announcement;
using workflow::Present;

namespace {

constexpr std::chrono::seconds kLease{30};
constexpr std::chrono::seconds kHeartbeat{10}; // two may be lost
constexpr std::chrono::milliseconds kBetweenLooks{500};

// columns of store/presence_of
enum Column { Subject, Account, Name, NameEn, Workstation, Activity };

Json jsonOf(const Announcement &announcement)
{
    return Json::Object{{u"account"_s, Json(announcement.account.uuid.toString())},
                        {u"activity"_s, Json(announcement.activity)},
                        {u"subject"_s, Json(announcement.subject.toString())},
                        {u"workstation"_s, Json(announcement.workstation)}};
}

QString textOf(const Json::Array &list)
{
    return QString::fromUtf8(Json(list).canonical());
}

} // namespace

PresenceBoard::PresenceBoard(Uuid desk, std::shared_ptr<const ActingPerson> person, Take take)
    : m_desk(desk)
    , m_person(std::move(person))
    , m_take(std::move(take))
{
}

void PresenceBoard::announce(const Announcement &announcement)
{
    const std::scoped_lock lock(m_mutex);
    m_announced.insert_or_assign(announcement.subject, announcement);
    m_isSaid = false;
}

void PresenceBoard::withdraw(Uuid subject)
{
    const std::scoped_lock lock(m_mutex);
    if (m_announced.erase(subject) > 0)
        m_isSaid = false;
}

void PresenceBoard::watch(Uuid subject)
{
    const std::scoped_lock lock(m_mutex);
    if (m_watched.insert(subject).second)
        m_isHeard = false;
}

void PresenceBoard::unwatch(Uuid subject)
{
    const std::scoped_lock lock(m_mutex);
    m_watched.erase(subject);
}

void PresenceBoard::beginAnew()
{
    const std::scoped_lock lock(m_mutex);
    m_isSaid = m_announced.empty();
    m_isHeard = m_watched.empty();
}

/// What is to be said now; null where nothing is.
QString PresenceBoard::leasesDue()
{
    const std::scoped_lock lock(m_mutex);
    const bool isBeat = !m_announced.empty()
        && (!m_sinceKept.isValid() || m_sinceKept.hasExpired(std::chrono::milliseconds(kHeartbeat).count()));
    if (m_isSaid && !isBeat)
        return {};
    m_isSaid = true;
    Json::Array leases;
    for (const auto &[subject, announcement] : m_announced)
        leases.push_back(jsonOf(announcement));
    return textOf(leases);
}

std::set<Uuid> PresenceBoard::subjectsDue()
{
    const std::scoped_lock lock(m_mutex);
    m_isHeard = true;
    return m_watched;
}

/// What comes sooner after a look waits for the next one: where many save all the time, each notice would cost a question more.
bool PresenceBoard::isWorthALook(bool isNew)
{
    const std::scoped_lock lock(m_mutex);
    m_isHeard = m_isHeard && !isNew;
    const bool isSoon = m_sinceHeard.isValid() && !m_sinceHeard.hasExpired(kBetweenLooks.count());
    return !m_isHeard && !isSoon;
}

Result<bool> PresenceBoard::exchange(storage::Connection &connection, bool isNew)
{
    bool mustTell = false;
    if (const QString leases = leasesDue(); !leases.isNull()) {
        TRY(mustTell, keep(connection, leases));
    }
    if (!isWorthALook(isNew))
        return mustTell;
    m_sinceHeard.start();
    if (const auto subjects = subjectsDue(); !subjects.empty()) {
        TRY_VOID(look(connection, subjects));
    }
    return mustTell;
}

Result<bool> PresenceBoard::leave(storage::Connection &connection)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_announced.empty())
            return false;
    }
    return keep(connection, u"[]"_s);
}

Result<bool> PresenceBoard::keep(storage::Connection &connection, const QString &leases)
{
    m_sinceKept.start();
    TRY(const auto rows,
        connection.run(u"store/keep_presence"_s,
                       {{u"desk"_s, m_desk.toBytes()},
                        {u"leases"_s, leases},
                        {u"seconds"_s, qint64(kLease.count())},
                        {u"token"_s, m_person->current()}}));
    TRY(const bool isThere, rows->next());
    return isThere && rows->integer(0) != 0;
}

Result<void> PresenceBoard::look(storage::Connection &connection, const std::set<Uuid> &subjects)
{
    Others others;
    Json::Array wanted;
    for (const auto &subject : subjects) {
        others[subject];
        wanted.push_back(Json(subject.toString()));
    }
    TRY(const auto rows,
        connection.run(u"store/presence_of"_s,
                       {{u"desk"_s, m_desk.toBytes()},
                        {u"subjects"_s, textOf(wanted)},
                        {u"token"_s, m_person->current()}}));
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            break;
        const auto subject = Uuid::fromBytes(rows->bytes(Subject));
        const auto account = Uuid::fromBytes(rows->bytes(Account));
        if (subject && account)
            others[*subject].push_back(
                {Id<security::Account>{*account},
                 {QString::fromUtf8(rows->bytes(NameEn)), QString::fromUtf8(rows->bytes(Name))},
                 QString::fromUtf8(rows->bytes(Workstation)),
                 QString::fromUtf8(rows->bytes(Activity))});
    }
    m_take(others);
    return ok();
}

} // namespace simiao::postgresql
