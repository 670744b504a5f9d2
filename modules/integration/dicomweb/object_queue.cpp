#include "integration/dicomweb/object_queue.h"

namespace simiao::dicomweb {

namespace {

constexpr qint64 kMostBytes = qint64{64} << 20;

} // namespace

Result<void> ObjectQueue::receive(Part part)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_bytes += part.body.size();
        m_objects.push_back(std::move(part.body));
    }
    m_changed.notify_one();
    return ok();
}

bool ObjectQueue::isReady()
{
    const std::scoped_lock lock(m_mutex);
    return m_bytes < kMostBytes;
}

void ObjectQueue::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
    }
    m_changed.notify_all();
}

std::optional<QByteArray> ObjectQueue::pop(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return m_isClosed || !m_objects.empty(); });
    if (stop.stop_requested() || m_objects.empty())
        return {};
    auto object = std::move(m_objects.front());
    m_objects.pop_front();
    m_bytes -= object.size();
    return object;
}

} // namespace simiao::dicomweb
