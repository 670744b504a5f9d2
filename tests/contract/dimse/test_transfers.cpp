#include "integration/dicom/dataset_bytes.h"
#include "integration/dicom/header.h"
#include "integration/dimse/address.h"
#include "integration/dimse/awaited_calls.h"
#include "integration/dimse/dimse_archive.h"
#include "integration/dimse/echo.h"
#include "integration/dimse/retrieve.h"
#include "integration/dimse/store.h"
#include "memory_sink.h"
#include "peers.h"
#include "support/free_port.h"
#include "support/orthanc.h"
#include "transfers.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <array>
#include <future>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const QString kStudy = u"2.25.2001"_s;
constexpr int kSlices = 12;

QByteArray dataSetIn(const QString &path)
{
    const auto bytes = dicom::openDatasetBytes(path);
    if (!bytes)
        return {};
    bytes->device->seek(bytes->start);
    return bytes->device->readAll();
}

} // namespace

/// Images to and from a real archive.
class TestTransfers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QStringList m_files;
    Orthanc m_archive;
    quint16 m_listening = 0;

    dimse::Destination peer(dimse::Way way = dimse::Way::Get) const
    {
        auto peer = destinationAt(m_archive.dicomPort());
        peer.way = way;
        return peer;
    }
    dimse::ListeningPlace place() const { return {u"127.0.0.1"_s, m_listening}; }

    /// The data sets that came, against those of the files that went.
    void compareAll(const MemorySink &sink)
    {
        const auto received = sink.files();
        QCOMPARE(received.size(), m_files.size());
        QTemporaryDir folder;
        for (const auto &path : std::as_const(m_files)) {
            const auto uid = dicom::readHeader(path)->instance.sopInstanceUid;
            QFile copy(folder.filePath(uid));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(received.value(uid));
            copy.close();
            QCOMPARE(dicom::openDatasetBytes(copy.fileName())->transferSyntax,
                     dicom::openDatasetBytes(path)->transferSyntax);
            QVERIFY2(dataSetIn(copy.fileName()) == dataSetIn(path), qPrintable(path));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Orthanc::program().isEmpty())
            QSKIP("needs Orthanc");
        m_listening = freePort();
        const QJsonObject modalities{{u"simiao"_s, QJsonArray{u"SIMIAO"_s, u"127.0.0.1"_s, m_listening}}};
        QVERIFY(m_archive.start({{u"DicomModalities"_s, modalities}}));
        m_files = writtenStudy(m_folder.filePath(u"one"_s), kStudy, u"Wang^Xiaoming=王^小明"_s, kSlices);
        QCOMPARE(m_files.size(), kSlices);
    }

    void sendsFiles()
    {
        std::vector<workflow::TransferCount> told;

        const auto transfer = dimse::store(
            peer(), m_files, [&](const workflow::TransferCount &count) { told.push_back(count); }, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QCOMPARE(transfer->count.done, kSlices);
        QCOMPARE(m_archive.count(u"/instances"_s), kSlices);
        QCOMPARE(told.size(), kSlices);
        QCOMPARE(told.back(), transfer->count);
    }

    /// It takes the default transfer syntax and no other (PS3.5 10.1).
    void sendsToAPeerThatTakesImplicitOnly()
    {
        const auto port = freePort();
        const QString inbox = m_folder.filePath(u"inbox"_s);
        QVERIFY(QDir().mkpath(inbox));
        ServerProcess storescp;
        QVERIFY(storescp.start(u"storescp"_s, {u"-od"_s, inbox, u"+xi"_s, QString::number(port)}, {port}));

        const auto transfer = dimse::store(destinationAt(port, u"ANY-SCP"_s), m_files, {}, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        const auto received = QDir(inbox).entryInfoList(QDir::Files, QDir::Name);
        QCOMPARE(received.size(), kSlices);
        QHash<QString, QByteArray> pixels;
        constexpr qsizetype kPixels = 256 * 256 * 2; // the last element of each
        for (const auto &file : received) {
            const auto header = dicom::readHeader(file.filePath());
            QVERIFY(header);
            QCOMPARE(dicom::openDatasetBytes(file.filePath())->transferSyntax, u"1.2.840.10008.1.2"_s);
            QCOMPARE(header->series.studyInstanceUid, kStudy);
            pixels.insert(header->instance.sopInstanceUid, dataSetIn(file.filePath()).last(kPixels));
        }
        for (const auto &path : std::as_const(m_files))
            QVERIFY(pixels[dicom::readHeader(path)->instance.sopInstanceUid]
                    == dataSetIn(path).last(kPixels));
    }

    void isStoppedBeforeAllFilesAreLookedInto()
    {
        std::stop_source stop;
        stop.request_stop();

        const auto transfer =
            dimse::store(peer(), {m_folder.filePath(u"no such file"_s)}, {}, stop.get_token());

        QVERIFY(!transfer);
        QCOMPARE(transfer.error().kind, ErrorKind::Cancelled);
    }

    void namesTheFilesThatArrived()
    {
        QStringList arrived;
        const QString none = m_folder.filePath(u"none.dcm"_s);

        const auto transfer = dimse::store(peer(), QStringList{none} + m_files.first(3), {}, {},
                                           [&arrived](const QString &file) { arrived.append(file); });

        QVERIFY2(transfer, qPrintable(words(transfer)));
        QCOMPARE(transfer->count.failed, 1);
        std::ranges::sort(arrived);
        QCOMPARE(arrived, m_files.first(3));
    }

    void saysWhichFilesAreNoObjects()
    {
        QFile text(m_folder.filePath(u"text.dcm"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("not an image");
        text.close();

        const auto transfer = dimse::store(peer(), {text.fileName(), m_files.front()}, {}, {});

        QVERIFY2(transfer, qPrintable(words(transfer)));
        QCOMPARE(transfer->count, (workflow::TransferCount{.done = 1, .failed = 1, .total = 2}));
        QCOMPARE(transfer->failures.front().error.code, u"imaging.not-dicom"_s);
    }

    void getsAStudyBitByBit()
    {
        const auto sink = std::make_shared<MemorySink>();
        std::vector<workflow::TransferCount> told;
        std::mutex mutex;
        const auto progress = [&](const workflow::TransferCount &count) {
            const std::scoped_lock lock(mutex);
            told.push_back(count);
        };

        const auto transfer = dimse::retrieve(peer(), place(), wholeStudy(kStudy), sink, progress, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QCOMPARE(transfer->count, (workflow::TransferCount{.done = kSlices, .failed = 0, .total = kSlices}));
        QCOMPARE(told.front(), (workflow::TransferCount{.done = 0, .failed = 0, .total = kSlices}));
        QCOMPARE(told.back(), transfer->count);
        compareAll(*sink);
    }

    void movesAStudyToOurListener()
    {
        const auto sink = std::make_shared<MemorySink>();

        const auto transfer =
            dimse::retrieve(peer(dimse::Way::Move), place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QCOMPARE(transfer->count.done, kSlices);
        compareAll(*sink);
    }

    /// Many a PACS has one title for questions and another one when it calls.
    void saysWhoCalledAndWasNotAllowedTo()
    {
        Orthanc archive;
        const QJsonObject modalities{{u"simiao"_s, QJsonArray{u"SIMIAO"_s, u"127.0.0.1"_s, m_listening}}};
        QVERIFY(archive.start({{u"DicomModalities"_s, modalities}, {u"DicomCheckCalledAet"_s, false}}));
        QCOMPARE(archive.upload(m_files), kSlices);
        auto other = destinationAt(archive.dicomPort(), u"QUERIES"_s); // it calls back as ORTHANC
        other.way = dimse::Way::Move;

        const auto refused =
            dimse::retrieve(other, place(), wholeStudy(kStudy), std::make_shared<MemorySink>(), {}, {});
        QVERIFY2(refused, qPrintable(words(refused)));
        QCOMPARE(refused->count, (workflow::TransferCount{.done = 0, .failed = kSlices, .total = kSlices}));
        QVERIFY2(refused->failures.front().error.detail.contains(u"ORTHANC is not allowed to call"_s),
                 qPrintable(words(refused)));

        const auto address = dimse::parsedAddress(
            u"dicom://QUERIES@127.0.0.1:%1?way=move&callers=PACS,ORTHANC"_s.arg(archive.dicomPort()));
        QVERIFY2(address, qPrintable(address ? QString() : logLine(address.error())));
        other = *address;
        other.callingAe = u"SIMIAO"_s;
        const auto transfer =
            dimse::retrieve(other, place(), wholeStudy(kStudy), std::make_shared<MemorySink>(), {}, {});
        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
    }

    /// There is one place where archives call a workstation: whoever waits there does not keep others away.
    void severalConversationsWaitAtOnePlace()
    {
        const auto other = u"2.25.2003"_s;
        const auto files = writtenStudy(m_folder.filePath(u"other"_s), other, u"Li^Na=李^娜"_s, 3);
        QCOMPARE(m_archive.upload(files), 3);
        const auto report = dimse::AwaitedCalls::create(
            place(),
            {.acceptance = {.ownAe = u"SIMIAO"_s,
                            .callingAes = {u"ELSEWHERE"_s},
                            .sopClasses = {},
                            .transferSyntaxes = {},
                            .tls = {},
                            .patience = {}},
             .claim = [](const dimse::Message &) { return dimse::Claim::Sure; },
             .answering = [](dimse::Association &, const dimse::Message &) -> Result<void> {
                 return cancelled();
             }});
        QVERIFY2(report, report ? "" : qPrintable(logLine(report.error())));
        const std::array sinks{std::make_shared<MemorySink>(), std::make_shared<MemorySink>()};
        const auto moved = [&](int number) {
            return dimse::retrieve(peer(dimse::Way::Move), place(), wholeStudy(number == 0 ? kStudy : other),
                                   sinks.at(std::size_t(number)), {}, {});
        };

        auto beside = std::async(std::launch::async, moved, 1);
        const auto transfer = moved(0);
        const auto besides = beside.get();

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QVERIFY2(besides && besides->isWhole(), qPrintable(words(besides)));
        QCOMPARE(sinks[0]->files().size(), kSlices);
        QCOMPARE(sinks[1]->files().size(), 3);
    }

    void listensOnlyWhileItMoves()
    {
        const auto proof = dimse::echo(destinationAt(m_listening, u"SIMIAO"_s), {});

        QVERIFY(!proof);
        QCOMPARE(proof.error().code, u"archive.unreachable"_s);
    }

    void bringsOnlyWhatIsNotThere()
    {
        const auto sink = std::make_shared<MemorySink>(5);
        const auto first = dimse::retrieve(peer(), place(), wholeStudy(kStudy), sink, {}, {});
        QVERIFY2(first, qPrintable(words(first)));
        QCOMPARE(first->count.done, 5);
        QCOMPARE(first->count.total, kSlices);
        QVERIFY(!first->isWhole());
        QVERIFY(first->endedBy);
        QCOMPARE(first->endedBy->code, u"disk.full"_s);

        sink->makeRoom();
        const int before = sink->taken();
        const auto second = dimse::retrieve(peer(), place(), wholeStudy(kStudy), sink, {}, {});

        QVERIFY2(second && second->isWhole(), qPrintable(words(second)));
        QCOMPARE(second->count.done, kSlices);
        QCOMPARE(sink->taken() - before, kSlices - 5);
        compareAll(*sink);
    }

    void bringsSingleImages()
    {
        auto what = wholeStudy(kStudy);
        const auto header = dicom::readHeader(m_files.at(3));
        what.seriesInstanceUid = header->series.seriesInstanceUid;
        what.sopInstanceUids = QStringList{header->instance.sopInstanceUid};
        const auto sink = std::make_shared<MemorySink>();

        const auto transfer = dimse::retrieve(peer(), place(), what, sink, {}, {});

        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
        QCOMPARE(sink->files().keys(), what.sopInstanceUids);
    }

    void saysWhenThereIsNothing()
    {
        auto what = wholeStudy(kStudy);
        what.studyInstanceUid = u"2.25.4711"_s;

        const auto transfer = dimse::retrieve(peer(), place(), what, std::make_shared<MemorySink>(), {}, {});

        QVERIFY(!transfer);
        QCOMPARE(transfer.error().kind, ErrorKind::NotFound);
        QCOMPARE(transfer.error().code, u"archive.nothing"_s);
    }

    void worksThroughThePort()
    {
        dimse::DimseArchive archive(peer(), place());
        const auto proof = QCoro::waitFor(archive.probe({}));
        QVERIFY(proof);
        workflow::StudyQuery query;
        query.studyInstanceUid = kStudy;
        const auto studies = QCoro::waitFor(archive.findStudies(query, {}));
        QVERIFY(studies);
        QCOMPARE(studies->studies.size(), 1);
        const auto series = QCoro::waitFor(archive.findSeries(kStudy, {}));
        QVERIFY(series);
        QCOMPARE(series->size(), 1);
        const auto sink = std::make_shared<MemorySink>();
        const auto transfer = QCoro::waitFor(archive.retrieve(wholeStudy(kStudy), sink, {}, {}));
        QVERIFY2(transfer && transfer->isWhole(), qPrintable(words(transfer)));
    }
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "test_transfers.moc"
