#include "integration/dimse/socket_guard.h"
#include "integration/dimse/watched_connection.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

using namespace simiao::dimse;
using namespace std::chrono_literals;

namespace {

/// Both ends of a TCP connection on the loopback.
class Pair
{
public:
    Pair()
    {
        const int listening = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *raw = reinterpret_cast<sockaddr *>(&address);
        ::bind(listening, raw, size);
        ::listen(listening, 1);
        ::getsockname(listening, raw, &size);
        ours = ::socket(AF_INET, SOCK_STREAM, 0);
        ::connect(ours, raw, size);
        theirs = ::accept(listening, nullptr, nullptr);
        ::close(listening);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    ~Pair()
    {
        ::close(ours);
        ::close(theirs);
    }

    int ours = -1;
    int theirs = -1;
};

/// Blocks until `socket` is at its end, at most five seconds.
bool ends(int socket)
{
    pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
    char byte = 0;
    return ::poll(&waiting, 1, 20'000) == 1 && ::recv(socket, &byte, 1, MSG_DONTWAIT) == 0;
}

/// A connection that fails without saying why, as TLS does.
class Mute : public DcmTransportConnection
{
public:
    explicit Mute(int socket)
        : DcmTransportConnection(socket)
    {
    }
    int waited = 0; ///< seconds of the last wait

    OFCondition serverSideHandshake() override { return EC_Normal; }
    OFCondition clientSideHandshake() override { return EC_Normal; }
    OFCondition renegotiate(const char *) override { return EC_Normal; }
    ssize_t read(void *, size_t) override { return -1; }
    ssize_t write(void *, size_t) override { return -1; }
    void close() override {}
    void closeTransportConnection() override {}
    unsigned long getPeerCertificateLength() override { return 0; }
    unsigned long getPeerCertificate(void *, unsigned long) override { return 0; }
    OFBool networkDataAvailable(int timeout) override
    {
        waited = timeout;
        return OFTrue;
    }
    OFBool isTransparentConnection() override { return OFFalse; }
    OFString &dumpConnectionParameters(OFString &text) override { return text; }
};

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallSegmentsDoNotWait()
    {
        const Pair pair;
        const int copy = ::dup(pair.ours); // the connection closes its own
        WatchedConnection connection(std::make_unique<DcmTCPConnection>(copy), copy,
                                     std::make_shared<SocketGuard>(std::stop_token(), 10s),
                                     std::make_shared<WireFacts>());

        int isOn = 0;
        socklen_t size = sizeof isOn;
        QCOMPARE(::getsockopt(pair.ours, IPPROTO_TCP, TCP_NODELAY, &isOn, &size), 0);
        QVERIFY(isOn != 0);
    }

    void aPduWithoutBoundsIsNotRead()
    {
        const Pair pair;
        const int copy = ::dup(pair.ours);
        const auto facts = std::make_shared<WireFacts>();
        WatchedConnection connection(std::make_unique<DcmTCPConnection>(copy), copy,
                                     std::make_shared<SocketGuard>(std::stop_token(), 10s), facts);
        const auto header = QByteArray::fromHex("040000200000");
        QCOMPARE(::send(pair.theirs, header.constData(), std::size_t(header.size()), 0), header.size());

        char buffer[6];
        QVERIFY(connection.read(buffer, sizeof buffer) < 0);
        QVERIFY(facts->isTooLong);
    }

    void silenceEndsTheConnection()
    {
        const Pair pair;
        SocketGuard guard({}, 50ms);
        QVERIFY(guard.watch(pair.ours));

        QVERIFY(ends(pair.theirs));
        QVERIFY(guard.verdict() == SocketGuard::Verdict::Silent);
    }

    void patienceCanBeShortenedAndGivenAgain()
    {
        const Pair pair;
        SocketGuard guard({}, 60s);
        QVERIFY(guard.watch(pair.ours));
        QVERIFY(!guard.isOver());

        guard.renew(50ms);

        QVERIFY(ends(pair.theirs));
        QVERIFY(guard.verdict() == SocketGuard::Verdict::Silent);
    }

    /// The toolkit reads again as long as errno says that a signal came between; it went on for ever with one of long ago.
    void aFailureIsNotTakenForASignal()
    {
        const Pair pair;
        std::stop_source stop;
        const auto guard = std::make_shared<SocketGuard>(stop.get_token(), 60s);
        auto mute = std::make_unique<Mute>(pair.ours);
        const auto *inner = mute.get();
        WatchedConnection connection(std::move(mute), pair.ours, guard, std::make_shared<WireFacts>());
        char byte = 0;

        errno = EINTR;
        QCOMPARE(connection.read(&byte, 1), -1);
        QVERIFY(errno != EINTR);
        errno = EINTR;
        QCOMPARE(connection.write(&byte, 1), -1);
        QVERIFY(errno != EINTR);
        QVERIFY(connection.networkDataAvailable(-80));
        QCOMPARE(inner->waited, 0);

        stop.request_stop();
        errno = EINTR;
        QCOMPARE(connection.read(&byte, 1), -1);
        QVERIFY(errno != EINTR);
        QVERIFY(!connection.networkDataAvailable(1));
    }

    void aStopEndsTheConnection()
    {
        const Pair pair;
        std::stop_source stop;
        SocketGuard guard(stop.get_token(), 60s);
        QVERIFY(guard.watch(pair.ours));

        stop.request_stop();

        QVERIFY(ends(pair.theirs));
        QVERIFY(guard.verdict() == SocketGuard::Verdict::Stopped);
    }

    void whatIsStoppedAlreadyIsNotWatched()
    {
        const Pair pair;
        std::stop_source stop;
        stop.request_stop();
        SocketGuard guard(stop.get_token(), 60s);

        QVERIFY(!guard.watch(pair.ours));
    }
};

QTEST_APPLESS_MAIN(TestWire)
#include "test_wire.moc"
