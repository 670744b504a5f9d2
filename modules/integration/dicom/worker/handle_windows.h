#pragma once

#include "integration/dicom/worker/windows_api.h"

#include <cstdint>
#include <utility>

namespace simiao::dicom {

/// A handle that is closed when this goes. Windows only.
class Handle
{
public:
    Handle() = default;
    explicit Handle(HANDLE handle)
        // Windows has two values for none.
        : m_handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle)
    {
    }
    Handle(Handle &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    Handle &operator=(Handle &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Handle()
    {
        if (isOpen())
            CloseHandle(m_handle);
    }

    HANDLE get() const { return m_handle; }
    bool isOpen() const { return m_handle != nullptr; }

private:
    HANDLE m_handle = nullptr;
};

/// A handle as it travels in a packet: its number in the table of the process that gets it.
inline std::uint64_t handleNumber(HANDLE handle)
{
    return static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(handle));
}

inline HANDLE handleOf(std::uint64_t number)
{
    return reinterpret_cast<HANDLE>(static_cast<std::uintptr_t>(number));
}

} // namespace simiao::dicom
