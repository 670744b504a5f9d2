#pragma once

#include "workflow/ports/image_archive.h"

namespace simiao::workflow {

/// Called with each file that the peer has taken. \thread any; must not block
using FileSent = std::function<void(const QString &file)>;

/// An archive that says of each file when it is there, so that "again" need not send it again. Archives are ones where they can
/// (dynamic_cast of ImageArchive).
class NotedSending
{
public:
    virtual ~NotedSending() = default;

    /// As ImageArchive::send().
    virtual Task<Result<ImageTransfer>> sendNoting(QStringList files,
                                                   FileSent sent,
                                                   TransferProgress progress,
                                                   std::stop_token stop) = 0;
};

} // namespace simiao::workflow
