#pragma once

#include "tour/line_socket.h"

#include <sys/socket.h>

#include <array>

namespace simiao::tour {

/// Two connected descriptors.
inline std::array<int, 2> socketEnds()
{
    std::array<int, 2> ends{-1, -1};
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data());
    return ends;
}

} // namespace simiao::tour
