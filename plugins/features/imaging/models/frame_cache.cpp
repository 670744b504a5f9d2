#include "imaging/models/frame_cache.h"

namespace simiao::viewer {

namespace {

qint64 sizeOf(const FramePtr &frame)
{
    return static_cast<qint64>(frame->bytes().size());
}

} // namespace

FrameCache::FrameCache(qint64 maxBytes)
    : m_maxBytes(maxBytes)
{
}

FrameCache::Key FrameCache::keyOf(const Slice &slice)
{
    return {slice.instance.location, slice.instance.sopInstanceUid, slice.frame};
}

FramePtr FrameCache::find(const Slice &slice)
{
    const auto found = m_index.constFind(keyOf(slice));
    if (found == m_index.cend())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return m_entries.front().frame;
}

void FrameCache::insert(const Slice &slice, FramePtr frame)
{
    const auto key = keyOf(slice);
    if (const auto old = m_index.constFind(key); old != m_index.cend())
        remove(*old);
    m_bytes += sizeOf(frame);
    m_entries.push_front({key, std::move(frame)});
    m_index.insert(key, m_entries.begin());
    makeRoom();
}

void FrameCache::makeRoom()
{
    while (m_bytes > m_maxBytes && m_entries.size() > 1)
        remove(std::prev(m_entries.end()));
}

void FrameCache::remove(std::list<Entry>::iterator entry)
{
    m_bytes -= sizeOf(entry->frame);
    m_index.remove(entry->key);
    m_entries.erase(entry);
}

} // namespace simiao::viewer
