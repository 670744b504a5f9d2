#pragma once

#include "integration/dicom/worker/handle_windows.h"

#include <cstddef>
#include <span>

namespace simiao::dicom {

/// Memory without a name or a file that two processes can see; closed with GetLastError() where the system has no more.
/// \param size  > 0
Handle makeSharedArea(std::uint64_t size);

/// The first bytes of such an area in this process.
class AreaView
{
public:
    enum class Access { Read, Write };
    AreaView(const Handle &area, std::size_t size, Access access);
    ~AreaView();
    AreaView(const AreaView &) = delete;
    AreaView &operator=(const AreaView &) = delete;

    bool isOpen() const { return m_address != nullptr; }
    std::span<std::byte> bytes() const { return {static_cast<std::byte *>(m_address), m_size}; }

private:
    void *m_address;
    std::size_t m_size;
};

} // namespace simiao::dicom
