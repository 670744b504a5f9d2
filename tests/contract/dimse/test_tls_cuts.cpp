#include "integration/dimse/echo.h"
#include "integration/dimse/store.h"
#include "peers.h"
#include "support/byte_proxy.h"
#include "support/free_port.h"
#include "support/server_process.h"
#include "support/test_certificates.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSlices = 3;
constexpr int kPlaces = 12;
constexpr int kEndMs = 4000;

QString words(qint64 afterBytes, const Error &error)
{
    return u"after %1 bytes: %2"_s.arg(afterBytes).arg(logLine(error));
}

} // namespace

/// Associations over TLS whose network fails, counted in bytes: in the handshake, in the association and among images.
class TestTlsCuts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    std::optional<TestCertificate> m_certificate;
    ServerProcess m_server;
    quint16 m_port = 0;

    dimse::Destination peer(quint16 port) const
    {
        auto peer = destinationAt(port, u"ANY-SCP"_s);
        peer.tls = {.isOn = true, .authorities = m_certificate->certificateFile};
        return peer;
    }
    /// Bytes of a whole conversation, which tells where it can be cut.
    template <typename Talk>
    qint64 lengthOf(Direction direction, const Talk &talk) const
    {
        const ByteProxy network(m_port);
        talk(network.port());
        return network.passed(direction);
    }
    QStringList kept() const { return QDir(m_folder.filePath(u"archive"_s)).entryList(QDir::Files); }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificate = makeCertificate(m_folder.path(), u"server"_s, u"IP:127.0.0.1"_s);
        if (!m_certificate)
            QSKIP("needs openssl");
        QVERIFY(QDir(m_folder.path()).mkdir(u"archive"_s));
        m_port = freePort();
        const QStringList arguments{
            u"+tls"_s, m_certificate->keyFile,          m_certificate->certificateFile, u"-ic"_s,
            u"-od"_s,  m_folder.filePath(u"archive"_s), QString::number(m_port)};
        QVERIFY2(m_server.start(u"storescp"_s, arguments, {m_port}), m_server.output().constData());
        m_files =
            writtenStudy(m_folder.filePath(u"one"_s), u"2.25.5101"_s, u"Wang^Xiaoming=王^小明"_s, kSlices);
        QCOMPARE(m_files.size(), kSlices);
    }

    void anEchoCutAnywhereIsSaid_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::newRow("answers") << Direction::ToClient;
        QTest::newRow("questions") << Direction::ToServer;
    }

    void anEchoCutAnywhereIsSaid()
    {
        QFETCH(Direction, direction);
        const auto whole =
            lengthOf(direction, [this](quint16 port) { QVERIFY(dimse::echo(peer(port), {})); });
        QVERIFY(whole > 0);
        int cuts = 0;
        for (int place = 0; place < kPlaces; ++place) {
            const auto afterBytes = whole * place / kPlaces;
            const ByteProxy network(
                m_port, {.kind = ByteFault::Kind::Cut, .direction = direction, .afterBytes = afterBytes});
            const auto proof = dimse::echo(peer(network.port()), {});
            if (proof)
                continue; // only the good-bye was lost
            ++cuts;
            const auto &error = proof.error();
            QVERIFY2(error.code == u"archive.cut"_s, qPrintable(words(afterBytes, error)));
            QCOMPARE(error.kind, ErrorKind::Unavailable);
            QVERIFY(!error.detail.isEmpty());
        }
        QVERIFY2(cuts >= kPlaces / 2, qPrintable(QString::number(cuts)));
    }

    void aSilentHandshakeEndsAtItsDeadline()
    {
        const auto whole =
            lengthOf(Direction::ToClient, [this](quint16 port) { QVERIFY(dimse::echo(peer(port), {})); });
        for (const auto afterBytes : {qint64{0}, whole / 4, whole / 2}) {
            const ByteProxy network(m_port,
                                    {.kind = ByteFault::Kind::Silence,
                                     .direction = Direction::ToClient,
                                     .afterBytes = afterBytes});
            auto impatient = peer(network.port());
            impatient.patience = {.connecting = 700ms, .answering = 700ms};
            QElapsedTimer clock;
            clock.start();

            const auto proof = dimse::echo(impatient, {});

            QVERIFY(!proof);
            QVERIFY2(proof.error().code == u"archive.silent"_s, qPrintable(words(afterBytes, proof.error())));
            QVERIFY2(clock.elapsed() < kEndMs, qPrintable(QString::number(clock.elapsed())));
        }
    }

    void imagesCutAnywhereAreCounted()
    {
        const auto whole = lengthOf(Direction::ToServer, [this](quint16 port) {
            const auto sent = dimse::store(peer(port), m_files, {}, {});
            QVERIFY(sent && sent->isWhole());
        });
        QCOMPARE(kept().size(), kSlices);
        std::optional<int> before;
        for (int place = 0; place < kPlaces; ++place) {
            const auto afterBytes = whole * place / kPlaces;
            const ByteProxy network(m_port,
                                    {.kind = ByteFault::Kind::Cut,
                                     .direction = Direction::ToServer,
                                     .afterBytes = afterBytes,
                                     .isOfAll = true});
            int told = 0;
            const auto progress = [&told](const workflow::TransferCount &count) { told = count.done; };
            const auto sent = dimse::store(peer(network.port()), m_files, progress, {});
            if (!sent) {
                QVERIFY2(sent.error().code == u"archive.cut"_s, qPrintable(words(afterBytes, sent.error())));
                continue;
            }
            QVERIFY2(sent->endedBy && sent->endedBy->code == u"archive.cut"_s,
                     qPrintable(QString::number(afterBytes)));
            QCOMPARE(sent->count.total, kSlices);
            QCOMPARE(sent->count.failed, 0);
            QCOMPARE(sent->count.done, told);
            QVERIFY(sent->count.done < kSlices && sent->count.done >= before.value_or(0));
            before = sent->count.done;
        }
        // The last places lie in the last image: all but that are there.
        QCOMPARE(before, kSlices - 1);
    }
};

QTEST_GUILESS_MAIN(TestTlsCuts)
#include "test_tls_cuts.moc"
