#include "integration/dicom/worker/descriptor.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

namespace simiao::dicom {

namespace {

constexpr std::size_t kBothBytes = 2 * sizeof(int);

/// Room for two descriptors beside a packet, aligned as the kernel wants it.
union ControlRoom
{
    cmsghdr header;
    std::array<char, CMSG_SPACE(kBothBytes)> bytes;
};

} // namespace

Descriptor::~Descriptor()
{
    if (isOpen())
        ::close(m_number);
}

bool sendWithDescriptors(int socket, const void *packet, std::size_t size, std::array<int, 2> descriptors)
{
    iovec part{.iov_base = const_cast<void *>(packet), .iov_len = size};
    ControlRoom control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control.bytes;
    auto *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(kBothBytes);
    std::memcpy(CMSG_DATA(header), descriptors.data(), kBothBytes);
    return sendmsg(socket, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
}

ReceivedPacket receiveWithDescriptors(int socket, void *packet, std::size_t room)
{
    iovec part{.iov_base = packet, .iov_len = room};
    ControlRoom control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control.bytes;
    ReceivedPacket received;
    received.size = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_TRUNC);
    const auto *header = received.size > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(kBothBytes))
        return received;
    std::array<int, 2> numbers{};
    std::memcpy(numbers.data(), CMSG_DATA(header), kBothBytes);
    received.descriptors = {Descriptor(numbers[0]), Descriptor(numbers[1])};
    return received;
}

} // namespace simiao::dicom
