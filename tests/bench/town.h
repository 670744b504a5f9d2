#pragma once

#include "bench/place.h"

#include <functional>
#include <utility>
#include <vector>

namespace simiao::bench {

/// Rows the finder asks for at first: what it shows, and one more to know whether there are others.
inline constexpr int kShownAtFirst = 21;

/// Fills the place with the small hospital and so many made-up people; nothing where it was done before. Reports how long it took.
void settle(const Place &place, int patients);

/// What somebody types who looks for one of them, by kind: the i-th text of each.
const std::vector<std::pair<QString, std::function<QString(int)>>> &kindsOfSearch();

} // namespace simiao::bench
