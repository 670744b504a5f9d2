#include "tour/line_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace simiao::tour {

LineSocket::LineSocket(LineSocket &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_partial(std::move(other.m_partial))
    , m_isAtEnd(other.m_isAtEnd)
{
}

LineSocket &LineSocket::operator=(LineSocket &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_partial, other.m_partial);
    std::swap(m_isAtEnd, other.m_isAtEnd);
    return *this;
}

LineSocket::~LineSocket()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<void> LineSocket::write(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto count =
            ::send(m_fd, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return Error{ErrorKind::Unavailable, QStringLiteral("tour.socket"),
                         QString::fromLocal8Bit(std::strerror(errno))};
        sent += count;
    }
    return ok();
}

QList<QByteArray> LineSocket::read(std::chrono::milliseconds patience)
{
    pollfd wanted{m_fd, POLLIN, 0};
    while (::poll(&wanted, 1, int(patience.count())) > 0 && !m_isAtEnd) {
        fill();
        if (m_partial.contains('\n'))
            break;
    }
    auto lines = m_partial.split('\n');
    m_partial = lines.takeLast();
    return lines;
}

void LineSocket::fill()
{
    std::array<char, 65536> block;
    const auto count = ::recv(m_fd, block.data(), block.size(), 0);
    if (count > 0)
        m_partial.append(block.data(), qsizetype(count));
    else if (count == 0 || errno != EINTR)
        m_isAtEnd = true;
}

} // namespace simiao::tour
