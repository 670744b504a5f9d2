#include "imaging/models/counted_series.h"

#include <algorithm>
#include <cmath>

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

/// A few slices across each other, as somebody plans by who does not say LOCALIZER. Slices that fan out (radial ones of bile ducts or
/// heart) have directions between, too.
bool isAcross(const ImageSeries &series)
{
    constexpr std::size_t kFew = 60;
    constexpr double kAlong = 0.94; // cosine of 20 degrees
    constexpr double kAcross = 0.5; // of 60 degrees
    const bool isSliced = series.modality == QLatin1String("MR") || series.modality == QLatin1String("CT");
    if (!isSliced || series.instances.size() > kFew)
        return false;
    std::vector<imaging::Vector3> directions;
    for (const auto &instance : series.instances) {
        if (!instance.plane || instance.frames > 1)
            return false;
        const auto normal = instance.plane->normal();
        const auto cosine = [&normal](const imaging::Vector3 &other) {
            return std::abs(imaging::dot(normal, other));
        };
        if (std::ranges::any_of(directions, [&](const auto &other) { return cosine(other) >= kAlong; }))
            continue;
        if (std::ranges::any_of(directions, [&](const auto &other) { return cosine(other) > kAcross; }))
            return false;
        directions.push_back(normal);
    }
    return directions.size() > 1;
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
    std::erase_if(counted, [&](int index) { return isLocalizer(at(index)) || isAcross(at(index)); });
    // Among single pictures a secondary one is a picture: X-rays are stored so too.
    if (std::ranges::any_of(counted, [&](int index) { return !isSingle(at(index)); }))
        std::erase_if(counted, [&](int index) { return isCapture(at(index)); });
    return counted.empty() ? ofStudy : counted;
}

} // namespace simiao::viewer
