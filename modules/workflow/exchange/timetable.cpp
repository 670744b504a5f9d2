#include "workflow/exchange/timetable.h"

#include <iterator>

namespace simiao::workflow {

using scheduling::Slot;

const Slot *Timetable::sameStart(const Slot &slot) const
{
    const auto day = m_days.find(slot.practitioner);
    if (day == m_days.end())
        return nullptr;
    const auto entry = day->second.find(slot.start);
    return entry == day->second.end() ? nullptr : &entry->second.slot;
}

std::optional<QString> Timetable::clash(const Slot &slot) const
{
    const auto day = m_days.find(slot.practitioner);
    if (day == m_days.end())
        return std::nullopt;
    // Of entries that do not overlap only the last one before the end can reach into the slot.
    const auto next = day->second.lower_bound(slot.end);
    if (next == day->second.begin())
        return std::nullopt;
    const auto &entry = std::prev(next)->second;
    return slot.start < entry.slot.end ? std::optional(entry.origin) : std::nullopt;
}

} // namespace simiao::workflow
