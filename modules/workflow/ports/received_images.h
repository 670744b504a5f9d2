#pragma once

#include "workflow/ports/image_archive.h"

namespace simiao::workflow {

/// Bytes that may be given up for room, and the most there may be; 0: there is no such limit.
struct ReceivedRoom
{
    qint64 bytes = 0;
    qint64 limit = 0;
};

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
    /// The study belongs to no record after all: what is here of it may be given up for room again. Blocks. Success where nothing
    /// is here; errors of the disk, after which it still counts as kept
    virtual Result<void> release(const QString &) { return ok(); }
    /// keep() was said of it, and not release().
    virtual bool isKept(const QString &) const { return false; }
    /// What may be given up, and how much of that there may be.
    virtual ReceivedRoom room() const { return {}; }
};

} // namespace simiao::workflow
