#pragma once

#include "domain/scheduling/slot.h"

#include <map>

namespace simiao::workflow {

/// What keeps physicians busy, to find who would be in two places at once. What it holds does not overlap by itself.
class Timetable
{
public:
    /// \param origin  how the entry is called when another one meets it
    void add(const scheduling::Slot &slot, const QString &origin)
    {
        m_days[slot.practitioner].insert_or_assign(slot.start, Entry{slot, origin});
    }

    /// The slot of this physician that begins at `slot.start`; null when none does.
    const scheduling::Slot *sameStart(const scheduling::Slot &slot) const;
    /// Origin of an entry that has a moment in common with `slot`; nothing when its physician is free.
    std::optional<QString> clash(const scheduling::Slot &slot) const;

private:
    struct Entry
    {
        scheduling::Slot slot;
        QString origin;
    };

    std::map<Id<security::Account>, std::map<Instant, Entry>> m_days;
};

} // namespace simiao::workflow
