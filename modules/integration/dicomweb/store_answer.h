#pragma once

#include "integration/http/message.h"
#include "workflow/ports/image_archive.h"

#include <QUrl>

namespace simiao::dicomweb {

/// What became of the instances that were sent together (PS3.18 10.5.3).
struct StoreAnswer
{
    std::vector<workflow::InstanceFailure> failures;
    int stored = 0;
};

/// Reads the answer to a store transaction: 200 and 202, and the refusals that say why for each (409).
/// Failures are Invalid `archive.not-stored` with the Failure Reason in hexadecimal (PS3.4 CC.2.3), Unavailable where the archive
/// is out of resources (A7xx).
/// \param sent  SOP instance UIDs
/// \returns the error of all of them: what http::accepted() makes of the status, or `archive.answer`
Result<StoreAnswer> readStoreAnswer(const http::Response &answer,
                                    const QStringList &sent,
                                    const QUrl &server);

} // namespace simiao::dicomweb
