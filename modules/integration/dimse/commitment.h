#pragma once

#include "integration/dimse/destination.h"
#include "integration/dimse/listener.h"
#include "workflow/ports/storage_commitment.h"

#include <optional>
#include <stop_token>

namespace simiao::dimse {

/// An object that was sent.
struct SentObject
{
    QString sopClassUid = {};
    QString sopInstanceUid = {};

    bool operator==(const SentObject &) const = default;
};

/// What an archive promises to keep (PS3.4 annex J).
struct Commitment
{
    QStringList committed; ///< SOP instance UIDs
    std::vector<workflow::InstanceFailure> failures;
};

/// Asks the archive to answer for objects: N-ACTION, then its N-EVENT-REPORT over the same association, or over one that the
/// archive opens to us.
/// \param place  nothing: the archive has no way to call us
/// \returns as Association; Unavailable `archive.silent` where the report does not come within the peer's `commitment`, or its patience
///          where that is zero; Forbidden
///          `archive.service-refused`
/// \thread blocks
Result<Commitment> commit(const Destination &peer,
                          const std::optional<ListeningPlace> &place,
                          const std::vector<SentObject> &objects,
                          std::stop_token stop);

/// Asks about files, as long as the peer's `commitment` says. As commit(), and as outgoingFile() for a file that cannot be read.
/// \thread blocks
Result<workflow::StorageConfirmation> confirm(const Destination &peer,
                                              const std::optional<ListeningPlace> &place,
                                              const QStringList &files,
                                              std::stop_token stop);

} // namespace simiao::dimse
