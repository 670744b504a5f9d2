#pragma once

#include "drafts/journal_scan.h"

#include <optional>

namespace simiao::shell {

/// What to tell of a journal that was not whole when it was opened: `draft.damaged` (Corrupt) with the lost bytes, or
/// `draft.foreign` (Corrupt) with the number of records a newer program wrote. Nothing for a torn last write: at most a
/// second of typing, which is what is promised.
std::optional<Error> describe(const drafts::JournalDamage &damage);

} // namespace simiao::shell
