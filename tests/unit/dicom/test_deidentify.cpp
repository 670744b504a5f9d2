#include "integration/dicom/confidentiality/confidentiality_profile.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/object_kind.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/raw_frame.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::Deidentification;
using dicom::deidentifyFile;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString valueOf(const QString &path, const DcmTagKey &tag)
{
    DcmFileFormat file;
    OFString value;
    if (file.loadFile(QFile::encodeName(path).constData()).bad())
        return u"unreadable"_s;
    file.getDataset()->findAndGetOFStringArray(tag, value);
    return QString::fromUtf8(value.c_str());
}

/// By this test's own list and by the toolkit alone, so that what the product forgets is missed here.
bool isTelling(const DcmTagKey &tag, DcmEVR vr)
{
    static const QSet<quint32> tags{0x00100010, 0x00100020, 0x00101000, 0x00101001, 0x00101040, 0x00102154,
                                    0x00080080, 0x00080081, 0x00080090, 0x00081048, 0x00081050, 0x00081060,
                                    0x00081070, 0x00181000, 0x00080050, 0x00081010, 0x00321032, 0x00380010};
    if (vr == EVR_DA || vr == EVR_DT || vr == EVR_PN)
        return true;
    return tags.contains(quint32{tag.getGroup()} << 16 | tag.getElement());
}

void collectTelling(DcmItem &item, QSet<QByteArray> &values)
{
    for (unsigned long i = 0; i < item.card(); ++i) {
        auto *element = item.getElement(i);
        if (auto *sequence = dynamic_cast<DcmSequenceOfItems *>(element)) {
            for (unsigned long n = 0; n < sequence->card(); ++n)
                collectTelling(*sequence->getItem(n), values);
            continue;
        }
        const char *raw = nullptr;
        if (item.findAndGetString(element->getTag(), raw).bad() || !raw)
            continue;
        const bool isInstanceUid =
            element->ident() == EVR_UI && !QByteArray(raw).startsWith("1.2.840.10008.");
        static const QSet<quint16> vocabularies{0x010C, 0x0117, 0x0118};
        const bool isVocabulary =
            element->getTag().getGroup() == 8 && vocabularies.contains(element->getTag().getElement());
        if (!(isInstanceUid && !isVocabulary) && !isTelling(element->getTag(), element->ident()))
            continue;
        for (const auto &value : QByteArray(raw).split('\\')) {
            values.insert(value.trimmed());
            for (const auto &group : value.split('='))
                values.insert(group.trimmed());
        }
    }
}

QSet<QByteArray> tellingValues(const QString &path)
{
    QSet<QByteArray> values;
    const auto file = dicom::openDataset(path);
    if (file)
        collectTelling(file->dataset(), values);
    // Shorter ones stand in any picture.
    for (auto value = values.begin(); value != values.end();)
        value = value->size() < 5 ? values.erase(value) : std::next(value);
    values.remove("19000101");
    return values;
}

/// UIDs that were made anew are random digits, among which any short number may stand.
QByteArray withoutMadeUids(QByteArray content, const QByteArray &original)
{
    const QByteArray root("2.25.");
    for (qsizetype from = content.indexOf(root); from >= 0; from = content.indexOf(root, from + 1)) {
        qsizetype end = from + root.size();
        while (end < content.size() && content[end] >= '0' && content[end] <= '9')
            ++end;
        if (!original.contains(content.mid(from, end - from)))
            content.replace(from, end - from, "uid");
    }
    return content;
}

QByteArray firstFrame(const QString &path)
{
    const auto inspection = dicom::inspectFile(path);
    return inspection ? inspection->frame0Sha256 : QByteArray();
}

/// The element of the pixels, every byte of it.
QByteArray pixelBytes(const QString &path)
{
    const auto file = dicom::openDataset(path);
    const auto element = dicom::pixelElement(*file->bytes.device, file->layout);
    file->bytes.device->seek(element->offset);
    return file->bytes.device->read(element->length);
}

/// Comments in codestreams are cleared.
bool isSameButForZeros(const QByteArray &copy, const QByteArray &original)
{
    return std::ranges::equal(copy, original, [](char one, char other) { return one == other || one == 0; });
}

/// As stored, 16 bits each.
std::vector<qint16> storedSamples(const QString &path, int frame = 0)
{
    const auto file = dicom::openDataset(path);
    const auto format = dicom::readPixelFormat(file->dataset(), *file->layout.pixels);
    const auto raw = dicom::readRawFrame(*file, *format, frame);
    std::vector<qint16> values(raw->pixels.size() / 2);
    std::memcpy(values.data(), raw->pixels.data(), raw->pixels.size());
    return values;
}

/// The lowest stored value of 16 bits.
qint16 blackOf(const QString &path)
{
    return valueOf(path, DCM_PixelRepresentation) == u"1"_s ? std::numeric_limits<qint16>::min() : qint16{0};
}

/// A slice of the program's own phantom, changed by `change`.
QString madeImage(const QTemporaryDir &folder,
                  const QString &name,
                  const std::function<void(DcmDataset &)> &change = {},
                  const QString &studyUid = u"2.25.7"_s)
{
    const auto written = dicom::writePhantomStudy({.folder = folder.filePath(name),
                                                   .patientName = u"王小明"_s,
                                                   .patientId = u"MRN100238"_s,
                                                   .birthDate = u"1981-03-04"_s,
                                                   .sex = u"M"_s,
                                                   .studyInstanceUid = studyUid,
                                                   .studyDate = u"2026-11-22"_s,
                                                   .slices = 1});
    if (!written)
        qFatal("cannot write the test's own image");
    const QString path = *written + u"/IM0001.dcm"_s;
    if (!change)
        return path;
    DcmFileFormat file;
    file.loadFile(QFile::encodeName(path).constData());
    file.loadAllDataIntoMemory();
    change(*file.getDataset());
    const QString changed = folder.filePath(name + u".dcm"_s);
    if (file.saveFile(QFile::encodeName(changed).constData(), EXS_LittleEndianExplicit).bad())
        qFatal("cannot write the test's own image");
    return changed;
}

/// An overlay as old devices have it: a bit of the pixels, of which twelve are the picture's.
struct Drawing
{
    bool isSigned = false;
    int bit = 15;
};

void drawInto(DcmDataset &dataset, const Drawing &drawing)
{
    const Uint16 *pixels = nullptr;
    unsigned long count = 0;
    dataset.findAndGetUint16Array(DCM_PixelData, pixels, &count);
    std::vector<Uint16> drawn(pixels, pixels + count);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        drawn[i] &= 0x0FFF;
        if (i % 3 == 0)
            drawn[i] |= static_cast<Uint16>(1 << drawing.bit);
    }
    dataset.putAndInsertUint16Array(DCM_PixelData, drawn.data(), count);
    dataset.putAndInsertUint16(DCM_BitsStored, 12);
    dataset.putAndInsertUint16(DCM_HighBit, 11);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, drawing.isSigned ? 1 : 0);
    dataset.putAndInsertUint16(DcmTag(0x6000, 0x0100, EVR_US), 16);
    dataset.putAndInsertUint16(DcmTag(0x6000, 0x0102, EVR_US), static_cast<Uint16>(drawing.bit));
}

} // namespace

class TestDeidentify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProfileHasTheTableOfTheStandard();
    void nobodyIsFoundInAnyRealImage();
    void cleansEveryLevelAndWhatNobodyKnows();
    void whatTheTableLeavesOutGoesToo();
    void namesInCommentsAreFoundAndSaid();
    void uidsStayTogetherWithinOneExport();
    void datesMoveTogether();
    void saysHowItWasDone();
    void blanksRectanglesAndNothingElse();
    void blankedCompressedPixelsAreWrittenAnew();
    void severalPartsAreBlackToThePixel_data();
    void severalPartsAreBlackToThePixel();
    void aPictureOfAnotherSizeGoesOutAsItIs();
    void oneFrameOfSeveralIsNotCleanPixels();
    void aDrawingInSpareBitsGoes_data();
    void aDrawingInSpareBitsGoes();
    void aDrawingInThePictureStaysAndIsSaid();
    void warnsOfTextsInThePicture();
    void refusesWhatItCannotClean();
    void neverOverwritesUnasked();
};

void TestDeidentify::theProfileHasTheTableOfTheStandard()
{
    using enum dicom::CleanAction;
    const auto &profile = dicom::ConfidentialityProfile::basic();

    QCOMPARE(profile.size(), 619);
    QCOMPARE(profile.actionFor(0x00100010), Empty);           // PatientName
    QCOMPARE(profile.actionFor(0x00100020), Dummy);           // PatientID
    QCOMPARE(profile.actionFor(0x00081030), Remove);          // StudyDescription
    QCOMPARE(profile.actionFor(0x0020000D), ReplaceUid);      // StudyInstanceUID
    QCOMPARE(profile.actionFor(0x00280010), Keep);            // Rows
    QVERIFY(profile.describesPatient(u"DCM"_s, u"121033"_s)); // Subject Age
    QVERIFY(!profile.describesPatient(u"LN"_s, u"121033"_s));
    QVERIFY(!dicom::ConfidentialityProfile::read("{}"));
    QVERIFY(!dicom::ConfidentialityProfile::read(
        R"({"method":"m","attributes":[{"tag":"0010,0010","action":"Y"}]})"));
    QVERIFY(!dicom::ConfidentialityProfile::read(
        R"({"method":"m","attributes":[{"tag":"PatientName","action":"X"}]})"));
}

void TestDeidentify::nobodyIsFoundInAnyRealImage()
{
    REQUIRE_SHARED_DICOM(shared);
    const auto manifest = test::readJson(shared + u"/manifest.json"_s);
    const QTemporaryDir folder;
    int cleaned = 0;
    qsizetype sought = 0;
    QStringList found;
    for (auto entry = manifest.begin(); entry != manifest.end(); ++entry) {
        const QString from = shared + u'/' + entry.key();
        const auto original = dicom::openDataset(from);
        if (!original || objectKind(*original) != dicom::ObjectKind::Image)
            continue;
        const QString to = folder.filePath(u"%1.dcm"_s.arg(++cleaned));
        const auto object = deidentifyFile(from, to, {});
        if (!object) {
            QVERIFY2(!QFile::exists(to), qPrintable(entry.key()));
            --cleaned;
            continue;
        }
        const auto result = withoutMadeUids(contentOf(to), contentOf(from));
        const auto telling = tellingValues(from);
        sought += telling.size();
        for (const auto &value : telling) {
            if (result.contains(value))
                found.append(entry.key() + u": "_s + QString::fromLatin1(value));
        }
        if (firstFrame(to) != firstFrame(from))
            found.append(entry.key() + u": other frame"_s);
        if (!original->bytes.isInflated && !isSameButForZeros(pixelBytes(to), pixelBytes(from)))
            found.append(entry.key() + u": other pixels"_s);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY2(cleaned > 300, qPrintable(QString::number(cleaned)));
    QVERIFY2(sought > 2000, qPrintable(QString::number(sought)));
}

void TestDeidentify::cleansEveryLevelAndWhatNobodyKnows()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s, [](DcmDataset &dataset) {
        DcmItem *item = nullptr;
        dataset.findOrCreateSequenceItem(DCM_PatientSetupSequence, item, -2);
        item->putAndInsertString(DCM_PatientName, "Secret^Nested");
        DcmItem *deeper = nullptr;
        item->findOrCreateSequenceItem(DCM_ContentTemplateSequence, deeper, -2);
        deeper->putAndInsertString(DCM_OperatorsName, "Secret^Deeper");
        dataset.putAndInsertString(DcmTag(0x0009, 0x0010, EVR_LO), "SECRET VENDOR");
        dataset.putAndInsertString(DcmTag(0x0009, 0x1001, EVR_LO), "SECRET PRIVATE");
        dataset.putAndInsertString(DcmTag(0x0018, 0xF123, EVR_LO), "SECRET UNKNOWN");
        const Uint8 bits[8] = {'S', 'E', 'C', 'R', 'E', 'T', '6', '0'};
        dataset.putAndInsertUint8Array(DcmTag(0x6002, 0x3000, EVR_OB), bits, 8);
        dataset.putAndInsertString(DcmTag(0x6002, 0x1500, EVR_LO), "SECRET OVERLAY");
        dataset.putAndInsertUint8Array(DcmTag(0x5000, 0x3000, EVR_OB), bits, 8);
        DcmItem *icon = nullptr;
        dataset.findOrCreateSequenceItem(DCM_IconImageSequence, icon, -2);
        icon->putAndInsertUint8Array(DCM_PixelData, bits, 8);
    });
    QVERIFY(contentOf(from).toUpper().count("SECRET") >= 8);

    const auto to = folder.filePath(u"out.dcm"_s);
    QVERIFY(deidentifyFile(from, to, {}));

    QCOMPARE(contentOf(to).toUpper().count("SECRET"), 0);
    QVERIFY(!contentOf(to).contains("OFFIS"));
    QCOMPARE(valueOf(to, DCM_Rows), u"256"_s);
    QCOMPARE(firstFrame(to), firstFrame(from));
}

/// A lunar birth date, order numbers, addresses that carry the original UIDs.
void TestDeidentify::whatTheTableLeavesOutGoesToo()
{
    const QTemporaryDir folder;
    const std::vector<DcmTag> tags{
        DcmTag(0x0008, 0x1190, EVR_UR), DcmTag(0x0010, 0x0033, EVR_LO), DcmTag(0x0010, 0x0034, EVR_LO),
        DcmTag(0x0018, 0x1010, EVR_LO), DcmTag(0x0028, 0x7FE0, EVR_UR), DcmTag(0x0040, 0x1006, EVR_SH),
        DcmTag(0x0040, 0x1007, EVR_SH), DcmTag(0x0040, 0x2006, EVR_SH), DcmTag(0x0040, 0x2007, EVR_SH),
        DcmTag(0x0040, 0x4073, EVR_UR), DcmTag(0x0040, 0xE010, EVR_UR), DcmTag(0x0068, 0x7005, EVR_UR),
        DcmTag(0x0074, 0x100A, EVR_UR), DcmTag(0x0074, 0x100C, EVR_LO)};
    const auto from = madeImage(folder, u"in"_s, [&](DcmDataset &dataset) {
        for (const auto &tag : tags)
            dataset.putAndInsertString(tag, "SECRET 1981");
        dataset.putAndInsertString(DcmTag(0x0008, 0x010E, EVR_UR), "https://loinc.org");
    });
    QCOMPARE(contentOf(from).count("SECRET"), qsizetype(tags.size()));

    const auto to = folder.filePath(u"out.dcm"_s);
    const auto object = deidentifyFile(from, to, {});

    QVERIFY(object && object->notices.empty());
    QCOMPARE(contentOf(to).count("SECRET"), 0);
    QVERIFY(contentOf(to).contains("https://loinc.org"));
}

void TestDeidentify::namesInCommentsAreFoundAndSaid()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s, [](DcmDataset &dataset) {
        dataset.putAndInsertString(DCM_ManufacturerModelName, "For mrn100238");
        dataset.putAndInsertString(DCM_ContrastBolusVolume, "40");
        dataset.putAndInsertString(DCM_ConvolutionKernel, "B30f");
    });

    const auto object = deidentifyFile(from, folder.filePath(u"out.dcm"_s), {});

    QVERIFY(object);
    QCOMPARE(object->notices.size(), 1U);
    QCOMPARE(object->notices[0].code, u"deidentify.named-elsewhere"_s);
    QCOMPARE(object->notices[0].detail, u"(0008,1090)"_s);
    QCOMPARE(valueOf(folder.filePath(u"out.dcm"_s), DCM_ConvolutionKernel), u"B30f"_s);
}

void TestDeidentify::uidsStayTogetherWithinOneExport()
{
    const QTemporaryDir folder;
    const auto first = madeImage(folder, u"a"_s);
    const auto second = madeImage(folder, u"b"_s, [&](DcmDataset &dataset) {
        dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.99");
        DcmItem *reference = nullptr;
        dataset.findOrCreateSequenceItem(DCM_ReferencedImageSequence, reference, -2);
        reference->putAndInsertString(DCM_ReferencedSOPClassUID, UID_CTImageStorage);
        const auto uid = valueOf(first, DCM_SOPInstanceUID).toLatin1();
        reference->putAndInsertString(DCM_ReferencedSOPInstanceUID, uid.constData());
    });
    const Deidentification wish;
    const auto outA = folder.filePath(u"a.out"_s);
    const auto outB = folder.filePath(u"b.out"_s);

    QVERIFY(deidentifyFile(first, outA, wish));
    QVERIFY(deidentifyFile(second, outB, wish));

    QCOMPARE(valueOf(outA, DCM_StudyInstanceUID), valueOf(outB, DCM_StudyInstanceUID));
    QVERIFY(valueOf(outA, DCM_StudyInstanceUID).startsWith(u"2.25."_s));
    QVERIFY(valueOf(outA, DCM_SOPInstanceUID) != valueOf(outB, DCM_SOPInstanceUID));
    QCOMPARE(valueOf(outA, DCM_PatientID), valueOf(outB, DCM_PatientID));
    QVERIFY(contentOf(outB).contains(valueOf(outA, DCM_SOPInstanceUID).toLatin1()));
    QVERIFY(contentOf(outB).contains(UID_CTImageStorage));
    const auto outC = folder.filePath(u"c.out"_s);
    QVERIFY(deidentifyFile(first, outC, {}));
    QVERIFY(valueOf(outA, DCM_StudyInstanceUID) != valueOf(outC, DCM_StudyInstanceUID));
}

void TestDeidentify::datesMoveTogether()
{
    const QTemporaryDir folder;
    const auto first = madeImage(folder, u"a"_s);
    const auto later = madeImage(folder, u"b"_s, [](DcmDataset &dataset) {
        dataset.putAndInsertString(DCM_StudyDate, "20261229");
        dataset.putAndInsertString(DCM_AcquisitionDateTime, "20261229081500.25+0800");
        dataset.putAndInsertString(DCM_SeriesDate, "winter");
    });
    Deidentification wish;
    wish.keepsIntervals = true;
    const auto outA = folder.filePath(u"a.out"_s);
    const auto outB = folder.filePath(u"b.out"_s);

    QVERIFY(deidentifyFile(first, outA, wish));
    QVERIFY(deidentifyFile(later, outB, wish));

    const auto dateA = QDate::fromString(valueOf(outA, DCM_StudyDate), u"yyyyMMdd"_s);
    const auto dateB = QDate::fromString(valueOf(outB, DCM_StudyDate), u"yyyyMMdd"_s);
    QVERIFY(dateA.isValid() && dateA < QDate(2026, 11, 22));
    QCOMPARE(dateA.daysTo(dateB), 37);
    QCOMPARE(valueOf(outB, DCM_AcquisitionDateTime), dateB.toString(u"yyyyMMdd"_s) + u"081500.25+0800"_s);
    QCOMPARE(valueOf(outA, DCM_StudyTime), u"093000"_s);
    QVERIFY(valueOf(outB, DCM_SeriesDate) != u"winter"_s);
    QCOMPARE(valueOf(outA, DCM_PatientBirthDate), QString());
    QCOMPARE(valueOf(outA, DCM_LongitudinalTemporalInformationModified), u"MODIFIED"_s);
    QCOMPARE(dicom::shiftedDate(u"20240301"_s, 1), u"20240229"_s);
    QVERIFY(!dicom::shiftedDate(u"2024"_s, 1));
}

void TestDeidentify::saysHowItWasDone()
{
    const QTemporaryDir folder;
    const auto to = folder.filePath(u"out.dcm"_s);
    QVERIFY(deidentifyFile(madeImage(folder, u"in"_s), to,
                           {.substitutes = dicom::Substitutes::forOneExport(u"TRIAL-07"_s)}));

    QCOMPARE(valueOf(to, DCM_PatientID), u"TRIAL-07"_s);
    QCOMPARE(valueOf(to, DCM_PatientName), u"TRIAL-07"_s);
    QCOMPARE(valueOf(to, DCM_PatientIdentityRemoved), u"YES"_s);
    QCOMPARE(valueOf(to, DCM_LongitudinalTemporalInformationModified), u"REMOVED"_s);
    QVERIFY(valueOf(to, DCM_DeidentificationMethod).contains(u"PS3.15"_s));
    QVERIFY(contentOf(to).contains("113100"));
    QCOMPARE(contentOf(to).first(128), QByteArray(128, '\0'));
}

void TestDeidentify::blanksRectanglesAndNothingElse()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s);
    const auto to = folder.filePath(u"out.dcm"_s);
    const dicom::PixelRectangle where{.left = 100, .top = 120, .width = 30, .height = 20};

    QVERIFY(deidentifyFile(from, to, {.keepsIntervals = false, .blanked = {where}}));

    const auto before = storedSamples(from);
    const auto after = storedSamples(to);
    QCOMPARE(after.size(), before.size());
    int changedOutside = 0;
    int leftInside = 0;
    for (int i = 0; i < int(before.size()); ++i) {
        const bool isInside = QRect(100, 120, 30, 20).contains(i % 256, i / 256);
        const auto at = static_cast<std::size_t>(i);
        changedOutside += !isInside && after[at] != before[at];
        leftInside += isInside && after[at] != std::numeric_limits<qint16>::min();
    }
    QCOMPARE(changedOutside, 0);
    QCOMPARE(leftInside, 0);
    QVERIFY(contentOf(to).contains("113101"));
    QCOMPARE(valueOf(to, DCM_BurnedInAnnotation), u"NO"_s);
}

void TestDeidentify::blankedCompressedPixelsAreWrittenAnew()
{
    REQUIRE_SHARED_DICOM(shared);
    const QTemporaryDir folder;
    const auto from = shared
        + u"/cornerstone-wadoimageloader/CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm"_s;
    const auto plain = shared + u"/cornerstone-wadoimageloader/CTImage.dcm"_s;
    const Deidentification wish{.keepsIntervals = false, .blanked = {{0, 0, 512, 40}}};
    const auto compressed = folder.filePath(u"compressed.dcm"_s);
    const auto native = folder.filePath(u"native.dcm"_s);

    QVERIFY(deidentifyFile(from, compressed, wish));
    QVERIFY(deidentifyFile(plain, native, wish));

    QCOMPARE(dicom::inspectFile(compressed)->transferSyntax, u"1.2.840.10008.1.2.1"_s);
    QCOMPARE(firstFrame(compressed), firstFrame(native));
    QVERIFY(firstFrame(native) != firstFrame(plain));
}

void TestDeidentify::severalPartsAreBlackToThePixel_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("uncompressed") << u"CTImage.dcm"_s;
    QTest::newRow("JPEG 2000")
        << u"CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm"_s;
    QTest::newRow("JPEG lossless")
        << u"CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm"_s;
    QTest::newRow("RLE") << u"CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm"_s;
}

void TestDeidentify::severalPartsAreBlackToThePixel()
{
    REQUIRE_SHARED_DICOM(shared);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    const auto from = shared + u"/cornerstone-wadoimageloader/"_s + file;
    const auto to = folder.filePath(u"out.dcm"_s);
    const std::vector<QRect> parts{{0, 0, 512, 40}, {500, 480, 12, 32}, {30, 20, 100, 60}};
    Deidentification wish;
    for (const auto &part : parts)
        wish.blanked.push_back({.left = part.x(),
                                .top = part.y(),
                                .width = part.width(),
                                .height = part.height(),
                                .columns = 512,
                                .rows = 512});

    const auto object = deidentifyFile(from, to, wish);

    QVERIFY(object);
    const auto before = storedSamples(from);
    const auto after = storedSamples(to);
    QCOMPARE(before.size(), std::size_t{512} * 512);
    QCOMPARE(after.size(), before.size());
    const auto black = blackOf(to);
    int wrong = 0;
    for (int i = 0; i < 512 * 512; ++i) {
        const bool isInside =
            std::ranges::any_of(parts, [i](const QRect &part) { return part.contains(i % 512, i / 512); });
        const auto at = static_cast<std::size_t>(i);
        wrong += after[at] != (isInside ? black : before[at]);
    }
    QCOMPARE(wrong, 0);
    QVERIFY(contentOf(to).contains("113101"));
    QCOMPARE(valueOf(to, DCM_BurnedInAnnotation), u"NO"_s);
}

void TestDeidentify::aPictureOfAnotherSizeGoesOutAsItIs()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s, [](DcmDataset &dataset) {
        dataset.putAndInsertString(DCM_Modality, "US");
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    });
    const auto to = folder.filePath(u"out.dcm"_s);

    const auto object = deidentifyFile(
        from, to,
        {.keepsIntervals = false,
         .blanked = {{.left = 0, .top = 0, .width = 640, .height = 30, .columns = 640, .rows = 480}}});

    QVERIFY(object);
    QStringList codes;
    for (const auto &notice : object->notices)
        codes.append(notice.code);
    QVERIFY(codes.contains(u"deidentify.not-blanked"_s));
    QVERIFY(codes.contains(u"deidentify.burned-in"_s));
    QCOMPARE(pixelBytes(to), pixelBytes(from));
    QVERIFY(!contentOf(to).contains("113101"));
    QCOMPARE(valueOf(to, DCM_BurnedInAnnotation), u"YES"_s);
}

/// Three frames of 256 x 256, one of them blanked: what the others say nobody looked at.
void TestDeidentify::oneFrameOfSeveralIsNotCleanPixels()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s, [](DcmDataset &dataset) {
        const Uint16 *pixels = nullptr;
        unsigned long count = 0;
        dataset.findAndGetUint16Array(DCM_PixelData, pixels, &count);
        std::vector<Uint16> clip;
        for (int i = 0; i < 3; ++i)
            clip.insert(clip.end(), pixels, pixels + count);
        dataset.putAndInsertString(DCM_NumberOfFrames, "3");
        dataset.putAndInsertUint16Array(DCM_PixelData, clip.data(), static_cast<unsigned long>(clip.size()));
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    });
    const auto to = folder.filePath(u"out.dcm"_s);
    const auto all = folder.filePath(u"all.dcm"_s);
    const auto part = [](int frame) {
        return dicom::PixelRectangle{.left = 0, .top = 0, .width = 256, .height = 10, .frame = frame};
    };

    const auto object = deidentifyFile(from, to, {.keepsIntervals = false, .blanked = {part(1)}});

    QVERIFY(object);
    QCOMPARE(object->notices.front().code, u"deidentify.burned-in"_s);
    QVERIFY(!contentOf(to).contains("113101"));
    QCOMPARE(valueOf(to, DCM_BurnedInAnnotation), u"YES"_s);
    for (const int frame : {0, 1, 2}) {
        const auto before = storedSamples(from, frame);
        const auto after = storedSamples(to, frame);
        int wrong = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            wrong += after[i] != (frame == 1 && i < 2560 ? blackOf(to) : before[i]);
        QCOMPARE(wrong, 0);
    }
    QVERIFY(deidentifyFile(from, all, {.keepsIntervals = false, .blanked = {part(0), part(1), part(2)}}));
    QVERIFY(contentOf(all).contains("113101"));
    QCOMPARE(valueOf(all, DCM_BurnedInAnnotation), u"NO"_s);
    QCOMPARE(
        deidentifyFile(from, folder.filePath(u"x.dcm"_s), {.keepsIntervals = false, .blanked = {part(3)}})
            .error()
            .code,
        u"deidentify.rectangle"_s);
}

void TestDeidentify::aDrawingInSpareBitsGoes_data()
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("bit");
    QTest::newRow("unsigned, above") << false << 15;
    QTest::newRow("signed, above") << true << 15;
    QTest::newRow("unsigned, next to the samples") << false << 12;
}

void TestDeidentify::aDrawingInSpareBitsGoes()
{
    QFETCH(bool, isSigned);
    QFETCH(int, bit);
    const QTemporaryDir folder;
    const auto from = madeImage(
        folder, u"in"_s, [&](DcmDataset &dataset) { drawInto(dataset, {.isSigned = isSigned, .bit = bit}); });
    const auto to = folder.filePath(u"out.dcm"_s);

    const auto object = deidentifyFile(from, to, {.keepsIntervals = false, .blanked = {{0, 0, 256, 1}}});

    QVERIFY(object && object->notices.empty());
    QVERIFY(contentOf(to).contains("113101"));
    QCOMPARE(valueOf(to, DCM_BurnedInAnnotation), u"NO"_s);
    const auto before = storedSamples(from);
    const auto after = storedSamples(to);
    int wrong = 0;
    for (std::size_t i = 256; i < before.size(); ++i) {
        const int twelve = before[i] & 0x0FFF;
        wrong += after[i] != (isSigned && twelve >= 0x0800 ? twelve - 0x1000 : twelve);
    }
    QCOMPARE(wrong, 0);
}

/// Its bit is one of those that are stored: as much of the picture as any other.
void TestDeidentify::aDrawingInThePictureStaysAndIsSaid()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s, [](DcmDataset &dataset) {
        drawInto(dataset, {.bit = 11});
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    });
    const auto to = folder.filePath(u"out.dcm"_s);

    const auto object = deidentifyFile(from, to, {.keepsIntervals = false, .blanked = {{0, 0, 256, 1}}});

    QVERIFY(object && !object->notices.empty());
    QCOMPARE(object->notices.back().code, u"deidentify.overlay-in-pixels"_s);
    QVERIFY(!contentOf(to).contains("113101"));
    QCOMPARE(valueOf(to, DCM_BurnedInAnnotation), u"YES"_s);
}

void TestDeidentify::warnsOfTextsInThePicture()
{
    const QTemporaryDir folder;
    const auto noticeOf = [&](const QString &name, const char *modality, const char *burnedIn,
                              const DcmTag &tag = DCM_Modality, const char *value = nullptr) {
        const auto from = madeImage(folder, name, [=](DcmDataset &dataset) {
            dataset.putAndInsertString(DCM_Modality, modality);
            dataset.putAndInsertString(DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
            dataset.findAndDeleteElement(DCM_BurnedInAnnotation);
            if (burnedIn)
                dataset.putAndInsertString(DCM_BurnedInAnnotation, burnedIn);
            if (value)
                dataset.putAndInsertString(tag, value);
        });
        const auto object = deidentifyFile(from, from + u".out"_s, {});
        return object && !object->notices.empty() ? object->notices.front().code : QString();
    };

    QCOMPARE(noticeOf(u"a"_s, "CT", nullptr), QString());
    QCOMPARE(noticeOf(u"b"_s, "CT", "YES"), u"deidentify.burned-in"_s);
    QCOMPARE(noticeOf(u"c"_s, "US", nullptr), u"deidentify.burned-in-unknown"_s);
    QCOMPARE(noticeOf(u"d"_s, "US", "NO"), QString());
    // Dose pages, views of volumes and scanned sheets stand in series of CT and MR.
    const auto unknown = u"deidentify.burned-in-unknown"_s;
    QCOMPARE(noticeOf(u"e"_s, "CT", nullptr, DCM_SOPClassUID, UID_SecondaryCaptureImageStorage), unknown);
    QCOMPARE(
        noticeOf(u"f"_s, "CT", nullptr, DCM_SOPClassUID, UID_MultiframeTrueColorSecondaryCaptureImageStorage),
        unknown);
    QCOMPARE(noticeOf(u"g"_s, "MR", nullptr, DCM_ImageType, "DERIVED\\SECONDARY\\MPR"), unknown);
    QCOMPARE(noticeOf(u"h"_s, "CT", nullptr, DCM_ConversionType, "WSD"), unknown);
    QCOMPARE(noticeOf(u"j"_s, "CT", "NO", DCM_ConversionType, "WSD"), QString());
}

void TestDeidentify::refusesWhatItCannotClean()
{
    REQUIRE_SHARED_DICOM(shared);
    const QTemporaryDir folder;
    const auto to = folder.filePath(u"out.dcm"_s);
    const auto whole = contentOf(madeImage(folder, u"in"_s));
    const auto cut = folder.filePath(u"cut.dcm"_s);
    QFile file(cut);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.chopped(500)) > 0);
    file.close();
    const Deidentification outside{.keepsIntervals = false, .blanked = {{250, 0, 7, 1}}};

    QCOMPARE(deidentifyFile(cut, to, {}).error().code, u"imaging.pixels-missing"_s);
    QCOMPARE(deidentifyFile(madeImage(folder, u"in"_s), to, outside).error().code, u"deidentify.rectangle"_s);
    QCOMPARE(deidentifyFile(madeImage(folder, u"in"_s), to,
                            {.substitutes = dicom::Substitutes::forOneExport(u"病例7"_s)})
                 .error()
                 .code,
             u"deidentify.subject"_s);
    const auto bare = madeImage(folder, u"bare"_s,
                                [](DcmDataset &dataset) { dataset.findAndDeleteElement(DCM_PixelData); });
    QCOMPARE(deidentifyFile(bare, to, {}).error().code, u"imaging.no-pixels"_s);
    QCOMPARE(deidentifyFile(shared + u"/pydicom/test_files/rtplan.dcm"_s, to, {}).error().code,
             u"deidentify.kind"_s);
    QCOMPARE(QDir(folder.path()).entryList({u"out*"_s}, QDir::Files), QStringList());
}

void TestDeidentify::neverOverwritesUnasked()
{
    const QTemporaryDir folder;
    const auto from = madeImage(folder, u"in"_s);
    const auto to = folder.filePath(u"out.dcm"_s);
    QFile there(to);
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("precious") == 8);
    there.close();

    const auto answer = deidentifyFile(from, to, {});

    QCOMPARE(answer.error().kind, ErrorKind::Conflict);
    QCOMPARE(answer.error().code, u"export.exists"_s);
    QCOMPARE(contentOf(to), "precious"_ba);
    QVERIFY(deidentifyFile(from, to, {}, true));
    QVERIFY(contentOf(to).size() > 1000);
}

QTEST_GUILESS_MAIN(TestDeidentify)
#include "test_deidentify.moc"
