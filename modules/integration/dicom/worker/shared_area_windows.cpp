#include "integration/dicom/worker/shared_area_windows.h"

namespace simiao::dicom {

Handle makeSharedArea(std::uint64_t size)
{
    return Handle(CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE,
                                     static_cast<DWORD>(size >> 32), static_cast<DWORD>(size), nullptr));
}

AreaView::AreaView(const Handle &area, std::size_t size, Access access)
    : m_address(
          MapViewOfFile(area.get(), access == Access::Read ? FILE_MAP_READ : FILE_MAP_WRITE, 0, 0, size))
    , m_size(m_address == nullptr ? 0 : size)
{
}

AreaView::~AreaView()
{
    if (isOpen())
        UnmapViewOfFile(m_address);
}

} // namespace simiao::dicom
