#pragma once

#include "integration/dimse/association.h"
#include "workflow/ports/image_archive.h"

namespace simiao::dimse {

/// What a C-STORE brought as a file (PS3.10): the data set bit by bit as it came, behind a file meta information of ours.
/// \param sender  its AE title
/// \returns Invalid `archive.answer` where the data set does not say of itself what the command says of it (SOP class and
///          instance), or does not belong to `studyInstanceUid`
Result<workflow::ReceivedObject> receivedFile(const Message &store,
                                              const QString &sender,
                                              const QString &studyInstanceUid);

} // namespace simiao::dimse
