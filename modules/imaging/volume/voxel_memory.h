#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace simiao::imaging {

/// Room for the voxels of one volume: zero until written, in large pages where the machine has them, so that a way through
/// hundreds of slices does not look up an address for each.
class VoxelMemory
{
public:
    /// Unavailable `imaging.volume-no-memory`, the size in the detail.
    static Result<VoxelMemory> allocate(std::int64_t bytes);

    std::byte *data() const { return m_bytes.get(); }
    std::int64_t size() const { return m_size; }

private:
    struct Release
    {
        void operator()(std::byte *bytes) const;
    };

    std::unique_ptr<std::byte, Release> m_bytes;
    std::int64_t m_size = 0;
};

} // namespace simiao::imaging
