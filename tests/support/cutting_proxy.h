#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace simiao::test {

enum class Direction { ToServer, ToClient };

/// What becomes of a connection, counted in DICOM PDUs (PS3.8 9.3.1).
struct NetworkFault
{
    enum class Kind {
        None,
        Cut,     ///< both ends are closed
        CutPdu,  ///< the same in the middle of the next PDU
        Damage,  ///< the next PDU says of its first value that it has no length, and all pass
        Silence, ///< nothing more passes in this direction; the connection stays
    };

    Kind kind = Kind::None;
    Direction direction = Direction::ToClient;
    int afterPdus = 0;      ///< so many pass first
    int fromConnection = 0; ///< those before it are spared
};

/// A network between a client and a DICOM server on the loopback that fails when it is told to.
/// \thread works on threads of its own, so that a test may block
class CuttingProxy
{
public:
    CuttingProxy(quint16 server, const NetworkFault &fault);
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;
    ~CuttingProxy();

    quint16 port() const { return m_port; }
    int connections() const { return m_connections; }
    int passed(Direction direction) const { return m_passed[direction == Direction::ToServer ? 0 : 1]; }

private:
    void accept(const std::stop_token &stop);
    void serve(int client, int number, const std::stop_token &stop);

    const quint16 m_server;
    const NetworkFault m_fault;
    quint16 m_port = 0;
    int m_socket; // its making tells the port
    std::atomic<int> m_connections = 0;
    std::array<std::atomic<int>, 2> m_passed{0, 0};
    std::mutex m_mutex;
    std::vector<std::jthread> m_calls;
    std::jthread m_accepting;
};

} // namespace simiao::test
