#pragma once

#include "domain/base/field_codec.h"
#include "domain/security/audit_event.h"
#include "workflow/ports/change_feed.h"

#include <algorithm>
#include <vector>

namespace simiao::workflow {

/// A save that was sent to a server and not answered (`store.unknown`): whose it was, and what became of it as far as is known.
struct UnansweredSave
{
    enum class Fate {
        Waiting,   ///< the server is asked
        Stored,    ///< found there
        NotStored, ///< not there, and never will be
    };

    Uuid command;
    Instant since; ///< when it was made, by this computer's clock
    QString act;   ///< `area.verb` as the permissions name it
    Id<security::Account> person;
    std::optional<Id<administration::Patient>> patient;
    Fate fate = Fate::Waiting;

    bool operator==(const UnansweredSave &) const = default;
};

/// Those of this desk, kept over the end of the program until somebody knows what became of each. A store of this computer has none.
/// \thread  GUI
class UnansweredSaves : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The oldest first.
    const std::vector<UnansweredSave> &all() const { return m_saves; }
    /// The person knows what became of it: it is forgotten. Nothing while the server is still asked.
    void acknowledge(Uuid command)
    {
        const auto isIt = [&command](const UnansweredSave &save) {
            return save.command == command && save.fate != UnansweredSave::Fate::Waiting;
        };
        if (std::erase_if(m_saves, isIt) == 0)
            return;
        Q_EMIT acknowledged(command);
        Q_EMIT changed();
    }
    /// Called by the back-end.
    void set(std::vector<UnansweredSave> saves)
    {
        if (saves == m_saves)
            return;
        m_saves = std::move(saves);
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();
    void acknowledged(const simiao::Uuid &command);

private:
    std::vector<UnansweredSave> m_saves;
};

/// That of the store whose feed this is, which has it as its child; null where nothing is sent anywhere.
inline UnansweredSaves *unansweredSavesOf(const ChangeFeed &feed)
{
    return feed.findChild<UnansweredSaves *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace simiao::workflow

namespace simiao {

template <>
inline constexpr std::array kCodes<workflow::UnansweredSave::Fate>{"waiting", "stored", "not-stored"};

} // namespace simiao
