#include "imaging/volume/voxel_memory.h"

#include "imaging/volume/voxel_reserve.h"
#include "imaging/volume/voxel_use.h"

#include <atomic>

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

std::atomic<std::int64_t> bytesInUse = 0;

std::optional<VoxelPages> pagesFor(std::int64_t bytes)
{
    if (const auto reserve = VoxelReserve::held()) {
        if (auto kept = reserve->take(bytes))
            return kept;
    }
    return VoxelPages::allocate(bytes);
}

} // namespace

VoxelMemory::~VoxelMemory()
{
    if (!data())
        return;
    bytesInUse -= m_size;
    if (const auto reserve = VoxelReserve::held())
        reserve->keep(std::move(m_pages));
}

Result<VoxelMemory> VoxelMemory::allocate(std::int64_t bytes)
{
    auto pages = pagesFor(bytes);
    if (!pages)
        return Error{.kind = ErrorKind::Unavailable,
                     .code = u"imaging.volume-no-memory"_s,
                     .detail = u"%1 bytes"_s.arg(bytes)};
    VoxelMemory memory;
    memory.m_pages = *std::move(pages);
    memory.m_size = bytes;
    bytesInUse += bytes;
    return memory;
}

std::int64_t voxelsInUse()
{
    return bytesInUse;
}

} // namespace simiao::imaging
