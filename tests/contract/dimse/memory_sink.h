#pragma once

#include "workflow/ports/image_archive.h"

#include <QHash>

#include <mutex>

namespace simiao::test {

/// Keeps what comes in memory, and refuses from a certain object on, as a full disk does.
class MemorySink : public workflow::ObjectSink
{
public:
    explicit MemorySink(int room = 1'000'000)
        : m_room(room)
    {
    }

    bool has(const QString &sopInstanceUid) const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_files.contains(sopInstanceUid);
    }
    Result<void> take(workflow::ReceivedObject object) override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_taken;
        if (m_files.size() >= m_room)
            return Error{.kind = ErrorKind::Unavailable, .code = QStringLiteral("disk.full")};
        m_files.insert(object.sopInstanceUid, object.file);
        return ok();
    }

    void makeRoom() { m_room = 1'000'000; }
    QHash<QString, QByteArray> files() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_files;
    }
    /// Calls of take().
    int taken() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_taken;
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, QByteArray> m_files;
    int m_room;
    int m_taken = 0;
};

} // namespace simiao::test
