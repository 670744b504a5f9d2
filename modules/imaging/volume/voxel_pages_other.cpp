#include "imaging/volume/voxel_pages.h"

#include <algorithm>
#include <new>

namespace simiao::imaging {

namespace {

constexpr std::align_val_t kAlignment{std::size_t{2} << 20};

} // namespace

void VoxelPages::Release::operator()(std::byte *bytes) const
{
    ::operator delete(bytes, kAlignment);
}

std::optional<VoxelPages> VoxelPages::allocate(std::int64_t bytes)
{
    const auto size = std::max<std::int64_t>(bytes, 1);
    auto *start = static_cast<std::byte *>(::operator new(std::size_t(size), kAlignment, std::nothrow));
    if (!start)
        return std::nullopt;
    VoxelPages pages;
    pages.m_bytes = {start, Release{size}};
    return pages;
}

void VoxelPages::shrink(std::int64_t) {}

bool VoxelPages::offer()
{
    return false;
}

} // namespace simiao::imaging
