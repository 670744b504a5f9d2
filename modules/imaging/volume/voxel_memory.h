#pragma once

#include "core/result.h"
#include "imaging/volume/voxel_pages.h"

namespace simiao::imaging {

/// Room for the voxels of one volume: what the program's VoxelReserve keeps where that is enough, else fresh; it goes back there.
class VoxelMemory
{
public:
    /// Unavailable `imaging.volume-no-memory`, the size in the detail.
    static Result<VoxelMemory> allocate(std::int64_t bytes);

    VoxelMemory() = default;
    VoxelMemory(VoxelMemory &&) = default;
    VoxelMemory &operator=(VoxelMemory &&) = default;
    ~VoxelMemory();

    std::byte *data() const { return m_pages.data(); }
    std::int64_t size() const { return m_size; }
    /// Else another volume may stand there.
    bool isZero() const { return m_pages.isZero(); }

private:
    VoxelPages m_pages;
    std::int64_t m_size = 0;
};

} // namespace simiao::imaging
