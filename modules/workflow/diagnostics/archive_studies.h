#pragma once

#include "workflow/context.h"
#include "workflow/ports/received_images.h"

namespace simiao::workflow {

/// Which studies an archive has, the latest first, those without a date last. That somebody looked for this patient there is audited first, act `archive.query`; needs
/// `imaging.read`. Errors of ImageArchive::findStudies().
Task<Result<StudyList>> studiesInArchive(Context context,
                                         std::shared_ptr<ImageArchive> archive,
                                         Id<administration::Patient> patient,
                                         StudyQuery query,
                                         std::stop_token stop);

/// Brings a study to this computer, audited as act `archive.retrieve`; needs `imaging.read`. It is not on anybody's record by
/// that. As ImageArchive::retrieve().
Task<Result<ImageTransfer>> bringStudy(Context context,
                                       std::shared_ptr<ImageArchive> archive,
                                       Id<administration::Patient> patient,
                                       Retrieval what,
                                       std::shared_ptr<ObjectSink> sink,
                                       TransferProgress progress,
                                       std::stop_token stop);

} // namespace simiao::workflow
