#pragma once

#include "integration/dicom/worker/handle_windows.h"

#include <cstddef>
#include <initializer_list>
#include <span>

namespace simiao::decoder {

/// The other end of dicom::PacketPipe, in the decoder: standard input. Waits as long as the workstation is there.
class ParentLine
{
public:
    ParentLine()
        : m_pipe(GetStdHandle(STD_INPUT_HANDLE))
    {
    }

    template <typename Packet>
    bool say(const Packet &packet) const
    {
        return put(&packet, sizeof packet);
    }
    /// False at the end, and where a packet has another size.
    template <typename Packet>
    bool hear(Packet &packet) const
    {
        return get(&packet, sizeof packet);
    }

private:
    bool put(const void *packet, DWORD size) const;
    bool get(void *packet, DWORD size) const;

    HANDLE m_pipe;
};

/// Writes these one behind the other into shared memory that was handed over, and closes it.
bool fillArea(std::uint64_t handle, std::initializer_list<std::span<const std::byte>> parts);

} // namespace simiao::decoder
