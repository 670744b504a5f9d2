#include "domain/scheduling/queue_task.h"

namespace simiao::scheduling {

administration::EncounterStatus encounterStatusFor(TaskStatus status)
{
    using administration::EncounterStatus;
    switch (status) {
    case TaskStatus::Requested: return EncounterStatus::Arrived;
    case TaskStatus::InProgress: return EncounterStatus::InProgress;
    case TaskStatus::OnHold: return EncounterStatus::OnLeave;
    case TaskStatus::Completed: return EncounterStatus::Finished;
    case TaskStatus::Cancelled: return EncounterStatus::Cancelled;
    case TaskStatus::EnteredInError: return EncounterStatus::EnteredInError;
    }
    return EncounterStatus::EnteredInError;
}

bool isAllowed(TaskStatus from, TaskStatus to)
{
    switch (from) {
    case TaskStatus::Requested: return to == TaskStatus::InProgress || to == TaskStatus::Cancelled;
    case TaskStatus::InProgress:
        return to == TaskStatus::Requested || to == TaskStatus::OnHold || to == TaskStatus::Completed;
    case TaskStatus::OnHold: return to == TaskStatus::InProgress || to == TaskStatus::Cancelled;
    case TaskStatus::Completed: return to == TaskStatus::EnteredInError;
    case TaskStatus::Cancelled:
    case TaskStatus::EnteredInError: return false;
    }
    return false;
}

} // namespace simiao::scheduling
