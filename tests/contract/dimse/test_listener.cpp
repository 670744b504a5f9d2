#include "integration/dicom/header.h"
#include "integration/dimse/echo.h"
#include "integration/dimse/find.h"
#include "integration/dimse/intake.h"
#include "integration/dimse/listener.h"
#include "integration/dimse/retrieve_batch.h"
#include "integration/dimse/services.h"
#include "integration/dimse/store.h"
#include "memory_sink.h"
#include "peers.h"
#include "support/byte_proxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const QString kStudy = u"2.25.5001"_s;

bool hasIpv6()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHostIPv6);
}

} // namespace

/// Who calls us, and with what.
class TestListener : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    std::vector<dimse::ArchivedImage> m_images;
    std::shared_ptr<MemorySink> m_sink;
    std::stop_source m_stop;
    std::unique_ptr<dimse::Intake> m_intake;
    std::unique_ptr<dimse::Listener> m_listener;
    QStringList m_hangsUpAt;

    bool listens(const QString &address)
    {
        auto listener = dimse::Listener::create(
            {address, 0},
            {.ownAe = u"SIMIAO"_s,
             .callingAes = {u"ORTHANC"_s},
             .sopClasses = {QString(dimse::kVerification), u"1.2.840.10008.5.1.4.1.1."_s},
             .transferSyntaxes = dimse::storedSyntaxes(),
             .tls = {},
             .patience = {.connecting = std::chrono::seconds(20), .answering = std::chrono::seconds(20)}},
            [this](dimse::Association &association, const dimse::Message &message) -> Result<void> {
                if (m_hangsUpAt.contains(message.command.sopInstance))
                    return cancelled();
                return dimse::answerStore(association, message, *m_intake);
            },
            m_stop.get_token());
        m_listener = listener ? *std::move(listener) : nullptr;
        return m_listener != nullptr;
    }
    /// As an archive sees us.
    dimse::Destination us(const QString &callingAe = u"ORTHANC"_s,
                          const QString &calledAe = u"SIMIAO"_s) const
    {
        auto us = destinationAt(m_listener->port(), calledAe);
        us.callingAe = callingAe;
        return us;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_files = writtenStudy(m_folder.path(), kStudy, u"Wang^Xiaoming=王^小明"_s, 3);
        QCOMPARE(m_files.size(), 3);
        for (const auto &path : std::as_const(m_files)) {
            const auto header = dicom::readHeader(path);
            QVERIFY(header);
            m_images.push_back({.seriesInstanceUid = header->series.seriesInstanceUid,
                                .sopInstanceUid = header->instance.sopInstanceUid,
                                .sopClassUid = {}});
        }
    }

    /// The last of the three images is not wanted.
    void init()
    {
        m_hangsUpAt.clear();
        m_sink = std::make_shared<MemorySink>();
        m_stop = {};
        const dimse::ImageList wanted{
            .images = {m_images.begin(), m_images.end() - 1}, .wholes = {}, .stated = {}};
        m_intake = std::make_unique<dimse::Intake>(kStudy, wanted, m_sink, nullptr, m_stop);
        QVERIFY(listens(u"127.0.0.1"_s));
    }
    void cleanup() { m_listener.reset(); }

    void keepsWhatWasAskedForAndNothingElse()
    {
        const auto sent = dimse::store(us(), m_files, {}, {});

        QVERIFY2(sent, sent ? "" : qPrintable(logLine(sent.error())));
        QCOMPARE(sent->count, (workflow::TransferCount{.done = 2, .failed = 1, .total = 3}));
        QCOMPARE(sent->failures.front().sopInstanceUid, m_images.back().sopInstanceUid);
        QCOMPARE(m_sink->files().size(), 2);
        QVERIFY(!m_sink->has(m_images.back().sopInstanceUid));
        QCOMPARE(m_intake->transfer().count.done, 2);
    }

    void oneObjectAtWhichThePeerHangsUpDoesNotCostTheOthers()
    {
        m_hangsUpAt = {m_images.front().sopInstanceUid};

        const auto sent = dimse::store(us(), m_files, {}, {});

        QVERIFY2(sent, sent ? "" : qPrintable(logLine(sent.error())));
        QCOMPARE(sent->count, (workflow::TransferCount{.done = 1, .failed = 2, .total = 3}));
        QVERIFY(!sent->endedBy);
        QCOMPARE(sent->failures.front().sopInstanceUid, m_images.front().sopInstanceUid);
        QCOMPARE(sent->failures.front().error.code, u"archive.cut"_s);
    }

    void aPeerThatHangsUpAtAllOfThemEndsTheSending()
    {
        for (const auto &image : m_images)
            m_hangsUpAt.append(image.sopInstanceUid);

        const auto sent = dimse::store(us(), m_files, {}, {});

        QVERIFY2(sent, sent ? "" : qPrintable(logLine(sent.error())));
        QCOMPARE(sent->count, (workflow::TransferCount{.done = 0, .failed = 0, .total = 3}));
        QVERIFY(sent->endedBy);
        QCOMPARE(sent->endedBy->code, u"archive.cut"_s);
    }

    void answersATestOfTheConnection()
    {
        const auto proof = dimse::echo(us(), {});

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QCOMPARE(proof->notices.size(), 3);
    }

    /// Who calls over IPv6 is a relay: the toolkit cannot.
    void isCalledOverIpv6()
    {
        if (!hasIpv6())
            QSKIP("needs IPv6 on the loopback");
        QVERIFY(listens(u"::1"_s));
        const ByteProxy relay(m_listener->port(), {}, Loopback::V6);
        auto peer = us();
        peer.port = relay.port();

        const auto proof = dimse::echo(peer, {});
        const auto sent = dimse::store(peer, m_files, {}, {});

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QVERIFY2(sent, sent ? "" : qPrintable(logLine(sent.error())));
        QCOMPARE(sent->count.done, 2);
        QVERIFY(!dimse::echo(us(), {})); // over IPv4 nobody is there
    }

    void isCalledOverBoth()
    {
        if (!hasIpv6())
            QSKIP("needs IPv6 on the loopback");
        QVERIFY(listens(u"::"_s));
        const ByteProxy relay(m_listener->port(), {}, Loopback::V6);
        auto peer = us();
        peer.port = relay.port();

        QVERIFY(dimse::echo(peer, {}));
        QVERIFY(dimse::echo(us(), {}));
    }

    void sendsStrangersAway()
    {
        const auto stranger = dimse::store(us(u"STRANGER"_s), m_files, {}, {});
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().code, u"archive.refused"_s);

        const auto misdialled = dimse::store(us(u"ORTHANC"_s, u"OTHER"_s), m_files, {}, {});
        QVERIFY(!misdialled);
        QCOMPARE(misdialled.error().code, u"archive.refused"_s);
        QVERIFY(m_sink->files().isEmpty());
        QTRY_VERIFY(m_listener->lastFault());
        QCOMPARE(m_listener->lastFault()->code, u"archive.refused"_s);
    }

    void answersNoQuestions()
    {
        const auto list = dimse::findSeries(us(), kStudy, {});

        QVERIFY(!list);
        QCOMPARE(list.error().code, u"archive.service-refused"_s);
    }

    /// Its request is longer than what is waited for before the toolkit is called, and its end comes late.
    void hearsACallerThatTakesItsTime()
    {
        QStringList syntaxes;
        for (int i = 0; i < 20; ++i)
            syntaxes.push_back(u"1.2.840.10008.1.2.4.9.%1"_s.arg(i));
        syntaxes.push_back(u"1.2.840.10008.1.2"_s);
        const std::vector<dimse::ProposedContext> contexts(
            dimse::Association::kMostContexts,
            {.sopClass = QString(dimse::kVerification), .transferSyntaxes = syntaxes});
        constexpr qint64 kBeginning = 40'000;
        const ByteProxy network(
            m_listener->port(),
            {ByteFault::Kind::Late, Direction::ToServer, kBeginning, std::chrono::milliseconds(1500)});
        auto peer = us();
        peer.port = network.port();

        const auto caller = dimse::Association::request(peer, contexts, {});

        QVERIFY2(caller, caller ? "" : qPrintable(logLine(caller.error())));
        QVERIFY(network.passed(Direction::ToServer) > kBeginning);
    }

    /// They have connected and say nothing, or no more than a beginning, short or long; each would be heard out for twenty seconds.
    void isThereForACallerBehindSilentOnes()
    {
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 12; ++i) {
            auto &caller = silent.emplace_back(std::make_unique<QTcpSocket>());
            caller->connectToHost(QHostAddress::LocalHost, m_listener->port());
            QVERIFY(caller->waitForConnected());
            if (i % 3 != 0) {
                // Of an A-ASSOCIATE-RQ of 65 280 bytes.
                caller->write(QByteArray::fromHex("01000000ff0000010000")
                              + QByteArray(i % 3 == 1 ? 0 : 40'000, '\0'));
                while (caller->bytesToWrite() > 0)
                    QVERIFY(caller->waitForBytesWritten());
            }
        }
        auto peer = us();
        peer.patience.connecting = std::chrono::seconds(10);

        const auto proof = dimse::echo(peer, {});

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
    }

    void endsItsCallsWhenItIsOver()
    {
        auto caller = dimse::Association::request(us(), {dimse::proposed(dimse::kVerification)}, {});
        QVERIFY2(caller, caller ? "" : qPrintable(logLine(caller.error())));

        m_listener.reset();

        const auto message = (*caller)->receive();
        QVERIFY(!message);
        QCOMPARE(message.error().code, u"archive.cut"_s);
    }
};

QTEST_GUILESS_MAIN(TestListener)
#include "test_listener.moc"
