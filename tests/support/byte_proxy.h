#pragma once

#include "support/cutting_proxy.h"
#include "support/loopback_sockets.h"

#include <chrono>

namespace simiao::test {

/// What becomes of connections, counted in bytes, whatever they mean.
struct ByteFault
{
    enum class Kind {
        None,
        Cut,     ///< both ends are closed
        Silence, ///< nothing more passes in this direction; the connection stays, and new ones are taken
        Vanish,  ///< nothing more passes in either, and no end hears of the other's: a cable is pulled
        Trickle, ///< one byte passes in each `pause` in this direction
        Late, ///< what comes next in this direction passes `pause` after it came, and all that follows at once
    };

    Kind kind = Kind::None;
    Direction direction = Direction::ToClient;
    qint64 afterBytes = 0; ///< so many pass first, in each connection
    std::chrono::milliseconds pause = std::chrono::seconds(1);
    bool isOfAll = false; ///< afterBytes counts those of all connections together
};

/// A network between clients and a server on the loopback that fails when it is told to, and can be healed. It never blocks on a server
/// or client that does not read.
/// \thread  works on threads of its own, so that a test may block; its functions may be called from any
class ByteProxy
{
public:
    /// \param loopback  on which the server listens; clients call over IPv4
    explicit ByteProxy(quint16 server, const ByteFault &fault = {}, Loopback loopback = Loopback::V4);
    ByteProxy(const ByteProxy &) = delete;
    ByteProxy &operator=(const ByteProxy &) = delete;
    /// Closes all connections.
    ~ByteProxy();

    quint16 port() const { return m_port; }
    int connections() const { return m_connections; }

    /// From now on, in the connections that there are and in those to come; bytes are counted anew. What is cut stays cut, what was
    /// held back passes as far as the new fault lets it. Once it returns nothing passes by the old one.
    void fail(const ByteFault &fault);
    void heal() { fail({}); }
    /// Bytes of all connections since fail().
    qint64 passed(Direction direction) const;

private:
    struct Orders
    {
        ByteFault fault;
        int number = 0; ///< of the call of fail()
    };
    void accept(const std::stop_token &stop);
    void serve(int client, const std::stop_token &stop);

    const quint16 m_server;
    const Loopback m_loopback;
    mutable std::mutex m_mutex;
    Orders m_orders;
    std::array<qint64, 2> m_passed{0, 0};
    quint16 m_port = 0;
    int m_socket; // its making tells the port
    std::atomic<int> m_connections = 0;
    std::vector<std::jthread> m_calls;
    std::jthread m_accepting;
};

} // namespace simiao::test
