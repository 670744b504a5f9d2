#pragma once

#include "workflow/ports/unit_of_work.h"

#include <chrono>

namespace simiao::postgresql {

/// More rows than any screen saves at once: a list that is imported, a hospital that is seeded.
inline bool isBulk(const workflow::UnitOfWork &work)
{
    constexpr std::size_t kMostOfAScreen = 200;
    return work.steps().size() > kMostOfAScreen;
}

/// How long a bulk may take: nobody waits at a screen for it, and it is one transaction however many its rows are. Ten times what a row
/// takes on a busy machine (0.9 ms), so that only a server that does not answer is given up.
inline std::chrono::milliseconds patienceFor(const workflow::UnitOfWork &work)
{
    constexpr std::chrono::seconds kForAny{30};
    constexpr std::chrono::milliseconds kForEach{10};
    return kForAny + kForEach * int(work.steps().size());
}

} // namespace simiao::postgresql
