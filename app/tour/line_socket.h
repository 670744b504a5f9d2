#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <chrono>

namespace simiao::tour {

/// Lines of UTF-8 over a connected stream socket, which it owns.
class LineSocket
{
public:
    explicit LineSocket(int fd = -1)
        : m_fd(fd)
    {
    }
    LineSocket(LineSocket &&other) noexcept;
    LineSocket &operator=(LineSocket &&other) noexcept;
    ~LineSocket();

    int fd() const { return m_fd; }
    /// The other end is closed and everything it sent has been read.
    bool isAtEnd() const { return m_isAtEnd; }

    /// Writes `line` and a line feed, whole. \returns `tour.socket` (Unavailable) when the other end is gone
    Result<void> write(const QByteArray &line);

    /// The whole lines that are there, after waiting up to `patience` for the first.
    QList<QByteArray> read(std::chrono::milliseconds patience);

private:
    void fill();

    int m_fd;
    QByteArray m_partial;
    bool m_isAtEnd = false;
};

} // namespace simiao::tour
