#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace simiao::dicom {

/// What the main header of a JPEG 2000 codestream says, and into how small parts it or a tile's header cuts any of it (ISO 15444-1 annex A).
struct Jpeg2000Header
{
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    std::int64_t tiles = 0;
    int components = 0;
    int precision = 0; ///< of the first component, bits
    bool isSigned = false;
    /// Multiple component transform: the decoder gives RGB, whatever the data set calls it.
    bool hasColourTransform = false;
    bool isHighThroughput = false;           ///< its blocks are coded as ISO 15444-15 says
    int levels = 0;                          ///< how often the edges can be halved
    std::int64_t codeBlockArea = 4096;       ///< samples, the smallest
    std::int64_t smallestPrecinct = 1 << 30; ///< samples
};

/// Where the codestream begins: at once, or in the jp2c box of a JP2 file; empty where there is none.
std::span<const std::byte> codestreamIn(std::span<const std::byte> bytes);

/// Nothing where there is no main header, and where it says that nothing is left of the picture or its tiles.
std::optional<Jpeg2000Header> readJpeg2000Header(std::span<const std::byte> codestream);

/// Whether all tile-parts are there as long as they say, and the end of the codestream behind them.
bool isWhole(std::span<const std::byte> codestream);

/// For a decoder that allocates by what tile-parts state before it reads: up to the first whose header does not fit into it, and none
/// longer than what is there.
std::vector<std::byte> withSoundParts(std::span<const std::byte> codestream);

} // namespace simiao::dicom
