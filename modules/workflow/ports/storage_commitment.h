#pragma once

#include "workflow/ports/image_archive.h"

namespace simiao::workflow {

/// What an archive says of objects that it was asked about.
struct StorageConfirmation
{
    int confirmed = 0; ///< it answers for so many from now on
    int asked = 0;
    std::vector<InstanceFailure> failures; ///< those that it says it does not keep

    bool isWhole() const { return confirmed == asked; }
};

/// An ImageArchive that can be asked whether it keeps what it was sent (PS3.4 annex J): that it took an object is no such promise.
/// \thread calls and results on the caller's thread, the work elsewhere
class StorageCommitment
{
public:
    virtual ~StorageCommitment() = default;

    /// How long its answer is waited for; zero: it is not to be asked.
    virtual std::chrono::seconds confirmationPatience() const = 0;
    /// Errors as ImageArchive: Unavailable `archive.silent` where no answer comes in time.
    virtual Task<Result<StorageConfirmation>> confirm(QStringList files, std::stop_token stop) = 0;
};

} // namespace simiao::workflow
