#pragma once

#include "core/error.h"
#include "support/cutting_proxy.h"

#include <functional>
#include <optional>
#include <vector>

namespace simiao::test {

/// More PDUs than any conversation of the tests has.
inline constexpr int kMostPdus = 200;

/// One conversation with whoever listens at `port`. \returns nothing where it came through
using Talk = std::function<std::optional<Error>(quint16 port)>;

/// Talks to `server` over a network that fails after no PDU, after one, after two …, until a conversation comes through.
/// \param kind  Cut or CutPdu
/// \returns what those that did not were told; kMostPdus of them where none did
std::vector<Error> cutEverywhere(quint16 server,
                                 Direction direction,
                                 NetworkFault::Kind kind,
                                 const Talk &talk);

} // namespace simiao::test
