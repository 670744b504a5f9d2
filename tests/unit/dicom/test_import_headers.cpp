#include "integration/dicom/file_walk.h"
#include "integration/dicom/import_headers.h"
#include "integration/dicom/import_scan.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "unit/dicom/shared_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;
using workflow::ImportDefect;

/// Files are examined before they are put on record.
class TestImportHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goodFilesHaveNoDefect();
    void readsWhatIsMissing();
    void readsTheSideOfAFrame();
    void passesOverOtherFiles();
    void examinesAMediumByItsDirectoryToo();
    void passesOverWhatIsNotKept();
    void saysThatThePlaceIsMissing();
    void theScanSaysWhatTheToolkitSays();

private:
    QList<ImportDefect> defects() const;
    void change(const std::function<void(DcmItem &)> &how) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_study;
};

void TestImportHeaders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto folder = dicom::writePhantomStudy({.folder = m_folder->filePath(u"study"_s),
                                                  .patientName = u"王小明"_s,
                                                  .patientId = u"P-1"_s,
                                                  .birthDate = u"1981-03-14"_s,
                                                  .sex = u"M"_s,
                                                  .studyInstanceUid = u"2.25.1"_s,
                                                  .studyDate = u"2026-11-20"_s,
                                                  .slices = 2});
    QVERIFY(folder);
    m_study = *folder;
}

QList<ImportDefect> TestImportHeaders::defects() const
{
    const auto headers = dicom::examineLocation(m_study, {});
    QList<ImportDefect> found;
    for (const auto &finding :
         workflow::importFindings(headers.value_or(std::vector<workflow::ImportHeader>())))
        found.append(finding.defect);
    return found;
}

void TestImportHeaders::change(const std::function<void(DcmItem &)> &how) const
{
    const auto path = QDir(m_study).filePath(u"IM0001.dcm"_s).toUtf8();
    DcmFileFormat file;
    QVERIFY(file.loadFile(path.constData()).good());
    how(*file.getDataset());
    QVERIFY(file.saveFile(path.constData(), EXS_LittleEndianExplicit).good());
}

void TestImportHeaders::goodFilesHaveNoDefect()
{
    const auto headers = dicom::examineLocation(m_study, {});

    QVERIFY(headers);
    QCOMPARE(headers->size(), std::size_t{2});
    QCOMPARE(headers->front().patientName, u"王小明"_s);
    QCOMPARE(headers->front().bodyPart, u"CHEST"_s);
    QVERIFY(headers->front().hasOrientation);
    QVERIFY(defects().isEmpty());
}

void TestImportHeaders::readsWhatIsMissing()
{
    change([](DcmItem &dataset) {
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
        delete dataset.remove(DCM_ImageOrientationPatient);
        dataset.putAndInsertString(DCM_BodyPartExamined, "KNEE");
        delete dataset.remove(DCM_PatientBirthDate);
    });

    QCOMPARE(defects(),
             (QList{ImportDefect::NoOrientation, ImportDefect::NoLaterality, ImportDefect::BurnedIn,
                    ImportDefect::NoBirthDate}));
}

/// A tomosynthesis says it in its functional groups alone.
void TestImportHeaders::readsTheSideOfAFrame()
{
    change([](DcmItem &dataset) {
        dataset.putAndInsertString(DCM_BodyPartExamined, "BREAST");
        DcmItem *shared = nullptr;
        DcmItem *anatomy = nullptr;
        dataset.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, shared, 0);
        shared->findOrCreateSequenceItem(DCM_FrameAnatomySequence, anatomy, 0);
        anatomy->putAndInsertString(DCM_FrameLaterality, "L");
    });

    QVERIFY(defects().isEmpty());
}

void TestImportHeaders::passesOverOtherFiles()
{
    QFile other(QDir(m_study).filePath(u"README.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no image") > 0);
    other.close();
    QVERIFY(QFile::copy(QDir(m_study).filePath(u"IM0001.dcm"_s), QDir(m_study).filePath(u"again.dcm"_s)));

    QCOMPARE(defects(), QList{ImportDefect::DuplicateInstance});
}

/// The directory itself names no patient, and is no object.
void TestImportHeaders::examinesAMediumByItsDirectoryToo()
{
    DcmFileFormat directory;
    directory.getDataset()->putAndInsertString(DCM_FileSetID, "DISC");
    directory.getDataset()->insertEmptyElement(DCM_DirectoryRecordSequence);
    directory.getMetaInfo()->putAndInsertString(DCM_MediaStorageSOPClassUID,
                                                UID_MediaStorageDirectoryStorage);
    const auto path = QDir(m_study).filePath(u"DICOMDIR"_s);
    QVERIFY(directory.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit).good());
    QVERIFY(defects().isEmpty());

    change([](DcmItem &dataset) { delete dataset.remove(DCM_PatientBirthDate); });
    for (const auto &place : {m_study, path}) {
        const auto headers = dicom::examineLocation(place, {});
        QVERIFY(headers);
        QCOMPARE(headers->size(), std::size_t{2});
        const std::vector<workflow::ImportFinding> expected{{ImportDefect::NoBirthDate, 1}};
        QCOMPARE(workflow::importFindings(*headers), expected);
    }
}

void TestImportHeaders::passesOverWhatIsNotKept()
{
    DcmFileFormat contours;
    contours.getDataset()->putAndInsertString(DCM_SOPClassUID, UID_RTStructureSetStorage);
    contours.getDataset()->putAndInsertString(DCM_SOPInstanceUID, "2.25.99");
    QVERIFY(contours.saveFile(QDir(m_study).filePath(u"RT1"_s).toUtf8().constData(), EXS_LittleEndianExplicit)
                .good());
    QFile whole(QDir(m_study).filePath(u"IM0002.dcm"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile cut(QDir(m_study).filePath(u"CUT"_s));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.read(300)) == 300);
    cut.close();

    QVERIFY(defects().isEmpty());
}

void TestImportHeaders::saysThatThePlaceIsMissing()
{
    const auto headers = dicom::examineLocation(m_study + u"/none"_s, {});
    QVERIFY(!headers);
    QCOMPARE(headers.error().code, u"imaging.location-missing"_s);
}

void TestImportHeaders::theScanSaysWhatTheToolkitSays()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto files = dicom::walkFiles(folder, {}, {});
    QVERIFY(files);
    dicom::ImportScanner scanner;
    int scanned = 0;

    for (const auto &path : files->paths) {
        const auto quick = scanner.scan(path);
        if (!quick)
            continue;
        ++scanned;
        const auto whole = dicom::readImportHeader(path);
        QVERIFY2(whole && *quick == *whole, qPrintable(path));
    }

    QVERIFY2(scanned > 100, qPrintable(QString::number(scanned)));
}

QTEST_GUILESS_MAIN(TestImportHeaders)
#include "test_import_headers.moc"
