#include "integration/dicom/dataset_bytes.h"
#include "integration/dicom/header.h"
#include "integration/dimse/find.h"
#include "integration/dimse/retrieve.h"
#include "integration/dimse/store.h"
#include "memory_sink.h"
#include "peers.h"
#include "support/free_port.h"
#include "support/orthanc.h"
#include "transfers.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const QString kStudy = u"2.25.5001"_s;
constexpr int kSlices = 6;

/// JPIP: its pixels are somewhere else, so nobody here takes it. The file says so and is nothing of the kind.
bool claimJpip(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    auto bytes = file.readAll();
    const QByteArray plain("1.2.840.10008.1.2.1\0", 20);
    const QByteArray jpip("1.2.840.10008.1.2.4.94");
    const auto at = bytes.indexOf(plain);
    constexpr qsizetype kGroupLength = 140;
    if (at < kGroupLength || at > 1000)
        return false;
    bytes.replace(at, plain.size(), jpip);
    bytes[at - 2] = char(jpip.size());
    char *length = bytes.data() + kGroupLength;
    qToLittleEndian(quint32(qFromLittleEndian<quint32>(length) + jpip.size() - plain.size()), length);
    return file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size();
}

QStringList uidsOf(const QStringList &files)
{
    QStringList uids;
    for (const auto &file : files)
        uids.append(dicom::readHeader(file)->instance.sopInstanceUid);
    std::ranges::sort(uids);
    return uids;
}

QStringList failedUids(const workflow::ImageTransfer &transfer)
{
    QStringList uids;
    for (const auto &failure : transfer.failures)
        uids.append(failure.sopInstanceUid);
    std::ranges::sort(uids);
    return uids;
}

} // namespace

/// Archives that cannot, or will not, give all that they have: what they give is kept, and the rest is told.
class TestUnsendable : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    quint16 m_listening = 0;

    dimse::ListeningPlace place() const { return {u"127.0.0.1"_s, m_listening}; }
    QJsonObject knowingUs(QJsonObject settings) const
    {
        settings.insert(u"DicomModalities"_s,
                        QJsonObject{{u"simiao"_s, QJsonArray{u"SIMIAO"_s, u"127.0.0.1"_s, m_listening}}});
        return settings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Orthanc::program().isEmpty())
            QSKIP("needs Orthanc");
        m_listening = freePort();
        m_files = writtenStudy(m_folder.filePath(u"one"_s), kStudy, u"Wang^Xiaoming=王^小明"_s, kSlices);
        QCOMPARE(m_files.size(), kSlices);
    }

    void namesTheImagesThatAnArchiveCannotSend_data()
    {
        QTest::addColumn<dimse::Way>("way");
        QTest::addColumn<int>("associations");
        QTest::newRow("C-GET, one association") << dimse::Way::Get << 1;
        QTest::newRow("C-GET, four associations") << dimse::Way::Get << 4;
        QTest::newRow("C-MOVE") << dimse::Way::Move << 1;
    }

    /// Two of six are in a syntax that nobody agrees to: the second, and the last.
    void namesTheImagesThatAnArchiveCannotSend()
    {
        QFETCH(dimse::Way, way);
        QFETCH(int, associations);
        QTemporaryDir folder;
        const auto files =
            writtenStudy(folder.filePath(u"two"_s), kStudy, u"Wang^Xiaoming=王^小明"_s, kSlices);
        const QStringList odd{files.at(1), files.at(5)};
        const auto oddUids = uidsOf(odd);
        for (const auto &file : odd)
            QVERIFY(claimJpip(file));
        Orthanc archive;
        QVERIFY(archive.start(knowingUs({{u"TranscodeDicomProtocol"_s, false}})));
        QCOMPARE(archive.upload(files), kSlices);
        auto peer = destinationAt(archive.dicomPort());
        peer.way = way;
        peer.associations = associations;
        const auto sink = std::make_shared<MemorySink>();

        const auto transfer = dimse::retrieve(peer, place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer, qPrintable(words(transfer)));
        QVERIFY2(transfer->count == (workflow::TransferCount{kSlices - 2, 2, kSlices}),
                 qPrintable(words(transfer)));
        QCOMPARE(failedUids(*transfer), oddUids);
        QVERIFY2(!transfer->endedBy, qPrintable(words(transfer)));
        QVERIFY(!transfer->isWhole());
        for (const auto &failure : transfer->failures)
            QCOMPARE(failure.error.code, u"archive.not-sent"_s);
        QCOMPARE(sink->files().size(), kSlices - 2);

        // Once more into the same place: what is there stays, and the two are named again.
        const auto again = dimse::retrieve(peer, place(), wholeStudy(kStudy), sink, {}, {});
        QVERIFY2(again, qPrintable(words(again)));
        QCOMPARE(again->count, transfer->count);
        QCOMPARE(failedUids(*again), oddUids);
    }

    void bringsMoreThanAnArchiveLists_data()
    {
        QTest::addColumn<dimse::Way>("way");
        QTest::addColumn<int>("here");
        QTest::newRow("C-GET") << dimse::Way::Get << 0;
        QTest::newRow("C-MOVE") << dimse::Way::Move << 0;
        QTest::newRow("C-GET of what is missing") << dimse::Way::Get << 5;
    }

    /// Its own limit: it ends a list of images behind the fourth, with status FE00.
    void bringsMoreThanAnArchiveLists()
    {
        QFETCH(dimse::Way, way);
        QFETCH(int, here);
        Orthanc archive;
        QVERIFY(archive.start(knowingUs({{u"LimitFindInstances"_s, 4}})));
        QCOMPARE(archive.upload(m_files), kSlices);
        auto peer = destinationAt(archive.dicomPort());
        peer.way = way;
        const auto sink = std::make_shared<MemorySink>();
        for (const auto &uid : uidsOf(m_files).first(here))
            QVERIFY(sink->take({uid, "here"}));

        const auto transfer = dimse::retrieve(peer, place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QCOMPARE(transfer->count, (workflow::TransferCount{kSlices, 0, kSlices}));
        QCOMPARE(sink->files().size(), kSlices);
        QCOMPARE(sink->taken(), kSlices);
    }

    void keepsTheStudiesOfAListThatAnArchiveCuts()
    {
        Orthanc archive;
        QVERIFY(archive.start(knowingUs({{u"LimitFindResults"_s, 2}})));
        for (int i = 0; i < 3; ++i) {
            const auto files = writtenStudy(m_folder.filePath(u"study%1"_s.arg(i)), u"2.25.51%1"_s.arg(i),
                                            u"Wang^Xiaoming=王^小明"_s, 1);
            QCOMPARE(archive.upload(files), 1);
        }

        const auto list = dimse::findStudies(destinationAt(archive.dicomPort()), {}, {});

        QVERIFY2(list, qPrintable(list ? QString() : logLine(list.error())));
        QCOMPARE(list->studies.size(), 2);
        QVERIFY(list->isPartial);
    }

    /// It does not say which class an image is of, so that the contexts must be had by its modality.
    void getsCompressedImagesFromAnArchiveThatNamesNoClasses()
    {
        QTemporaryDir folder;
        const auto port = freePort();
        const QString compressed = folder.filePath(u"jls.dcm"_s);
        QCOMPARE(QProcess::execute(u"dcmcjpls"_s, {m_files.front(), compressed}), 0);
        QVERIFY(QDir(folder.path()).mkpath(u"db"_s));
        QFile configuration(folder.filePath(u"dcmqrscp.cfg"_s));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write(u"NetworkTCPPort = %1\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
                            "HostTable BEGIN\nsimiao = (SIMIAO, localhost, 11112)\nHostTable END\n"
                            "VendorTable BEGIN\nVendorTable END\n"
                            "AETable BEGIN\nQR %2 RW (200, 1024mb) ANY\nAETable END\n"_s.arg(port)
                                .arg(folder.filePath(u"db"_s))
                                .toUtf8());
        configuration.close();
        ServerProcess server;
        QVERIFY(server.start(u"dcmqrscp"_s, {u"-c"_s, configuration.fileName(), u"+xt"_s, u"-xt"_s}, {port}));
        const auto peer = destinationAt(port, u"QR"_s);
        const auto stored = dimse::store(peer, {compressed}, {}, {});
        QVERIFY2(stored && stored->isWhole(), qPrintable(words(stored)));
        const auto sink = std::make_shared<MemorySink>();

        const auto transfer = dimse::retrieve(peer, place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QCOMPARE(transfer->count.done, 1);
        const auto received = dicom::openDatasetBytes(sink->files().values().front());
        QCOMPARE(received->transferSyntax, u"1.2.840.10008.1.2.4.80"_s);
    }
};

QTEST_GUILESS_MAIN(TestUnsendable)
#include "test_unsendable.moc"
