#pragma once

#include "workflow/ports/received_images.h"

#include <functional>
#include <map>
#include <stop_token>

namespace simiao::workflow {

/// Images that were copied for a record.
struct KeptImages
{
    std::map<QString, QString> places = {}; ///< folder by StudyInstanceUID
    QStringList fresh =
        {}; ///< of these studies nothing was kept before: released where they come on no record after all
    int differing = 0; ///< files that bear the number of an image here and differ: the one that is here stays
};

/// The store of received images can copy files, and these are not its own.
bool canKeep(const std::shared_ptr<ReceivedImages> &images, const QString &location);

/// Copies the files into the store, a few at a time, where they stay. Where it is stopped or a file fails, what came is taken back and nothing
/// has changed.
/// Blocks. \param files  as ImageInstance::location, \param progress  files done of all; called one at a time, from threads of its own
/// \returns Cancelled; `imaging.file-not-copied` with the file (its name, and its folder's) and the reason, two images of one number being
///          none; `disk.full`, `imaging.store-limit`
Result<KeptImages> keepImages(std::shared_ptr<ReceivedImages> images,
                              QStringList files,
                              std::function<void(int, int)> progress,
                              std::stop_token stop);

} // namespace simiao::workflow
