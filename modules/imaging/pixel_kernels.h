#pragma once

#include "imaging/grey_ramp.h"

#include <cstddef>
#include <cstdint>

namespace simiao::imaging {

/// How a row of grey is read for a row of the screen: pixel x is the `first[x]`-th and the one behind it, mixed by weights whose
/// sum is 1 << kWeightBits.
struct ScaledRow
{
    const std::int32_t *first;
    const std::int16_t *firstWeight;
    const std::int16_t *secondWeight;
    std::size_t size;
};

inline constexpr int kWeightBits = 14;
/// Fraction bits of a row that is scaled along x only: 255 << 7 fits 16 bits.
inline constexpr int kRowBits = 7;

/// The loops over pixels. Each set gives the same bytes as the scalar one.
struct PixelKernels
{
    const char *name;
    void (*windowI16)(const std::int16_t *stored,
                      std::size_t count,
                      const GreyRamp &ramp,
                      std::uint8_t *grey);
    void (*windowU16)(const std::uint16_t *stored,
                      std::size_t count,
                      const GreyRamp &ramp,
                      std::uint8_t *grey);
    void (*windowU8)(const std::uint8_t *stored, std::size_t count, const GreyRamp &ramp, std::uint8_t *grey);
    /// Scales along x. \param grey  may be read 3 bytes beyond the last pixel named
    void (*scaleRow)(const std::uint8_t *grey, const ScaledRow &row, std::int16_t *out);
    /// Mixes two such rows, the second by `weight`, into opaque RGB32.
    void (*mixRows)(const std::int16_t *upper,
                    const std::int16_t *lower,
                    int weight,
                    std::size_t count,
                    std::uint32_t *out);
};

/// Plain C++, on every machine: what the others are tested against.
const PixelKernels &scalarKernels();
/// The fastest of this machine.
const PixelKernels &pixelKernels();

/// Null where the program was not built for it or the machine cannot do it.
const PixelKernels *avx2Kernels();
const PixelKernels *neonKernels();

} // namespace simiao::imaging
