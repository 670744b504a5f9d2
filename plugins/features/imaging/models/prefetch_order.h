#pragma once

#include <vector>

namespace simiao::viewer {

/// Which slices are fetched, the visible one first, then its neighbours, two ahead for each one behind.
/// \param direction  +1 or -1: where the person is leafing to
/// \param room       how many are worth having; at least the visible one is in the answer
std::vector<int> prefetchOrder(int count, int visible, int direction, int room);

} // namespace simiao::viewer
