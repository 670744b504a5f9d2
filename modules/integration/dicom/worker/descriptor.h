#pragma once

#include <array>
#include <cstddef>
#include <utility>

namespace simiao::dicom {

/// A file descriptor that is closed when this goes. Unix only.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor();

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// Sends one packet with two descriptors; false with errno where it cannot.
bool sendWithDescriptors(int socket, const void *packet, std::size_t size, std::array<int, 2> descriptors);

/// A packet that was received with what came beside it; `size` is 0 at the end, -1 at an error.
struct ReceivedPacket
{
    std::ptrdiff_t size = -1;
    std::array<Descriptor, 2> descriptors;
};

/// Waits for one packet of at most `room` bytes; longer ones are told by their true size.
ReceivedPacket receiveWithDescriptors(int socket, void *packet, std::size_t room);

} // namespace simiao::dicom
