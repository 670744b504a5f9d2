#pragma once

#include "integration/dicom/worker/caged_child_windows.h"
#include "integration/dicom/worker/protocol_windows.h"

namespace simiao::dicom {

/// What a decoder wrote, in memory of ours.
struct CopiedAnswer
{
    std::shared_ptr<const std::byte[]> bytes;
    std::size_t pixelBytes = 0;
    std::size_t messageBytes = 0; ///< behind the pixels
};

/// Why there is no answer.
struct FailedExchange
{
    enum class Why {
        Ended,       ///< it crashed
        Late,        ///< no answer within the time
        Interrupted, ///< from outside
        Broken,      ///< it answered what it must not
        NoMemory     ///< here
    };
    Why why = Why::Ended;
    std::string detail = {};
};

/// The decoder has said that it is ready. \returns whether it is locked in
std::expected<bool, FailedExchange> greeted(CagedChild &child, std::chrono::milliseconds patience);

/// Asks for what becomes of a file. Whatever fails: the child is no longer of use.
/// \param file         read only
/// \param mostPixels   bytes that an answer may have at most
/// \param patience     for the whole answer; as much of the processor's time, and a second, the job grants
std::expected<CopiedAnswer, FailedExchange> exchanged(CagedChild &child,
                                                      const DecoderRequest &request,
                                                      const Handle &file,
                                                      std::uint64_t mostPixels,
                                                      std::chrono::milliseconds patience);

} // namespace simiao::dicom
