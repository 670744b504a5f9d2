#pragma once

#include "core/disk.h"
#include "workflow/ports/image_archive.h"

#include <memory>

namespace simiao::cli {

/// Objects as files in a folder, each named by the hash of its UID: what is there already is known by its name, and no name comes
/// from the data. A file is there whole or not at all.
class FolderSink : public workflow::ObjectSink
{
public:
    /// The folder exists.
    FolderSink(QString folder, std::shared_ptr<Disk> disk);

    bool has(const QString &sopInstanceUid) const override;
    bool isEmpty() const override;
    Result<void> take(workflow::ReceivedObject object) override;

private:
    QString pathOf(const QString &sopInstanceUid) const;

    const QString m_folder;
    const std::shared_ptr<Disk> m_disk;
};

} // namespace simiao::cli
