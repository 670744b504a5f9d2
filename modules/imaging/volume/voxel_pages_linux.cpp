#include "imaging/volume/voxel_pages.h"

#include <sys/mman.h>

#include <algorithm>

namespace simiao::imaging {

namespace {

constexpr std::int64_t kLargePage = std::int64_t{2} << 20;

std::int64_t wholePages(std::int64_t bytes)
{
    return (std::max<std::int64_t>(bytes, 1) + kLargePage - 1) / kLargePage * kLargePage;
}

} // namespace

void VoxelPages::Release::operator()(std::byte *bytes) const
{
    ::munmap(bytes, std::size_t(size));
}

std::optional<VoxelPages> VoxelPages::allocate(std::int64_t bytes)
{
    const auto size = wholePages(bytes);
    // A page more: a large page begins at a multiple of its size, a mapping anywhere.
    void *mapped = ::mmap(nullptr, std::size_t(size + kLargePage), PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        return std::nullopt;
    auto *start = static_cast<std::byte *>(mapped);
    const auto before =
        (kLargePage - std::int64_t(reinterpret_cast<std::uintptr_t>(start) % kLargePage)) % kLargePage;
    if (before > 0)
        ::munmap(start, std::size_t(before));
    ::munmap(start + before + size, std::size_t(kLargePage - before));
    ::madvise(start + before, std::size_t(size), MADV_HUGEPAGE); // without it, it is only slower

    VoxelPages pages;
    pages.m_bytes = {start + before, Release{size}};
    pages.m_isZero = true;
    return pages;
}

void VoxelPages::shrink(std::int64_t bytes)
{
    auto &size = m_bytes.get_deleter().size;
    const auto left = wholePages(bytes);
    if (left >= size)
        return;
    ::munmap(m_bytes.get() + left, std::size_t(size - left));
    size = left;
}

bool VoxelPages::offer()
{
    m_isZero = false;
    return ::madvise(m_bytes.get(), std::size_t(size()), MADV_FREE) == 0;
}

} // namespace simiao::imaging
