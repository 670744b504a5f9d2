#pragma once

#include "storage/maintenance/export_manifest.h"

namespace simiao::storage {

/// Reads every file of an export and compares it with the manifest.
/// \returns NotFound `export.file-missing` with the file; Corrupt `export.changed` with file:line, or the file where it has
///          no lines
Result<void> verifyFiles(const QString &folder, const ExportManifest &manifest);

} // namespace simiao::storage
