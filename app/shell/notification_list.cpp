#include "shell/notification_list.h"

#include <algorithm>
#include <tuple>

namespace simiao::shell {

namespace {

constexpr std::chrono::minutes kAtMost{10}; // however far the next one is: the clock may have been set

bool isOver(const ListedNotification &each, Instant now)
{
    return each.what.until && *each.what.until <= now;
}

bool isBefore(const ListedNotification &one, const ListedNotification &other)
{
    return std::tuple(one.what.severity, other.since, one.what.id)
        < std::tuple(other.what.severity, one.since, other.what.id);
}

auto idOf(const ListedNotification &each)
{
    return each.what.id;
}

} // namespace

NotificationList::NotificationList(std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &NotificationList::expire);
}

void NotificationList::post(const sdk::Notification &notification)
{
    const ListedNotification listed{notification, m_clock->now()};
    if (isOver(listed, listed.since))
        return withdraw(notification.id);
    const auto known = std::ranges::find(m_all, notification.id, idOf);
    const bool isNews = known == m_all.end() || known->what.occasion != notification.occasion;
    if (known == m_all.end())
        m_all.push_back(listed);
    else if (isNews)
        *known = listed;
    else
        known->what = notification;
    awaitNext();
    Q_EMIT changed();
    if (isNews)
        Q_EMIT arrived(notification);
}

void NotificationList::withdraw(const QString &id)
{
    if (std::erase_if(m_all, [&id](const auto &each) { return each.what.id == id; }) == 0)
        return;
    Q_EMIT changed();
    Q_EMIT gone(id);
}

void NotificationList::dismiss(const QString &id)
{
    const auto known = std::ranges::find(m_all, id, idOf);
    if (known == m_all.end() || known->isDismissed)
        return;
    known->isDismissed = true;
    Q_EMIT changed();
    Q_EMIT gone(id);
}

void NotificationList::dismissAll()
{
    for (const auto &each : shown())
        dismiss(each.what.id);
}

void NotificationList::expire()
{
    const auto now = m_clock->now();
    QStringList over;
    for (const auto &each : m_all) {
        if (isOver(each, now))
            over.append(each.what.id);
    }
    for (const auto &id : over)
        withdraw(id);
    awaitNext();
}

void NotificationList::awaitNext()
{
    std::optional<Instant> next;
    for (const auto &each : m_all) {
        if (each.what.until && (!next || *each.what.until < *next))
            next = each.what.until;
    }
    m_next.stop();
    if (!next)
        return;
    const std::chrono::microseconds left(next->microseconds - m_clock->now().microseconds);
    const auto wait = std::clamp(std::chrono::ceil<std::chrono::milliseconds>(left),
                                 std::chrono::milliseconds(1), std::chrono::milliseconds(kAtMost));
    m_next.start(wait);
}

std::vector<ListedNotification> NotificationList::shown() const
{
    std::vector<ListedNotification> seen;
    std::ranges::copy_if(m_all, std::back_inserter(seen),
                         [](const ListedNotification &each) { return !each.isDismissed; });
    std::ranges::sort(seen, isBefore);
    return seen;
}

int NotificationList::count() const
{
    return int(std::ranges::count(m_all, false, &ListedNotification::isDismissed));
}

} // namespace simiao::shell
