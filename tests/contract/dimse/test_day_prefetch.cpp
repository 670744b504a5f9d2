#include "imaging/models/day_prefetch.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/store/object_store.h"
#include "integration/dicomweb/dicomweb_archive.h"
#include "integration/dimse/dimse_archive.h"
#include "peers.h"
#include "support/orthanc.h"
#include "support/waiting_patient.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;
using viewer::DayPrefetch;

namespace {

constexpr int kSlices = 8;
constexpr int kPatienceMs = 15'000;

} // namespace

/// What a real archive has of those who wait is here before anybody asks for it.
class TestDayPrefetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bringsTheLatestStudies_data();
    void bringsTheLatestStudies();
    void whatIsHereIsNotSentAgain();
    void anArchiveThatIsGoneIsSaidOnce();

private:
    using Archive = std::shared_ptr<workflow::ImageArchive>;

    Archive byDicom() const
    {
        return std::make_shared<dimse::DimseArchive>(destinationAt(m_orthanc.dicomPort()),
                                                     dimse::ListeningPlace());
    }
    Archive byWeb() const
    {
        const auto archive = dicomweb::DicomWebArchive::create(
            {.name = u"Orthanc"_s,
             .http = {.server = m_orthanc.dicomWeb(),
                      .credentials = http::BasicCredentials{Orthanc::user(), Orthanc::password()}}});
        return archive ? *archive : nullptr;
    }
    /// A room of its own, and a session at which MRN-1 waits.
    void open(const Archive &archive);
    DayPrefetch *begin() { return DayPrefetch::of(m_desk.get(), std::make_shared<viewer::FrameCache>()); }

    QTemporaryDir m_folder;
    Orthanc m_orthanc;
    std::unique_ptr<QTemporaryDir> m_room;
    std::shared_ptr<dicom::ObjectStore> m_store;
    std::unique_ptr<FakeDesk> m_desk;
};

void TestDayPrefetch::initTestCase()
{
    if (Orthanc::program().isEmpty() || Orthanc::dicomWebSettings().isEmpty())
        QSKIP("needs the packages orthanc and orthanc-dicomweb");
    QVERIFY(m_orthanc.start(Orthanc::dicomWebSettings()));
    QStringList files;
    // Three studies of hers, one of somebody else.
    const QList<QPair<QString, QString>> studies{{u"2024-01-01"_s, u"MRN-1"_s},
                                                 {u"2026-01-01"_s, u"MRN-1"_s},
                                                 {u"2025-01-01"_s, u"MRN-1"_s},
                                                 {u"2026-02-01"_s, u"MRN-2"_s}};
    for (int i = 0; i < studies.size(); ++i) {
        const auto written = dicom::writePhantomStudy({.folder = m_folder.filePath(QString::number(i)),
                                                       .patientName = u"王小明"_s,
                                                       .patientId = studies[i].second,
                                                       .birthDate = u"1970-01-31"_s,
                                                       .sex = u"M"_s,
                                                       .studyInstanceUid = u"2.25.80%1"_s.arg(i),
                                                       .studyDate = studies[i].first,
                                                       .slices = kSlices});
        QVERIFY(written);
        for (const auto &file : QDir(*written).entryInfoList(QDir::Files))
            files.append(file.filePath());
    }
    QCOMPARE(m_orthanc.upload(files), 4 * kSlices);
}

void TestDayPrefetch::open(const Archive &archive)
{
    QVERIFY(archive);
    m_desk.reset();
    m_room = std::make_unique<QTemporaryDir>();
    const auto store =
        dicom::ObjectStore::open({m_room->filePath(u"cache"_s), m_room->filePath(u"kept"_s)}, 1 << 30);
    QVERIFY(store);
    m_store = *store;
    m_desk = std::make_unique<FakeDesk>();
    m_desk->choices = prefetching(true);
    m_desk->imageArchives = {archive};
    m_desk->received = m_store;
    m_desk->imageSource = std::make_shared<dicom::FileImageSource>(1);
    waitingPatient(*m_desk, 1);
}

void TestDayPrefetch::bringsTheLatestStudies_data()
{
    QTest::addColumn<bool>("isWeb");
    QTest::newRow("by C-GET") << false;
    QTest::newRow("by WADO-RS") << true;
}

void TestDayPrefetch::bringsTheLatestStudies()
{
    QFETCH(bool, isWeb);
    open(isWeb ? byWeb() : byDicom());

    const auto *prefetch = begin();

    QTRY_COMPARE_WITH_TIMEOUT(prefetch->text(), u"Kept for today: 2 of 2 studies"_s, kPatienceMs);
    QVERIFY(!prefetch->isAtWork());
    QVERIFY(m_store->folderOf(u"2.25.800"_s).isEmpty()); // the oldest one
    QVERIFY(m_store->folderOf(u"2.25.803"_s).isEmpty()); // of somebody who does not wait
    for (const auto &study : {u"2.25.801"_s, u"2.25.802"_s}) {
        const auto listing = dicom::listFolder(m_store->folderOf(study), {}, {});
        QVERIFY2(listing, qPrintable(study));
        QCOMPARE(listing->series.size(), 1U);
        QCOMPARE(listing->series[0].instances.size(), std::size_t(kSlices));
        QVERIFY(!m_store->isKept(study)); // on nobody's record
    }
}

void TestDayPrefetch::whatIsHereIsNotSentAgain()
{
    open(byDicom());
    QTRY_COMPARE_WITH_TIMEOUT(begin()->text(), u"Kept for today: 2 of 2 studies"_s, kPatienceMs);
    const auto file = QDir(m_store->folderOf(u"2.25.801"_s)).entryInfoList(QDir::Files).front();
    const auto written = file.lastModified();

    const QSignalSpy steps(begin(), &DayPrefetch::changed);
    constexpr int kSteps = 5; // the queue, two people asked for, two studies
    waitingPatient(*m_desk, 3);

    QTRY_VERIFY_WITH_TIMEOUT(steps.count() >= kSteps && !begin()->isAtWork(), kPatienceMs);
    QCOMPARE(begin()->text(), u"Kept for today: 2 of 2 studies"_s);
    QCOMPARE(QFileInfo(file.filePath()).lastModified(), written);
    QCOMPARE(m_store->use().objects, 2 * kSlices);
}

void TestDayPrefetch::anArchiveThatIsGoneIsSaidOnce()
{
    open(byDicom());
    m_orthanc.stop();

    const auto *prefetch = begin();

    QTRY_VERIFY_WITH_TIMEOUT(prefetch->text().startsWith(u"Images for today are not fetched"_s), kPatienceMs);
    QVERIFY(!prefetch->isAtWork());
    QVERIFY(m_desk->errors.isEmpty()); // nobody is interrupted
}

QTEST_MAIN(TestDayPrefetch)
#include "test_day_prefetch.moc"
