#pragma once

#include "core/clock.h"
#include "sdk/notification.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace simiao::shell {

/// A notification as it stands on the list.
struct ListedNotification
{
    sdk::Notification what;
    Instant since; ///< when its occasion arose
    bool isDismissed = false;

    bool operator==(const ListedNotification &) const = default;
};

/// What is worth knowing in one session: one of each id, kept over locking until it is withdrawn, has run out, or the person
/// leaves. What she dismissed stays out of sight until there is news of it.
class NotificationList : public QObject
{
    Q_OBJECT

public:
    explicit NotificationList(std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    void post(const sdk::Notification &notification);
    void withdraw(const QString &id);
    void dismiss(const QString &id);
    void dismissAll();
    /// Takes away what has run out.
    void expire();

    /// Those to be seen: the gravest first, of one severity the latest.
    std::vector<ListedNotification> shown() const;
    int count() const;

Q_SIGNALS:
    void changed();
    /// Something new, or news of something known.
    void arrived(const simiao::sdk::Notification &notification);
    /// What had arrived is over, or the person has seen it.
    void gone(const QString &id);

private:
    void awaitNext();

    std::shared_ptr<const Clock> m_clock;
    std::vector<ListedNotification> m_all;
    QTimer m_next;
};

} // namespace simiao::shell
