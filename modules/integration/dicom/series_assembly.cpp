#include "integration/dicom/series_assembly.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace simiao::dicom {

namespace {

using Headers = std::vector<InstanceHeader>;

/// Cosine of the largest angle between slices that still count as parallel: about 2.5 degrees.
constexpr double kParallel = 0.999;

bool areParallelSlices(const Headers &headers)
{
    const auto &first = headers.front().orientation;
    return std::ranges::all_of(headers, [&](const InstanceHeader &header) {
        return first && header.orientation && header.position
            && imaging::dot(first->normal(), header.orientation->normal()) > kParallel;
    });
}

auto byNumber(const InstanceHeader &header)
{
    return std::tuple(header.instance.instanceNumber, header.instance.sopInstanceUid);
}

void sortByPlace(Headers &headers)
{
    const auto normal = headers.front().orientation->normal();
    std::ranges::sort(headers, {}, [&](const InstanceHeader &header) {
        return std::tuple_cat(std::tuple(imaging::dot(normal, *header.position)), byNumber(header));
    });
    if (headers.front().instance.instanceNumber > headers.back().instance.instanceNumber)
        std::ranges::reverse(headers);
}

void sortSlices(Headers &headers)
{
    if (areParallelSlices(headers))
        sortByPlace(headers);
    else
        std::ranges::sort(headers, {}, byNumber);
}

workflow::ImageSeries seriesOf(Headers headers)
{
    sortSlices(headers);
    auto series = headers.front().series;
    for (auto &header : headers)
        series.instances.push_back(std::move(header.instance));
    return series;
}

} // namespace

std::vector<workflow::ImageSeries> assembleSeries(std::vector<InstanceHeader> headers)
{
    std::map<std::pair<QString, QString>, Headers> groups;
    for (auto &header : headers)
        groups[{header.series.studyInstanceUid, header.series.seriesInstanceUid}].push_back(
            std::move(header));

    std::vector<workflow::ImageSeries> result;
    for (auto &[uids, group] : groups)
        result.push_back(seriesOf(std::move(group)));
    std::ranges::sort(result, {}, [](const workflow::ImageSeries &series) {
        return std::tuple(series.studyDate, series.studyTime, series.studyInstanceUid, series.seriesNumber,
                          series.seriesInstanceUid);
    });
    return result;
}

} // namespace simiao::dicom
