#pragma once

#include <cstddef>
#include <cstdint>

namespace simiao::imaging {

/// Voxels as the loops see them. Every edge has at least two.
template <typename T>
struct VoxelGrid
{
    const T *voxels = nullptr;
    std::int32_t rowStride = 0;
    std::int32_t sliceStride = 0;
    std::int32_t columns = 0;
    std::int32_t rows = 0;
    std::int32_t slices = 0;
    /// No measurement; I16 only, float has kNoValue. The last is before the first where there is none.
    std::int32_t firstPadding = 0;
    std::int32_t lastPadding = -1;
};

/// Fraction bits of a place in voxels.
inline constexpr int kPlaceBits = 16;
/// Fraction bits of a weight.
inline constexpr int kMixBits = 14;

/// Places in a straight line, counted from the centre of the first voxel, with kPlaceBits. Those outside of the voxels count as
/// the nearest within.
struct VoxelRun
{
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t z = 0;
    std::int32_t stepX = 0;
    std::int32_t stepY = 0;
    std::int32_t stepZ = 0;
    int count = 0;
};

/// Trilinear values along a line. Padding is left out: the rest of the eight voxels counts for all, and where it is less than half
/// of them, there is no value (kNoValue).
///
/// I16 is rounded to whole numbers. The sets agree within one stored value in I16 and one part in 10^5 of the largest of the
/// eight voxels in float; both are within that of the exact value at the place.
struct ResliceKernels
{
    const char *name;
    void (*sampleI16)(const VoxelGrid<std::int16_t> &grid, const VoxelRun &run, std::int16_t *out);
    void (*sampleF32)(const VoxelGrid<float> &grid, const VoxelRun &run, float *out);
};

/// Plain C++, on every machine: what the other is tested against.
const ResliceKernels &scalarReslice();
/// The fastest of this machine.
const ResliceKernels &resliceKernels();
/// Null where the program was not built for it or the machine cannot do it.
const ResliceKernels *avx2Reslice();

} // namespace simiao::imaging
