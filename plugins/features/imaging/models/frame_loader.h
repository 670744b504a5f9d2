#pragma once

#include "imaging/models/frame_cache.h"
#include "imaging/models/load_turns.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <optional>

namespace simiao::viewer {

/// Brings the frames of one series into the cache: the visible one first, at lower resolution where that comes sooner, then those that
/// will be next, then the rest as far as there is room. Few requests are under way at a time, so that a jump never waits behind a long queue; the loaders of
/// several viewports take turns. Answers for a series that was left are dropped. \thread GUI; decoding happens in the source
class FrameLoader : public QObject
{
    Q_OBJECT

public:
    /// \param turns  shared with the other viewports; null: alone
    FrameLoader(std::shared_ptr<workflow::ImageSource> source,
                std::shared_ptr<FrameCache> cache,
                std::shared_ptr<LoadTurns> turns = nullptr,
                QObject *parent = nullptr);
    ~FrameLoader() override;

    void setSlices(std::vector<Slice> slices);
    const std::vector<Slice> &slices() const { return m_slices; }

    /// Slice `visible` is wanted now, its neighbours soon; what failed before is said again, not asked again.
    /// \param direction  +1 or -1
    void want(int visible, int direction);
    /// Nothing is asked for until want() is called again: nobody looks.
    void rest();
    /// What failed may be asked for again, by the next want().
    void forgetFailures() { m_failed.clear(); }
    /// Its viewport is worked with.
    void goFirst() { m_turns->setFirst(this); }

    /// Null while it is not here.
    FramePtr frame(int index);
    /// Stands in for the visible frame while it is on its way (imaging/preview.h); null where nothing does. Never in the cache.
    FramePtr preview(int index) const { return index == m_previewed ? m_preview : nullptr; }
    /// How many of the slices are in the cache.
    int loadedCount() const;

    /// Of what is to be fetched next: 0 it is to be seen, 1 a neighbour, 2 the rest; nothing when all is there.
    std::optional<int> urgency();
    /// Asks for it. Only where there is something.
    void fetchNext();

Q_SIGNALS:
    void loaded(int index);
    /// preview(index) is here.
    void previewed(int index);
    void failed(int index, const simiao::Error &error);

private:
    /// What is wanted, by urgency.
    struct Wanted
    {
        int index = 0;
        int urgency = 0;
    };

    bool isToBeFetched(int index) const;
    void tellArrived(int index);
    int prefetchRoom() const;
    void take(int generation, int index, Result<FramePtr> answer);
    void takePreview(int index, const FramePtr &frame);
    void dropPreview();

    std::shared_ptr<workflow::ImageSource> m_source;
    std::shared_ptr<FrameCache> m_cache;
    std::shared_ptr<LoadTurns> m_turns;
    std::vector<Slice> m_slices;
    std::deque<Wanted> m_wanted; ///< not asked for yet, in the order of urgency; each is asked for once
    QSet<int> m_underWay;
    int m_visible = -1;   ///< nobody looks: -1
    int m_previewed = -1; ///< slice of the preview
    FramePtr m_preview;
    QHash<int, Error> m_failed;
    qint64 m_frameBytes = 0;  ///< of the last frame seen
    bool m_isAwaited = false; ///< what is to be seen was not here when it was wanted
    int m_generation = 0;     ///< counts the series; answers carry the one they were asked for
    std::stop_source m_stop;
};

} // namespace simiao::viewer
