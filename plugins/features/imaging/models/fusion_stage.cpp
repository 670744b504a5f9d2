#include "imaging/models/fusion_stage.h"

#include "imaging/models/plane_lens.h"
#include "workflow/diagnostics/load_volume.h"

#include <QCoroTask>
#include <QFile>

#include <algorithm>

/// Outside of every namespace, as the macro wants it; a static library would leave the files out.
static void takeFiles()
{
    Q_INIT_RESOURCE(imaging);
}

namespace simiao::viewer {

using namespace imaging;
using namespace Qt::StringLiterals;

namespace {

Result<ColourMap> hotIron()
{
    takeFiles();
    QFile file(u":/simiao/imaging/hot_iron.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::Internal, .code = u"imaging.colour-map"_s, .detail = file.fileName()};
    return ColourMap::parse(file.readAll());
}

/// By a coarse projection of all of it: what is hottest is seen from the front.
FusionWindow windowOf(const Volume &volume)
{
    constexpr int kEdge = 128;
    const auto &geometry = volume.geometry();
    const double extent =
        length(geometry.columnStep) * geometry.columns + length(geometry.sliceStep) * geometry.slices;
    const VolumePlanes planes(geometry.centre());
    const PlaneLens lens(geometry.centre(), planes.orientation(PlaneKind::Coronal), extent / kEdge,
                         {kEdge, kEdge});
    const auto frame =
        reformat(volume, lens.grid(1), {SlabMode::Maximum, length(geometry.rowStep) * geometry.rows});
    return frame ? fusionWindow(**frame) : FusionWindow{{0, 1}};
}

/// By one image of each: a listing does not say it.
Task<std::vector<workflow::ImageSeries>> correctedFirst(std::shared_ptr<workflow::ImageSource> source,
                                                        std::vector<workflow::ImageSeries> all,
                                                        std::stop_token stop)
{
    std::vector<workflow::ImageSeries> corrected;
    std::vector<workflow::ImageSeries> others;
    for (const auto &series : all) {
        bool isCorrected = false;
        if (!series.instances.empty()) {
            const auto frame = co_await source->frame(series.instances.front(), 0, stop);
            const auto pet = frame ? (*frame)->facts().pet : std::nullopt;
            isCorrected = pet && pet->correctedImage.contains(u"ATTN"_s);
        }
        (isCorrected ? corrected : others).push_back(series);
    }
    corrected.insert(corrected.end(), others.begin(), others.end());
    co_return corrected;
}

} // namespace

Result<void> checkFusable(const VolumeFacts &below, const VolumeFacts &above)
{
    if (!below.frameOfReferenceUid.isEmpty() && below.frameOfReferenceUid == above.frameOfReferenceUid)
        return ok();
    return Error{.kind = ErrorKind::Conflict, .code = u"imaging.fusion-frame"_s};
}

FusionStage::FusionStage(std::shared_ptr<workflow::ImageSource> source,
                         VolumeStage *below,
                         Series series,
                         QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_below(below)
    , m_series(std::move(series))
{
    auto colours = hotIron();
    if (colours)
        m_colours = *std::move(colours);
    else
        m_error = std::move(colours).error();
}

FusionStage::~FusionStage()
{
    m_stop.request_stop();
}

/// Every PET of the study; a PET itself needs none.
std::vector<workflow::ImageSeries> FusionStage::candidates() const
{
    const auto &below = m_below->series();
    if (below.modality == u"PT"_s || !m_series)
        return {};
    auto all = m_series();
    std::erase_if(all, [&](const workflow::ImageSeries &series) {
        return series.modality != u"PT"_s || series.studyInstanceUid != below.studyInstanceUid;
    });
    return all;
}

void FusionStage::toggle()
{
    if (m_isLoading)
        return;
    m_isShown = false;
    m_error.reset();
    if (m_below->volume() && m_next == 0)
        return begin();
    if (m_below->volume() && m_next < m_round.size())
        return showNext();
    m_next = 0;
    Q_EMIT changed();
}

void FusionStage::begin()
{
    m_round = candidates();
    if (m_round.size() <= 1)
        return showNext();
    m_isLoading = true;
    QCoro::connect(correctedFirst(m_source, m_round, m_stop.get_token()), this,
                   [this](std::vector<workflow::ImageSeries> ordered) {
                       m_isLoading = false;
                       m_round = std::move(ordered);
                       showNext();
                   });
    Q_EMIT changed();
}

void FusionStage::showNext()
{
    if (m_next < m_round.size() && m_below->volume()) {
        const auto series = m_round[m_next++];
        if (!m_volume || m_shown.seriesInstanceUid != series.seriesInstanceUid)
            return load(series);
        m_isShown = true;
    }
    Q_EMIT changed();
}

void FusionStage::load(const workflow::ImageSeries &series)
{
    m_isLoading = true;
    m_volume.reset();
    m_shown = series;
    const auto room = VolumeStage::kMostBytes - m_below->volume()->byteSize();
    QCoro::connect(workflow::loadVolume(m_source, {series, room, {}}, m_stop.get_token()), this,
                   [this](Result<VolumePtr> answer) { take(std::move(answer)); });
    Q_EMIT changed();
}

void FusionStage::take(Result<VolumePtr> answer)
{
    m_isLoading = false;
    m_isShown = false;
    if (!answer) {
        m_error = answer.error();
    } else if (const auto fits = checkFusable(m_below->volume()->facts(), (*answer)->facts()); !fits) {
        m_error = fits.error();
    } else {
        m_volume = *answer;
        m_window = windowOf(*m_volume);
        m_isShown = true;
    }
    if (!m_isShown && m_next == m_round.size())
        m_next = 0; // the key tries again
    Q_EMIT changed();
}

void FusionStage::changeOpacity(double by)
{
    m_opacity = std::clamp(m_opacity + by, 0.1, 1.0);
    Q_EMIT changed();
}

} // namespace simiao::viewer
