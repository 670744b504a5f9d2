#pragma once

#include "workflow/ports/image_archive.h"

#include <QMap>

#include <mutex>

namespace simiao::test {

/// Keeps what it is given in memory; full after so many objects.
class MemorySink : public workflow::ObjectSink
{
public:
    bool has(const QString &sopInstanceUid) const override
    {
        const std::scoped_lock lock(m_mutex);
        return objects.contains(sopInstanceUid);
    }
    bool isEmpty() const override
    {
        const std::scoped_lock lock(m_mutex);
        return objects.isEmpty();
    }
    Result<void> take(workflow::ReceivedObject object) override
    {
        const std::scoped_lock lock(m_mutex);
        if (objects.size() >= room)
            return Error{ErrorKind::Unavailable, QStringLiteral("disk.full")};
        ++taken;
        objects.insert(object.sopInstanceUid, object.file);
        return ok();
    }

    QMap<QString, QByteArray> objects;
    qsizetype room = 1 << 30;
    int taken = 0;

private:
    mutable std::mutex m_mutex;
};

} // namespace simiao::test
