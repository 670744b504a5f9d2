#include "cut_everywhere.h"
#include "integration/dimse/echo.h"
#include "integration/dimse/find.h"
#include "integration/dimse/retrieve.h"
#include "integration/dimse/store.h"
#include "memory_sink.h"
#include "peers.h"
#include "support/byte_proxy.h"
#include "support/free_port.h"
#include "support/orthanc.h"
#include "transfers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <latch>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kStudy = u"2.25.3001"_s;
constexpr int kSlices = 4;
/// No call may take longer, whatever the network does: far less than what it waits for if nobody ends it.
constexpr int kEndMs = 15'000;
constexpr int kStopMs =
    4'000; ///< a name or connection that is not there yet is asked about for up to a second

QString words(const Error &error)
{
    return logLine(error);
}

/// A server of our own that says these bytes to whoever calls, and nothing else.
class SayingServer
{
public:
    explicit SayingServer(QByteArray bytes)
        : m_thread([this, bytes = std::move(bytes)](const std::stop_token &stop) {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost, 0);
            m_port = server.serverPort();
            m_ready.count_down();
            while (!stop.stop_requested()) {
                if (!server.waitForNewConnection(50))
                    continue;
                auto *caller = server.nextPendingConnection();
                caller->write(bytes);
                caller->waitForBytesWritten(1000);
            }
        })
    {
        m_ready.wait();
    }

    quint16 port() const { return m_port; }

private:
    std::latch m_ready{1};
    std::atomic<quint16> m_port = 0;
    std::jthread m_thread;
};

/// A port whose waiting room is full: who connects is neither taken nor refused.
class CrowdedServer
{
public:
    CrowdedServer()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *raw = reinterpret_cast<sockaddr *>(&address);
        ::bind(m_socket, raw, size);
        ::listen(m_socket, 0);
        ::getsockname(m_socket, raw, &size);
        m_port = ntohs(address.sin_port);
        for (auto &waiting : m_waiting) {
            waiting = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            ::connect(waiting, raw, size);
        }
    }
    CrowdedServer(const CrowdedServer &) = delete;
    CrowdedServer &operator=(const CrowdedServer &) = delete;
    ~CrowdedServer()
    {
        for (const int waiting : m_waiting)
            ::close(waiting);
        ::close(m_socket);
    }

    quint16 port() const { return m_port; }
    /// Who has asked to be connected and was not answered, by the system's own list: state 02 is SYN_SENT.
    int waiting() const
    {
        QFile list(u"/proc/net/tcp"_s);
        if (!list.open(QIODevice::ReadOnly))
            return -1;
        const auto pattern = u":%1 02 "_s.arg(m_port, 4, 16, QChar(u'0')).toUpper().toLatin1();
        return int(list.readAll().count(pattern));
    }

private:
    int m_socket;
    std::array<int, 4> m_waiting{};
    quint16 m_port = 0;
};

} // namespace

/// What a network and its peers do wrong. Each call ends, says why, and leaves nothing half done.
class TestFaults : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    Orthanc m_archive;
    quint16 m_listening = 0;

    /// One association, so that what is cut is the same in every run.
    static dimse::Destination impatient(quint16 port)
    {
        auto peer = destinationAt(port);
        peer.associations = 1;
        peer.patience = {.connecting = 700ms, .answering = 700ms};
        return peer;
    }
    static dimse::Destination single(quint16 port, dimse::Way way = dimse::Way::Get)
    {
        auto peer = destinationAt(port);
        peer.associations = 1;
        peer.way = way;
        return peer;
    }
    dimse::ListeningPlace place() const { return {u"127.0.0.1"_s, m_listening}; }

private Q_SLOTS:
    void initTestCase()
    {
        if (Orthanc::program().isEmpty())
            QSKIP("needs Orthanc");
        m_listening = freePort();
        const QJsonObject modalities{{u"simiao"_s, QJsonArray{u"SIMIAO"_s, u"127.0.0.1"_s, m_listening}}};
        QVERIFY(m_archive.start({{u"DicomModalities"_s, modalities}}));
        m_files = writtenStudy(m_folder.filePath(u"one"_s), kStudy, u"Wang^Xiaoming=王^小明"_s, kSlices);
        QCOMPARE(m_archive.upload(m_files), kSlices);
    }

    void conversationsCutAnywhere_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<NetworkFault::Kind>("kind");
        QTest::newRow("answers") << Direction::ToClient << NetworkFault::Kind::Cut;
        QTest::newRow("answers, inside a PDU") << Direction::ToClient << NetworkFault::Kind::CutPdu;
        QTest::newRow("questions") << Direction::ToServer << NetworkFault::Kind::Cut;
        QTest::newRow("questions, inside a PDU") << Direction::ToServer << NetworkFault::Kind::CutPdu;
    }

    void conversationsCutAnywhere()
    {
        QFETCH(Direction, direction);
        QFETCH(NetworkFault::Kind, kind);

        const auto echoes =
            cutEverywhere(m_archive.dicomPort(), direction, kind, [](quint16 port) -> std::optional<Error> {
                const auto proof = dimse::echo(single(port), {});
                return proof ? std::nullopt : std::optional(proof.error());
            });
        const auto questions =
            cutEverywhere(m_archive.dicomPort(), direction, kind, [](quint16 port) -> std::optional<Error> {
                const auto list = dimse::findStudies(single(port), {}, {});
                return list ? std::nullopt : std::optional(list.error());
            });

        // The association and the answer at least; that a good-bye is lost is no error.
        for (const auto *errors : {&echoes, &questions}) {
            QVERIFY2(errors->size() >= 2 && errors->size() < kMostPdus,
                     qPrintable(QString::number(errors->size())));
            for (const auto &error : *errors) {
                QVERIFY2(error.code == u"archive.cut"_s, qPrintable(words(error)));
                QCOMPARE(error.kind, ErrorKind::Unavailable);
            }
        }
    }

    void retrievalsCutAnywhere_data()
    {
        QTest::addColumn<dimse::Way>("way");
        QTest::addColumn<Direction>("direction");
        QTest::newRow("C-GET, answers") << dimse::Way::Get << Direction::ToClient;
        QTest::newRow("C-GET, questions") << dimse::Way::Get << Direction::ToServer;
        QTest::newRow("C-MOVE, answers") << dimse::Way::Move << Direction::ToClient;
        QTest::newRow("C-MOVE, questions") << dimse::Way::Move << Direction::ToServer;
    }

    /// The first connection asks what there is; the second brings it, and is cut.
    void retrievalsCutAnywhere()
    {
        QFETCH(dimse::Way, way);
        QFETCH(Direction, direction);
        int cuts = 0;
        bool isThrough = false;
        for (; cuts < kMostPdus && !isThrough; ++cuts) {
            const auto sink = std::make_shared<MemorySink>();
            {
                const CuttingProxy network(m_archive.dicomPort(),
                                           {NetworkFault::Kind::CutPdu, direction, cuts, 1});
                const auto transfer =
                    dimse::retrieve(single(network.port(), way), place(), wholeStudy(kStudy), sink, {}, {});
                if (!transfer) {
                    QCOMPARE(transfer.error().code, u"archive.cut"_s);
                    QVERIFY(sink->files().isEmpty());
                } else {
                    QCOMPARE(transfer->count.total, kSlices);
                    QCOMPARE(transfer->count.failed, 0);
                    QCOMPARE(transfer->count.done, sink->files().size());
                    isThrough = transfer->isWhole();
                    QCOMPARE(transfer->endedBy.has_value(), !isThrough);
                    QVERIFY(isThrough || transfer->endedBy->code == u"archive.cut"_s);
                }
            }
            // What is there stays, and asking again goes on from it.
            const int before = sink->taken();
            const auto rest = dimse::retrieve(single(m_archive.dicomPort(), way), place(), wholeStudy(kStudy),
                                              sink, {}, {});
            QVERIFY2(rest, rest ? "" : qPrintable(words(rest.error())));
            QVERIFY(rest->isWhole());
            QCOMPARE(sink->taken(), kSlices);
            QVERIFY(before <= kSlices);
        }
        QVERIFY(isThrough);
        QVERIFY2(cuts >= 3, qPrintable(QString::number(cuts)));
    }

    /// What is here from before is told also where the association that was to bring the rest never came about.
    void whatIsHereIsToldWhereTheRestCannotBeBrought()
    {
        const auto sink = std::make_shared<MemorySink>(2);
        const auto begun =
            dimse::retrieve(single(m_archive.dicomPort()), place(), wholeStudy(kStudy), sink, {}, {});
        QVERIFY(begun);
        QCOMPARE(begun->count.done, 2);
        const CuttingProxy network(m_archive.dicomPort(),
                                   {NetworkFault::Kind::CutPdu, Direction::ToServer, 0, 1});

        const auto transfer =
            dimse::retrieve(single(network.port()), place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer, transfer ? "" : qPrintable(words(transfer.error())));
        QCOMPARE(transfer->count.done, 2);
        QCOMPARE(transfer->count.total, kSlices);
        QVERIFY(transfer->endedBy);
        QCOMPARE(transfer->endedBy->code, u"archive.cut"_s);
    }

    /// Only the last of the connections that bring images is cut.
    void theOthersBringWhatACutAssociationDidNot()
    {
        const CuttingProxy network(m_archive.dicomPort(),
                                   {NetworkFault::Kind::Cut, Direction::ToClient, 2, 2});
        auto peer = destinationAt(network.port());
        peer.associations = 2;
        const auto sink = std::make_shared<MemorySink>();

        const auto transfer = dimse::retrieve(peer, place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer, transfer ? "" : qPrintable(words(transfer.error())));
        QCOMPARE(transfer->count.done, kSlices);
        QVERIFY(transfer->isWhole());
    }

    /// Every connection is cut after so much; what came through is not sent again.
    void storesCutAnywhere()
    {
        for (const auto direction : {Direction::ToClient, Direction::ToServer}) {
            bool isThrough = false;
            int k = 0;
            for (; k < kMostPdus && !isThrough; ++k) {
                const CuttingProxy network(m_archive.dicomPort(),
                                           {NetworkFault::Kind::CutPdu, direction, k, 0});
                const auto transfer = dimse::store(single(network.port()), m_files, {}, {});
                if (!transfer) {
                    QCOMPARE(transfer.error().code, u"archive.cut"_s);
                    continue;
                }
                QCOMPARE(transfer->count.total, kSlices);
                QCOMPARE(transfer->count.failed, 0);
                isThrough = transfer->isWhole();
                QVERIFY(isThrough || transfer->endedBy->code == u"archive.cut"_s);
                QCOMPARE(isThrough, transfer->count.done == kSlices);
            }
            QVERIFY(isThrough);
            QVERIFY2(k > 2, qPrintable(QString::number(k)));
        }
    }

    void silenceEndsAtItsDeadline_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<int>("afterPdus");
        QTest::newRow("no association") << Direction::ToClient << 0;
        QTest::newRow("no request gets through") << Direction::ToServer << 0;
        QTest::newRow("no answer") << Direction::ToClient << 1;
        QTest::newRow("no question gets through") << Direction::ToServer << 1;
    }

    void silenceEndsAtItsDeadline()
    {
        QFETCH(Direction, direction);
        QFETCH(int, afterPdus);
        const NetworkFault silence{NetworkFault::Kind::Silence, direction, afterPdus, 0};
        const auto expectSilent = [](const auto &result, const QElapsedTimer &clock) {
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::Unavailable);
            QCOMPARE(result.error().code, u"archive.silent"_s);
            QVERIFY2(clock.elapsed() < kEndMs, qPrintable(QString::number(clock.elapsed())));
        };
        QElapsedTimer clock;
        {
            const CuttingProxy network(m_archive.dicomPort(), silence);
            clock.start();
            expectSilent(dimse::echo(impatient(network.port()), {}), clock);
        }
        {
            const CuttingProxy network(m_archive.dicomPort(), silence);
            clock.start();
            expectSilent(dimse::findStudies(impatient(network.port()), {}, {}), clock);
        }
    }

    void silenceDuringATransferLeavesWhatIsThere()
    {
        for (const auto way : {dimse::Way::Get, dimse::Way::Move}) {
            const CuttingProxy network(m_archive.dicomPort(),
                                       {NetworkFault::Kind::Silence, Direction::ToClient, 2, 1});
            auto peer = impatient(network.port());
            peer.way = way;
            const auto sink = std::make_shared<MemorySink>();

            const auto transfer = dimse::retrieve(peer, place(), wholeStudy(kStudy), sink, {}, {});

            QVERIFY2(transfer, transfer ? "" : qPrintable(words(transfer.error())));
            QCOMPARE(transfer->count.total, kSlices);
            QCOMPARE(transfer->count.done, sink->files().size());
            QVERIFY(transfer->endedBy || transfer->isWhole());
            QVERIFY(!transfer->endedBy || transfer->endedBy->code == u"archive.silent"_s);
        }
    }

    void aServerThatOnlyListensIsSilent_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("patience");
        QTest::newRow("less than a second") << 700ms;
        QTest::newRow("more than the toolkit's own second") << 2500ms;
    }

    void aServerThatOnlyListensIsSilent()
    {
        QFETCH(std::chrono::milliseconds, patience);
        const SayingServer server({});
        auto peer = impatient(server.port());
        peer.patience.connecting = patience;
        QElapsedTimer clock;
        clock.start();

        const auto proof = dimse::echo(peer, {});

        QVERIFY(!proof);
        QCOMPARE(proof.error().code, u"archive.silent"_s);
        QVERIFY(clock.elapsed() >= patience.count());
    }

    /// Archives that look up who calls, or that are busy, take their time before they take the association.
    void aSlowArchiveIsWaitedFor()
    {
        const ByteProxy network(m_archive.dicomPort(),
                                {ByteFault::Kind::Late, Direction::ToClient, 0, 2500ms});

        const auto proof = dimse::echo(single(network.port()), {});

        QVERIFY2(proof, proof ? "" : qPrintable(words(proof.error())));
    }

    void aStopEndsIt_data()
    {
        QTest::addColumn<int>("afterPdus");
        QTest::newRow("before the association") << 0;
        QTest::newRow("before the answer") << 1;
    }

    void aStopEndsIt()
    {
        QFETCH(int, afterPdus);
        const CuttingProxy network(m_archive.dicomPort(),
                                   {NetworkFault::Kind::Silence, Direction::ToClient, afterPdus, 0});
        std::stop_source stop;
        std::atomic<qint64> stoppedAt = -1;
        QElapsedTimer clock;
        clock.start();
        const std::jthread stopping([&] {
            // As soon as the question is on its way.
            while (network.passed(Direction::ToServer) <= afterPdus && clock.elapsed() < 5000)
                std::this_thread::sleep_for(1ms); // the other end needs the machine too
            stoppedAt = clock.elapsed();
            stop.request_stop();
        });

        const auto list = dimse::findStudies(destinationAt(network.port()), {}, stop.get_token());

        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::Cancelled);
        QVERIFY(clock.elapsed() - stoppedAt < kStopMs);
    }

    void aStopLeavesWhatIsThere()
    {
        std::stop_source stop;
        const auto sink = std::make_shared<MemorySink>();
        const auto progress = [&](const workflow::TransferCount &) { stop.request_stop(); };

        const auto transfer = dimse::retrieve(single(m_archive.dicomPort()), place(), wholeStudy(kStudy),
                                              sink, progress, stop.get_token());

        QVERIFY(transfer);
        QCOMPARE(transfer->count.total, kSlices);
        QVERIFY(transfer->endedBy);
        QCOMPARE(transfer->endedBy->kind, ErrorKind::Cancelled);
    }

    void refusesAPduWithoutBounds()
    {
        const SayingServer server(QByteArray::fromHex("0200ffffffff") + QByteArray(64, 'x'));

        const auto proof = dimse::echo(impatient(server.port()), {});

        QVERIFY(!proof);
        QCOMPARE(proof.error().kind, ErrorKind::Invalid);
        QCOMPARE(proof.error().code, u"archive.answer"_s);
    }

    void refusesAnotherProtocol()
    {
        const SayingServer server("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

        const auto proof = dimse::echo(impatient(server.port()), {});

        QVERIFY(!proof);
        QVERIFY2(proof.error().code.startsWith(u"archive."_s), qPrintable(words(proof.error())));
        QVERIFY(proof.error().code != u"archive.silent"_s);
    }

    void damagedAnswersAreRefused()
    {
        int refused = 0;
        for (int k = 0; k < 6; ++k) {
            const CuttingProxy network(m_archive.dicomPort(),
                                       {NetworkFault::Kind::Damage, Direction::ToClient, k, 0});
            QElapsedTimer clock;
            clock.start();
            const auto list = dimse::findStudies(impatient(network.port()), {}, {});
            refused += list ? 0 : 1;
            QVERIFY(list || list.error().code.startsWith(u"archive."_s));
            QVERIFY(clock.elapsed() < kEndMs);
        }
        QVERIFY2(refused >= 2, qPrintable(QString::number(refused)));
    }

    /// A host that takes no more connections answers nothing, as one behind a firewall does.
    void aStopEndsAConnectionThatIsNotAnswered()
    {
        const CrowdedServer server;
        const int before = server.waiting();
        std::atomic<qint64> stoppedAt = -1;
        std::stop_source stop;
        QElapsedTimer clock;
        clock.start();
        const std::jthread stopping([&] {
            while (server.waiting() == before && clock.elapsed() < 5000)
                std::this_thread::sleep_for(1ms); // the other end needs the machine too
            stoppedAt = clock.elapsed();
            stop.request_stop();
        });

        const auto proof = dimse::echo(destinationAt(server.port()), stop.get_token());

        QVERIFY(!proof);
        QCOMPARE(proof.error().kind, ErrorKind::Cancelled);
        QVERIFY2(clock.elapsed() - stoppedAt < kStopMs, qPrintable(QString::number(clock.elapsed())));
    }

    void aConnectionThatIsNotAnsweredEndsAtItsDeadline()
    {
        const CrowdedServer server;
        QElapsedTimer clock;
        clock.start();

        const auto proof = dimse::echo(impatient(server.port()), {});

        QVERIFY(!proof);
        QCOMPARE(proof.error().kind, ErrorKind::Unavailable);
        QCOMPARE(proof.error().code, u"archive.silent"_s);
        QVERIFY2(clock.elapsed() < kEndMs, qPrintable(QString::number(clock.elapsed())));
    }

    void saysWhatAServerDoesNotDo()
    {
        const auto port = freePort();
        ServerProcess storescp;
        QVERIFY(storescp.start(u"storescp"_s,
                               {u"-od"_s, m_folder.path(), u"--ignore"_s, QString::number(port)}, {port}));

        const auto list = dimse::findStudies(destinationAt(port, u"ANY-SCP"_s), {}, {});

        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::Forbidden);
        QCOMPARE(list.error().code, u"archive.service-refused"_s);
        const auto proof = dimse::echo(destinationAt(port, u"ANY-SCP"_s), {});
        QVERIFY(proof);
        QCOMPARE(proof->notices,
                 QStringList({u"archive.no-find"_s, u"archive.no-get"_s, u"archive.no-move"_s}));
    }

    void saysWhichObjectsAreRefusedForTheirSyntax()
    {
        const auto port = freePort();
        ServerProcess storescp;
        QVERIFY(storescp.start(u"storescp"_s,
                               {u"-od"_s, m_folder.path(), u"--ignore"_s, u"+xi"_s, QString::number(port)},
                               {port}));

        const QString compressed = m_folder.filePath(u"jls.dcm"_s);
        QCOMPARE(QProcess::execute(u"dcmcjpls"_s, {m_files.front(), compressed}), 0);

        const auto transfer = dimse::store(destinationAt(port, u"ANY-SCP"_s), {compressed}, {}, {});

        // The only context is refused, so there is nothing to talk about.
        QVERIFY(!transfer);
        QCOMPARE(transfer.error().code, u"archive.service-refused"_s);
    }

    void aListenerThatCannotBeHadIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));

        const auto transfer = dimse::retrieve(single(m_archive.dicomPort(), dimse::Way::Move),
                                              {u"127.0.0.1"_s, other.serverPort()}, wholeStudy(kStudy),
                                              std::make_shared<MemorySink>(), {}, {});

        QVERIFY(!transfer);
        QCOMPARE(transfer.error().kind, ErrorKind::Unavailable);
        QCOMPARE(transfer.error().code, u"archive.listener"_s);
    }

    void aMoveWithoutAPlaceToListenSaysWhatIsMissing()
    {
        const auto transfer = dimse::retrieve(single(m_archive.dicomPort(), dimse::Way::Move), {},
                                              wholeStudy(kStudy), std::make_shared<MemorySink>(), {}, {});

        QVERIFY(!transfer);
        QCOMPARE(transfer.error().code, u"archive.listener"_s);
        QVERIFY2(transfer.error().detail.contains(u"dicom.listen"_s), qPrintable(words(transfer.error())));
    }

    void aFullDiskEndsAMove()
    {
        const auto sink = std::make_shared<MemorySink>(2);

        const auto transfer = dimse::retrieve(single(m_archive.dicomPort(), dimse::Way::Move), place(),
                                              wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer, transfer ? "" : qPrintable(words(transfer.error())));
        QCOMPARE(transfer->count.done, 2);
        QCOMPARE(transfer->count.total, kSlices);
        QVERIFY(transfer->endedBy);
        QCOMPARE(transfer->endedBy->code, u"disk.full"_s);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
