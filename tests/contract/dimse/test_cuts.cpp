#include "cut_everywhere.h"
#include "integration/dicom/header.h"
#include "integration/dimse/commitment.h"
#include "integration/dimse/worklist.h"
#include "peers.h"
#include "planned_steps.h"
#include "support/byte_proxy.h"
#include "support/free_port.h"
#include "support/orthanc.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = NetworkFault::Kind;

constexpr int kSlices = 2;
/// No call of these tests may take longer, whatever the network does.
constexpr int kEndMs = 15'000;

dimse::Destination impatient(quint16 port, const QString &title)
{
    auto peer = destinationAt(port, title);
    peer.associations = 1;
    peer.patience = {.connecting = 500ms, .answering = 500ms};
    return peer;
}

/// Every one of them is told as what it is, and where it was seen.
void expectCut(const std::vector<Error> &errors, std::size_t atLeast)
{
    QVERIFY2(errors.size() >= atLeast && errors.size() < kMostPdus,
             qPrintable(QString::number(errors.size())));
    for (const auto &error : errors) {
        QVERIFY2(error.code == u"archive.cut"_s, qPrintable(logLine(error)));
        QCOMPARE(error.kind, ErrorKind::Unavailable);
        QVERIFY2(!error.detail.isEmpty() && error.where.line() > 0, qPrintable(logLine(error)));
    }
}

void expectSilent(const Error &error, const QElapsedTimer &clock)
{
    QVERIFY2(error.code == u"archive.silent"_s, qPrintable(logLine(error)));
    QCOMPARE(error.kind, ErrorKind::Unavailable);
    QVERIFY(!error.detail.isEmpty());
    QVERIFY2(clock.elapsed() < kEndMs, qPrintable(QString::number(clock.elapsed())));
}

} // namespace

/// Conversations other than those for images, over networks that fail at each of their steps: every call ends, says why, and gives
/// nothing by halves.
class TestCuts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    std::vector<dimse::SentObject> m_objects;
    ServerProcess m_wlmscpfs;
    quint16 m_wlmscpfsPort = 0;
    Orthanc m_archive;
    quint16 m_listening = 0;
    std::unique_ptr<ByteProxy> m_wayBack; ///< over which the archive calls us

    std::optional<dimse::ListeningPlace> place() const
    {
        return dimse::ListeningPlace{u"127.0.0.1"_s, m_listening};
    }
    /// \returns nothing where the archive keeps all
    std::optional<Error> committed(const dimse::Destination &peer) const
    {
        const auto commitment = dimse::commit(peer, place(), m_objects, {});
        if (!commitment)
            return commitment.error();
        if (commitment->committed.size() != kSlices || !commitment->failures.empty())
            qFatal("half of a commitment");
        return std::nullopt;
    }
    std::optional<Error> listed(const dimse::Destination &server) const
    {
        const auto list = dimse::findSteps(server, {}, {});
        if (!list)
            return list.error();
        if (list->steps.size() != 3)
            qFatal("half of a worklist");
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase();

    void worklistsCutAnywhere_data();
    void worklistsCutAnywhere();
    void silentWorklistsEndAtTheirDeadline();
    void commitmentsCutAnywhere_data();
    void commitmentsCutAnywhere();
    void silentCommitmentsEndAtTheirDeadline();
    void aReportThatDoesNotGetThroughIsMissed_data();
    void aReportThatDoesNotGetThroughIsMissed();
};

void TestCuts::initTestCase()
{
    QVERIFY(writeWorklist(m_folder.path()));
    m_wlmscpfsPort = freePort();
    const QStringList arguments{u"-dfp"_s, m_folder.path(), u"-csk"_s, QString::number(m_wlmscpfsPort)};
    auto settings = Orthanc::worklistSettings(m_folder.filePath(u"RIS"_s));
    if (QStandardPaths::findExecutable(u"wlmscpfs"_s).isEmpty() || Orthanc::program().isEmpty()
        || settings.isEmpty())
        QSKIP("needs dcmtk and orthanc");
    QVERIFY2(m_wlmscpfs.start(u"wlmscpfs"_s, arguments, {m_wlmscpfsPort}), m_wlmscpfs.output().constData());
    m_listening = freePort();
    m_wayBack = std::make_unique<ByteProxy>(m_listening);
    settings.insert(u"DicomModalities"_s,
                    QJsonObject{{u"simiao"_s,
                                 QJsonObject{{u"AET"_s, u"SIMIAO"_s},
                                             {u"Host"_s, u"127.0.0.1"_s},
                                             {u"Port"_s, m_wayBack->port()},
                                             {u"AllowStorageCommitment"_s, true}}}});
    QVERIFY2(m_archive.start(settings), m_archive.output().constData());
    m_files = writtenStudy(m_folder.filePath(u"one"_s), u"2.25.5001"_s, u"Wang^Xiaoming=王^小明"_s, kSlices);
    QCOMPARE(m_archive.upload(m_files), kSlices);
    for (const auto &path : m_files) {
        const auto header = dicom::readHeader(path);
        QVERIFY(header);
        m_objects.push_back({u"1.2.840.10008.5.1.4.1.1.2"_s, header->instance.sopInstanceUid});
    }
}

void TestCuts::worklistsCutAnywhere_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("answers") << Direction::ToClient << Kind::Cut;
    QTest::newRow("answers, inside a PDU") << Direction::ToClient << Kind::CutPdu;
    QTest::newRow("questions") << Direction::ToServer << Kind::Cut;
    QTest::newRow("questions, inside a PDU") << Direction::ToServer << Kind::CutPdu;
}

void TestCuts::worklistsCutAnywhere()
{
    QFETCH(Direction, direction);
    QFETCH(Kind, kind);

    const auto dcmtk = cutEverywhere(m_wlmscpfsPort, direction, kind,
                                     [this](quint16 port) { return listed(destinationAt(port, u"RIS"_s)); });
    const auto orthanc = cutEverywhere(m_archive.dicomPort(), direction, kind,
                                       [this](quint16 port) { return listed(destinationAt(port)); });

    // The association and the question, or the association, three steps and their end.
    const std::size_t atLeast = direction == Direction::ToServer ? 2 : 5;
    expectCut(dcmtk, atLeast);
    expectCut(orthanc, atLeast);
}

void TestCuts::silentWorklistsEndAtTheirDeadline()
{
    for (const auto &[server, title] :
         {std::pair(m_wlmscpfsPort, u"RIS"_s), std::pair(m_archive.dicomPort(), u"ORTHANC"_s)}) {
        for (const int afterPdus : {0, 1, 3}) {
            const CuttingProxy network(server, {Kind::Silence, Direction::ToClient, afterPdus, 0});
            QElapsedTimer clock;
            clock.start();
            const auto error = listed(impatient(network.port(), title));
            QVERIFY(error);
            expectSilent(*error, clock);
        }
    }
}

void TestCuts::commitmentsCutAnywhere_data()
{
    worklistsCutAnywhere_data();
}

void TestCuts::commitmentsCutAnywhere()
{
    QFETCH(Direction, direction);
    QFETCH(Kind, kind);

    const auto errors = cutEverywhere(m_archive.dicomPort(), direction, kind,
                                      [this](quint16 port) { return committed(destinationAt(port)); });

    // The report comes over a connection of its own; only what goes before it is cut here.
    expectCut(errors, 2);
}

void TestCuts::silentCommitmentsEndAtTheirDeadline()
{
    for (const int afterPdus : {0, 1}) {
        const CuttingProxy network(m_archive.dicomPort(), {Kind::Silence, Direction::ToClient, afterPdus, 0});
        QElapsedTimer clock;
        clock.start();
        const auto error = committed(impatient(network.port(), u"ORTHANC"_s));
        // An archive that says nothing may still have called with its report.
        if (error)
            expectSilent(*error, clock);
        QVERIFY(error || afterPdus > 0);
    }
}

void TestCuts::aReportThatDoesNotGetThroughIsMissed_data()
{
    QTest::addColumn<ByteFault::Kind>("kind");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<int>("afterBytes");
    // Direction::ToServer is towards us, who listen.
    QTest::newRow("the archive cannot call") << ByteFault::Kind::Cut << Direction::ToServer << 0;
    QTest::newRow("cut in its association") << ByteFault::Kind::Cut << Direction::ToServer << 100;
    QTest::newRow("cut in our answer to that") << ByteFault::Kind::Cut << Direction::ToClient << 60;
    QTest::newRow("silent in its association") << ByteFault::Kind::Silence << Direction::ToServer << 100;
    QTest::newRow("silent after our answer") << ByteFault::Kind::Silence << Direction::ToClient << 0;
}

void TestCuts::aReportThatDoesNotGetThroughIsMissed()
{
    QFETCH(ByteFault::Kind, kind);
    QFETCH(Direction, direction);
    QFETCH(int, afterBytes);
    auto peer = destinationAt(m_archive.dicomPort());
    peer.commitment = 1s;
    m_wayBack->fail({.kind = kind, .direction = direction, .afterBytes = afterBytes});
    QElapsedTimer clock;
    clock.start();

    const auto error = committed(peer);

    m_wayBack->heal();
    QVERIFY(error);
    expectSilent(*error, clock);
    QVERIFY2(error->detail.contains(u"report"_s), qPrintable(error->detail));
    const auto again = committed(destinationAt(m_archive.dicomPort()));
    QVERIFY2(!again, again ? qPrintable(logLine(*again)) : "");
}

QTEST_GUILESS_MAIN(TestCuts)
#include "test_cuts.moc"
