#include "cli/partial_outcome.h"

#include "sdk/desk.h"

namespace simiao::cli {

int told(const Call &call, const PartialOutcome &outcome, const Json &json)
{
    for (const auto &failure : outcome.failures)
        call.say(sdk::errorText(failure));
    if (outcome.endedBy)
        call.say(sdk::errorText(*outcome.endedBy));
    call.print(json);
    if (outcome.isWhole)
        return Good;
    return outcome.endedBy ? exitCodeOf(*outcome.endedBy) : int(Refused);
}

} // namespace simiao::cli
