#pragma once

#include "domain/base/local_text.h"
#include "domain/scheduling/queue_task.h"
#include "workflow/context.h"
#include "workflow/setting_rule.h"

namespace simiao::workflow {

/// One line of today's queue as it hangs in the waiting room.
struct WaitingEntry
{
    QString department; ///< its code
    LocalText departmentName;
    QString room; ///< of the department; may be empty
    int number = 0;
    QString name; ///< masked, see administration::maskedName
    scheduling::TaskStatus status = scheduling::TaskStatus::Requested;
    std::optional<Instant> calledAt;

    bool operator==(const WaitingEntry &) const = default;
};

/// Who waits or is called in on `day`, in all departments: by department code and number. Who is away for tests, has left
/// or was cancelled is no business of the waiting room.
///
/// Asks for no permission, and a look at it is not audited: it gives what hangs on the wall before everybody who sits there, so
/// there is nobody to be asked for. For the same reason names are masked here: a display never holds a full name, unless
/// hospital or department chose `display.mask-names` = false.
/// \param catalogue  the settings there are; without the key names stay masked
Task<Result<std::vector<WaitingEntry>>> waitingRoom(Context context, Date day, SettingCatalogue catalogue);

} // namespace simiao::workflow
