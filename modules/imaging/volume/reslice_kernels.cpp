#include "imaging/volume/reslice_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace simiao::imaging {

namespace {

/// A voxel, and how much the next one along the axis counts.
struct Place
{
    std::int32_t index;
    std::int32_t weight; ///< of 1 << kMixBits
};

Place placeIn(std::int32_t place, std::int32_t size)
{
    const auto kept = std::clamp(place, 0, (size - 1) << kPlaceBits);
    const auto index = std::min(kept >> kPlaceBits, size - 2);
    return {index, (kept - (index << kPlaceBits)) >> (kPlaceBits - kMixBits)};
}

constexpr float kOne = 1 << kMixBits;
constexpr float kUnit = 1 / kOne;

bool isNothing(const VoxelGrid<std::int16_t> &grid, std::int16_t value)
{
    return value >= grid.firstPadding && value <= grid.lastPadding;
}
bool isNothing(const VoxelGrid<float> &, float value)
{
    return value == std::numeric_limits<float>::lowest();
}

template <typename T>
T kept(float value)
{
    if constexpr (std::is_same_v<T, float>)
        return value;
    else // the lowest number means that there is none
        return T(std::max<long>(std::lrintf(value), std::numeric_limits<T>::lowest() + 1L));
}

/// The eight voxels around a place: x is the fastest.
template <typename T>
using Corners = std::array<T, 8>;

/// In the order of the vector loop: along x, then y, then z.
template <typename T>
float mixed(const Corners<T> &v, float x, float y, float z)
{
    const auto along = [](float a, float b, float share) { return a + share * (b - a); };
    const float lower = along(along(v[0], v[1], x), along(v[2], v[3], x), y);
    const float upper = along(along(v[4], v[5], x), along(v[6], v[7], x), y);
    return along(lower, upper, z);
}

template <typename T>
T mixedWithPadding(const VoxelGrid<T> &grid, const Corners<T> &v, float x, float y, float z)
{
    float sum = 0;
    float share = 0;
    for (std::size_t i = 0; i < v.size(); ++i) {
        if (isNothing(grid, v[i]))
            continue;
        const float weight = (i & 1 ? x : 1 - x) * (i & 2 ? y : 1 - y) * (i & 4 ? z : 1 - z);
        sum += weight * float(v[i]);
        share += weight;
    }
    return share < 0.5F ? std::numeric_limits<T>::lowest() : kept<T>(sum / share);
}

template <typename T>
T sampleAt(const VoxelGrid<T> &grid, std::int32_t px, std::int32_t py, std::int32_t pz)
{
    const auto x = placeIn(px, grid.columns);
    const auto y = placeIn(py, grid.rows);
    const auto z = placeIn(pz, grid.slices);
    const T *at = grid.voxels + z.index * grid.sliceStride + y.index * grid.rowStride + x.index;
    const T *above = at + grid.sliceStride;
    const auto row = grid.rowStride;
    const Corners<T> v{at[0], at[1], at[row], at[row + 1], above[0], above[1], above[row], above[row + 1]};
    const float shareX = float(x.weight) * kUnit;
    const float shareY = float(y.weight) * kUnit;
    const float shareZ = float(z.weight) * kUnit;
    if (std::ranges::any_of(v, [&](T value) { return isNothing(grid, value); }))
        return mixedWithPadding(grid, v, shareX, shareY, shareZ);
    return kept<T>(mixed(v, shareX, shareY, shareZ));
}

template <typename T>
void sample(const VoxelGrid<T> &grid, const VoxelRun &run, T *out)
{
    for (int i = 0; i < run.count; ++i)
        out[i] = sampleAt(grid, run.x + i * run.stepX, run.y + i * run.stepY, run.z + i * run.stepZ);
}

} // namespace

const ResliceKernels &scalarReslice()
{
    static constexpr ResliceKernels kernels{"scalar", sample<std::int16_t>, sample<float>};
    return kernels;
}

const ResliceKernels &resliceKernels()
{
    const auto *fast = avx2Reslice();
    return fast ? *fast : scalarReslice();
}

} // namespace simiao::imaging
