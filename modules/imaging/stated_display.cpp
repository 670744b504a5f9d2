#include "imaging/stated_display.h"

#include <algorithm>

namespace simiao::imaging {

int statedCount(const FrameFacts &facts)
{
    return int(std::ranges::count_if(facts.windows, &VoiWindow::isUsable)) + int(facts.voiTables.size());
}

std::optional<StatedDisplay> statedDisplay(const FrameFacts &facts, int index)
{
    int left = index;
    for (const auto &window : facts.windows) {
        if (window.isUsable() && left-- == 0)
            return StatedDisplay{.display = {.window = window}, .explanation = window.explanation};
    }
    if (left < 0 || left >= int(facts.voiTables.size()))
        return std::nullopt;
    const auto &table = facts.voiTables[std::size_t(left)];
    return StatedDisplay{.display = {.window = coveringWindow(table.table), .table = table},
                         .explanation = table.explanation};
}

VoiWindow coveringWindow(const LookupTable &table)
{
    return windowOver(table.firstMapped, table.firstMapped + static_cast<double>(table.entries.size()) - 1);
}

} // namespace simiao::imaging
