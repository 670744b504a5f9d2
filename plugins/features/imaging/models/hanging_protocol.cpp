#include "imaging/models/hanging_protocol.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace simiao::viewer {

namespace {

using workflow::ImageSeries;

/// By study, in the order of the series.
std::vector<HungStudy> grouped(const std::vector<ImageSeries> &series)
{
    std::vector<HungStudy> studies;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto &each = series[i];
        auto study = std::ranges::find(studies, each.studyInstanceUid, &HungStudy::studyInstanceUid);
        if (study == studies.end())
            study = studies.insert(studies.end(),
                                   HungStudy{each.studyInstanceUid, each.studyDate, each.modality, {}, {}});
        study->series.push_back(static_cast<int>(i));
        if (study->bodyPart.isEmpty())
            study->bodyPart = each.bodyPart;
    }
    return studies;
}

/// A body part that is not said may be the same one.
bool canBeCompared(const HungStudy &earlier, const HungStudy &current)
{
    const bool isOfPart =
        earlier.bodyPart.isEmpty() || current.bodyPart.isEmpty() || earlier.bodyPart == current.bodyPart;
    return earlier.modality == current.modality && isOfPart && earlier.date < current.date;
}

/// The main direction of the normal: x, y or z.
SeriesRule::Plane planeOf(const ImageSeries &series)
{
    using Plane = SeriesRule::Plane;
    if (series.instances.empty() || !series.instances.front().plane)
        return Plane::Any;
    const auto normal = series.instances.front().plane->normal();
    const double x = std::abs(normal[0]);
    const double y = std::abs(normal[1]);
    const double z = std::abs(normal[2]);
    if (z >= x && z >= y)
        return Plane::Axial;
    return y >= x ? Plane::Coronal : Plane::Sagittal;
}

bool isMeant(const SeriesRule &rule, const ImageSeries &series)
{
    return (rule.modalities.isEmpty() || rule.modalities.contains(series.modality))
        && (rule.description.isEmpty()
            || series.seriesDescription.contains(rule.description, Qt::CaseInsensitive))
        && (rule.plane == SeriesRule::Plane::Any || rule.plane == planeOf(series));
}

} // namespace

std::vector<HungStudy> studiesToHang(const std::vector<ImageSeries> &series)
{
    auto studies = grouped(series);
    if (studies.empty())
        return {};
    const auto latest = std::ranges::max_element(studies, {}, &HungStudy::date);
    const auto current = *latest;
    std::erase_if(studies, [&current](const HungStudy &each) { return !canBeCompared(each, current); });
    std::ranges::sort(studies, [](const HungStudy &a, const HungStudy &b) {
        return std::tie(b.date, a.studyInstanceUid) < std::tie(a.date, b.studyInstanceUid);
    });
    studies.insert(studies.begin(), current);
    return studies;
}

ProtocolFit fitOf(const HangingProtocol &protocol, const std::vector<HungStudy> &studies)
{
    if (studies.empty())
        return {};
    const auto &current = studies.front();
    const bool isByPart = !protocol.bodyParts.isEmpty();
    const bool isFitting = protocol.modalities.contains(current.modality)
        && (!isByPart || protocol.bodyParts.contains(current.bodyPart))
        && static_cast<int>(studies.size()) > protocol.priors
        && static_cast<int>(current.series.size()) >= protocol.leastSeries;
    constexpr int kPart = 100;
    constexpr int kPrior = 10;
    const int points = (isByPart ? kPart : 0) + kPrior * protocol.priors + protocol.leastSeries;
    return {isFitting, isFitting ? points : 0, isByPart};
}

const HangingProtocol *bestProtocol(const std::vector<HangingProtocol> &all,
                                    const std::vector<HungStudy> &studies)
{
    const HangingProtocol *best = nullptr;
    int most = 0;
    for (const auto &protocol : all) {
        const auto fit = fitOf(protocol, studies);
        if (fit.isFitting && (!best || fit.points > most)) {
            best = &protocol;
            most = fit.points;
        }
    }
    return best;
}

std::optional<int> seriesFor(const SeriesRule &rule,
                             const std::vector<HungStudy> &studies,
                             const std::vector<ImageSeries> &series)
{
    if (rule.prior < 0 || rule.prior >= static_cast<int>(studies.size()))
        return std::nullopt;
    int number = 0;
    for (const int index : studies[static_cast<std::size_t>(rule.prior)].series) {
        if (isMeant(rule, series[static_cast<std::size_t>(index)]) && ++number == rule.number)
            return index;
    }
    return std::nullopt;
}

} // namespace simiao::viewer
