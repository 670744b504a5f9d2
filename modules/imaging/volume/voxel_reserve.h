#pragma once

#include "imaging/volume/voxel_pages.h"

#include <mutex>

namespace simiao::imaging {

/// Keeps the memory of a volume that was let go for the next one: to clear fresh memory takes the system as long as to read the pixels.
/// One for the program, as an allocator is, while somebody holds it; the system may take what is kept when others need memory.
/// What stood in it still stands there: who takes it writes or clears all of it. \thread any
class VoxelReserve
{
public:
    /// A larger piece is not kept: 1000 slices of 512 x 512.
    static constexpr std::int64_t kMostBytes = std::int64_t{512} << 20;

    /// With the last holder goes what is kept.
    static std::shared_ptr<VoxelReserve> hold();
    /// Null while nobody holds it.
    static std::shared_ptr<VoxelReserve> held();

    /// Nothing where what is kept is too small; then it is gone, so that the memory is never there twice.
    std::optional<VoxelPages> take(std::int64_t bytes);
    /// The larger of these and of those that are kept stays.
    void keep(VoxelPages pages);

    /// What is kept.
    std::int64_t bytes() const;

private:
    mutable std::mutex m_mutex;
    VoxelPages m_pages;
};

} // namespace simiao::imaging
