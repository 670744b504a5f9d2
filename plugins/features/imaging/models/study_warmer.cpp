#include "imaging/models/study_warmer.h"

#include "imaging/models/counted_series.h"
#include "imaging/models/hanging_protocol.h"
#include "imaging/models/known_objects.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

using workflow::ImagingObject;

namespace {

constexpr std::size_t kMostKeyObjects = 8; ///< of a study
constexpr std::size_t kMostKeyImages = 16;

/// Those of the series that the first study opens with.
std::vector<Slice> openingSlices(const std::vector<workflow::ImageSeries> &series)
{
    if (series.empty())
        return {};
    const auto first = countedSeries(studiesOf(series).front().series, series).front();
    return slicesOf(series[static_cast<std::size_t>(first)]);
}

} // namespace

StudyWarmer::StudyWarmer(sdk::Desk *desk, std::shared_ptr<FrameCache> cache, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_cache(std::move(cache))
{
}

void StudyWarmer::setStudies(std::deque<diagnostics::ImagingStudy> studies)
{
    m_studies = std::move(studies);
    m_series.clear();
    m_reads.clear();
    m_slices.clear();
}

void StudyWarmer::step(const std::stop_token &stop)
{
    if (!m_reads.empty())
        readKeyObjects(stop);
    else if (!m_slices.empty())
        decode(stop);
    else if (!m_studies.empty())
        listSeries(stop);
}

void StudyWarmer::listSeries(const std::stop_token &stop)
{
    const auto study = m_studies.front();
    m_studies.pop_front();
    QCoro::connect(m_desk->images()->list(study.endpoint, stop), this,
                   [this, stop, study](const Result<std::vector<workflow::ImageSeries>> &series) {
                       m_series = series ? *series : std::vector<workflow::ImageSeries>();
                       const auto slices = openingSlices(m_series);
                       if (!slices.empty())
                           m_slices = {slices[slices.size() / 2]};
                       listObjects(study, stop);
                   });
}

/// Those that lie with the images, then those that were written here. What they name comes before the picture that it opens with.
void StudyWarmer::listObjects(const diagnostics::ImagingStudy &study, const std::stop_token &stop)
{
    m_study = study.studyInstanceUid;
    const auto objects = m_desk->imagingObjects();
    if (m_series.empty() || !objects) {
        Q_EMIT stepped();
        return;
    }
    QCoro::connect(objects->list(study.endpoint, stop), this,
                   [this, stop, objects, patient = study.patient.uuid.toString()](
                       const Result<std::vector<ImagingObject>> &there) {
                       takeObjects(there);
                       QCoro::connect(objects->written(patient, stop), this,
                                      [this](const Result<std::vector<ImagingObject>> &here) {
                                          takeObjects(here);
                                          Q_EMIT stepped();
                                      });
                   });
}

void StudyWarmer::takeObjects(const Result<std::vector<ImagingObject>> &found)
{
    for (const auto &object : found ? *found : std::vector<ImagingObject>()) {
        if (object.kind == workflow::ImagingObjectKind::KeyObjects && object.studyInstanceUid == m_study
            && m_reads.size() < kMostKeyObjects)
            m_reads.push_back(object);
    }
}

void StudyWarmer::readKeyObjects(const std::stop_token &stop)
{
    const auto object = m_reads.front();
    m_reads.pop_front();
    QCoro::connect(m_desk->imagingObjects()->read(object, stop), this,
                   [this](const Result<workflow::ImagingObjectContent> &content) {
                       if (const auto *report = content ? std::get_if<imaging::Report>(&*content) : nullptr)
                           take(*report);
                       Q_EMIT stepped();
                   });
}

/// Before what stands there already, which the last place belongs to.
void StudyWarmer::take(const imaging::Report &keyObjects)
{
    for (const auto &image : imaging::keyImagesOf(keyObjects)) {
        for (const auto &series : m_series) {
            if (!isOfSeries(image, series))
                continue;
            for (const auto &slice : slicesOf(series)) {
                const bool isNew = std::ranges::find(m_slices, slice) == m_slices.end();
                if (isNew && image.covers(slice.instance.sopInstanceUid, slice.frame)
                    && m_slices.size() <= kMostKeyImages)
                    m_slices.insert(m_slices.empty() ? m_slices.end() : std::prev(m_slices.end()), slice);
            }
        }
    }
}

void StudyWarmer::decode(const std::stop_token &stop)
{
    const auto slice = m_slices.front();
    m_slices.pop_front();
    const auto hasRoom = [this] { return m_cache->bytes() <= m_cache->maxBytes() / 2; };
    if (!hasRoom() || m_cache->contains(slice)) {
        if (!hasRoom())
            setStudies({});
        Q_EMIT stepped();
        return;
    }
    QCoro::connect(m_desk->images()->frame(slice.instance, slice.frame, stop), this,
                   [this, slice, hasRoom](const Result<FramePtr> &frame) {
                       if (frame && hasRoom())
                           m_cache->insert(slice, *frame);
                       Q_EMIT stepped();
                   });
}

} // namespace simiao::viewer
