#include "integration/dicom/series_assembly.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace simiao::dicom {

namespace {

/// Those of one series. They stay where they are: to move a header about costs more than to read it.
using Headers = std::vector<InstanceHeader *>;

/// Cosine of the largest angle between slices that still count as parallel: about 2.5 degrees.
constexpr double kParallel = 0.999;

bool areParallelSlices(const Headers &headers)
{
    const auto &first = headers.front()->orientation;
    return std::ranges::all_of(headers, [&](const InstanceHeader *header) {
        return first && header->orientation && header->position
            && imaging::dot(first->normal(), header->orientation->normal()) > kParallel;
    });
}

/// What slices are sorted by.
struct Rank
{
    double place; ///< along the normal; 0 where slices have none
    int number;
    InstanceHeader *header;
};

bool isBefore(const Rank &a, const Rank &b)
{
    if (a.place != b.place)
        return a.place < b.place;
    if (a.number != b.number)
        return a.number < b.number;
    return a.header->instance.sopInstanceUid < b.header->instance.sopInstanceUid;
}

std::vector<Rank> ranked(const Headers &headers)
{
    const bool havePlaces = areParallelSlices(headers);
    std::vector<Rank> ranks;
    ranks.reserve(headers.size());
    for (auto *header : headers) {
        const double place =
            havePlaces ? imaging::dot(headers.front()->orientation->normal(), *header->position) : 0;
        ranks.push_back({place, header->instance.instanceNumber, header});
    }
    std::ranges::sort(ranks, isBefore);
    if (havePlaces && ranks.front().number > ranks.back().number)
        std::ranges::reverse(ranks);
    return ranks;
}

workflow::ImageSeries seriesOf(const Headers &headers)
{
    const auto ranks = ranked(headers);
    auto series = ranks.front().header->series;
    series.instances.reserve(ranks.size());
    for (const auto &rank : ranks)
        series.instances.push_back(std::move(rank.header->instance));
    return series;
}

} // namespace

std::vector<workflow::ImageSeries> assembleSeries(std::vector<InstanceHeader> headers)
{
    std::map<std::pair<QString, QString>, Headers> groups;
    auto last = groups.end(); // mostly the next one is of the same
    for (auto &header : headers) {
        const auto &[study, series] =
            std::tie(header.series.studyInstanceUid, header.series.seriesInstanceUid);
        if (last == groups.end() || last->first.second != series || last->first.first != study)
            last = groups.try_emplace({study, series}).first;
        last->second.push_back(&header);
    }

    std::vector<workflow::ImageSeries> result;
    for (const auto &[uids, group] : groups)
        result.push_back(seriesOf(group));
    std::ranges::sort(result, {}, [](const workflow::ImageSeries &series) {
        return std::tuple(series.studyDate, series.studyTime, series.studyInstanceUid, series.seriesNumber,
                          series.seriesInstanceUid);
    });
    return result;
}

} // namespace simiao::dicom
