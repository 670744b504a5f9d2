#pragma once

#include "storage/maintenance/export_manifest.h"

namespace simiao::storage {

/// Makes the folder of an export, for its owner alone (mode 0700). Conflict `export.exists` where it holds something.
Result<void> makeExportFolder(const QString &folder);

/// The second half of an export: copies the images, then writes the manifest with what `rows` was filled with and all files.
/// \param imagesFolder  of the profile
Result<workflow::Transfer> completeExport(ExportManifest rows,
                                          const QString &imagesFolder,
                                          const QString &folder);

/// The same where no images are carried: writes the manifest, or takes the export away and gives what went wrong.
Result<workflow::Transfer> completeRows(const Result<ExportManifest> &rows, const QString &folder);

/// Takes away an export that was not completed: its files hold patients.
void discardExport(const QString &folder);

} // namespace simiao::storage
