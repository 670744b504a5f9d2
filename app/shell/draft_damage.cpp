#include "shell/draft_damage.h"

namespace simiao::shell {

std::optional<Error> describe(const drafts::JournalDamage &damage)
{
    if (damage.corruptRegions > 0)
        return Error{ErrorKind::Corrupt, QStringLiteral("draft.damaged"),
                     QString::number(damage.corruptBytes)};
    if (damage.foreignRecords > 0)
        return Error{ErrorKind::Corrupt, QStringLiteral("draft.foreign"),
                     QString::number(damage.foreignRecords)};
    return {};
}

} // namespace simiao::shell
