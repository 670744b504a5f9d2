#include "imaging/models/counted_series.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

using workflow::ImageInstance;
using workflow::ImageRole;
using workflow::ImageSeries;

bool isLocalizer(const ImageSeries &series)
{
    return !series.instances.empty() && std::ranges::all_of(series.instances, [](const ImageInstance &each) {
        return each.role == ImageRole::Localizer;
    });
}

bool isSingle(const ImageSeries &series)
{
    return series.instances.size() == 1 && series.instances.front().frames == 1;
}

bool isCapture(const ImageSeries &series)
{
    return isSingle(series) && series.instances.front().role == ImageRole::Secondary;
}

} // namespace

std::vector<int> countedSeries(const std::vector<int> &ofStudy, const std::vector<ImageSeries> &series)
{
    const auto at = [&series](int index) -> const ImageSeries & {
        return series[static_cast<std::size_t>(index)];
    };
    auto counted = ofStudy;
    std::erase_if(counted, [&](int index) { return isLocalizer(at(index)); });
    // Among single pictures a secondary one is a picture: X-rays are stored so too.
    if (std::ranges::any_of(counted, [&](int index) { return !isSingle(at(index)); }))
        std::erase_if(counted, [&](int index) { return isCapture(at(index)); });
    return counted.empty() ? ofStudy : counted;
}

} // namespace simiao::viewer
