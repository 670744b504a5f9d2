#pragma once

#include "core/disk.h"

namespace simiao {

/// Replaces a small file so that a reader finds either the old or the new content, whole, whatever fails.
///
/// write temp -> fsync -> read back and compare -> keep the old one as "<path>.previous" -> rename -> fsync
/// directory. (QSaveFile reports success after a failed flush.) On any error the old file is still there.
/// An error after the rename has the code `disk.not-durable`: new content is visible but may not survive a power cut.
class AtomicFile
{
public:
    explicit AtomicFile(std::shared_ptr<Disk> disk)
        : m_disk(std::move(disk))
    {
    }

    Result<void> write(const QString &path, const QByteArray &content) const;

    /// The content, or that of the previous generation when the current one is missing.
    Result<QByteArray> read(const QString &path) const;

private:
    Result<void> writeTemporary(const QString &path, const QByteArray &content) const;

    std::shared_ptr<Disk> m_disk;
};

} // namespace simiao
