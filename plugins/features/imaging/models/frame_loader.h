#pragma once

#include "imaging/models/frame_cache.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace simiao::viewer {

/// Brings the frames of one series into the cache: the visible one first, then those that will be next.
/// Few requests are under way at a time, so that a jump never waits behind a long queue. Answers for a
/// series that was left are dropped. \thread GUI; decoding happens in the source
class FrameLoader : public QObject
{
    Q_OBJECT

public:
    FrameLoader(std::shared_ptr<workflow::ImageSource> source,
                std::shared_ptr<FrameCache> cache,
                QObject *parent = nullptr);
    ~FrameLoader() override;

    void setSlices(std::vector<Slice> slices);
    const std::vector<Slice> &slices() const { return m_slices; }

    /// Slice `visible` is wanted now, its neighbours soon; what failed before is said again, not asked again.
    /// \param direction  +1 or -1
    void want(int visible, int direction);
    /// What failed may be asked for again, by the next want().
    void forgetFailures() { m_failed.clear(); }

    /// Null while it is not here.
    FramePtr frame(int index);

Q_SIGNALS:
    void loaded(int index);
    void failed(int index, const simiao::Error &error);

private:
    void pump();
    bool isToBeFetched(int index) const;
    int prefetchRoom() const;
    void fetch(int index);
    void take(int generation, int index, Result<FramePtr> answer);

    std::shared_ptr<workflow::ImageSource> m_source;
    std::shared_ptr<FrameCache> m_cache;
    std::vector<Slice> m_slices;
    std::deque<int> m_wanted; ///< not asked for yet, in the order of urgency; each is asked for once
    QSet<int> m_underWay;
    QHash<int, Error> m_failed;
    qint64 m_frameBytes = 0; ///< of the last frame seen
    int m_generation = 0;    ///< counts the series; answers carry the one they were asked for
    std::stop_source m_stop;
};

} // namespace simiao::viewer
