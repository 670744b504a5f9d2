#pragma once

#include "integration/dimse/association.h"
#include "integration/dimse/commitment.h"

namespace simiao::dimse {

// The data sets of storage commitment (PS3.4 J.3). \thread any, pure

QByteArray commitmentRequest(const QString &transactionUid,
                             const std::vector<SentObject> &objects,
                             const QString &transferSyntax);

/// Conflict `archive.answer` for the report of another transaction; Invalid `archive.answer` for one that tells of objects nobody asked
/// about.
Result<Commitment> commitmentReport(const Message &report,
                                    const QString &transactionUid,
                                    const std::vector<SentObject> &objects);

} // namespace simiao::dimse
