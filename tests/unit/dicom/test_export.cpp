#include "integration/dicom/exporting/export_run.h"
#include "integration/dicom/exporting/file_exporter.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "unit/dicom/shared_decoders.h"
#ifdef Q_OS_LINUX
#include "support/small_disk.h"
#endif

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicdir.h>
#include <dcmtk/dcmdata/dcdirrec.h>
#include <dcmtk/dcmdata/dctk.h>

#include <memory>

using namespace simiao;
using namespace Qt::StringLiterals;
using workflow::ImageExportOrder;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(QDir(folder).relativeFilePath(entries.next()));
    files.sort();
    return files;
}

/// "PATIENT 1 > STUDY 2 > ..." as the toolkit reads the directory.
QStringList recordsBelow(DcmDirectoryRecord &record, int depth = 0)
{
    QStringList lines;
    for (unsigned long i = 0; i < record.cardSub(); ++i) {
        auto *below = record.getSub(i);
        OFString type;
        OFString file;
        below->findAndGetOFString(DCM_DirectoryRecordType, type);
        below->findAndGetOFStringArray(DCM_ReferencedFileID, file);
        lines.append(QString(depth, u' ') + QString::fromLatin1((type + " " + file).c_str()).trimmed());
        lines += recordsBelow(*below, depth + 1);
    }
    return lines;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void copiesAreNamedByTheirDirectory();
    void theToolkitReadsTheDirectory();
    void radiotherapyAndRegistrationsAreInTheDirectory();
    void whatHasNoPlaceInTheDirectoryIsTold();
    void anonymisedCopiesNameNobody();
    void partsAreBlackInTheImagesTheyAreFor();
    void anotherExportIsNeverMixedIn();
    void tellsNOfMAndEndsWhenAsked();
    void namesWhatCannotBeWritten();
    void anObjectThatCannotBeOpenedIsTold_data();
    void anObjectThatCannotBeOpenedIsTold();
    void aFullDiskLeavesWholeFilesOnly();
    void aClosedExporterEndsItsTask();

private:
    /// Two studies of one patient, of `slices` each.
    std::vector<workflow::ImageSeries> twoStudies(int slices = 3) const
    {
        for (const auto *uid : {"2.25.7", "2.25.8"}) {
            const auto written =
                dicom::writePhantomStudy({.folder = m_folder->filePath(QString::fromLatin1(uid)),
                                          .patientName = u"王小明"_s,
                                          .patientId = u"MRN100238"_s,
                                          .birthDate = u"1981-03-04"_s,
                                          .sex = u"M"_s,
                                          .studyInstanceUid = QString::fromLatin1(uid),
                                          .studyDate = u"2026-11-22"_s,
                                          .slices = slices});
            if (!written)
                qFatal("cannot write the test's own images");
        }
        return dicom::listFolder(m_folder->path(), {}, {})->series;
    }

    /// An object without pixels beside them.
    workflow::ExportedObject object(const char *sopClass, const char *modality) const
    {
        const auto path = m_folder->filePath(QString::fromLatin1(sopClass));
        DcmFileFormat file;
        auto &dataset = *file.getDataset();
        dataset.putAndInsertString(DCM_SOPClassUID, sopClass);
        dataset.putAndInsertString(DCM_SOPInstanceUID, (OFString("2.25.9.") + sopClass).c_str());
        dataset.putAndInsertString(DCM_StudyInstanceUID, "2.25.7");
        dataset.putAndInsertString(DCM_SeriesInstanceUID, (OFString("2.25.9.") + modality).c_str());
        dataset.putAndInsertString(DCM_PatientID, "MRN100238");
        dataset.putAndInsertString(DCM_Modality, modality);
        dataset.putAndInsertString(DCM_StructureSetLabel, "Prostate");
        dataset.putAndInsertString(DCM_RTPlanLabel, "Boost");
        if (file.saveFile(QFile::encodeName(path).constData(), EXS_LittleEndianExplicit).bad())
            qFatal("cannot write the test's own object");
        return {.sopInstanceUid = u"2.25.9."_s + QString::fromLatin1(sopClass), .location = path};
    }

    ImageExportOrder order(int slices = 3) const
    {
        return {.series = twoStudies(slices), .folder = m_folder->filePath(u"out"_s)};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExport::copiesAreNamedByTheirDirectory()
{
    const auto wanted = order();

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result);
    QVERIFY(result->isWhole());
    QCOMPARE(result->count.done, 6);
    QCOMPARE(filesIn(wanted.folder),
             (QStringList{u"DICOM/SE000001/IM000001"_s, u"DICOM/SE000001/IM000002"_s,
                          u"DICOM/SE000001/IM000003"_s, u"DICOM/SE000002/IM000001"_s,
                          u"DICOM/SE000002/IM000002"_s, u"DICOM/SE000002/IM000003"_s, u"DICOMDIR"_s}));
    const auto listed = dicom::listFolder(wanted.folder, {}, {});
    QVERIFY(listed);
    QCOMPARE(listed->series.size(), 2U);
    QVERIFY(listed->missing.isEmpty());
    QCOMPARE(listed->series[0].patientName, u"王小明"_s);
    QCOMPARE(contentOf(wanted.folder + u"/DICOM/SE000001/IM000001"_s).sliced(128),
             contentOf(wanted.series[0].instances[0].location).sliced(128));
}

void TestExport::theToolkitReadsTheDirectory()
{
    const auto wanted = order(2);
    QVERIFY(dicom::runExport(wanted, {}, {}, sharedDecoders()));

    DcmDicomDir directory(QFile::encodeName(wanted.folder + u"/DICOMDIR"_s).constData());

    QVERIFY(directory.error().good());
    QCOMPARE(
        recordsBelow(directory.getRootRecord()),
        (QStringList{u"PATIENT"_s, u" STUDY"_s, u"  SERIES"_s, uR"(   IMAGE DICOM\SE000001\IM000001)"_s,
                     uR"(   IMAGE DICOM\SE000001\IM000002)"_s, u" STUDY"_s, u"  SERIES"_s,
                     uR"(   IMAGE DICOM\SE000002\IM000001)"_s, uR"(   IMAGE DICOM\SE000002\IM000002)"_s}));
}

void TestExport::radiotherapyAndRegistrationsAreInTheDirectory()
{
    auto wanted = order(1);
    wanted.objects = {object(UID_RTPlanStorage, "RTPLAN"),
                      object(UID_RTIonPlanStorage, "RTPLAN"),
                      object(UID_RTStructureSetStorage, "RTSTRUCT"),
                      object(UID_RTBeamsTreatmentRecordStorage, "RTRECORD"),
                      object(UID_SpatialRegistrationStorage, "REG"),
                      object(UID_MicroscopyBulkSimpleAnnotationsStorage, "ANN")};

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result && result->isWhole());
    QCOMPARE(result->notices, (QMap<QString, int>{}));
    DcmDicomDir directory(QFile::encodeName(wanted.folder + u"/DICOMDIR"_s).constData());
    QVERIFY(directory.error().good());
    const auto records = recordsBelow(directory.getRootRecord());
    for (const auto *record :
         {R"(   RT PLAN DICOM\OBJECTS\OB000001)", R"(   RT PLAN DICOM\OBJECTS\OB000002)",
          R"(   RT STRUCTURE SET DICOM\OBJECTS\OB000003)", R"(   RT TREAT RECORD DICOM\OBJECTS\OB000004)",
          R"(   REGISTRATION DICOM\OBJECTS\OB000005)", R"(   ANNOTATION DICOM\OBJECTS\OB000006)"})
        QVERIFY2(records.contains(QString::fromLatin1(record)), record);
    const auto listed = dicom::readMediumDirectory(wanted.folder + u"/DICOMDIR"_s, {});
    QVERIFY(listed);
    QCOMPARE(listed->files.size(), 8);
    const auto bytes = contentOf(wanted.folder + u"/DICOMDIR"_s);
    QVERIFY(bytes.contains("Prostate") && bytes.contains("Boost"));
}

void TestExport::whatHasNoPlaceInTheDirectoryIsTold()
{
    auto wanted = order(1);
    wanted.objects = {object(UID_ColorPaletteStorage, "OT")};

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result && result->isWhole());
    QCOMPARE(result->count.done, 3);
    QCOMPARE(result->notices, (QMap<QString, int>{{u"export.no-record"_s, 1}}));
    QVERIFY(QFile::exists(wanted.folder + u"/DICOM/OBJECTS/OB000001"_s));
}

void TestExport::anonymisedCopiesNameNobody()
{
    auto wanted = order();
    wanted.isAnonymised = true;
    wanted.subject = u"CASE-7"_s;

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result);
    QVERIFY(result->isWhole());
    for (const auto &file : filesIn(wanted.folder)) {
        const auto bytes = contentOf(wanted.folder + u'/' + file);
        for (const auto *value : {"小明", "MRN100238", "19810304", "20261122"})
            QVERIFY2(!bytes.contains(value), qPrintable(file + u' ' + QString::fromUtf8(value)));
    }
    const auto listed = dicom::listFolder(wanted.folder, {}, {});
    QCOMPARE(listed->series.size(), 2U);
    QCOMPARE(listed->series[0].patientName, u"CASE-7"_s);
    QVERIFY(listed->series[0].studyInstanceUid != listed->series[1].studyInstanceUid);
    for (const auto &series : listed->series) {
        QVERIFY(series.studyInstanceUid != u"2.25.7"_s && series.studyInstanceUid != u"2.25.8"_s);
        QVERIFY(series.seriesInstanceUid != wanted.series[0].seriesInstanceUid);
    }
    QCOMPARE(dicom::inspectFile(listed->series[0].instances[0].location)->frame0Sha256,
             dicom::inspectFile(wanted.series[0].instances[0].location)->frame0Sha256);
}

void TestExport::partsAreBlackInTheImagesTheyAreFor()
{
    auto wanted = order();
    wanted.isAnonymised = true;
    const auto &chosen = wanted.series[0].instances[1];
    wanted.blankedParts = {
        {.area = {0, 0, 30, 20}, .columns = 256, .rows = 256, .sopInstanceUid = chosen.sopInstanceUid}};

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result && result->isWhole());
    QStringList clean;
    for (const auto &file : filesIn(wanted.folder)) {
        if (contentOf(wanted.folder + u'/' + file).contains("113101"))
            clean.append(file);
    }
    QCOMPARE(clean, QStringList{u"DICOM/SE000001/IM000002"_s});
    QVERIFY(dicom::inspectFile(wanted.folder + u'/' + clean.front())->frame0Sha256
            != dicom::inspectFile(chosen.location)->frame0Sha256);
}

void TestExport::anotherExportIsNeverMixedIn()
{
    const auto wanted = order();
    QVERIFY(dicom::runExport(wanted, {}, {}, sharedDecoders()));
    const auto before = filesIn(wanted.folder);

    const auto again = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE(again.error().code, u"export.exists"_s);
    QCOMPARE(filesIn(wanted.folder), before);
}

void TestExport::tellsNOfMAndEndsWhenAsked()
{
    const auto wanted = order();
    std::stop_source stop;
    QList<int> told;

    const auto result = dicom::runExport(
        wanted,
        [&](const workflow::TransferCount &count) {
            told.append(count.done);
            if (count.done == 2)
                stop.request_stop();
        },
        stop.get_token(), sharedDecoders());

    QCOMPARE(told, (QList<int>{0, 1, 2}));
    QVERIFY(result && result->endedBy);
    QCOMPARE(result->endedBy->kind, ErrorKind::Cancelled);
    QCOMPARE(result->count.total, 6);
    const auto medium = dicom::readMediumDirectory(wanted.folder + u"/DICOMDIR"_s, {});
    QCOMPARE(medium->files.size(), 2);
    QCOMPARE(filesIn(wanted.folder).size(), 3);
}

void TestExport::namesWhatCannotBeWritten()
{
    const auto wanted = order();
    QVERIFY(QFile::remove(wanted.series[0].instances[1].location));

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result);
    QVERIFY(!result->isWhole() && !result->endedBy);
    QCOMPARE(result->count.done, 5);
    QCOMPARE(result->failures.size(), 1U);
    QCOMPARE(result->failures[0].sopInstanceUid, wanted.series[0].instances[1].sopInstanceUid);
    QCOMPARE(result->failures[0].error.code, u"imaging.file-missing"_s);
}

void TestExport::anObjectThatCannotBeOpenedIsTold_data()
{
    QTest::addColumn<bool>("isAnonymised");
    QTest::newRow("as it is") << false;
    QTest::newRow("anonymised") << true;
}

/// A report of the study that broke on its way: "all exported" would be believed.
void TestExport::anObjectThatCannotBeOpenedIsTold()
{
    QFETCH(bool, isAnonymised);
    auto wanted = order();
    wanted.isAnonymised = isAnonymised;
    wanted.places = {m_folder->path()};
    QFile broken(m_folder->filePath(u"report"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(QByteArray(128, '\0') + "DICM") == 132);
    broken.close();
    QFile letter(m_folder->filePath(u"letter.txt"_s)); // no DICOM at all: nobody misses it
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write(QByteArray(200, 'x')) == 200);
    letter.close();

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result);
    QVERIFY(!result->isWhole() && !result->endedBy);
    QCOMPARE(result->count.done, 6);
    QCOMPARE(result->failures.size(), 1U);
    QCOMPARE(result->failures[0].sopInstanceUid, broken.fileName());
    QCOMPARE(result->failures[0].error.code, u"imaging.file-damaged"_s);
}

void TestExport::aFullDiskLeavesWholeFilesOnly()
{
#ifdef Q_OS_LINUX
    auto wanted = order();
    const auto disk = test::SmallDisk::make(4 << 20);
    if (!disk)
        QSKIP(qPrintable(test::SmallDisk::whyNot()));
    disk->leaveFree(320 << 10);
    wanted.folder = disk->filePath(u"out"_s);

    const auto result = dicom::runExport(wanted, {}, {}, sharedDecoders());

    QVERIFY(result && result->endedBy);
    QCOMPARE(result->endedBy->code, u"disk.full"_s);
    QCOMPARE(result->count.done, 2);
    QCOMPARE(dicom::readMediumDirectory(wanted.folder + u"/DICOMDIR"_s, {})->files.size(), 2);
    QCOMPARE(filesIn(wanted.folder).size(), 3);
#else
    QSKIP("a disk that can be filled is made on Linux");
#endif
}

void TestExport::aClosedExporterEndsItsTask()
{
    const auto wanted = order(20);
    auto exporter = std::make_unique<dicom::FileExporter>();
    auto running = exporter->run(wanted, {}, {});

    exporter.reset();
    const auto result = QCoro::waitFor(running);

    QVERIFY(result);
    QVERIFY(result->isWhole() || result->endedBy->kind == ErrorKind::Cancelled);
    for (const auto &file : filesIn(wanted.folder))
        QVERIFY2(!file.endsWith(".part"_L1), qPrintable(file));
}

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
