#pragma once

#include "domain/base/local_text.h"
#include "workflow/ports/change_feed.h"

#include <vector>

namespace simiao::workflow {

/// What somebody does with a subject at this desk.
struct Announcement
{
    Uuid subject; ///< a visit
    Id<security::Account> account;
    QString workstation;
    QString activity; ///< code: "note.write"

    bool operator==(const Announcement &) const = default;
};

/// Somebody who does something with a subject at another desk.
struct Present
{
    Id<security::Account> account;
    LocalText name;
    QString workstation;
    QString activity;

    bool operator==(const Present &) const = default;
};

/// Who works on what at the other desks: told, never locked. What is announced holds while this desk says so again and again, and
/// ends by itself within a lease (30 s) when it no longer can. A store of one desk has none.
/// \thread  GUI
class Presence : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Until withdraw() or the end of the program. In place of what was announced of the subject before.
    virtual void announce(const Announcement &announcement) = 0;
    virtual void withdraw(Uuid subject) = 0;

    /// From now on others() of the subject is kept, and changed() says when it is other than before.
    virtual void watch(Uuid subject) = 0;
    virtual void unwatch(Uuid subject) = 0;
    /// Who else is there, the earliest first; empty while nothing is known.
    virtual std::vector<Present> others(Uuid subject) const = 0;

Q_SIGNALS:
    void changed(const simiao::Uuid &subject);
};

/// That of the store whose feed this is, which has it as its child; null where there is one desk.
inline Presence *presenceOf(const ChangeFeed &feed)
{
    return feed.findChild<Presence *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace simiao::workflow
