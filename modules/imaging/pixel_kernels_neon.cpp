// The loops for ARM with 64 bits, where every processor has NEON: nothing is asked at run time.

#include "imaging/pixel_kernels.h"

#if defined(__aarch64__) || defined(_M_ARM64)

#include <arm_neon.h>

namespace simiao::imaging {

namespace {

/// Eight stored values as two times four 32-bit numbers.
int32x4x2_t widen(const std::int16_t *at)
{
    const auto eight = vld1q_s16(at);
    return {vmovl_s16(vget_low_s16(eight)), vmovl_high_s16(eight)};
}
int32x4x2_t widen(const std::uint16_t *at)
{
    const auto eight = vld1q_u16(at);
    return {vreinterpretq_s32_u32(vmovl_u16(vget_low_u16(eight))),
            vreinterpretq_s32_u32(vmovl_high_u16(eight))};
}
int32x4x2_t widen(const std::uint8_t *at)
{
    const auto eight = vmovl_u8(vld1_u8(at));
    return {vreinterpretq_s32_u32(vmovl_u16(vget_low_u16(eight))),
            vreinterpretq_s32_u32(vmovl_high_u16(eight))};
}

/// Greys as 32-bit numbers, which narrowing keeps within 0 … 255.
class Line
{
public:
    explicit Line(const GreyRamp &ramp)
        : m_scale(vdupq_n_f32(ramp.scale))
        , m_offset(vdupq_n_f32(ramp.offset))
    {
    }

    int32x4_t greys(int32x4_t stored) const
    {
        return vcvtq_s32_f32(vfmaq_f32(m_offset, vcvtq_f32_s32(stored), m_scale));
    }

private:
    float32x4_t m_scale;
    float32x4_t m_offset;
};

/// The same where some values are no measurement.
class LineWithPadding
{
public:
    explicit LineWithPadding(const GreyRamp &ramp)
        : m_line(ramp)
        , m_first(vdupq_n_s32(ramp.firstPadding))
        , m_last(vdupq_n_s32(ramp.lastPadding))
    {
    }

    int32x4_t greys(int32x4_t stored) const
    {
        const auto isPadding = vandq_u32(vcgeq_s32(stored, m_first), vcleq_s32(stored, m_last));
        return vbicq_s32(m_line.greys(stored), vreinterpretq_s32_u32(isPadding));
    }

private:
    Line m_line;
    int32x4_t m_first;
    int32x4_t m_last;
};

template <typename Greys>
uint8x8_t eight(const Greys &line, int32x4x2_t stored)
{
    const auto low = vqmovn_s32(line.greys(stored.val[0]));
    return vqmovun_s16(vqmovn_high_s32(low, line.greys(stored.val[1])));
}

template <typename Greys, typename T>
void windowBy(const T *stored, std::size_t count, const GreyRamp &ramp, std::uint8_t *grey)
{
    constexpr std::size_t kStep = 16;
    const Greys line(ramp);
    std::size_t at = 0;
    for (; at + kStep <= count; at += kStep)
        vst1q_u8(grey + at,
                 vcombine_u8(eight(line, widen(stored + at)), eight(line, widen(stored + at + 8))));
    for (; at < count; ++at)
        grey[at] = ramp.grey(stored[at]);
}

template <typename T>
void window(const T *stored, std::size_t count, const GreyRamp &ramp, std::uint8_t *grey)
{
    ramp.hasPadding() ? windowBy<LineWithPadding>(stored, count, ramp, grey)
                      : windowBy<Line>(stored, count, ramp, grey);
}

/// Four greys of two rows, mixed and rounded.
uint32x4_t mixed(int16x4_t upper, int16x4_t lower, int16x4_t upperWeight, int16x4_t weight)
{
    constexpr int kShift = kWeightBits + kRowBits;
    const auto sum = vmlal_s16(vmull_s16(upper, upperWeight), lower, weight);
    return vreinterpretq_u32_s32(vrshrq_n_s32(sum, kShift));
}

/// Each 32-bit grey three times, opaque.
uint32x4_t asColour(uint32x4_t greys)
{
    return vorrq_u32(vmulq_n_u32(greys, 0x010101U), vdupq_n_u32(0xff000000U));
}

void mixRows(const std::int16_t *upper,
             const std::int16_t *lower,
             int weight,
             std::size_t count,
             std::uint32_t *out)
{
    constexpr std::size_t kStep = 8;
    const auto upperWeight = vdup_n_s16(std::int16_t((1 << kWeightBits) - weight));
    const auto lowerWeight = vdup_n_s16(std::int16_t(weight));
    std::size_t x = 0;
    for (; x + kStep <= count; x += kStep) {
        const auto a = vld1q_s16(upper + x);
        const auto b = vld1q_s16(lower + x);
        vst1q_u32(out + x, asColour(mixed(vget_low_s16(a), vget_low_s16(b), upperWeight, lowerWeight)));
        vst1q_u32(out + x + 4, asColour(mixed(vget_high_s16(a), vget_high_s16(b), upperWeight, lowerWeight)));
    }
    scalarKernels().mixRows(upper + x, lower + x, weight, count - x, out + x);
}

} // namespace

const PixelKernels *neonKernels()
{
    // NEON gathers nothing: pixels along x are fetched one by one.
    static const PixelKernels kernels{
        "neon", window<std::int16_t>, window<std::uint16_t>, window<std::uint8_t>, scalarKernels().scaleRow,
        mixRows};
    return &kernels;
}

} // namespace simiao::imaging

#else

namespace simiao::imaging {

const PixelKernels *neonKernels()
{
    return nullptr;
}

} // namespace simiao::imaging

#endif
