#include "imaging/pixel_kernels.h"

#include <algorithm>

namespace simiao::imaging {

namespace {

template <typename T>
void window(const T *stored, std::size_t count, const GreyRamp &ramp, std::uint8_t *grey)
{
    std::transform(stored, stored + count, grey, [&ramp](T value) { return ramp.grey(value); });
}

void scaleRow(const std::uint8_t *grey, const ScaledRow &row, std::int16_t *out)
{
    constexpr int kShift = kWeightBits - kRowBits;
    for (std::size_t x = 0; x < row.size; ++x) {
        const auto *pair = grey + row.first[x];
        const int sum = pair[0] * row.firstWeight[x] + pair[1] * row.secondWeight[x];
        out[x] = std::int16_t(sum >> kShift);
    }
}

void mixRows(const std::int16_t *upper,
             const std::int16_t *lower,
             int weight,
             std::size_t count,
             std::uint32_t *out)
{
    constexpr int kShift = kWeightBits + kRowBits;
    constexpr int kHalf = 1 << (kShift - 1);
    const int upperWeight = (1 << kWeightBits) - weight;
    for (std::size_t x = 0; x < count; ++x) {
        const auto grey = std::uint32_t((upper[x] * upperWeight + lower[x] * weight + kHalf) >> kShift);
        out[x] = 0xff000000U | grey * 0x010101U;
    }
}

} // namespace

const PixelKernels &scalarKernels()
{
    static constexpr PixelKernels kernels{
        "scalar", window<std::int16_t>, window<std::uint16_t>, window<std::uint8_t>, scaleRow, mixRows};
    return kernels;
}

const PixelKernels &pixelKernels()
{
    for (const auto *fast : {avx2Kernels(), neonKernels()}) {
        if (fast)
            return *fast;
    }
    return scalarKernels();
}

} // namespace simiao::imaging
