#pragma once

#include "core/result.h"

#include <QStringList>

#include <stop_token>

namespace simiao::dicom {

/// What the directory of a medium (DICOMDIR, PS3.3 annex F) says is on it.
struct MediumFiles
{
    QStringList files;   ///< absolute, each once, in the order of the directory
    QStringList missing; ///< Referenced File IDs that are not there, with / between their components
    int refused = 0;     ///< File IDs that lead elsewhere: such a directory was made to do harm
};

/// `folder`'s DICOMDIR, whatever the case of its name, or empty.
QString mediumDirectoryIn(const QString &folder);

/// Reads the directory at `path`. A File ID is data: its components are names of one level each, matched without regard to case (and
/// to the version that ISO 9660 appends), and what they lead to must lie within the medium's folder, links resolved.
/// As openDataset; Invalid `imaging.no-directory` where the object is none; Cancelled. Blocks.
Result<MediumFiles> readMediumDirectory(const QString &path, const std::stop_token &stop);

} // namespace simiao::dicom
