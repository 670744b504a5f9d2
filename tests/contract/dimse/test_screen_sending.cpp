#include "imaging/views/viewport.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicomweb/dicomweb_archive.h"
#include "integration/dimse/dimse_archive.h"
#include "peers.h"
#include "support/byte_proxy.h"
#include "support/free_port.h"
#include "support/orthanc.h"
#include "ui/imaging/panel_fixture.h"

#include <QDir>
#include <QMenu>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 6;
constexpr int kPatienceMs = 20'000;

enum class Peer { Storescp, OrthancStore, OrthancStow };

} // namespace

/// What is on the screen goes to archives that others wrote.
class TestScreenSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_panel.reset(); }
    void theStudyArrives_data();
    void theStudyArrives();
    void aSyntaxThatIsRefusedIsSaid();
    void whatWasCutIsCountedAndSentAgain_data() { theStudyArrives_data(); }
    void whatWasCutIsCountedAndSentAgain();
    void theArchiveConfirmsWhatItKeeps();
    void anArchiveThatCannotCallIsAskedTwice();
    void anArchiveWithoutCommitmentSaysSo();

private:
    using Archive = std::shared_ptr<workflow::ImageArchive>;

    static Archive byDicom(quint16 port, const QString &title)
    {
        return std::make_shared<dimse::DimseArchive>(destinationAt(port, title), dimse::ListeningPlace());
    }
    static Archive byWeb(quint16 port)
    {
        const auto made = dicomweb::DicomWebArchive::create(
            {.name = u"test"_s,
             .http = {.server = QUrl(u"http://127.0.0.1:%1/dicom-web"_s.arg(port)),
                      .credentials = http::BasicCredentials{Orthanc::user(), Orthanc::password()}}});
        return made ? *made : nullptr;
    }
    /// That is asked whether it keeps what it was sent, and calls us at `listening` to answer. \param listening  0: nobody is there
    static Archive asked(quint16 port, const QString &title, quint16 listening)
    {
        auto peer = destinationAt(port, title);
        peer.commitment = std::chrono::seconds(listening == 0 ? 1 : 15);
        const auto place =
            listening == 0 ? dimse::ListeningPlace() : dimse::ListeningPlace{u"127.0.0.1"_s, listening};
        return std::make_shared<dimse::DimseArchive>(peer, place);
    }
    quint16 portOf(Peer peer) const
    {
        switch (peer) {
        case Peer::Storescp: return m_storescpPort;
        case Peer::OrthancStore: return m_orthanc.dicomPort();
        case Peer::OrthancStow: return m_orthanc.httpPort();
        }
        return 0;
    }
    static Archive archiveAt(Peer peer, quint16 port)
    {
        switch (peer) {
        case Peer::Storescp: return byDicom(port, u"ANY-SCP"_s);
        case Peer::OrthancStore: return byDicom(port, u"ORTHANC"_s);
        case Peer::OrthancStow: return byWeb(port);
        }
        return nullptr;
    }
    /// A panel with a study of its own, whose archive is this.
    void open(const Archive &archive, const QString &study)
    {
        m_study = std::make_unique<QTemporaryDir>();
        m_panel = std::make_unique<PanelFixture>(std::make_shared<dicom::FileImageSource>());
        const auto &patient = m_panel->patient();
        QVERIFY(dicom::writePhantomStudy({.folder = m_study->path(),
                                          .patientName = patient.name,
                                          .patientId = patient.mrn,
                                          .birthDate = patient.birthDate.toIso(),
                                          .sex = u"M"_s,
                                          .studyInstanceUid = study,
                                          .studyDate = u"2026-11-22"_s,
                                          .slices = kSlices}));
        m_panel->desk.imageArchives = {archive};
        m_panel->open({m_study->path()}, {study}, {540, 640});
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->viewport()->isLoaded(), kPatienceMs);
    }
    void sendStudy()
    {
        PanelFixture::press(Qt::Key_X, Qt::AltModifier);
        m_panel->panel->findChild<QMenu *>(u"imaging.sendList"_s)
            ->findChild<QAction *>(u"imaging.send.study"_s)
            ->trigger();
    }
    QString line() const
    {
        return m_panel->panel->findChild<QWidget *>(u"imaging.sending"_s)->property("text").toString();
    }
    /// How many objects the peer keeps.
    int kept(Peer peer) const
    {
        return peer == Peer::Storescp ? int(QDir(m_kept.path()).entryList(QDir::Files).size())
                                      : m_orthanc.count(u"/instances"_s);
    }

    QTemporaryDir m_kept; ///< by storescp
    ServerProcess m_storescp;
    quint16 m_storescpPort = 0;
    Orthanc m_orthanc;
    quint16 m_listening = 0;
    std::unique_ptr<QTemporaryDir> m_study;
    std::unique_ptr<PanelFixture> m_panel;
};

void TestScreenSending::initTestCase()
{
    ui::applyTheme(*qApp, {});
    m_storescpPort = freePort();
    if (Orthanc::program().isEmpty() || Orthanc::dicomWebSettings().isEmpty()
        || QStandardPaths::findExecutable(u"storescp"_s).isEmpty())
        QSKIP("needs dcmtk and the packages orthanc and orthanc-dicomweb");
    QVERIFY2(m_storescp.start(u"storescp"_s, {u"-od"_s, m_kept.path(), QString::number(m_storescpPort)},
                              {m_storescpPort}),
             m_storescp.output().constData());
    m_listening = freePort();
    auto settings = Orthanc::dicomWebSettings();
    settings.insert(u"DicomModalities"_s,
                    QJsonObject{{u"simiao"_s,
                                 QJsonObject{{u"AET"_s, u"SIMIAO"_s},
                                             {u"Host"_s, u"127.0.0.1"_s},
                                             {u"Port"_s, m_listening},
                                             {u"AllowStorageCommitment"_s, true}}}});
    QVERIFY2(m_orthanc.start(settings), m_orthanc.output().constData());
}

void TestScreenSending::theStudyArrives_data()
{
    QTest::addColumn<Peer>("peer");
    QTest::newRow("C-STORE, storescp") << Peer::Storescp;
    QTest::newRow("C-STORE, Orthanc") << Peer::OrthancStore;
    QTest::newRow("STOW-RS, Orthanc") << Peer::OrthancStow;
}

void TestScreenSending::theStudyArrives()
{
    QFETCH(Peer, peer);
    const int before = kept(peer);
    open(archiveAt(peer, portOf(peer)), u"2.25.90%1"_s.arg(int(peer)));

    sendStudy();

    QTRY_VERIFY2_WITH_TIMEOUT(line().contains(u"%1 of %1 files sent"_s.arg(kSlices)), qPrintable(line()),
                              kPatienceMs);
    QCOMPARE(kept(peer), before + kSlices);
    QTRY_COMPARE(m_panel->desk.store()->audit().back().detail, u"sent=%1 failed=0 total=%1"_s.arg(kSlices));
    QVERIFY(m_panel->link(u"Close"_s));
}

/// An archive that takes implicit little endian only: the images are compressed.
void TestScreenSending::aSyntaxThatIsRefusedIsSaid()
{
    const QTemporaryDir empty;
    const auto port = freePort();
    ServerProcess strict;
    QVERIFY(strict.start(u"storescp"_s, {u"+xi"_s, u"-od"_s, empty.path(), QString::number(port)}, {port}));
    open(byDicom(port, u"ANY-SCP"_s), u"2.25.910"_s);
    for (const auto &file : QDir(m_study->path()).entryInfoList(QDir::Files)) {
        const QString compressed = empty.filePath(u"jls"_s);
        QCOMPARE(QProcess::execute(u"dcmcjpls"_s, {file.filePath(), compressed}), 0);
        QVERIFY(QFile::remove(file.filePath()) && QFile::rename(compressed, file.filePath()));
    }

    sendStudy();

    QTRY_VERIFY2_WITH_TIMEOUT(line().contains(u"Not sent"_s), qPrintable(line()), kPatienceMs);
    // Which kind of object, and in which syntax.
    QVERIFY2(line().contains(
                 u"does not offer this service (1.2.840.10008.5.1.4.1.1.2 in 1.2.840.10008.1.2.4.80)"_s),
             qPrintable(line()));
    QVERIFY(QDir(empty.path()).isEmpty());
    QVERIFY(m_panel->link(u"Send again"_s));
}

void TestScreenSending::whatWasCutIsCountedAndSentAgain()
{
    QFETCH(Peer, peer);
    ByteProxy network(portOf(peer));
    open(archiveAt(peer, network.port()), u"2.25.92%1"_s.arg(int(peer)));
    // Somewhere in the third of the images.
    const auto size = QDir(m_study->path()).entryInfoList(QDir::Files).front().size();
    network.fail({.kind = ByteFault::Kind::Cut,
                  .direction = Direction::ToServer,
                  .afterBytes = size * 5 / 2,
                  .isOfAll = true});

    sendStudy();

    QTRY_VERIFY_WITH_TIMEOUT(m_panel->link(u"Send again"_s), kPatienceMs);
    // By STOW the files go in one request, of which an archive that heard half keeps nothing.
    const auto count = peer == Peer::OrthancStow ? u"Not sent"_s : u"Only 2 of %1 files sent"_s.arg(kSlices);
    QVERIFY2(line().contains(count), qPrintable(line()));
    QVERIFY2(line().contains(u"The connection to the archive broke off"_s), qPrintable(line()));
    network.heal();
    m_panel->link(u"Send again"_s)->click();
    QTRY_VERIFY2_WITH_TIMEOUT(line().contains(u"%1 of %1 files sent"_s.arg(kSlices)), qPrintable(line()),
                              kPatienceMs);
}

void TestScreenSending::theArchiveConfirmsWhatItKeeps()
{
    open(asked(m_orthanc.dicomPort(), u"ORTHANC"_s, m_listening), u"2.25.930"_s);

    sendStudy();

    const auto words = u"The archive has confirmed %1 of %1."_s.arg(kSlices);
    QTRY_VERIFY2_WITH_TIMEOUT(line().contains(words), qPrintable(line()), kPatienceMs);
    QVERIFY(line().contains(u"%1 of %1 files sent"_s.arg(kSlices)));
}

void TestScreenSending::anArchiveThatCannotCallIsAskedTwice()
{
    open(asked(m_orthanc.dicomPort(), u"ORTHANC"_s, 0), u"2.25.931"_s);

    sendStudy();

    const auto words = u"Not confirmed: no answer within 1 s. Asked 2 times."_s;
    QTRY_VERIFY2_WITH_TIMEOUT(line().contains(words), qPrintable(line()), kPatienceMs);
    QVERIFY(m_panel->link(u"Ask again"_s));
}

void TestScreenSending::anArchiveWithoutCommitmentSaysSo()
{
    open(asked(m_storescpPort, u"ANY-SCP"_s, m_listening), u"2.25.932"_s);

    sendStudy();

    QTRY_VERIFY2_WITH_TIMEOUT(line().contains(u"Not confirmed: "_s), qPrintable(line()), kPatienceMs);
    QVERIFY2(line().contains(u"%1 of %1 files sent"_s.arg(kSlices)), qPrintable(line()));
}

QTEST_MAIN(TestScreenSending)
#include "test_screen_sending.moc"
