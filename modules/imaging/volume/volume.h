#pragma once

#include "imaging/frame.h"
#include "imaging/volume/slice_stack.h"
#include "imaging/volume/voxel_memory.h"

namespace simiao::imaging {

/// How voxels are kept: as the device stored them where all slices have one scale, else as measured values.
enum class VoxelType { I16, F32 };

/// No measurement there: padding, and outside of the volume.
template <typename T>
inline constexpr T kNoValue = std::numeric_limits<T>::lowest();

/// Everything about a volume but its voxels.
struct VolumeFacts
{
    VolumeGeometry geometry;
    VoxelType type = VoxelType::I16;
    /// From a kept voxel to what was measured; identity for F32. It never has a table.
    ModalityTransform modality = {};
    Photometric photometric = Photometric::Monochrome2;
    bool isPresentationInverse = false;
    std::vector<VoiWindow> windows = {};
    /// Of I16: values that are no measurement; kNoValue<float> in F32.
    std::optional<ValueRange> padding = {};
    /// What must be said wherever it is shown.
    std::vector<Defect> warnings = {};
    QString frameOfReferenceUid = {}; ///< as in FrameFacts
    /// Of the first slice.
    std::optional<PetFacts> pet = {};
    /// Of the first slice that is.
    std::optional<LossyCompression> lossy = {};
    bool isUneven = false;
    double tiltDegrees = 0;
};

/// The voxels of one series in one piece of memory: rows without gaps, slices `sliceStride` apart, which is a little more
/// than a slice: a power of two would put a column through all slices into one corner of the cache. Immutable and shared.
class Volume
{
public:
    const VolumeFacts &facts() const { return m_facts; }
    const VolumeGeometry &geometry() const { return m_facts.geometry; }

    /// Bytes held.
    std::int64_t byteSize() const { return m_memory.size(); }
    std::ptrdiff_t rowStride() const { return geometry().columns; }
    std::ptrdiff_t sliceStride() const { return m_sliceStride; }

    /// T is std::int16_t or float, as facts().type says.
    template <typename T>
    const T *voxels() const
    {
        return reinterpret_cast<const T *>(m_memory.data() + m_phase);
    }
    /// A kept voxel; the caller stays within the geometry.
    double storedAt(int column, int row, int slice) const;
    /// What was measured there; nothing on padding.
    std::optional<double> measuredAt(int column, int row, int slice) const;

private:
    friend class VolumeBuilder;
    Volume(VolumeFacts facts, VoxelMemory memory, std::ptrdiff_t sliceStride, std::ptrdiff_t phase);

    VolumeFacts m_facts;
    VoxelMemory m_memory;
    std::ptrdiff_t m_sliceStride;
    std::ptrdiff_t m_phase; ///< bytes before the first voxel
};

using VolumePtr = std::shared_ptr<const Volume>;

} // namespace simiao::imaging
