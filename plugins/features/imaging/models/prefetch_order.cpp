#include "imaging/models/prefetch_order.h"

#include <algorithm>

namespace simiao::viewer {

std::vector<int> prefetchOrder(int count, int visible, int direction, int room)
{
    std::vector<int> order;
    const auto wanted = std::min(count, std::max(1, room));
    const auto isFull = [&] { return static_cast<int>(order.size()) >= wanted; };
    const auto add = [&](int index) {
        if (index >= 0 && index < count && !isFull())
            order.push_back(index);
    };
    add(visible);
    for (int step = 1; step < count && !isFull(); ++step) {
        add(visible + direction * (2 * step - 1));
        add(visible - direction * step);
        add(visible + direction * 2 * step);
    }
    return order;
}

} // namespace simiao::viewer
