#include "imaging/models/print_plan.h"

#include <algorithm>

namespace simiao::viewer {

int PrintPlan::pageCount() const
{
    const auto perPage = static_cast<std::size_t>(layout.count());
    return static_cast<int>((items.size() + perPage - 1) / perPage);
}

std::span<const PrintItem> PrintPlan::page(int page) const
{
    const auto perPage = static_cast<std::size_t>(layout.count());
    const auto begin = std::min(items.size(), static_cast<std::size_t>(page) * perPage);
    return std::span(items).subspan(begin, std::min(perPage, items.size() - begin));
}

int PrintPlan::pictureCount() const
{
    return static_cast<int>(std::ranges::count_if(items, [](const auto &item) { return !item.isEmpty(); }));
}

std::vector<PrintItem> seriesItems(const PrintItem &like, int first, int last, int every)
{
    std::vector<PrintItem> items;
    if (like.isEmpty() || every < 1)
        return items;
    const auto slices = slicesOf(*like.series);
    const int end = std::min(last, static_cast<int>(slices.size()) - 1);
    for (int slice = std::max(0, first); slice <= end; slice += every) {
        auto item = like;
        item.at = slices[static_cast<std::size_t>(slice)];
        item.slice = slice;
        item.slices = static_cast<int>(slices.size());
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace simiao::viewer
