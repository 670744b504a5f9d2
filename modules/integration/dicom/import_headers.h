#pragma once

#include "core/result.h"
#include "workflow/diagnostics/import_check.h"

#include <functional>
#include <stop_token>

namespace simiao::dicom {

struct DatasetFile;

/// What one object says of itself. As openDataset.
Result<workflow::ImportHeader> readImportHeader(const QString &path);
/// The same of an open file.
workflow::ImportHeader importHeaderFrom(const DatasetFile &file);

/// How a header is read that the scan does not take: readImportHeader, or by another process.
using ImportHeaderReader = std::function<Result<workflow::ImportHeader>(const QString &path)>;

/// Of every DICOM object at or below `location`; other files are passed over. As walkFiles, and Cancelled as the reader.
/// Blocks. \thread any
Result<std::vector<workflow::ImportHeader>> examineLocation(
    const QString &location,
    const std::stop_token &stop,
    const ImportHeaderReader &read = readImportHeader);

} // namespace simiao::dicom
