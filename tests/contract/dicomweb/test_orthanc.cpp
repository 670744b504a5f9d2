#include "contract/dicomweb/kept_file.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicomweb/archive_probe.h"
#include "integration/dicomweb/dicomweb_archive.h"
#include "integration/dicomweb/object_identity.h"
#include "support/orthanc.h"
#include "unit/dicomweb/memory_sink.h"

#include <QCoroTask>
#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QtConcurrentRun>
#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 12;
const QString kStudy = u"2.25.4711"_s;

/// A question with one thing asked.
template <typename Field, typename Value>
workflow::StudyQuery asked(Field field, const Value &value)
{
    workflow::StudyQuery query;
    query.*field = value;
    return query;
}

workflow::Retrieval allOf(const QString &study, const QString &series = {}, const QStringList &instances = {})
{
    return {study, series, instances, {}};
}

/// What the service gives, without the test's event loop standing still.
template <typename Work>
auto awaited(Work work)
{
    auto future = QtConcurrent::run(std::move(work));
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        qFatal("no end");
    return future.result();
}

} // namespace

/// Against a PACS that others wrote.
class TestOrthanc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void provesItself();
    void isRefusedWithoutPassword();
    void takesAStudy();
    void findsIt_data();
    void findsIt();
    void findsNothingElse();
    void namesItsSeries();
    void bringsTheSameBytes();
    void bringsWhatIsMissing();
    void bringsAllFromAnArchiveThatCutsItsLists();
    void bringsSingleInstances();
    void givesMetadataPicturesAndFrames();
    void saysWhatIsNotThere();
    void tellsWhatItLacks();
    void saysThatItIsGone();

private:
    std::shared_ptr<dicomweb::DicomWebArchive> archive(const QString &password = Orthanc::password()) const;
    dicomweb::ServerSettings settings(const QString &password) const;
    workflow::ArchivedSeries series() const;

    std::unique_ptr<Orthanc> m_server;
    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_sent; ///< by SOP instance UID
    QStringList m_files;
};

dicomweb::ServerSettings TestOrthanc::settings(const QString &password) const
{
    return {.name = u"Orthanc"_s,
            .http = {.server = m_server->dicomWeb(),
                     .credentials = http::BasicCredentials{Orthanc::user(), password}}};
}

std::shared_ptr<dicomweb::DicomWebArchive> TestOrthanc::archive(const QString &password) const
{
    auto made = dicomweb::DicomWebArchive::create(settings(password));
    return made ? *made : nullptr;
}

workflow::ArchivedSeries TestOrthanc::series() const
{
    const auto found = QCoro::waitFor(archive()->findSeries(kStudy, {}));
    return found && found->size() == 1 ? found->front() : workflow::ArchivedSeries();
}

void TestOrthanc::initTestCase()
{
    if (Orthanc::program().isEmpty() || Orthanc::dicomWebSettings().isEmpty())
        QSKIP("needs the packages orthanc and orthanc-dicomweb");
    m_server = std::make_unique<Orthanc>();
    QVERIFY(m_server->start(Orthanc::dicomWebSettings()));
    const auto written = dicom::writePhantomStudy({.folder = m_folder.filePath(u"study"_s),
                                                   .patientName = u"王小明"_s,
                                                   .patientId = u"MRN 7&8"_s,
                                                   .birthDate = u"1970-01-31"_s,
                                                   .sex = u"M"_s,
                                                   .studyInstanceUid = kStudy,
                                                   .studyDate = u"2026-03-04"_s,
                                                   .slices = kSlices});
    QVERIFY(written);
    for (const auto &file : QDir(*written).entryInfoList(QDir::Files)) {
        const auto bytes = contentsOf(file.filePath());
        const auto identity = dicomweb::identify({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QVERIFY(identity);
        m_sent.insert(identity->sopInstanceUid, bytes);
        m_files.append(file.filePath());
    }
    QCOMPARE(m_sent.size(), kSlices);
}

void TestOrthanc::cleanupTestCase()
{
    m_server.reset();
}

void TestOrthanc::provesItself()
{
    const auto proof = QCoro::waitFor(archive()->probe({}));

    QVERIFY(proof);
    QCOMPARE(proof->protocol, u"DICOMweb, HTTP/1.1"_s);
    QVERIFY(!proof->peer.isEmpty());
    QCOMPARE(proof->notices, QStringList{u"archive.not-encrypted"_s});
}

void TestOrthanc::isRefusedWithoutPassword()
{
    const auto proof = QCoro::waitFor(archive(u"wrong"_s)->probe({}));

    QVERIFY(!proof);
    QCOMPARE(proof.error().code, u"archive.refused"_s);
    QVERIFY(proof.error().kind == ErrorKind::Forbidden);
}

void TestOrthanc::takesAStudy()
{
    std::vector<workflow::TransferCount> told;
    std::mutex mutex;
    const QString text = m_folder.filePath(u"letter.txt"_s);
    QFile letter(text);
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("no image") > 0);
    letter.close();

    const auto sent = QCoro::waitFor(archive()->send(QStringList(m_files) << text,
                                                     [&](const workflow::TransferCount &count) {
                                                         const std::scoped_lock lock(mutex);
                                                         told.push_back(count);
                                                     },
                                                     {}));

    QVERIFY(sent);
    QCOMPARE(sent->count, (workflow::TransferCount{kSlices, 1, kSlices + 1}));
    QCOMPARE(sent->failures.size(), 1U);
    QCOMPARE(sent->failures.front().error.code, u"archive.object"_s);
    QVERIFY(!sent->endedBy);
    QCOMPARE(told.back(), sent->count);
}

void TestOrthanc::findsIt_data()
{
    QTest::addColumn<workflow::StudyQuery>("query");
    QTest::newRow("Chinese name") << asked(&workflow::StudyQuery::patientName, u"王小明"_s);
    QTest::newRow("part of it") << asked(&workflow::StudyQuery::patientName, u"小明"_s);
    QTest::newRow("wildcard") << asked(&workflow::StudyQuery::patientName, u"王*"_s);
    QTest::newRow("patient id with signs") << asked(&workflow::StudyQuery::patientId, u"MRN 7&8"_s);
    QTest::newRow("modality") << asked(&workflow::StudyQuery::modality, u"CT"_s);
    auto day = asked(&workflow::StudyQuery::from, QDate(2026, 3, 4));
    day.to = day.from;
    QTest::newRow("day") << day;
    QTest::newRow("from a day on") << asked(&workflow::StudyQuery::from, QDate(2026, 3, 1));
    QTest::newRow("up to a day") << asked(&workflow::StudyQuery::to, QDate(2026, 12, 31));
    QTest::newRow("uid") << asked(&workflow::StudyQuery::studyInstanceUid, kStudy);
    QTest::newRow("all") << workflow::StudyQuery{};
}

void TestOrthanc::findsIt()
{
    QFETCH(workflow::StudyQuery, query);

    const auto found = QCoro::waitFor(archive()->findStudies(query, {}));

    QVERIFY(found);
    QCOMPARE(found->studies.size(), 1U);
    QVERIFY(!found->isPartial);
    const auto &study = found->studies.front();
    QCOMPARE(study.studyInstanceUid, kStudy);
    QCOMPARE(study.patientName, u"王小明"_s);
    QCOMPARE(study.patientId, u"MRN 7&8"_s);
    QCOMPARE(study.patientBirthDate, u"1970-01-31"_s);
    QCOMPARE(study.patientSex, u"M"_s);
    QCOMPARE(study.studyDate, u"2026-03-04"_s);
    QCOMPARE(study.modalities, QStringList{u"CT"_s});
    QCOMPARE(study.series, 1);
    QCOMPARE(study.instances, kSlices);
}

void TestOrthanc::findsNothingElse()
{
    for (const auto &query : {asked(&workflow::StudyQuery::patientName, u"王大明"_s),
                              asked(&workflow::StudyQuery::modality, u"MR"_s),
                              asked(&workflow::StudyQuery::to, QDate(2026, 3, 3))}) {
        const auto found = QCoro::waitFor(archive()->findStudies(query, {}));
        QVERIFY(found);
        QVERIFY(found->studies.empty());
    }
    const auto one = QCoro::waitFor(archive()->findStudies(asked(&workflow::StudyQuery::limit, 1), {}));
    QVERIFY(one && one->isPartial);
}

void TestOrthanc::namesItsSeries()
{
    const auto one = series();

    QCOMPARE(one.studyInstanceUid, kStudy);
    QCOMPARE(one.modality, u"CT"_s);
    QCOMPARE(one.instances, kSlices);
    const auto none = QCoro::waitFor(archive()->findSeries(u"1.2.3.4"_s, {}));
    QVERIFY(none && none->empty());
}

void TestOrthanc::bringsTheSameBytes()
{
    const auto sink = std::make_shared<MemorySink>();

    const auto brought = QCoro::waitFor(archive()->retrieve(allOf(kStudy), sink, {}, {}));

    QVERIFY(brought && brought->isWhole());
    QCOMPARE(brought->count, (workflow::TransferCount{kSlices, 0, kSlices}));
    QCOMPARE(sink->objects.keys(), m_sent.keys());
    for (auto sent = m_sent.cbegin(); sent != m_sent.cend(); ++sent)
        QCOMPARE(datasetOf(sink->objects[sent.key()]), datasetOf(*sent));
}

void TestOrthanc::bringsWhatIsMissing()
{
    const auto sink = std::make_shared<MemorySink>();
    for (const auto &uid : m_sent.keys().mid(3)) // nine of twelve are here
        sink->objects.insert(uid, "here");

    const auto brought =
        QCoro::waitFor(archive()->retrieve(allOf(kStudy, series().seriesInstanceUid), sink, {}, {}));

    QVERIFY(brought && brought->isWhole());
    QCOMPARE(brought->count, (workflow::TransferCount{kSlices, 0, kSlices}));
    QCOMPARE(sink->taken, 3);
    QCOMPARE(sink->objects.keys(), m_sent.keys());
}

/// Its own setting: no more than five rows an answer.
void TestOrthanc::bringsAllFromAnArchiveThatCutsItsLists()
{
    auto limited = Orthanc::dicomWebSettings();
    limited.insert(u"LimitFindInstances"_s, 5);
    limited.insert(u"LimitFindResults"_s, 5);
    Orthanc server;
    QVERIFY(server.start(limited));
    QCOMPARE(server.upload(m_files), kSlices);
    auto cutting = settings(Orthanc::password());
    cutting.http.server = server.dicomWeb();
    const auto made = dicomweb::DicomWebArchive::create(cutting);
    QVERIFY(made);
    for (const int here : {2, 9}) {
        const auto sink = std::make_shared<MemorySink>();
        for (const auto &uid : m_sent.keys().mid(0, here))
            sink->objects.insert(uid, "here");

        const auto brought = QCoro::waitFor((*made)->retrieve(allOf(kStudy), sink, {}, {}));

        QVERIFY(brought && brought->isWhole());
        QCOMPARE(brought->count, (workflow::TransferCount{kSlices, 0, kSlices}));
        QCOMPARE(sink->objects.keys(), m_sent.keys());
    }
}

void TestOrthanc::bringsSingleInstances()
{
    const auto sink = std::make_shared<MemorySink>();
    const QStringList wanted{m_sent.keys().first(), m_sent.keys().last(), u"1.2.3.4.5"_s};

    const auto brought =
        QCoro::waitFor(archive()->retrieve(allOf(kStudy, series().seriesInstanceUid, wanted), sink, {}, {}));

    QVERIFY(brought && !brought->isWhole());
    QCOMPARE(brought->count, (workflow::TransferCount{2, 1, 3}));
    QCOMPARE(brought->failures.front().sopInstanceUid, wanted.last());
    QVERIFY(brought->failures.front().error.kind == ErrorKind::NotFound);
}

void TestOrthanc::givesMetadataPicturesAndFrames()
{
    const auto service = dicomweb::StudiesService::create(settings(Orthanc::password()));
    QVERIFY(service);
    const dicomweb::Resource instance{kStudy, series().seriesInstanceUid, m_sent.firstKey()};

    const auto metadata = awaited([&] { return (*service)->metadata(instance, {}); });
    QVERIFY(metadata && metadata->size() == 1);
    QCOMPARE(metadata->front().personName(dicomweb::tags::PatientName).shown(), u"王小明"_s);

    const auto picture = awaited([&] { return (*service)->rendered(instance, {}); });
    QVERIFY(picture);
    QCOMPARE(QImage::fromData(*picture).size(), QSize(256, 256));

    const auto frames = awaited([&] { return (*service)->frames(instance, {1}, {}); });
    QVERIFY(frames && frames->size() == 1);
    QCOMPARE(frames->front().size(), 256 * 256 * 2);
    QVERIFY(m_sent.first().contains(frames->front()));
}

void TestOrthanc::saysWhatIsNotThere()
{
    const auto sink = std::make_shared<MemorySink>();

    const auto study = QCoro::waitFor(archive()->retrieve(allOf(u"1.2.3.4"_s), sink, {}, {}));
    const auto one = QCoro::waitFor(archive()->retrieve(allOf(kStudy, u"1.2.3.4"_s), sink, {}, {}));

    QVERIFY(!study && study.error().kind == ErrorKind::NotFound);
    QVERIFY(!one && one.error().kind == ErrorKind::NotFound);
}

void TestOrthanc::tellsWhatItLacks()
{
    const auto proof = QCoro::waitFor(archive()->probe({}));

    QVERIFY(proof);
    // Found by asking: version 1.10 hands encoded signs on as they are.
    QVERIFY(proof->notices.contains(u"archive.not-encrypted"_s));
    QVERIFY(!proof->notices.contains(u"archive.no-unicode"_s));
    QVERIFY(!proof->notices.contains(u"archive.no-metadata"_s));
    QVERIFY(!proof->notices.contains(u"archive.no-store"_s));
    QVERIFY(!proof->notices.contains(u"archive.no-limit"_s));
}

void TestOrthanc::saysThatItIsGone()
{
    const auto held = archive();
    m_server->stop();

    const auto found = QCoro::waitFor(held->findStudies({}, {}));

    QVERIFY(!found);
    QCOMPARE(found.error().code, u"archive.unreachable"_s);
}

QTEST_GUILESS_MAIN(TestOrthanc)
#include "test_orthanc.moc"
