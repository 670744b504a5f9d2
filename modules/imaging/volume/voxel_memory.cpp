#include "imaging/volume/voxel_memory.h"

#include "imaging/volume/voxel_reserve.h"

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

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
    return memory;
}

} // namespace simiao::imaging
