#include "imaging/models/frame_loader.h"

#include "imaging/models/prefetch_order.h"

#include <QCoroTask>

namespace simiao::viewer {

namespace {

constexpr int kUnderWay = 2;
constexpr int kPrefetched = 30;

} // namespace

FrameLoader::FrameLoader(std::shared_ptr<workflow::ImageSource> source,
                         std::shared_ptr<FrameCache> cache,
                         QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_cache(std::move(cache))
{
}

FrameLoader::~FrameLoader()
{
    m_stop.request_stop();
}

void FrameLoader::setSlices(std::vector<Slice> slices)
{
    m_stop.request_stop();
    m_stop = {};
    ++m_generation;
    m_slices = std::move(slices);
    m_wanted.clear();
    m_underWay.clear();
    m_failed.clear();
}

void FrameLoader::want(int visible, int direction)
{
    const auto order = prefetchOrder(static_cast<int>(m_slices.size()), visible, direction, prefetchRoom());
    m_wanted.assign(order.begin(), order.end());
    if (const auto failure = m_failed.constFind(visible); failure != m_failed.cend())
        Q_EMIT failed(visible, *failure);
    pump();
}

FramePtr FrameLoader::frame(int index)
{
    return m_cache->find(m_slices.at(static_cast<std::size_t>(index)));
}

/// No more than half of the cache: large frames would push each other out for ever.
int FrameLoader::prefetchRoom() const
{
    if (m_frameBytes == 0)
        return kPrefetched;
    return static_cast<int>(std::min<qint64>(kPrefetched, m_cache->maxBytes() / 2 / m_frameBytes));
}

bool FrameLoader::isToBeFetched(int index) const
{
    return !m_underWay.contains(index) && !m_failed.contains(index)
        && !m_cache->contains(m_slices[static_cast<std::size_t>(index)]);
}

void FrameLoader::pump()
{
    while (m_underWay.size() < kUnderWay && !m_wanted.empty()) {
        const int index = m_wanted.front();
        m_wanted.pop_front();
        if (isToBeFetched(index))
            fetch(index);
    }
}

void FrameLoader::fetch(int index)
{
    m_underWay.insert(index);
    const auto &slice = m_slices[static_cast<std::size_t>(index)];
    QCoro::connect(m_source->frame(slice.instance, slice.frame, m_stop.get_token()), this,
                   [this, generation = m_generation, index](Result<FramePtr> answer) {
                       take(generation, index, std::move(answer));
                   });
}

void FrameLoader::take(int generation, int index, Result<FramePtr> answer)
{
    if (generation != m_generation)
        return;
    m_underWay.remove(index);
    if (answer) {
        m_frameBytes = static_cast<qint64>((*answer)->bytes().size());
        m_cache->insert(m_slices[static_cast<std::size_t>(index)], *answer);
        Q_EMIT loaded(index);
    } else {
        m_failed.insert(index, answer.error());
        Q_EMIT failed(index, answer.error());
    }
    pump();
}

} // namespace simiao::viewer
