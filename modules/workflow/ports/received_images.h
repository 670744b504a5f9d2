#pragma once

#include "workflow/ports/image_archive.h"

namespace simiao::workflow {

/// What archives sent, as it lies on this computer: bounded, and what belongs to a record for good.
/// \thread  any, several at a time
class ReceivedImages : public ObjectSink
{
public:
    /// Where ImageSource::list finds what is here of the study; empty where nothing is.
    virtual QString folderOf(const QString &studyInstanceUid) const = 0;
    /// The study belongs to a record from now on: what is here of it, and what still comes, is never given up for room.
    /// Blocks. \returns its place; NotFound `imaging.study-missing`; errors of the disk, after which it can be called again
    virtual Result<QString> keep(const QString &studyInstanceUid) = 0;
    /// The study was looked at.
    virtual void noteUse(const QString &studyInstanceUid) = 0;
};

} // namespace simiao::workflow
