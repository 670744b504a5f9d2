#include "imaging/volume/voxel_memory.h"

#include <QtGlobal>

#include <algorithm>
#include <new>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kLargePage = std::int64_t{2} << 20;
constexpr std::align_val_t kAlignment{std::size_t(kLargePage)};

Error noMemory(std::int64_t bytes)
{
    return {.kind = ErrorKind::Unavailable,
            .code = u"imaging.volume-no-memory"_s,
            .detail = u"%1 bytes"_s.arg(bytes)};
}

} // namespace

void VoxelMemory::Release::operator()(std::byte *bytes) const
{
    ::operator delete(bytes, kAlignment);
}

Result<VoxelMemory> VoxelMemory::allocate(std::int64_t bytes)
{
    VoxelMemory memory;
    const auto whole = (std::max<std::int64_t>(bytes, 1) + kLargePage - 1) / kLargePage * kLargePage;
    memory.m_bytes.reset(
        static_cast<std::byte *>(::operator new(std::size_t(whole), kAlignment, std::nothrow)));
    if (!memory.m_bytes)
        return noMemory(bytes);
#ifdef Q_OS_LINUX
    ::madvise(memory.m_bytes.get(), std::size_t(whole), MADV_HUGEPAGE); // without it, it is only slower
#endif
    memory.m_size = bytes;
    return memory;
}

} // namespace simiao::imaging
