#include "waitingroom/models/department_board.h"

#include <algorithm>
#include <functional>

namespace simiao::waitingroom {

namespace {

void add(DepartmentBoard &board, const workflow::WaitingEntry &entry)
{
    if (entry.status == scheduling::TaskStatus::InProgress)
        board.calls.push_back({entry.number, entry.name, entry.calledAt});
    else
        board.waiting.push_back(entry.number);
}

} // namespace

std::vector<DepartmentBoard> boardsOf(const std::vector<workflow::WaitingEntry> &entries)
{
    std::vector<DepartmentBoard> boards;
    for (const auto &entry : entries) {
        if (boards.empty() || boards.back().code != entry.department)
            boards.push_back({entry.department, entry.departmentName, entry.room, {}, {}});
        add(boards.back(), entry);
    }
    for (auto &board : boards)
        std::ranges::sort(board.calls, std::ranges::greater{}, &Call::at);
    return boards;
}

} // namespace simiao::waitingroom
