#pragma once

#include "workflow/ports/draft_journal.h"

#include <algorithm>

namespace simiao::workflow {

/// Fields whose names begin with this are kept as they are: nobody has to sign or finish them (measurements on images).
inline constexpr QLatin1String kKeptFields("kept.");

/// A draft of nothing else: it is not counted among what waits for a signature.
inline bool isKeptOnly(const std::vector<DraftEntry> &entries)
{
    return std::ranges::all_of(entries,
                               [](const DraftEntry &entry) { return entry.field.startsWith(kKeptFields); });
}

} // namespace simiao::workflow
