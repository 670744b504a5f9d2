#include "ui/widgets/fit_parts.h"

#include <algorithm>
#include <numeric>

namespace simiao::ui {

namespace {

std::vector<std::size_t> byRank(const std::vector<LinePart> &parts)
{
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&parts](std::size_t a, std::size_t b) { // of equals the last goes first
                  return parts[a].rank != parts[b].rank ? parts[a].rank < parts[b].rank : a > b;
              });
    return order;
}

int excess(const std::vector<LinePart> &parts, int gap, int room)
{
    int total = -gap;
    for (const auto &part : parts)
        total += part.width + gap;
    return total - room;
}

} // namespace

std::vector<int> fitParts(const std::vector<LinePart> &parts, int gap, int room)
{
    std::vector<int> widths;
    std::transform(parts.begin(), parts.end(), std::back_inserter(widths),
                   [](const auto &part) { return part.width; });
    int missing = excess(parts, gap, room);
    for (const auto index : byRank(parts)) {
        if (missing <= 0)
            break;
        const auto &part = parts[index];
        const int elidable = std::max(0, part.width - part.least);
        if (part.isKept || elidable >= missing) {
            const int taken = std::min(elidable, missing);
            widths[index] -= taken;
            missing -= taken;
        } else {
            widths[index] = 0;
            missing -= part.width + gap;
        }
    }
    return widths;
}

} // namespace simiao::ui
