#pragma once

#include "core/result.h"

#include <QStringList>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace simiao::dicom {

struct DatasetFile;

/// What the directory of a medium (DICOMDIR, PS3.3 annex F) says is on it.
struct MediumFiles
{
    QStringList files;   ///< absolute, each once, in the order of the directory
    QStringList missing; ///< Referenced File IDs that are not there, with / between their components
    int refused = 0;     ///< File IDs that lead elsewhere: such a directory was made to do harm
};

/// `folder`'s DICOMDIR, whatever the case of its name, or empty.
QString mediumDirectoryIn(const QString &folder);

/// Beyond, they are not looked at.
inline constexpr std::uint32_t kMostMediumRecords = 200'000;

/// The File IDs of the directory's records, by their components, in its order: what it says, nothing of it checked.
/// Invalid `imaging.no-directory` where the object is none.
Result<std::vector<QStringList>> mediumFileIds(const DatasetFile &file);
/// The same of the file at `path`. As openDataset. Blocks. \thread any
Result<std::vector<QStringList>> mediumFileIds(const QString &path);

/// Who reads them: this process, or another one.
using FileIdReader = std::function<Result<std::vector<QStringList>>(const QString &path)>;

/// Reads the directory at `path`. A File ID is data: its components are names of one level each, matched without regard to case (and
/// to the version that ISO 9660 appends), and what they lead to must lie within the medium's folder, links resolved.
/// As `read`; Cancelled. Blocks.
Result<MediumFiles> readMediumDirectory(
    const QString &path,
    const std::stop_token &stop,
    const FileIdReader &read = [](const QString &directory) { return mediumFileIds(directory); });

} // namespace simiao::dicom
