#pragma once

#include "domain/administration/setting.h"
#include "domain/scheduling/queue_task.h"
#include "workflow/ports/store.h"

/// What the waiting room asks: of all departments, and only of those who are there for a call.
namespace simiao::workflow::query {

/// Who waits or is in a room, by department code and number.
inline constexpr Query<scheduling::QueueTask, Date> tasksWaitingOn{"task/waiting_of_day", {"day"}};
/// The people of tasksWaitingOn; one who waits in two places stands there once.
inline constexpr Query<administration::Patient, Date> patientsWaitingOn{"patient/waiting_of_day", {"day"}};
/// What was chosen under one key, the hospital's first.
inline constexpr Query<administration::Setting, QString> settingsUnderKey{"setting/of_key", {"key"}};

} // namespace simiao::workflow::query
