#pragma once

#include "core/result.h"
#include "integration/dimse/destination.h"
#include "integration/dimse/watched_connection.h"

#include <dcmtk/dcmnet/dcmlayer.h>

#include <memory>

namespace simiao::dimse {

/// Which side of a connection we are.
enum class Side { Requestor, Acceptor };

/// Makes the connections of one association: watched, and inside TLS where it is on.
/// \param host  that the peer's certificate must bear where Tls says no other name; of no meaning for an acceptor
/// \returns Invalid `archive.tls-file` with the file that cannot be used
Result<std::unique_ptr<DcmTransportLayer>> transportLayer(Side side,
                                                          const Tls &tls,
                                                          const QString &host,
                                                          std::shared_ptr<SocketGuard> guard,
                                                          std::shared_ptr<WireFacts> facts);

} // namespace simiao::dimse
