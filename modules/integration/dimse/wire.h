#pragma once

#include "integration/dimse/association.h"
#include "integration/dimse/socket_guard.h"
#include "integration/dimse/watched_connection.h"

#include <dcmtk/dcmnet/assoc.h>

#include <memory>

namespace simiao::dimse {

/// What the toolkit and we keep for one association.
struct Association::Wire
{
    Wire(std::stop_token stop, const Patience &patience);
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;
    ~Wire();

    /// Notes what was agreed.
    void readContexts(bool weRequested);
    /// Why a call of the toolkit failed.
    Error errorOf(const OFCondition &condition) const;

    std::shared_ptr<SocketGuard> guard;
    std::shared_ptr<WireFacts> facts = std::make_shared<WireFacts>();
    Patience patience;
    T_ASC_Network *network = nullptr;
    T_ASC_Association *association = nullptr;
    std::vector<AcceptedContext> contexts;
    QString peerAe;
    QString protocol;
    bool isOver = false; ///< released or aborted: nothing is to be said any more
    quint16 lastMessageId = 0;
};

/// Seconds after which the toolkit gives up while it associates and says good-bye. Longer than anybody's patience: what ends waiting
/// is the guard, which also knows why.
constexpr int kToolkitSeconds = 24 * 60 * 60;

/// Writes our implementation (PS3.7 D.3.3.2) in the place of the toolkit's.
void nameOurselves(T_ASC_Parameters &parameters);

/// Silences the toolkit and sets what is one for the whole process. \thread any
void ensureNetwork();

} // namespace simiao::dimse
