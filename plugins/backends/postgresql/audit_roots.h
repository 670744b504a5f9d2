#pragma once

#include "sdk/server_proof.h"
#include "storage/sql/connection.h"

namespace simiao::postgresql {

/// Walks all chains against their heads and against each day's root, which names where every chain stood then: a chain that was cut
/// with its head, or written anew, is not what its days say.
/// \returns Corrupt `audit.…` with the first bad record and its workstation; Corrupt `audit.root` with the day whose root is not what was
///          made that day
Result<sdk::ChainsProof> proveChains(storage::Connection &connection);

} // namespace simiao::postgresql
