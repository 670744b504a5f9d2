#include "imaging/models/hanging_protocol.h"

#include "imaging/models/counted_series.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace simiao::viewer {

namespace {

using workflow::ImageSeries;

/// Of these two says which modality is meant, not what is seen.
const QStringList &projections()
{
    static const QStringList both{QStringLiteral("CR"), QStringLiteral("DX")};
    return both;
}

auto timeOf(const HungStudy &study)
{
    return std::tie(study.date, study.time);
}

bool areTogether(const QStringList &related, const QString &a, const QString &b)
{
    return a == b || (related.contains(a) && related.contains(b));
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

/// Indexes of the series among which a rule counts.
std::vector<int> meantBy(const SeriesRule &rule,
                         const HungStudy &study,
                         const std::vector<ImageSeries> &series)
{
    // An image that is named by side and view is no localizer.
    const bool isAny = rule.isLocalizerCounted || rule.isOfImage();
    auto indexes = isAny ? study.series : countedSeries(study.series, series);
    std::erase_if(indexes,
                  [&](int index) { return !isMeant(rule, series[static_cast<std::size_t>(index)]); });
    return indexes;
}

/// The series of a prior that is called as the one beside it is. Of several called alike each has its own.
std::optional<int> namesakeFor(const SeriesRule &rule,
                               const std::vector<HungStudy> &studies,
                               const std::vector<ImageSeries> &series)
{
    auto beside = rule;
    beside.prior = 0;
    const auto current = imageFor(beside, studies, series);
    if (!current || series[static_cast<std::size_t>(current->series)].seriesDescription.isEmpty())
        return std::nullopt;
    const auto &name = series[static_cast<std::size_t>(current->series)].seriesDescription;
    const auto alike = [&](const SeriesRule &each) {
        auto indexes = meantBy(each, studies[static_cast<std::size_t>(each.prior)], series);
        std::erase_if(indexes, [&](int index) {
            const auto &other = series[static_cast<std::size_t>(index)].seriesDescription;
            return other.compare(name, Qt::CaseInsensitive) != 0;
        });
        return indexes;
    };
    const auto here = alike(beside);
    const auto there = alike(rule);
    const auto place = static_cast<std::size_t>(std::ranges::find(here, current->series) - here.begin());
    return place < there.size() ? std::optional(there[place]) : std::nullopt;
}

/// Slices of a series at which an image of this side and view begins.
std::vector<int> slicesFor(const SeriesRule &rule, const ImageSeries &series)
{
    std::vector<int> slices;
    int slice = 0;
    for (const auto &instance : series.instances) {
        const bool isSide = rule.side.isEmpty() || rule.side == instance.laterality;
        if (isSide && (rule.view.isEmpty() || rule.view == instance.view))
            slices.push_back(slice);
        slice += instance.frames;
    }
    return slices;
}

/// Of the current study, of those that name what they want.
int viewsFound(const HangingProtocol &protocol,
               const std::vector<HungStudy> &studies,
               const std::vector<ImageSeries> &series)
{
    return static_cast<int>(std::ranges::count_if(protocol.viewports, [&](const HangingViewport &viewport) {
        const auto &rule = viewport.series;
        return rule.prior == 0 && rule.isOfImage() && imageFor(rule, studies, series);
    }));
}

/// A pair, or both in one image, is neither side.
QString sideOf(const HungStudy &study, const std::vector<ImageSeries> &series)
{
    QString side;
    for (const int index : study.series) {
        for (const auto &instance : series[static_cast<std::size_t>(index)].instances) {
            const auto &one = instance.laterality;
            if (one.isEmpty() || one == side)
                continue;
            if (!side.isEmpty() || (one != QLatin1String("R") && one != QLatin1String("L")))
                return {};
            side = one;
        }
    }
    return side;
}

} // namespace

std::vector<HungStudy> studiesOf(const std::vector<ImageSeries> &series)
{
    std::vector<HungStudy> studies;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto &each = series[i];
        auto study = std::ranges::find(studies, each.studyInstanceUid, &HungStudy::studyInstanceUid);
        if (study == studies.end())
            study = studies.insert(studies.end(),
                                   HungStudy{each.studyInstanceUid,
                                             each.studyDate,
                                             each.modality,
                                             {},
                                             {},
                                             each.studyTime,
                                             {},
                                             workflow::personIn(each)});
        study->series.push_back(static_cast<int>(i));
        if (study->bodyPart.isEmpty())
            study->bodyPart = each.bodyPart;
    }
    for (auto &study : studies)
        study.side = sideOf(study, series);
    return studies;
}

StudyRelation relationOf(const HangingProtocol &protocol)
{
    return {protocol.modalities, protocol.bodyParts};
}

bool isPriorOf(const HungStudy &earlier, const HungStudy &current, const StudyRelation &relation)
{
    const bool isOfModality = areTogether(relation.modalities, earlier.modality, current.modality)
        || areTogether(projections(), earlier.modality, current.modality);
    const bool isOfPart = earlier.bodyPart.isEmpty() || current.bodyPart.isEmpty()
        || areTogether(relation.bodyParts, earlier.bodyPart, current.bodyPart);
    const bool isOfSide = earlier.side.isEmpty() || current.side.isEmpty() || earlier.side == current.side;
    // Images of somebody else may be on the record, by mistake or since a person said so: they show nothing of a course.
    const bool isOfHer = workflow::isSamePerson(earlier.person, current.person);
    return isOfModality && isOfPart && isOfSide && isOfHer && !earlier.date.isEmpty()
        && timeOf(earlier) < timeOf(current);
}

bool isPriorOf(const HungStudy &earlier,
               const HungStudy &current,
               const std::vector<HangingProtocol> &protocols)
{
    return isPriorOf(earlier, current) || std::ranges::any_of(protocols, [&](const auto &protocol) {
               return protocol.priors > 0 && isPriorOf(earlier, current, relationOf(protocol));
           });
}

std::vector<HungStudy> studiesToHang(const std::vector<ImageSeries> &series,
                                     const StudyRelation &relation,
                                     const QString &lookedAt)
{
    auto studies = studiesOf(series);
    if (studies.empty())
        return {};
    auto place = std::ranges::find(studies, lookedAt, &HungStudy::studyInstanceUid);
    if (place == studies.end())
        place = std::ranges::max_element(
            studies, [](const HungStudy &a, const HungStudy &b) { return timeOf(a) < timeOf(b); });
    const auto current = *place;
    std::erase_if(studies, [&](const HungStudy &each) { return !isPriorOf(each, current, relation); });
    std::ranges::sort(studies, [](const HungStudy &a, const HungStudy &b) {
        return std::tie(b.date, b.time, a.studyInstanceUid) < std::tie(a.date, a.time, b.studyInstanceUid);
    });
    studies.insert(studies.begin(), current);
    return studies;
}

ProtocolFit fitOf(const HangingProtocol &protocol,
                  const std::vector<HungStudy> &studies,
                  const std::vector<ImageSeries> &series)
{
    if (studies.empty())
        return {};
    const auto &current = studies.front();
    const bool isByPart = !protocol.bodyParts.isEmpty();
    const bool isFitting = protocol.modalities.contains(current.modality)
        && (!isByPart || protocol.bodyParts.contains(current.bodyPart))
        && static_cast<int>(studies.size()) > protocol.priors
        && static_cast<int>(countedSeries(current.series, series).size()) >= protocol.leastSeries
        && viewsFound(protocol, studies, series) >= protocol.leastViews;
    constexpr int kPart = 100;
    constexpr int kPrior = 10;
    constexpr int kView = 5; // two of them say more than any number of series
    const int points = (isByPart ? kPart : 0) + kPrior * protocol.priors + kView * protocol.leastViews
        + protocol.leastSeries;
    return {isFitting, isFitting ? points : 0, isByPart};
}

const HangingProtocol *bestProtocol(const std::vector<HangingProtocol> &all,
                                    const std::vector<ImageSeries> &series)
{
    const HangingProtocol *best = nullptr;
    int most = 0;
    for (const auto &protocol : all) {
        const auto fit = fitOf(protocol, studiesToHang(series, relationOf(protocol)), series);
        if (fit.isFitting && (!best || fit.points > most)) {
            best = &protocol;
            most = fit.points;
        }
    }
    return best;
}

std::optional<HungImage> imageFor(const SeriesRule &rule,
                                  const std::vector<HungStudy> &studies,
                                  const std::vector<ImageSeries> &series)
{
    if (rule.prior < 0 || rule.prior >= static_cast<int>(studies.size()))
        return std::nullopt;
    if (rule.prior > 0 && !rule.isOfImage()) {
        if (const auto namesake = namesakeFor(rule, studies, series))
            return HungImage{*namesake, std::nullopt};
    }
    int before = 0;
    for (const int index : meantBy(rule, studies[static_cast<std::size_t>(rule.prior)], series)) {
        const auto &each = series[static_cast<std::size_t>(index)];
        const auto slices = rule.isOfImage() ? slicesFor(rule, each) : std::vector<int>{-1};
        const int within = rule.number - before - 1;
        before += static_cast<int>(slices.size());
        if (rule.number > before)
            continue;
        const int slice = slices[static_cast<std::size_t>(within)];
        return HungImage{index, slice < 0 ? std::nullopt : std::optional(slice)};
    }
    return std::nullopt;
}

} // namespace simiao::viewer
