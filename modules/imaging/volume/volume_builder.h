#pragma once

#include "imaging/volume/volume.h"

#include <span>

namespace simiao::imaging {

/// What the slices have in common, and how they differ; the first slice in the plan's order stands for the rest.
struct SliceScale
{
    SampleType sampleType = SampleType::I16;
    int bitsStored = 16;
    ModalityTransform modality = {};
    std::optional<ValueRange> padding = {};

    bool operator==(const SliceScale &) const = default;
};

SliceScale scaleOfSlice(const FrameFacts &facts);

/// Puts the slices of a series into one volume, in the order of the plan. \thread one at a time
class VolumeBuilder
{
public:
    static constexpr std::ptrdiff_t kCacheLine = 64;

    /// Bytes a volume of this shape takes.
    static std::int64_t byteSizeOf(const VolumeGeometry &geometry, VoxelType type);
    /// I16 where all slices have the same scale of at most 16 bits without a table, else F32.
    static VoxelType typeFor(const std::vector<SliceScale> &scales);

    /// \param plan  \param first  facts of the first slice in its order  \param scales  of the slices, in the order given to
    /// planStack  \param phase  bytes, from 0 to under kCacheLine and even: where in a line of the cache each slice of I16 begins. Unavailable
    /// `imaging.volume-too-large` beyond `mostBytes`, both sizes in the detail; `imaging.volume-no-memory`.
    static Result<VolumeBuilder> create(StackPlan plan,
                                        const FrameFacts &first,
                                        std::vector<SliceScale> scales,
                                        std::int64_t mostBytes,
                                        std::ptrdiff_t phase = 0);

    /// Takes the frame of slice `place` (0 … in the plan's order). Each once, ascending.
    /// Invalid `imaging.volume-shapes` where it is another than was planned.
    Result<void> add(int place, const Frame &frame);

    /// Where a slice may be read to directly; empty where its samples must be changed on the way. It counts as missing until
    /// filled() or add().
    std::span<std::byte> room(int place);
    /// All of its room was written.
    void filled(int place) { m_isFilled[std::size_t(place)] = true; }

    const StackPlan &plan() const { return m_plan; }
    /// Slices that are missing are zero. \param defects  of slices, for the warnings  \param lossy  of one of them
    VolumePtr finish(std::vector<Defect> defects, std::optional<LossyCompression> lossy = {}) &&;

private:
    VolumeBuilder(StackPlan plan,
                  VolumeFacts facts,
                  std::vector<SliceScale> scales,
                  VoxelMemory memory,
                  std::ptrdiff_t phase);

    std::byte *slice(int index) const;
    void clearRest();
    template <typename T>
    void take(int place, const Frame &frame);
    template <typename T>
    void mixReady(int place);

    StackPlan m_plan;
    VolumeFacts m_facts;
    std::vector<SliceScale> m_scales;
    VoxelMemory m_memory;
    std::ptrdiff_t m_phase = 0;
    std::ptrdiff_t m_sliceStride = 0;
    std::int64_t m_offset = 0;    ///< taken from a stored value so that it fits
    std::vector<bool> m_isFilled; ///< of the slices of the volume
    std::vector<std::byte> m_lower;
    std::vector<std::byte> m_upper; ///< uneven spacing: the last two slices of the series
    std::size_t m_mixed = 0;        ///< slices of the volume that are ready
};

} // namespace simiao::imaging
