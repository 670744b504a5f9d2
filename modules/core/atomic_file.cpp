#include "core/atomic_file.h"

#include "core/try.h"

#include <QFileInfo>

namespace simiao {

namespace {

QString previousOf(const QString &path)
{
    return path + QStringLiteral(".previous");
}

} // namespace

Result<void> AtomicFile::writeTemporary(const QString &path, const QByteArray &content) const
{
    {
        TRY(const auto file, m_disk->create(path));
        TRY_VOID(file->write(content));
        TRY_VOID(file->sync());
    }
    TRY(const auto written, m_disk->read(path));
    if (written != content)
        return Error{ErrorKind::Corrupt, QStringLiteral("disk.read-back")};
    return ok();
}

Result<void> AtomicFile::write(const QString &path, const QByteArray &content) const
{
    const QString temporary = path + QStringLiteral(".new");
    if (auto written = writeTemporary(temporary, content); !written) {
        // Nobody reads a file whose flush failed, and a full disk needs the room.
        static_cast<void>(m_disk->remove(temporary));
        return written;
    }
    if (m_disk->exists(path)) {
        TRY_VOID(m_disk->rename(path, previousOf(path)));
    }
    if (auto renamed = m_disk->rename(temporary, path); !renamed) {
        // The new file did not take its place: put the old one back before saying so.
        if (m_disk->exists(previousOf(path)))
            static_cast<void>(m_disk->rename(previousOf(path), path));
        return renamed;
    }
    auto synced = m_disk->syncDirectory(QFileInfo(path).absolutePath());
    if (!synced)
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.not-durable"), synced.error().detail};
    return ok();
}

Result<QByteArray> AtomicFile::read(const QString &path) const
{
    auto content = m_disk->read(path);
    if (!content && content.error().kind == ErrorKind::NotFound && m_disk->exists(previousOf(path)))
        return m_disk->read(previousOf(path));
    return content;
}

} // namespace simiao
