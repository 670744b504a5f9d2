#include "imaging/models/screen_plan.h"

#include <algorithm>
#include <map>

namespace simiao::viewer {

ScreenPlan planScreens(const HangingProtocol &protocol, int screens)
{
    std::map<int, std::vector<int>> cells; // by screen, from 1
    const auto named = static_cast<int>(protocol.viewports.size());
    for (int cell = 0; cell < protocol.layout.count(); ++cell) {
        const int wanted = cell < named ? protocol.viewports[static_cast<std::size_t>(cell)].screen : 1;
        cells[std::min(wanted, std::max(screens, 1))].push_back(cell);
    }
    ScreenPlan plan{.leastWidth = protocol.leastWidth, .screens = static_cast<int>(cells.size())};
    for (const auto &[screen, onIt] : cells) {
        const GridPacking packing(protocol.layout, onIt);
        if (screen == 1) {
            plan.leastWidth = protocol.leastWidth * packing.size().columns / protocol.layout.columns;
            continue;
        }
        for (const int cell : onIt)
            plan.away.push_back({cell, screen - 2, packing});
    }
    std::ranges::sort(plan.away, {}, &ScreenPlace::cell);
    return plan;
}

} // namespace simiao::viewer
