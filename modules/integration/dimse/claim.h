#pragma once

namespace simiao::dimse {

/// How much a message is meant for somebody who waits for calls, in rising order.
enum class Claim {
    None,
    Unwanted, ///< of the kind that he answers, but not what he asked for
    Possible,
    Sure,
};

} // namespace simiao::dimse
