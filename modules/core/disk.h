#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace simiao {

/// An open file that is written front to back. Closed by its destructor.
class DiskFile
{
public:
    virtual ~DiskFile() = default;
    virtual Result<void> write(const QByteArray &bytes) = 0;
    /// Returns only when the bytes are on the device; an error means they may not be.
    virtual Result<void> sync() = 0;
};

/// The file operations that durability depends on, as a seam: tests make each of them fail.
/// Codes: disk.open, disk.read, disk.write, disk.sync, disk.rename, disk.remove; `detail` holds the system's reason.
class Disk
{
public:
    virtual ~Disk() = default;
    virtual Result<QByteArray> read(const QString &path) = 0;
    /// Truncates or creates; mode 0600.
    virtual Result<std::unique_ptr<DiskFile>> create(const QString &path) = 0;
    /// Creates if absent; mode 0600.
    virtual Result<std::unique_ptr<DiskFile>> append(const QString &path) = 0;
    virtual Result<void> rename(const QString &from, const QString &to) = 0;
    virtual Result<void> syncDirectory(const QString &path) = 0;
    virtual Result<void> remove(const QString &path) = 0;
    virtual bool exists(const QString &path) = 0;
};

/// The real disk of this platform.
std::shared_ptr<Disk> systemDisk();

} // namespace simiao
