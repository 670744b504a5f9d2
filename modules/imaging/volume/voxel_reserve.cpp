#include "imaging/volume/voxel_reserve.h"

#include <utility>

namespace simiao::imaging {

namespace {

struct Program
{
    std::mutex mutex;
    std::weak_ptr<VoxelReserve> reserve;
};

Program &program()
{
    static Program instance;
    return instance;
}

} // namespace

std::shared_ptr<VoxelReserve> VoxelReserve::hold()
{
    const std::lock_guard lock(program().mutex);
    auto reserve = program().reserve.lock();
    if (!reserve) {
        reserve = std::make_shared<VoxelReserve>();
        program().reserve = reserve;
    }
    return reserve;
}

std::shared_ptr<VoxelReserve> VoxelReserve::held()
{
    const std::lock_guard lock(program().mutex);
    return program().reserve.lock();
}

std::optional<VoxelPages> VoxelReserve::take(std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    auto pages = std::exchange(m_pages, {});
    if (!pages.data() || pages.size() < bytes)
        return std::nullopt;
    pages.shrink(bytes);
    return pages;
}

void VoxelReserve::keep(VoxelPages pages)
{
    if (pages.size() > kMostBytes || !pages.offer())
        return;
    const std::lock_guard lock(m_mutex);
    if (pages.size() > m_pages.size())
        std::swap(m_pages, pages);
}

std::int64_t VoxelReserve::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_pages.size();
}

} // namespace simiao::imaging
