#include "integration/dicom/folder_listing.h"
#include "integration/dicom/left_behind.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <memory>

using namespace simiao;
using namespace Qt::StringLiterals;

/// Media as other programs write them: a folder with a DICOMDIR.
class TestMedium : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isListedByItsDirectory();
    void theDirectoryItselfIsAPlace();
    void namesMatchInAnyCase();
    void namesWhatIsMissing();
    void whatStaysBehindIsCounted();
    void anImageCutOffInItsHeadIsUnreadable();
    void reportsOfAMediumAreFoundByItsDirectory();
    void neverLeadsOutOfTheMedium_data();
    void neverLeadsOutOfTheMedium();
    void linksThatLeadOutAreRefused();
    void recordsOutOfUseAreLeftOut();
    void aBrokenDirectoryIsPassedOver();

private:
    /// Three slices of a synthetic study in a sub folder.
    void putImages(const QString &subFolder, const QString &studyUid = u"2.25.7"_s) const
    {
        const auto written = dicom::writePhantomStudy({.folder = m_folder->filePath(subFolder),
                                                       .patientName = u"Test"_s,
                                                       .patientId = u"1"_s,
                                                       .birthDate = {},
                                                       .sex = {},
                                                       .studyInstanceUid = studyUid,
                                                       .studyDate = u"2026-11-22"_s,
                                                       .slices = 3});
        QVERIFY(written);
    }

    /// A directory that names these files, one record each.
    void putDirectory(const QList<QByteArray> &fileIds,
                      const QString &name = u"DICOMDIR"_s,
                      Uint16 inUse = 0xFFFF) const
    {
        DcmFileFormat file;
        auto *dataset = file.getDataset();
        dataset->putAndInsertString(DCM_SOPClassUID, UID_MediaStorageDirectoryStorage);
        dataset->putAndInsertString(DCM_SOPInstanceUID, "2.25.1");
        for (const auto &fileId : fileIds) {
            DcmItem *record = nullptr;
            dataset->findOrCreateSequenceItem(DCM_DirectoryRecordSequence, record, -2);
            record->putAndInsertUint16(DCM_RecordInUseFlag, inUse);
            record->putAndInsertString(DCM_DirectoryRecordType, "IMAGE");
            record->putAndInsertString(DCM_ReferencedFileID, fileId.constData());
        }
        const auto path = QFile::encodeName(m_folder->filePath(name));
        QVERIFY(file.saveFile(path.constData(), EXS_LittleEndianExplicit).good());
    }

    Result<dicom::MediumFiles> read() const
    {
        return dicom::readMediumDirectory(m_folder->filePath(u"DICOMDIR"_s), {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMedium::isListedByItsDirectory()
{
    putImages(u"images"_s);
    putImages(u"not-in-it"_s, u"2.25.8"_s);
    putDirectory({"images\\IM0001.dcm", "images\\IM0002.dcm", "images\\IM0002.dcm"});

    const auto listed = dicom::listFolder(m_folder->path(), {}, {});

    QVERIFY(listed);
    QCOMPARE(listed->series.size(), 1U);
    QCOMPARE(listed->series[0].instances.size(), 2U);
    QVERIFY(listed->skipped.isEmpty());
}

void TestMedium::theDirectoryItselfIsAPlace()
{
    putImages(u"images"_s);
    putDirectory({"images\\IM0003.dcm"});

    const auto listed = dicom::listFolder(m_folder->filePath(u"DICOMDIR"_s), {}, {});

    QVERIFY(listed);
    QCOMPARE(listed->series[0].instances.size(), 1U);
}

void TestMedium::namesMatchInAnyCase()
{
    putImages(u"Images"_s);
    QVERIFY(
        QFile::rename(m_folder->filePath(u"Images/IM0001.dcm"_s), m_folder->filePath(u"Images/im0001.;1"_s)));
    putDirectory({"IMAGES\\IM0001", "IMAGES\\IM0002.DCM"}, u"dicomdir"_s);

    const auto found = dicom::readMediumDirectory(dicom::mediumDirectoryIn(m_folder->path()), {});

    QVERIFY(found);
    QCOMPARE(found->files.size(), 2);
    QVERIFY(found->missing.isEmpty());
}

void TestMedium::namesWhatIsMissing()
{
    putImages(u"images"_s);
    putDirectory({"images\\IM0001.dcm", "images\\IM0404.dcm", "nowhere\\IM1"});

    const auto listed = dicom::listFolder(m_folder->path(), {}, {});

    QVERIFY(listed);
    QCOMPARE(listed->series[0].instances.size(), 1U);
    QCOMPARE(listed->missing, (QStringList{u"images/IM0404.dcm"_s, u"nowhere/IM1"_s}));
    QCOMPARE(listed->skipped.value(u"imaging.medium-file-missing"_s), 2);
}

void TestMedium::whatStaysBehindIsCounted()
{
    putImages(u"images"_s);
    putImages(u"extra"_s, u"2.25.8"_s);
    QVERIFY(QFile::remove(m_folder->filePath(u"extra/IM0001.dcm"_s)));
    DcmFileFormat contours;
    contours.getDataset()->putAndInsertString(DCM_SOPClassUID, UID_RTStructureSetStorage);
    contours.getDataset()->putAndInsertString(DCM_SOPInstanceUID, "2.25.99");
    contours.getDataset()->putAndInsertString(DCM_Modality, "RTSTRUCT");
    const auto path = QFile::encodeName(m_folder->filePath(u"images/RT1"_s));
    QVERIFY(contours.saveFile(path.constData(), EXS_LittleEndianExplicit).good());
    // Named, and overwritten: nothing in it says what it was.
    QVERIFY(QFile::rename(m_folder->filePath(u"images/IM0003.dcm"_s), m_folder->filePath(u"images/IM3"_s)));
    QFile damaged(m_folder->filePath(u"images/IM3"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(4096, '\0'));
    damaged.close();
    putDirectory({"images\\IM0001.dcm", "images\\IM0002.dcm", "images\\IM3", "images\\RT1", "images\\GONE"});
    const auto listed = dicom::listFolder(m_folder->path(), {}, {});
    QVERIFY(listed);
    workflow::TakenFiles taken;
    for (const auto &instance : listed->series[0].instances) {
        taken.files.insert(instance.location);
        taken.sopInstanceUids.insert(instance.sopInstanceUid);
    }
    QCOMPARE(taken.files.size(), 2);
    dicom::DecoderPool decoders({});

    const workflow::LeftBehind expected{
        .unreadable = 1, .missing = 1, .unnamed = 2, .otherKinds = 1, .unsearched = 0};
    for (const auto &place : {m_folder->path(), m_folder->filePath(u"DICOMDIR"_s)}) {
        const auto left = dicom::leftBehindAt(place, taken, {}, decoders);
        QVERIFY(left);
        QCOMPARE(left->unreadable, expected.unreadable);
        QCOMPARE(left->missing, expected.missing);
        QCOMPARE(left->unnamed, expected.unnamed);
        QCOMPARE(left->otherKinds, expected.otherKinds);
        QCOMPARE(left->unsearched, expected.unsearched);
    }
}

/// It does not even say what kind of object it was.
void TestMedium::anImageCutOffInItsHeadIsUnreadable()
{
    putImages(u"images"_s);
    QFile cut(m_folder->filePath(u"images/IM0001.dcm"_s));
    QVERIFY(cut.open(QIODevice::ReadOnly));
    const auto head = cut.read(128 + 4 + 12 + 40); // within the file's meta information
    cut.close();
    QVERIFY(cut.open(QIODevice::WriteOnly | QIODevice::Truncate) && cut.write(head) == head.size());
    cut.close();
    const auto listed = dicom::listFolder(m_folder->path(), {}, {});
    QVERIFY(listed);
    workflow::TakenFiles taken;
    for (const auto &instance : listed->series[0].instances) {
        taken.files.insert(instance.location);
        taken.sopInstanceUids.insert(instance.sopInstanceUid);
    }
    dicom::DecoderPool decoders({});

    const auto left = dicom::leftBehindAt(m_folder->path(), taken, {}, decoders);

    QVERIFY(left);
    QCOMPARE(left->unreadable, 1);
    QCOMPARE(left->otherKinds, 0);
}

void TestMedium::reportsOfAMediumAreFoundByItsDirectory()
{
    putImages(u"images"_s);
    DcmFileFormat report;
    report.getDataset()->putAndInsertString(DCM_SOPClassUID, UID_BasicTextSRStorage);
    report.getDataset()->putAndInsertString(DCM_SOPInstanceUID, "2.25.98");
    report.getDataset()->putAndInsertString(DCM_StudyInstanceUID, "2.25.97");
    report.getDataset()->putAndInsertString(DCM_SeriesInstanceUID, "2.25.96");
    report.getDataset()->putAndInsertString(DCM_Modality, "SR");
    const auto path = QFile::encodeName(m_folder->filePath(u"images/SR1"_s));
    QVERIFY(report.saveFile(path.constData(), EXS_LittleEndianExplicit).good());
    putDirectory({"images\\IM0001.dcm", "images\\SR1"});

    for (const auto &place : {m_folder->path(), m_folder->filePath(u"DICOMDIR"_s)}) {
        const auto objects = dicom::listObjects(place, {});
        QVERIFY(objects);
        QCOMPARE(objects->size(), 1U);
        QCOMPARE(objects->front().sopInstanceUid, u"2.25.98"_s);
    }
}

void TestMedium::neverLeadsOutOfTheMedium_data()
{
    QTest::addColumn<QByteArray>("fileId");
    QTest::newRow("parent") << "..\\secret"_ba;
    QTest::newRow("parent within") << "images\\..\\..\\secret"_ba;
    QTest::newRow("here") << ".\\IM0001.dcm"_ba;
    QTest::newRow("slash") << "images/../../secret"_ba;
    QTest::newRow("absolute") << "/etc/passwd"_ba;
    QTest::newRow("empty first") << "\\etc\\passwd"_ba;
    QTest::newRow("drive") << "C:\\Windows\\win.ini"_ba;
    QTest::newRow("control") << "images\\IM\n0001.dcm"_ba;
    QTest::newRow("too deep") << QByteArray("a\\").repeated(20) + "b";
    QTest::newRow("too long") << QByteArray(65, 'x');
}

void TestMedium::neverLeadsOutOfTheMedium()
{
    QFETCH(QByteArray, fileId);
    putImages(u"images"_s);
    putDirectory({fileId, "images\\IM0001.dcm"});

    const auto found = read();

    QVERIFY(found);
    QCOMPARE(found->refused, 1);
    QCOMPARE(found->files,
             QStringList{QFileInfo(m_folder->filePath(u"images/IM0001.dcm"_s)).canonicalFilePath()});
    QVERIFY(found->missing.isEmpty());
}

void TestMedium::linksThatLeadOutAreRefused()
{
    const QTemporaryDir elsewhere;
    putImages(u"images"_s);
    QVERIFY(QFile::copy(m_folder->filePath(u"images/IM0001.dcm"_s), elsewhere.filePath(u"IM1"_s)));
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"LINK"_s)));
    putDirectory({"LINK\\IM1", "images\\IM0001.dcm"});

    const auto found = read();

    QCOMPARE(found->refused, 1);
    QCOMPARE(found->files.size(), 1);
}

void TestMedium::recordsOutOfUseAreLeftOut()
{
    putImages(u"images"_s);
    putDirectory({"images\\IM0001.dcm"}, u"DICOMDIR"_s, 0);

    QVERIFY(read()->files.isEmpty());
}

void TestMedium::aBrokenDirectoryIsPassedOver()
{
    putImages(u"images"_s);
    QFile broken(m_folder->filePath(u"DICOMDIR"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("not a directory at all") > 0);
    broken.close();

    const auto byScan = dicom::listFolder(m_folder->path(), {}, {});
    const auto byName = dicom::listFolder(broken.fileName(), {}, {});

    QVERIFY(byScan);
    QCOMPARE(byScan->series[0].instances.size(), 3U);
    QVERIFY(byName);
    QCOMPARE(dicom::readMediumDirectory(m_folder->filePath(u"images/IM0001.dcm"_s), {}).error().code,
             u"imaging.no-directory"_s);
}

QTEST_GUILESS_MAIN(TestMedium)
#include "test_medium.moc"
