#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace simiao::dicom {

/// What the workstation and its decoder say to each other, both of one build: packets of these structures over a socket, in the
/// machine's byte order. A request comes with two descriptors, the file (read only) and an empty area of shared memory; the
/// decoder puts the pixels and behind them a message (frame_message.h) there, and tells both sizes.
inline constexpr std::uint32_t kDecoderProtocol = 5;

/// The socket of a decoder.
inline constexpr int kDecoderSocket = 3;

/// Facts, tables and overlays of a frame.
inline constexpr std::uint64_t kLargestMessage = std::uint64_t{64} << 20;

/// What an order (rewriting_message.h) may take: some hundred parts of pictures that go out black.
inline constexpr std::size_t kLargestOrder = 16 * 1024;

/// ObjectHeader, Object and ImportHeader are of what is no image; samples and documents stand where pixels would, of Copy and
/// Deidentify the bytes that a file begins with.
enum class DecoderTask : std::uint32_t {
    Frame,
    Header,
    Inspection,
    Preview,
    ObjectHeader,
    Object,
    ImportHeader,
    Facts,
    Texts,
    MediumFileIds,
    MediumEntry,
    Copy,
    Deidentify,
    Source,
    FramePlanes
};

/// The first packet of a decoder: it is ready.
struct DecoderHello
{
    std::uint32_t protocol = kDecoderProtocol;
    std::uint32_t isCaged = 0; ///< 1 where it cannot open, connect or start anything any more
};

struct DecoderRequest
{
    std::uint32_t protocol = kDecoderProtocol;
    DecoderTask task = DecoderTask::Frame;
    std::int32_t frameIndex = 0;
    std::uint32_t serial = 0;
    /// Character set of texts, ended by 0; empty: the file's own.
    std::array<char, 64> characterSet{};
    std::uint32_t seconds = 0; ///< that it may take; 0: as ever
    std::uint32_t orderBytes = 0;
    /// What shall be made of the file, where the task alone does not say it.
    std::array<std::byte, kLargestOrder> order{};
};

struct DecoderReply
{
    std::uint32_t protocol = kDecoderProtocol;
    std::uint32_t serial = 0; ///< of the request
    std::uint64_t pixelBytes = 0;
    std::uint64_t messageBytes = 0;
};

} // namespace simiao::dicom
