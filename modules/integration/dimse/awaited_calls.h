#pragma once

#include "integration/dimse/claim.h"
#include "integration/dimse/listener.h"

namespace simiao::dimse {

/// What one conversation waits for.
struct Awaited
{
    Acceptance acceptance;
    std::function<Claim(const Message &message)> claim;
    Answering answering;
};

/// Waits for calls of archives at a place, for as long as it lives. Several conversations of the process wait at the same one, as a C-MOVE
/// and the report of a storage commitment do: each message goes to the one whose claim is the best.
/// \thread any; `claim` and `answering` run on threads of the listener
class AwaitedCalls
{
public:
    /// Unavailable `archive.listener` where the place cannot be had, or others wait there under another title, with TLS or without.
    static Result<std::unique_ptr<AwaitedCalls>> create(const ListeningPlace &place, Awaited awaited);
    AwaitedCalls(const AwaitedCalls &) = delete;
    AwaitedCalls &operator=(const AwaitedCalls &) = delete;
    ~AwaitedCalls();

    /// Nothing of this conversation is answered any more once it returns; calls end where nobody else waits.
    /// \returns why the last call came to nothing, for an archive that never gets through to us
    std::optional<Error> finish();

private:
    class Exchange;

    explicit AwaitedCalls(Awaited awaited);

    const Awaited m_awaited;
    std::shared_ptr<Exchange> m_exchange; ///< null once it is finished
    std::optional<Error> m_fault;
};

} // namespace simiao::dimse
