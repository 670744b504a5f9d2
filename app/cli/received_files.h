#pragma once

#include "core/disk.h"
#include "workflow/ports/image_archive.h"

namespace simiao::cli {

/// Objects as files of a folder. A file's name follows from the UID of its object, by a hash: nothing of what was received becomes a
/// path. A file is there whole or not at all, so that a call that was interrupted can be made again.
class ReceivedFiles : public workflow::ObjectSink
{
public:
    ReceivedFiles(std::shared_ptr<Disk> disk, QString folder);

    bool has(const QString &sopInstanceUid) const override;
    bool isEmpty() const override;
    Result<void> take(workflow::ReceivedObject object) override;

private:
    QString pathOf(const QString &sopInstanceUid) const;

    std::shared_ptr<Disk> m_disk;
    QString m_folder;
};

} // namespace simiao::cli
