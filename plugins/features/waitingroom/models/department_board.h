#pragma once

#include "workflow/frontdesk/waiting_room.h"

#include <vector>

namespace simiao::waitingroom {

/// Somebody who is called in.
struct Call
{
    int number = 0;
    QString name; ///< as the waiting room may read it
    std::optional<Instant> at;

    bool operator==(const Call &) const = default;
};

/// What hangs on the wall for one department.
struct DepartmentBoard
{
    QString code;
    LocalText name;
    QString room;
    std::vector<Call> calls;  ///< the last one first
    std::vector<int> waiting; ///< numbers, the next one first

    bool operator==(const DepartmentBoard &) const = default;
};

/// One board a department that has anybody, in the order of the entries, which come department by department.
std::vector<DepartmentBoard> boardsOf(const std::vector<workflow::WaitingEntry> &entries);

} // namespace simiao::waitingroom
