#include "decoder/parent_line_windows.h"

#include "integration/dicom/worker/shared_area_windows.h"

#include <algorithm>

namespace simiao::decoder {

bool ParentLine::put(const void *packet, DWORD size) const
{
    DWORD count = 0;
    return WriteFile(m_pipe, packet, size, &count, nullptr) && count == size;
}

bool ParentLine::get(void *packet, DWORD size) const
{
    DWORD count = 0;
    return ReadFile(m_pipe, packet, size, &count, nullptr) && count == size;
}

bool fillArea(std::uint64_t handle, std::initializer_list<std::span<const std::byte>> parts)
{
    const dicom::Handle area(dicom::handleOf(handle));
    std::size_t size = 0;
    for (const auto &part : parts)
        size += part.size();
    const dicom::AreaView view(area, size, dicom::AreaView::Access::Write);
    if (!view.isOpen())
        return false;
    auto to = view.bytes().begin();
    for (const auto &part : parts)
        to = std::ranges::copy(part, to).out;
    return true;
}

} // namespace simiao::decoder
