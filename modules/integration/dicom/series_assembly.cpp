#include "integration/dicom/series_assembly.h"

#include <algorithm>
#include <cmath>
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

using Ranks = std::vector<Rank>;

/// How many of the sorted ranks are of the first place, if that many are of each; 1 else.
std::size_t imagesAtEachPlace(const Ranks &ranks)
{
    constexpr double kSameMm = 0.01;
    const auto isSame = [&ranks](std::size_t i, std::size_t j) {
        return std::abs(ranks[i].place - ranks[j].place) < kSameMm;
    };
    std::size_t count = 1;
    while (count < ranks.size() && isSame(0, count))
        ++count;
    if (ranks.size() % count != 0)
        return 1;
    for (std::size_t i = 1; i < ranks.size(); ++i) {
        if (isSame(i - 1, i) != (i % count != 0))
            return 1;
    }
    return count;
}

/// The nth image of each place together, n by number.
std::vector<Ranks> phasesOf(const Ranks &ranks, std::size_t count)
{
    std::vector<Ranks> phases(count);
    for (auto first = ranks.begin(); first != ranks.end(); first += static_cast<std::ptrdiff_t>(count)) {
        Ranks here(first, first + static_cast<std::ptrdiff_t>(count));
        std::ranges::sort(here, {}, &Rank::number);
        for (std::size_t phase = 0; phase < count; ++phase)
            phases[phase].push_back(here[phase]);
    }
    return phases;
}

bool areNumberedInTurn(const std::vector<Ranks> &phases)
{
    for (std::size_t next = 1; next < phases.size(); ++next) {
        if (std::ranges::max_element(phases[next - 1], {}, &Rank::number)->number
            >= std::ranges::min_element(phases[next], {}, &Rank::number)->number)
            return false;
    }
    return true;
}

/// Where several images lie at each place (phases, b-values, echoes) and are numbered one phase after the other, each phase is leafed
/// through for itself. Where the modality numbered place by place, they stay so.
void sortByPhase(Ranks &ranks)
{
    const auto count = imagesAtEachPlace(ranks);
    if (count == 1)
        return;
    auto phases = phasesOf(ranks, count);
    if (!areNumberedInTurn(phases))
        return;
    const bool isDownwards = phases.front().front().number > phases.front().back().number;
    ranks.clear();
    for (auto &phase : phases) {
        if (isDownwards)
            std::ranges::reverse(phase);
        ranks.insert(ranks.end(), phase.begin(), phase.end());
    }
}

Ranks ranked(const Headers &headers)
{
    const bool havePlaces = areParallelSlices(headers);
    Ranks ranks;
    ranks.reserve(headers.size());
    for (auto *header : headers) {
        const double place =
            havePlaces ? imaging::dot(headers.front()->orientation->normal(), *header->position) : 0;
        ranks.push_back({place, header->instance.instanceNumber, header});
    }
    std::ranges::sort(ranks, isBefore);
    if (havePlaces && ranks.front().number > ranks.back().number)
        std::ranges::reverse(ranks);
    if (havePlaces)
        sortByPhase(ranks);
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
