#include "integration/dimse/first_pdu.h"

#include "core/try.h"

#include <QString>
#include <QtEndian>

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLookUpMs = 100;
constexpr int kHead = 6; ///< bytes that say how long it is
/// 128 contexts with some syntaxes each have about 20 kB.
constexpr quint32 kLongest = 128 * 1024;
/// As much as the system is asked to gather: what is longer goes on behind the lock, and is watched there.
constexpr int kGathered = 32 * 1024;

/// Bytes that are there, up to `wanted`, once there are so many or nothing more comes. \returns 0 where the caller has gone
Result<int> gathered(int socket, int wanted, Clock::time_point end, const std::stop_token &stop)
{
    std::array<char, kGathered> room{};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVLOWAT, &wanted, sizeof wanted);
    while (!stop.stop_requested()) {
        if (Clock::now() >= end)
            return Error{
                .kind = ErrorKind::Unavailable, .code = u"archive.silent"_s, .detail = u"a caller"_s};
        pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, kLookUpMs) <= 0)
            continue;
        const auto count = ::recv(socket, room.data(), std::size_t(wanted), MSG_PEEK | MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        const bool hasGone = count <= 0 || (waiting.revents & (POLLHUP | POLLERR)) != 0;
        if (hasGone && count < wanted)
            return Error{.kind = ErrorKind::Unavailable, .code = u"archive.cut"_s, .detail = u"a caller"_s};
        if (count >= wanted)
            return int(count);
    }
    return cancelled();
}

/// PS3.8 9.3.2, RFC 8446 5.1: what the first bytes say about the length of all. 0: neither.
quint32 lengthOf(const std::array<char, kHead> &head)
{
    constexpr char kAssociateRq = 0x01;
    constexpr char kHandshake = 0x16;
    if (head[0] == kAssociateRq)
        return kHead + qFromBigEndian<quint32>(head.data() + 2);
    if (head[0] == kHandshake)
        return 5U + qFromBigEndian<quint16>(head.data() + 3);
    return 0;
}

} // namespace

Result<void> awaitFirstPdu(int socket, std::chrono::milliseconds patience, const std::stop_token &stop)
{
    const auto end = Clock::now() + patience;
    TRY_VOID(gathered(socket, kHead, end, stop));
    std::array<char, kHead> head{};
    ::recv(socket, head.data(), head.size(), MSG_PEEK | MSG_DONTWAIT);
    const auto length = lengthOf(head);
    if (length < kHead || length > kLongest)
        return Error{
            .kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = u"no association request"_s};
    TRY_VOID(gathered(socket, int(std::min<quint32>(length, kGathered)), end, stop));
    const int any = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_RCVLOWAT, &any, sizeof any);
    return ok();
}

} // namespace simiao::dimse
