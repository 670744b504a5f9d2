#include "integration/dicom/folder_listing.h"
#include "integration/dicom/index/header_index.h"
#include "integration/dicom/objects/key_objects.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/raw_texts.h"
#include "integration/dicom/series_texts.h"
#include "shared_files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace Qt::StringLiterals;
using workflow::ImageSeries;

namespace {

const QByteArray kZhangInGbk = "\xD5\xC5^\xD6\xC7\xBA\xEA";        // 张^智宏
const QByteArray kChestInGbk = "\xD0\xD8\xB2\xBF\xC6\xBD\xC9\xA8"; // 胸部平扫
const QByteArray kKimInKorean = "\xB1\xE8^\xC8\xF1\xC1\xDF";       // 김^희중

/// A tiny image whose files say one thing and are written in another.
void write(const QString &path, const char *declared, const QByteArray &name, E_TransferSyntax syntax)
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.71");
    dataset.putAndInsertString(DCM_StudyInstanceUID, "2.25.72");
    dataset.putAndInsertString(DCM_SeriesInstanceUID, "2.25.73");
    if (*declared)
        dataset.putAndInsertString(DCM_SpecificCharacterSet, declared);
    dataset.putAndInsertString(DCM_PatientName, name.constData());
    dataset.putAndInsertString(DCM_PatientID, "100238");
    dataset.putAndInsertString(DCM_StudyDescription, kChestInGbk.constData());
    dataset.putAndInsertString(DCM_Modality, "OT");
    dataset.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
    for (const auto &tag : {DCM_Rows, DCM_Columns})
        dataset.putAndInsertUint16(tag, 2);
    for (const auto &tag : {DCM_BitsAllocated, DCM_BitsStored})
        dataset.putAndInsertUint16(tag, 8);
    dataset.putAndInsertUint16(DCM_HighBit, 7);
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
    const Uint8 pixels[] = {1, 2, 3, 4};
    dataset.putAndInsertUint8Array(DCM_PixelData, pixels, 4);
    if (file.saveFile(QFile::encodeName(path).constData(), syntax).bad())
        qFatal("cannot write the test's own file");
}

/// By a reader that has read nothing before.
auto readSeriesTexts(const std::vector<ImageSeries> &series, const QString &characterSet)
{
    dicom::RawTextReader reader;
    return dicom::readSeriesTexts(series, characterSet, reader, {});
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

/// Names of studies whose files declare a character set that they are not written in.
class TestSeriesTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsTheNamesByTheChosenSet_data();
    void readsTheNamesByTheChosenSet();
    void readsThemAsDeclaredAgain();
    void saysThatASetDoesNotFit();
    void suspectsChineseUnderALatinLabel();
    void suspectsUtf8UnderALatinLabel();
    void suspectsNothingWhereTheLabelIsRight();
    void readsAFileOnceForAllSets();
    void readsAFileThatChangedAgain();
    void refusesASetThatNobodyKnows();
    void aSeriesThatCannotBeReadStaysAsItIs();
    void whereNothingCanBeReadThatIsSaid();
    void whatTheIndexKnowsIsWhatTheFilesDeclare();
    void readsTheRealMislabelledFile();
    void whatIsWrittenNamesThePatientAsChosen();
    void objectsAreReadByTheChosenSet();

private:
    QString path() const { return m_folder->filePath(u"image.dcm"_s); }

    std::vector<ImageSeries> listed(dicom::HeaderIndex *index = nullptr) const
    {
        const auto listing = dicom::listFolder(m_folder->path(), {}, {}, {.index = index, .parse = {}});
        return listing ? listing->series : std::vector<ImageSeries>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSeriesTexts::readsTheNamesByTheChosenSet_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("syntax");
    QTest::addColumn<QString>("characterSet");
    QTest::addColumn<QString>("read");

    QTest::newRow("scanned") << kZhangInGbk << int(EXS_LittleEndianExplicit) << u"GB18030"_s << u"张智宏"_s;
    QTest::newRow("implicit") << kZhangInGbk << int(EXS_LittleEndianImplicit) << u"GB18030"_s << u"张智宏"_s;
    QTest::newRow("by the toolkit") << kZhangInGbk << int(EXS_BigEndianExplicit) << u"GB18030"_s
                                    << u"张智宏"_s;
    QTest::newRow("deflated") << kZhangInGbk << int(EXS_DeflatedLittleEndianExplicit) << u"GB18030"_s
                              << u"张智宏"_s;
    QTest::newRow("Korean without its escape sequences")
        << kKimInKorean << int(EXS_LittleEndianExplicit) << u"\\ISO 2022 IR 149"_s << u"김희중"_s;
    QTest::newRow("UTF-8") << u"张^智宏"_s.toUtf8() << int(EXS_LittleEndianExplicit) << u"ISO_IR 192"_s
                           << u"张智宏"_s;
}

void TestSeriesTexts::readsTheNamesByTheChosenSet()
{
    QFETCH(QByteArray, name);
    QFETCH(int, syntax);
    QFETCH(QString, characterSet);
    QFETCH(QString, read);
    write(path(), "ISO_IR 100", name, E_TransferSyntax(syntax));
    const auto before = hashOf(path());
    const auto series = listed();
    QCOMPARE(series.size(), std::size_t(1));
    QVERIFY(series.front().patientName != read);

    const auto readings = readSeriesTexts(series, characterSet);

    QVERIFY(readings);
    QCOMPARE(readings->front().series.patientName, read);
    QCOMPARE(readings->front().series.characterSet, characterSet);
    QCOMPARE(readings->front().series.patientId, u"100238"_s);
    QCOMPARE(readings->front().series.instances, series.front().instances);
    QCOMPARE(readings->front().declared, u"ISO_IR 100"_s);
    QCOMPARE(hashOf(path()), before);
}

void TestSeriesTexts::readsThemAsDeclaredAgain()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);
    const auto series = listed();
    const auto chosen = readSeriesTexts(series, u"GB18030"_s);
    QVERIFY(chosen);
    QCOMPARE(chosen->front().series.studyDescription, u"胸部平扫"_s);

    const auto again = readSeriesTexts({chosen->front().series}, {});

    QVERIFY(again);
    QCOMPARE(again->front().series, series.front());
}

void TestSeriesTexts::saysThatASetDoesNotFit()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);

    const auto asUtf8 = readSeriesTexts(listed(), u"ISO_IR 192"_s);
    const auto asChinese = readSeriesTexts(listed(), u"GB18030"_s);

    QVERIFY(asUtf8 && asChinese);
    QVERIFY(!asUtf8->front().isClean);
    QVERIFY(asChinese->front().isClean);
}

void TestSeriesTexts::suspectsChineseUnderALatinLabel()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);

    const auto readings = readSeriesTexts(listed(), {});

    QVERIFY(readings);
    QCOMPARE(readings->front().likelier, u"GB18030"_s);
}

void TestSeriesTexts::suspectsUtf8UnderALatinLabel()
{
    write(path(), "ISO_IR 100", "张智宏"_ba, EXS_LittleEndianExplicit);

    const auto readings = readSeriesTexts(listed(), {});

    QVERIFY(readings);
    QCOMPARE(readings->front().likelier, u"ISO_IR 192"_s);
}

void TestSeriesTexts::suspectsNothingWhereTheLabelIsRight()
{
    write(path(), "GB18030", kZhangInGbk, EXS_LittleEndianExplicit);

    const auto readings = readSeriesTexts(listed(), {});

    QVERIFY(readings);
    QCOMPARE(readings->front().series.patientName, u"张智宏"_s);
    QVERIFY(readings->front().likelier.isEmpty());
}

void TestSeriesTexts::readsAFileOnceForAllSets()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);
    const auto series = listed();
    dicom::RawTextReader reader;
    QVERIFY(dicom::readSeriesTexts(series, {}, reader, {}));
    const auto time = QFileInfo(path()).lastModified();
    const auto size = QFileInfo(path()).size();

    // Other bytes behind the same size and time: whoever looks into the file again would see them.
    write(path(), "ISO_IR 100", kZhangInGbk.toHex().first(kZhangInGbk.size()), EXS_LittleEndianExplicit);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(QFileInfo(path()).size(), size);
    const auto chosen = dicom::readSeriesTexts(series, u"GB18030"_s, reader, {});

    QVERIFY(chosen);
    QCOMPARE(chosen->front().series.patientName, u"张智宏"_s);
}

void TestSeriesTexts::readsAFileThatChangedAgain()
{
    write(path(), "GB18030", kZhangInGbk, EXS_LittleEndianExplicit);
    const auto series = listed();
    dicom::RawTextReader reader;
    QVERIFY(dicom::readSeriesTexts(series, {}, reader, {}));

    write(path(), "GB18030", "Another^One", EXS_LittleEndianExplicit);
    const auto again = dicom::readSeriesTexts(series, {}, reader, {});

    QVERIFY(again);
    QCOMPARE(again->front().series.patientName, u"Another One"_s);
}

void TestSeriesTexts::refusesASetThatNobodyKnows()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);

    const auto readings = readSeriesTexts(listed(), u"BIG5"_s);

    QVERIFY(!readings);
    QCOMPARE(readings.error().code, u"imaging.charset-unknown"_s);
}

/// The others are not kept from being read.
void TestSeriesTexts::aSeriesThatCannotBeReadStaysAsItIs()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);
    const auto whole = listed().front();
    auto gone = whole;
    gone.seriesInstanceUid = u"2.25.74"_s;
    gone.instances.front().location = m_folder->filePath(u"gone.dcm"_s);

    const auto readings = readSeriesTexts({gone, whole}, u"GB18030"_s);

    QVERIFY(readings);
    QCOMPARE(readings->size(), std::size_t(2));
    QCOMPARE((*readings)[0].series, gone);
    QVERIFY2((*readings)[0].series.characterSet.isEmpty(), "it says by what it was read");
    QCOMPARE((*readings)[1].series.patientName, u"张智宏"_s);
}

void TestSeriesTexts::whereNothingCanBeReadThatIsSaid()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);
    auto gone = listed().front();
    gone.instances.front().location = m_folder->filePath(u"gone.dcm"_s);

    const auto readings = readSeriesTexts({gone}, u"GB18030"_s);

    QVERIFY(!readings);
    QCOMPARE(readings.error().code, u"imaging.file-missing"_s);
}

/// A choice that is taken back, or made for another record, must not come out of the index.
void TestSeriesTexts::whatTheIndexKnowsIsWhatTheFilesDeclare()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);
    QFile file(path());
    QVERIFY(
        file.open(QIODevice::ReadWrite)
        && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
    file.close();
    const QTemporaryDir cache;
    dicom::HeaderIndex index(cache.filePath(u"index.db"_s));
    const auto declared = listed(&index);
    QVERIFY(readSeriesTexts(declared, u"GB18030"_s));

    const auto listing = dicom::listFolder(m_folder->path(), {}, {}, {.index = &index, .parse = {}});

    QVERIFY(listing);
    QCOMPARE(listing->readFiles, 0);
    QCOMPARE(listing->series, declared);
}

void TestSeriesTexts::readsTheRealMislabelledFile()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto listing = dicom::listFolder(folder + u"/made/cs_latin1_label_gbk_bytes.dcm"_s, {}, {});
    QVERIFY(listing);

    const auto readings = readSeriesTexts(listing->series, u"GB18030"_s);

    QVERIFY(readings);
    QCOMPARE(readings->front().series.patientName, u"张智宏"_s);
}

/// A report of ours says UTF-8 and means it, whatever the images said.
void TestSeriesTexts::whatIsWrittenNamesThePatientAsChosen()
{
    write(path(), "ISO_IR 100", kZhangInGbk, EXS_LittleEndianExplicit);
    const workflow::Authorship by{.author = u"Li"_s,
                                  .written = QDateTime::currentDateTime(),
                                  .root = u"01a204ea-c9c8-7347-b71b-c1db8caa7171"_s};

    const auto file = dicom::keyObjectFile({{path(), 0, {}, u"GB18030"_s}}, by);

    QVERIFY(file);
    const auto written = m_folder->filePath(u"keys.dcm"_s);
    QFile keys(written);
    QVERIFY(keys.open(QIODevice::WriteOnly) && keys.write(*file) == file->size());
    keys.close();
    const auto header = dicom::readObjectHeader(written);
    QVERIFY(header);
    QCOMPARE(header->patientName, u"张智宏"_s);
}

void TestSeriesTexts::objectsAreReadByTheChosenSet()
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.81");
    dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
    dataset.putAndInsertString(DCM_PatientName, kZhangInGbk.constData());
    dataset.putAndInsertString(DCM_DocumentTitle, kChestInGbk.constData());
    dataset.putAndInsertString(DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
    const Uint8 content[] = {'%', 'P', 'D', 'F'};
    dataset.putAndInsertUint8Array(DCM_EncapsulatedDocument, content, 4);
    QVERIFY(file.saveFile(QFile::encodeName(path()).constData(), EXS_LittleEndianExplicit).good());

    const auto object = dicom::readObjectHeader(path(), u"GB18030"_s);

    QVERIFY(object);
    QCOMPARE(object->patientName, u"张智宏"_s);
    QCOMPARE(object->title, u"胸部平扫"_s);
    const auto read = dicom::readObject(object->location, object->characterSet);
    QVERIFY(read);
    QCOMPARE(std::get<workflow::EncapsulatedDocument>(*read).title, u"胸部平扫"_s);
}

QTEST_GUILESS_MAIN(TestSeriesTexts)
#include "test_series_texts.moc"
