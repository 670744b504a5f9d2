#include "imaging/models/frame_loader.h"

#include "imaging/models/prefetch_order.h"
#include "imaging/preview.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr int kNeighbours = 30;

enum Urgency { Seen, Neighbour, Rest };

} // namespace

FrameLoader::FrameLoader(std::shared_ptr<workflow::ImageSource> source,
                         std::shared_ptr<FrameCache> cache,
                         std::shared_ptr<LoadTurns> turns,
                         QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_cache(std::move(cache))
    , m_turns(turns ? std::move(turns) : std::make_shared<LoadTurns>())
{
    m_turns->join(this);
}

FrameLoader::~FrameLoader()
{
    m_turns->leave(this);
    for (qsizetype i = 0; i < m_underWay.size(); ++i)
        m_turns->ended();
    m_stop.request_stop();
}

/// Answers under way no longer count: nobody waits for them.
void FrameLoader::setSlices(std::vector<Slice> slices)
{
    m_stop.request_stop();
    m_stop = {};
    ++m_generation;
    m_slices = std::move(slices);
    m_wanted.clear();
    for (qsizetype i = 0; i < m_underWay.size(); ++i)
        m_turns->ended();
    m_underWay.clear();
    m_failed.clear();
    m_visible = -1;
    dropPreview();
}

void FrameLoader::rest()
{
    m_wanted.clear();
    m_visible = -1;
}

void FrameLoader::want(int visible, int direction)
{
    m_wanted.clear();
    m_visible = visible;
    if (m_previewed != visible)
        dropPreview();
    const auto place = static_cast<std::size_t>(visible);
    m_isAwaited = place < m_slices.size() && !m_cache->contains(m_slices[place]);
    for (const int index :
         prefetchOrder(static_cast<int>(m_slices.size()), visible, direction, prefetchRoom())) {
        const auto before = m_wanted.size();
        m_wanted.push_back({index, before == 0 ? Seen : before <= kNeighbours ? Neighbour : Rest});
    }
    if (const auto failure = m_failed.constFind(visible); failure != m_failed.cend())
        Q_EMIT failed(visible, *failure);
    m_turns->pump();
}

FramePtr FrameLoader::frame(int index)
{
    return m_cache->find(m_slices.at(static_cast<std::size_t>(index)));
}

int FrameLoader::loadedCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_slices, [this](const Slice &slice) { return m_cache->contains(slice); }));
}

/// No more than half of the cache, shared by all viewports: else they would push each other's frames out for ever.
int FrameLoader::prefetchRoom() const
{
    if (m_frameBytes == 0)
        return kNeighbours;
    const qint64 room = m_cache->maxBytes() / 2 / m_frameBytes / std::max(1, m_turns->sharers());
    return static_cast<int>(std::min<qint64>(room, static_cast<qint64>(m_slices.size())));
}

bool FrameLoader::isToBeFetched(int index) const
{
    return !m_underWay.contains(index) && !m_failed.contains(index)
        && !m_cache->contains(m_slices[static_cast<std::size_t>(index)]);
}

std::optional<int> FrameLoader::urgency()
{
    while (!m_wanted.empty() && !isToBeFetched(m_wanted.front().index)) {
        if (m_wanted.front().urgency == Seen)
            tellArrived(m_wanted.front().index);
        m_wanted.pop_front();
    }
    return m_wanted.empty() ? std::nullopt : std::optional(m_wanted.front().urgency);
}

/// Another viewport of the same series brought it while this one waited for its turn.
void FrameLoader::tellArrived(int index)
{
    if (!m_isAwaited || !m_cache->contains(m_slices[static_cast<std::size_t>(index)]))
        return;
    m_isAwaited = false;
    const auto tell = [this, generation = m_generation, index] {
        if (generation == m_generation)
            Q_EMIT loaded(index);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void FrameLoader::fetchNext()
{
    const auto [index, urgency] = m_wanted.front();
    m_wanted.pop_front();
    m_underWay.insert(index);
    m_turns->begun();
    const auto &slice = m_slices[static_cast<std::size_t>(index)];
    auto coming = urgency == Seen && index != m_previewed
        ? m_source->preview(slice.instance, slice.frame, m_stop.get_token())
        : m_source->frame(slice.instance, slice.frame, m_stop.get_token());
    QCoro::connect(std::move(coming), this,
                   [this, generation = m_generation, place = index](Result<FramePtr> answer) {
                       take(generation, place, std::move(answer));
                   });
}

void FrameLoader::take(int generation, int index, Result<FramePtr> answer)
{
    if (generation != m_generation)
        return;
    m_underWay.remove(index);
    m_turns->ended();
    if (answer && imaging::isPreview((*answer)->facts()))
        return takePreview(index, *answer);
    if (index == m_previewed)
        dropPreview();
    if (answer) {
        m_frameBytes = static_cast<qint64>((*answer)->bytes().size());
        m_cache->insert(m_slices[static_cast<std::size_t>(index)], *answer);
        Q_EMIT loaded(index);
    } else {
        m_failed.insert(index, answer.error());
        Q_EMIT failed(index, answer.error());
    }
    m_turns->pump();
}

/// The whole frame is asked for next, also where somebody has leafed on: it is near what is seen now.
void FrameLoader::takePreview(int index, const FramePtr &frame)
{
    const bool isVisible = index == m_visible;
    if (m_visible >= 0)
        m_wanted.insert(std::ranges::upper_bound(m_wanted, int{Seen}, {}, &Wanted::urgency),
                        {index, isVisible ? Seen : Neighbour});
    if (isVisible) {
        m_previewed = index;
        m_preview = frame;
        Q_EMIT previewed(index);
    }
    m_turns->pump();
}

void FrameLoader::dropPreview()
{
    m_previewed = -1;
    m_preview.reset();
}

} // namespace simiao::viewer
