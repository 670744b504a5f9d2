#pragma once

#include "workflow/context.h"
#include "workflow/ports/noted_sending.h"

namespace simiao::workflow {

/// Sends DICOM files of a patient to an archive. Act `imaging.export`, in the trail before the first one goes; then, once more in the trail,
/// what came of it: "sent=41 failed=0 total=41". Where only that cannot be recorded, it is why the sending ended.
/// \param noted  hears of each file that is there, where the archive tells (NotedSending). \param what  in codes, such as "study" or "key-images"; nobody's name. \returns as ImageArchive::send
Task<Result<ImageTransfer>> sendImages(Context context,
                                       Uuid command,
                                       Id<administration::Patient> patient,
                                       std::shared_ptr<ImageArchive> archive,
                                       QStringList files,
                                       QString what,
                                       FileSent noted,
                                       TransferProgress progress,
                                       std::stop_token stop);

} // namespace simiao::workflow
