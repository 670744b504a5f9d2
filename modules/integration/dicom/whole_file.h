#pragma once

#include "core/disk.h"

namespace simiao::dicom {

/// A new file of any size that appears whole or not at all: written beside its place, flushed, then renamed. Without finish() nothing
/// is left. \thread one
class WholeFile
{
public:
    /// Conflict `export.exists` (the file's name) where something stands at `path` and `mayReplace` is false; errors of the disk.
    static Result<WholeFile> create(const QString &path,
                                    bool mayReplace,
                                    std::shared_ptr<Disk> disk = systemDisk());

    WholeFile(WholeFile &&other) noexcept = default;
    WholeFile &operator=(WholeFile &&) = delete;
    ~WholeFile();

    /// Unavailable `disk.full` and other errors of the disk.
    Result<void> write(const QByteArray &bytes);
    Result<void> finish();

private:
    WholeFile(QString path, std::shared_ptr<Disk> disk);

    QString m_path;
    std::shared_ptr<Disk> m_disk;
    std::unique_ptr<DiskFile> m_file; ///< null once finished
};

/// An error of the disk, by its right name where the disk is full.
Error asDiskFull(Error error);

} // namespace simiao::dicom
