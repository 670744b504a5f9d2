#pragma once

#include "core/result.h"
#include "workflow/diagnostics/import_check.h"

#include <functional>
#include <stop_token>

namespace simiao::dicom {

struct DatasetFile;

/// What one object says of itself. As openDataset, and Invalid `imaging.kind-not-kept` for what no record takes, such as a DICOMDIR.
Result<workflow::ImportHeader> readImportHeader(const QString &path);
/// The same of an open file.
Result<workflow::ImportHeader> importHeaderFrom(const DatasetFile &file);

/// How a header is read that the scan does not take: readImportHeader, or by another process.
using ImportHeaderReader = std::function<Result<workflow::ImportHeader>(const QString &path)>;

/// Of every object at or below `location` (where that is the directory of a medium: on the medium) that a record can take; other files are
/// passed over. As walkFiles, and Cancelled as the reader.
/// Blocks. \thread any
Result<std::vector<workflow::ImportHeader>> examineLocation(
    const QString &location,
    const std::stop_token &stop,
    const ImportHeaderReader &read = readImportHeader);

} // namespace simiao::dicom
