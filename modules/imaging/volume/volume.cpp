#include "imaging/volume/volume.h"

namespace simiao::imaging {

Volume::Volume(VolumeFacts facts, VoxelMemory memory, std::ptrdiff_t sliceStride, std::ptrdiff_t phase)
    : m_facts(std::move(facts))
    , m_memory(std::move(memory))
    , m_sliceStride(sliceStride)
    , m_phase(phase)
{
}

double Volume::storedAt(int column, int row, int slice) const
{
    const auto at = slice * m_sliceStride + row * rowStride() + column;
    return m_facts.type == VoxelType::I16 ? double(voxels<std::int16_t>()[at]) : double(voxels<float>()[at]);
}

std::optional<double> Volume::measuredAt(int column, int row, int slice) const
{
    const double stored = storedAt(column, row, slice);
    const bool isPadding = m_facts.type == VoxelType::F32
        ? stored == double(kNoValue<float>)
        : m_facts.padding && m_facts.padding->contains(stored);
    return isPadding ? std::nullopt : std::optional(m_facts.modality.apply(stored));
}

} // namespace simiao::imaging
