// Compiled with AVX2 and FMA (see CMakeLists.txt); nothing here may run before avx2Kernels() has asked the machine.

#include "imaging/pixel_kernels.h"

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

#if defined(_MSC_VER)
#include <intrin.h>
#endif

namespace simiao::imaging {

namespace {

bool canDo()
{
#if defined(_MSC_VER)
    int leaf1[4];
    int leaf7[4];
    __cpuid(leaf1, 1);
    __cpuidex(leaf7, 7, 0);
    const bool hasFma = (leaf1[2] & (1 << 12)) != 0;
    const bool keepsRegisters = (leaf1[2] & (1 << 27)) != 0 && (_xgetbv(0) & 6) == 6;
    return hasFma && keepsRegisters && (leaf7[1] & (1 << 5)) != 0;
#else
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
}

__m256i load(const void *at)
{
    return _mm256_loadu_si256(static_cast<const __m256i *>(at));
}

__m128i loadHalf(const void *at)
{
    return _mm_loadu_si128(static_cast<const __m128i *>(at));
}

__m128i loadQuarter(const void *at)
{
    return _mm_loadl_epi64(static_cast<const __m128i *>(at));
}

/// Eight values as 32-bit numbers.
__m256i widen(const std::int16_t *at)
{
    return _mm256_cvtepi16_epi32(loadHalf(at));
}
__m256i widen(const std::uint16_t *at)
{
    return _mm256_cvtepu16_epi32(loadHalf(at));
}
__m256i widen(const std::uint8_t *at)
{
    return _mm256_cvtepu8_epi32(loadQuarter(at));
}

/// Greys of eight values as 32-bit numbers, which packing keeps within 0 … 255.
class Line
{
public:
    explicit Line(const GreyRamp &ramp)
        : m_scale(_mm256_set1_ps(ramp.scale))
        , m_offset(_mm256_set1_ps(ramp.offset))
    {
    }

    __m256i greys(__m256i stored) const
    {
        return _mm256_cvttps_epi32(_mm256_fmadd_ps(_mm256_cvtepi32_ps(stored), m_scale, m_offset));
    }

private:
    __m256 m_scale;
    __m256 m_offset;
};

/// The same where some values are no measurement.
class LineWithPadding
{
public:
    explicit LineWithPadding(const GreyRamp &ramp)
        : m_line(ramp)
        , m_before(_mm256_set1_epi32(ramp.firstPadding - 1))
        , m_behind(_mm256_set1_epi32(ramp.lastPadding + 1))
    {
    }

    __m256i greys(__m256i stored) const
    {
        const auto isPadding =
            _mm256_and_si256(_mm256_cmpgt_epi32(stored, m_before), _mm256_cmpgt_epi32(m_behind, stored));
        return _mm256_andnot_si256(isPadding, m_line.greys(stored));
    }

private:
    Line m_line;
    __m256i m_before;
    __m256i m_behind;
};

template <typename Greys, typename T>
void windowBy(const T *stored, std::size_t count, const GreyRamp &ramp, std::uint8_t *grey)
{
    constexpr std::size_t kStep = 32;
    const Greys line(ramp);
    const auto order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7); // packing works within halves
    std::size_t at = 0;
    for (; at + kStep <= count; at += kStep) {
        const auto a = line.greys(widen(stored + at));
        const auto b = line.greys(widen(stored + at + 8));
        const auto c = line.greys(widen(stored + at + 16));
        const auto d = line.greys(widen(stored + at + 24));
        const auto bytes = _mm256_packus_epi16(_mm256_packs_epi32(a, b), _mm256_packs_epi32(c, d));
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(grey + at),
                            _mm256_permutevar8x32_epi32(bytes, order));
    }
    for (; at < count; ++at)
        grey[at] = ramp.grey(stored[at]);
}

template <typename T>
void window(const T *stored, std::size_t count, const GreyRamp &ramp, std::uint8_t *grey)
{
    ramp.hasPadding() ? windowBy<LineWithPadding>(stored, count, ramp, grey)
                      : windowBy<Line>(stored, count, ramp, grey);
}

/// Two bytes that follow each other become two 16-bit numbers, in each of eight places.
__m256i pairsOf(__m256i gathered)
{
    const auto low = _mm256_and_si256(gathered, _mm256_set1_epi32(0xff));
    const auto high = _mm256_slli_epi32(_mm256_and_si256(gathered, _mm256_set1_epi32(0xff00)), 8);
    return _mm256_or_si256(low, high);
}

void scaleRow(const std::uint8_t *grey, const ScaledRow &row, std::int16_t *out)
{
    constexpr std::size_t kStep = 8;
    std::size_t x = 0;
    for (; x + kStep <= row.size; x += kStep) {
        const auto gathered =
            _mm256_i32gather_epi32(reinterpret_cast<const int *>(grey), load(row.first + x), 1);
        const auto first = _mm256_cvtepu16_epi32(loadHalf(row.firstWeight + x));
        const auto second = _mm256_cvtepu16_epi32(loadHalf(row.secondWeight + x));
        const auto weights = _mm256_or_si256(first, _mm256_slli_epi32(second, 16));
        const auto sums =
            _mm256_srai_epi32(_mm256_madd_epi16(pairsOf(gathered), weights), kWeightBits - kRowBits);
        const auto packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(sums, sums), 0x08);
        _mm_storeu_si128(reinterpret_cast<__m128i *>(out + x), _mm256_castsi256_si128(packed));
    }
    const ScaledRow rest{row.first + x, row.firstWeight + x, row.secondWeight + x, row.size - x};
    scalarKernels().scaleRow(grey, rest, out + x);
}

/// Greys of eight places as 32-bit numbers: pairs of rows, mixed and rounded.
__m256i mixed(__m256i pairs, __m256i weights)
{
    constexpr int kShift = kWeightBits + kRowBits;
    const auto sum =
        _mm256_add_epi32(_mm256_madd_epi16(pairs, weights), _mm256_set1_epi32(1 << (kShift - 1)));
    return _mm256_srai_epi32(sum, kShift);
}

/// Each 32-bit grey three times, opaque.
__m256i asColour(__m256i greys)
{
    const auto spread = _mm256_setr_epi8(0, 0, 0, -1, 4, 4, 4, -1, 8, 8, 8, -1, 12, 12, 12, -1, //
                                         0, 0, 0, -1, 4, 4, 4, -1, 8, 8, 8, -1, 12, 12, 12, -1);
    return _mm256_or_si256(_mm256_shuffle_epi8(greys, spread), _mm256_set1_epi32(int(0xff000000U)));
}

void mixRows(const std::int16_t *upper,
             const std::int16_t *lower,
             int weight,
             std::size_t count,
             std::uint32_t *out)
{
    constexpr std::size_t kStep = 16;
    const auto weights = _mm256_set1_epi32(((1 << kWeightBits) - weight) | weight << 16);
    std::size_t x = 0;
    for (; x + kStep <= count; x += kStep) {
        const auto a = load(upper + x);
        const auto b = load(lower + x);
        const auto even = asColour(mixed(_mm256_unpacklo_epi16(a, b), weights)); // 0-3, 8-11
        const auto odd = asColour(mixed(_mm256_unpackhi_epi16(a, b), weights));  // 4-7, 12-15
        auto *target = reinterpret_cast<__m256i *>(out + x);
        _mm256_storeu_si256(target, _mm256_permute2x128_si256(even, odd, 0x20));
        _mm256_storeu_si256(target + 1, _mm256_permute2x128_si256(even, odd, 0x31));
    }
    scalarKernels().mixRows(upper + x, lower + x, weight, count - x, out + x);
}

} // namespace

const PixelKernels *avx2Kernels()
{
    static constexpr PixelKernels kernels{
        "avx2", window<std::int16_t>, window<std::uint16_t>, window<std::uint8_t>, scaleRow, mixRows};
    static const bool can = canDo();
    return can ? &kernels : nullptr;
}

} // namespace simiao::imaging

#else

namespace simiao::imaging {

const PixelKernels *avx2Kernels()
{
    return nullptr;
}

} // namespace simiao::imaging

#endif
