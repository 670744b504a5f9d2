#pragma once

#include "domain/diagnostics/imaging_study.h"
#include "imaging/models/frame_cache.h"
#include "imaging/models/slice.h"
#include "sdk/desk.h"

#include <QObject>

#include <deque>

namespace simiao::viewer {

/// Decodes what studies open with before anybody opens them: their key images first, those marked here too, then the picture that their first series shows, localizers aside.
/// It takes nobody's room: from half a cache on it decodes nothing. A place that cannot be read is said when somebody opens it.
/// \thread GUI
class StudyWarmer : public QObject
{
    Q_OBJECT

public:
    /// \param desk  not owned, outlives this
    StudyWarmer(sdk::Desk *desk, std::shared_ptr<FrameCache> cache, QObject *parent);

    /// The studies in their order. What was left of others is forgotten.
    void setStudies(std::deque<diagnostics::ImagingStudy> studies);

    bool hasMore() const { return !m_reads.empty() || !m_slices.empty() || !m_studies.empty(); }
    /// Lists, reads or decodes one thing, then stepped(). Nothing where there is nothing more.
    void step(const std::stop_token &stop);

Q_SIGNALS:
    void stepped();

private:
    void listSeries(const std::stop_token &stop);
    void listObjects(const diagnostics::ImagingStudy &study, const std::stop_token &stop);
    void takeObjects(const Result<std::vector<workflow::ImagingObject>> &found);
    void readKeyObjects(const std::stop_token &stop);
    void decode(const std::stop_token &stop);
    void take(const imaging::Report &keyObjects);

    sdk::Desk *m_desk;
    std::shared_ptr<FrameCache> m_cache;
    std::deque<diagnostics::ImagingStudy> m_studies;
    QString m_study; ///< whose series these are
    std::vector<workflow::ImageSeries> m_series;
    std::deque<workflow::ImagingObject> m_reads; ///< key object selections
    std::deque<Slice> m_slices;
};

} // namespace simiao::viewer
