// Compiled with AVX2 and FMA (see CMakeLists.txt); nothing here may run before avx2Reslice() has asked the machine.

#include "imaging/volume/reslice_kernels.h"

#include "imaging/pixel_kernels.h"

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

#include <limits>

namespace simiao::imaging {

namespace {

constexpr int kStep = 8;
constexpr float kUnit = 1.0F / (1 << kMixBits);

/// Eight places along one axis.
struct Axis
{
    __m256i index;
    __m256i weight; ///< of 1 << kMixBits
};

/// Walks along one axis of the voxels, eight places at a time.
class Walk
{
public:
    Walk(std::int32_t from, std::int32_t step, std::int32_t size)
        : m_place(
              _mm256_add_epi32(_mm256_set1_epi32(from), _mm256_mullo_epi32(_mm256_set1_epi32(step), lanes())))
        , m_step(_mm256_set1_epi32(step * kStep))
        , m_last(_mm256_set1_epi32((size - 1) << kPlaceBits))
        , m_lastIndex(_mm256_set1_epi32(size - 2))
    {
    }

    Axis next()
    {
        const auto kept = _mm256_min_epi32(_mm256_max_epi32(m_place, _mm256_setzero_si256()), m_last);
        const auto index = _mm256_min_epi32(_mm256_srai_epi32(kept, kPlaceBits), m_lastIndex);
        const auto rest = _mm256_sub_epi32(kept, _mm256_slli_epi32(index, kPlaceBits));
        m_place = _mm256_add_epi32(m_place, m_step);
        return {index, _mm256_srai_epi32(rest, kPlaceBits - kMixBits)};
    }

private:
    static __m256i lanes() { return _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7); }

    __m256i m_place;
    __m256i m_step;
    __m256i m_last;
    __m256i m_lastIndex;
};

__m256 share(__m256i weight)
{
    return _mm256_mul_ps(_mm256_cvtepi32_ps(weight), _mm256_set1_ps(kUnit));
}

__m256 along(__m256 a, __m256 b, __m256 share)
{
    return _mm256_fmadd_ps(share, _mm256_sub_ps(b, a), a);
}

/// Offsets of the first of eight voxels around each place.
template <typename T>
__m256i offsets(const VoxelGrid<T> &grid, const Axis &x, const Axis &y, const Axis &z)
{
    const auto slices = _mm256_mullo_epi32(z.index, _mm256_set1_epi32(grid.sliceStride));
    const auto rows = _mm256_mullo_epi32(y.index, _mm256_set1_epi32(grid.rowStride));
    return _mm256_add_epi32(_mm256_add_epi32(slices, rows), x.index);
}

/// Two voxels that follow each other along x, in each of eight places.
__m256i pairs(const std::int16_t *voxels, __m256i offsets)
{
    return _mm256_i32gather_epi32(reinterpret_cast<const int *>(voxels), offsets, sizeof(std::int16_t));
}

/// Which 16-bit numbers are padding.
class Padding
{
public:
    explicit Padding(const VoxelGrid<std::int16_t> &grid)
        : m_first(_mm256_set1_epi16(short(grid.firstPadding)))
        , m_last(_mm256_set1_epi16(short(grid.lastPadding)))
        , m_isSome(grid.firstPadding <= grid.lastPadding)
    {
    }

    bool isSome() const { return m_isSome; }
    __m256i in(__m256i pairs) const
    {
        const auto outside =
            _mm256_or_si256(_mm256_cmpgt_epi16(m_first, pairs), _mm256_cmpgt_epi16(pairs, m_last));
        return _mm256_xor_si256(outside, _mm256_set1_epi32(-1));
    }

private:
    __m256i m_first;
    __m256i m_last;
    bool m_isSome;
};

VoxelRun part(const VoxelRun &run, int from, int count)
{
    return {run.x + from * run.stepX,
            run.y + from * run.stepY,
            run.z + from * run.stepZ,
            run.stepX,
            run.stepY,
            run.stepZ,
            count};
}

/// The four pairs around eight places: this row and the next, this slice and the next.
struct Pairs
{
    __m256i near;
    __m256i nextRow;
    __m256i nextSlice;
    __m256i nextBoth;
};

enum class Found { Nothing, Some, All };

Found valuesIn(const Pairs &p, const Padding &padding)
{
    const auto a = padding.in(p.near);
    const auto b = padding.in(p.nextRow);
    const auto c = padding.in(p.nextSlice);
    const auto d = padding.in(p.nextBoth);
    const auto any = _mm256_or_si256(_mm256_or_si256(a, b), _mm256_or_si256(c, d));
    if (_mm256_testz_si256(any, any))
        return Found::All;
    const auto every = _mm256_and_si256(_mm256_and_si256(a, b), _mm256_and_si256(c, d));
    return _mm256_testc_si256(every, _mm256_set1_epi32(-1)) ? Found::Nothing : Found::Some;
}

__m256i mixed(const Pairs &p, const Axis &x, __m256 shareY, __m256 shareZ)
{
    const auto first = _mm256_sub_epi32(_mm256_set1_epi32(1 << kMixBits), x.weight);
    const auto weights = _mm256_or_si256(first, _mm256_slli_epi32(x.weight, 16));
    const auto alongX = [&](__m256i pairs) { return _mm256_cvtepi32_ps(_mm256_madd_epi16(pairs, weights)); };
    const auto lower = along(alongX(p.near), alongX(p.nextRow), shareY);
    const auto upper = along(alongX(p.nextSlice), alongX(p.nextBoth), shareY);
    const auto value = _mm256_mul_ps(along(lower, upper, shareZ), _mm256_set1_ps(kUnit));
    return _mm256_cvtps_epi32(value);
}

void store(__m256i values, std::int16_t *out)
{
    // The lowest number means that there is none.
    const auto kept =
        _mm256_max_epi32(values, _mm256_set1_epi32(std::numeric_limits<std::int16_t>::min() + 1));
    const auto packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(kept, kept), 0x08);
    _mm_storeu_si128(reinterpret_cast<__m128i *>(out), _mm256_castsi256_si128(packed));
}

void sampleI16(const VoxelGrid<std::int16_t> &grid, const VoxelRun &run, std::int16_t *out)
{
    Walk walkX(run.x, run.stepX, grid.columns);
    Walk walkY(run.y, run.stepY, grid.rows);
    Walk walkZ(run.z, run.stepZ, grid.slices);
    const Padding padding(grid);
    int at = 0;
    for (; at + kStep <= run.count; at += kStep) {
        const auto x = walkX.next();
        const auto y = walkY.next();
        const auto z = walkZ.next();
        const auto from = offsets(grid, x, y, z);
        const auto *next = grid.voxels + grid.sliceStride;
        const Pairs p{pairs(grid.voxels, from), pairs(grid.voxels + grid.rowStride, from), pairs(next, from),
                      pairs(next + grid.rowStride, from)};
        const auto found = padding.isSome() ? valuesIn(p, padding) : Found::All;
        if (found == Found::All)
            store(mixed(p, x, share(y.weight), share(z.weight)), out + at);
        else if (found == Found::Some)
            scalarReslice().sampleI16(grid, part(run, at, kStep), out + at);
        else
            _mm_storeu_si128(reinterpret_cast<__m128i *>(out + at),
                             _mm_set1_epi16(std::numeric_limits<std::int16_t>::min()));
    }
    scalarReslice().sampleI16(grid, part(run, at, run.count - at), out + at);
}

/// Voxels along x at eight places, mixed; `seen` collects where there is none.
__m256 pairMixed(const float *voxels, __m256i offsets, __m256 shareX, __m256 &seen)
{
    const auto none = _mm256_set1_ps(std::numeric_limits<float>::lowest());
    const auto first = _mm256_i32gather_ps(voxels, offsets, sizeof(float));
    const auto second = _mm256_i32gather_ps(voxels + 1, offsets, sizeof(float));
    seen = _mm256_or_ps(
        seen, _mm256_or_ps(_mm256_cmp_ps(first, none, _CMP_EQ_OQ), _mm256_cmp_ps(second, none, _CMP_EQ_OQ)));
    return along(first, second, shareX);
}

void sampleF32(const VoxelGrid<float> &grid, const VoxelRun &run, float *out)
{
    Walk walkX(run.x, run.stepX, grid.columns);
    Walk walkY(run.y, run.stepY, grid.rows);
    Walk walkZ(run.z, run.stepZ, grid.slices);
    int at = 0;
    for (; at + kStep <= run.count; at += kStep) {
        const auto x = walkX.next();
        const auto y = walkY.next();
        const auto z = walkZ.next();
        const auto from = offsets(grid, x, y, z);
        const auto *next = grid.voxels + grid.sliceStride;
        const auto shareX = share(x.weight);
        auto seen = _mm256_setzero_ps();
        const auto lower =
            along(pairMixed(grid.voxels, from, shareX, seen),
                  pairMixed(grid.voxels + grid.rowStride, from, shareX, seen), share(y.weight));
        const auto upper = along(pairMixed(next, from, shareX, seen),
                                 pairMixed(next + grid.rowStride, from, shareX, seen), share(y.weight));
        if (_mm256_movemask_ps(seen) == 0)
            _mm256_storeu_ps(out + at, along(lower, upper, share(z.weight)));
        else
            scalarReslice().sampleF32(grid, part(run, at, kStep), out + at);
    }
    scalarReslice().sampleF32(grid, part(run, at, run.count - at), out + at);
}

} // namespace

const ResliceKernels *avx2Reslice()
{
    static constexpr ResliceKernels kernels{"avx2", sampleI16, sampleF32};
    return avx2Kernels() ? &kernels : nullptr; // the same machine can do both
}

} // namespace simiao::imaging

#else

namespace simiao::imaging {

const ResliceKernels *avx2Reslice()
{
    return nullptr;
}

} // namespace simiao::imaging

#endif
