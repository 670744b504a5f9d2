#pragma once

#include "core/result.h"

#include <QString>

namespace simiao::workflow {

/// A file that lies in a store of our own now.
struct KeptFile
{
    QString studyInstanceUid;
    QString sopInstanceUid;
    bool isNew = false; ///< this object was not there before
};

/// Copies DICOM files from sticks, discs and foreign folders to where they stay. The store of received images is one where it can
/// (dynamic_cast of ReceivedImages). \thread any, several at a time; every call blocks
class FileKeeper
{
public:
    virtual ~FileKeeper() = default;

    /// This file or folder is the store's own, and stays by itself.
    virtual bool isOwn(const QString &location) const = 0;
    /// Copies the file under a name of our own; success also where the same object is there already.
    /// Errors as ObjectSink::take(), and of reading the file
    virtual Result<KeptFile> takeFile(const QString &location) = 0;
    /// Takes an object away again, with its file. Success where it is not there; errors of the disk
    virtual Result<void> drop(const QString &sopInstanceUid) = 0;
};

} // namespace simiao::workflow
