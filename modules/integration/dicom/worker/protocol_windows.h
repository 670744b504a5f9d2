#pragma once

#include "integration/dicom/worker/protocol.h"

namespace simiao::dicom {

// Windows has no seals: who could once write into shared memory can go on doing it. So its area is made when the sizes are
// known, and copied when it is full:
//
//     DecoderHello <-, HandedRequest ->, DecoderReply <- (the sizes), HandedArea ->, AreaFilled <-
//
// The line is standard input, a pipe of packets that goes both ways. Handles are given into the decoder's own table, never taken from it.

struct HandedRequest
{
    DecoderRequest request = {};
    std::uint64_t file = 0; ///< handle, read only
};

struct HandedArea
{
    std::uint32_t protocol = kDecoderProtocol;
    std::uint32_t serial = 0; ///< of the request
    std::uint64_t area = 0;   ///< handle of shared memory as large as pixels and message
};

struct AreaFilled
{
    std::uint32_t protocol = kDecoderProtocol;
    std::uint32_t serial = 0;
};

} // namespace simiao::dicom
