#pragma once

#include "integration/dicom/worker/handle_windows.h"

#include <chrono>
#include <cstddef>
#include <expected>

namespace simiao::dicom {

/// What became of a packet.
enum class PacketFate {
    Whole,
    Late,        ///< not within the time
    Ended,       ///< the other side is gone
    Interrupted, ///< by PacketPipe::interrupt()
    Misshapen    ///< it is of another size
};

/// This side of a line that carries packets both ways to a program that is to be started; waits end in time, and from another thread.
class PacketPipe
{
public:
    /// \returns the line, and in `other` the end that the program inherits; else GetLastError()
    static std::expected<PacketPipe, DWORD> create(Handle &other);

    PacketFate send(const void *packet, std::size_t size, std::chrono::milliseconds patience);
    PacketFate receive(void *packet, std::size_t size, std::chrono::milliseconds patience);
    /// From here on nothing is waited for. \thread any
    void interrupt() { SetEvent(m_interrupted.get()); }

private:
    PacketPipe(Handle pipe, Handle done, Handle interrupted);
    PacketFate settled(OVERLAPPED &transfer, std::size_t size, std::chrono::milliseconds patience);

    Handle m_pipe;
    Handle m_done; ///< a transfer is over
    Handle m_interrupted;
};

} // namespace simiao::dicom
