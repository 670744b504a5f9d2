#pragma once

#include "workflow/context.h"
#include "workflow/ports/image_export.h"

namespace simiao::workflow {

/// Pictures of a patient are about to leave this computer. Act `imaging.export`, in the trail before this returns; nothing may go out
/// without. \param detail  what goes out in codes and numbers, such as "pictures=40 texts=no"; nobody's name
Task<Result<void>> allowImageExport(Context context,
                                    Uuid command,
                                    Id<administration::Patient> patient,
                                    QString detail);

/// The same, then the export of DICOM files; then, once more in the trail, what came of it, with what was found beside the series:
/// "written=41 failed=0 left-out=2 identity=named". Where only that cannot be recorded, it is why the export ended.
Task<Result<ImageExport>> exportImages(Context context,
                                       Uuid command,
                                       Id<administration::Patient> patient,
                                       std::shared_ptr<ImageExporter> exporter,
                                       ImageExportOrder order,
                                       TransferProgress progress,
                                       std::stop_token stop);

} // namespace simiao::workflow
