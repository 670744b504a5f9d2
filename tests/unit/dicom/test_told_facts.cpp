#include "imaging/lut.h"
#include "imaging/measure/scale.h"
#include "imaging/samples.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/header.h"
#include "integration/dicom/header_scan.h"
#include "integration/dicom/inspection.h"
#include "unit/dicom/shared_files.h"

#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;
using imaging::LengthBasis;
using FramePointer = std::shared_ptr<const imaging::Frame>;
using Ratios = std::vector<double>;
using Change = std::function<void(DcmDataset &)>;

namespace {

void put(DcmItem &item, const DcmTagKey &tag, const char *value)
{
    QVERIFY(item.putAndInsertString(tag, value).good());
}

/// One item of a sequence, made where it is not there.
DcmItem &itemOf(DcmItem &dataset, const DcmTagKey &sequence)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, 0);
    return *item;
}

void putView(DcmItem &dataset, const char *code, const char *scheme, const char *meaning)
{
    auto &view = itemOf(dataset, DCM_ViewCodeSequence);
    put(view, DCM_CodeValue, code);
    put(view, DCM_CodingSchemeDesignator, scheme);
    put(view, DCM_CodeMeaning, meaning);
}

/// Greys of the whole frame as it is shown before anybody chooses.
std::vector<std::uint8_t> greysOf(const imaging::Frame &frame)
{
    return imaging::render(frame, imaging::defaultDisplay(frame));
}

} // namespace

/// What a reader must be told by the picture itself is read from its file.
class TestToldFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatALossyImageLost_data();
    void saysWhatALossyImageLost();
    void anInspectionSaysWhatWasLost();
    void saysWhichBreastAndHowItWasTaken_data();
    void saysWhichBreastAndHowItWasTaken();
    void aListingKnowsALocalizer_data();
    void aListingKnowsALocalizer();
    void theFrameSaysItsSideItself();
    void saysWhoseAPixelSpacingIs_data();
    void saysWhoseAPixelSpacingIs();
    void aScoutIsAShadow_data();
    void aScoutIsAShadow();
    void anEnhancedAngiogramSaysItsSpacing();
    void aRunSaysTheMeanOfItsSteps();
    void saysWhereASliceLies();
    void aFrameDoesNotLieWhereAnotherDoes();
    void aSegmentSaysItsNameAndNumber();
    void aLabelMapNamesAllItsSegments();
    void aSegmentIsWhiteWhateverItsSize_data();
    void aSegmentIsWhiteWhateverItsSize();
    void aProbabilityIsAsBrightAsItIsHigh();
    void aDoseIsInItsUnit_data();
    void aDoseIsInItsUnit();
    void figuresOfAnInspectionStayThoseOfTheTable();
    void aParametricMapIsInItsUnit();
    void aParametricMapKeepsItsWindow_data();
    void aParametricMapKeepsItsWindow();
    void overlaysInBitsOfThePixelsAreRead_data();
    void overlaysInBitsOfThePixelsAreRead();
    void bitsOfThePixelsAreNoOverlay_data();
    void bitsOfThePixelsAreNoOverlay();

private:
    FramePointer frameOf(const QString &name, int frame = 0) const;
    FramePointer changed(const QString &name, const Change &change, int frame = 0) const;

    QString m_folder;
    QTemporaryDir m_changed;
};

void TestToldFacts::initTestCase()
{
    REQUIRE_SHARED_DICOM(folder);
    m_folder = folder;
}

FramePointer TestToldFacts::frameOf(const QString &name, int frame) const
{
    const auto decoded = dicom::decodeFrame(m_folder + u'/' + name, frame);
    if (!decoded)
        qFatal("%s: %s", qPrintable(name), qPrintable(logLine(decoded.error())));
    return *decoded;
}

/// The picture of a file whose attributes are other ones.
FramePointer TestToldFacts::changed(const QString &name, const Change &change, int frame) const
{
    const auto path = m_changed.filePath(u"changed.dcm"_s);
    DcmFileFormat file;
    if (file.loadFile(qPrintable(m_folder + u'/' + name)).bad())
        qFatal("%s", qPrintable(name));
    file.loadAllDataIntoMemory();
    change(*file.getDataset());
    if (file.saveFile(qPrintable(path), file.getDataset()->getOriginalXfer()).bad())
        qFatal("%s is not written", qPrintable(name));
    const auto decoded = dicom::decodeFrame(path, frame);
    if (!decoded)
        qFatal("%s: %s", qPrintable(name), qPrintable(logLine(decoded.error())));
    return *decoded;
}

void TestToldFacts::saysWhatALossyImageLost_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isLossy");
    QTest::addColumn<Ratios>("ratios");
    const auto jpeg2000 =
        u"cornerstone-wadoimageloader/CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm"_s;
    const auto native = u"cornerstone-wadoimageloader/CTImage.dcm"_s;
    const auto jpeg = u"pydicom/test_files/SC_rgb_jpeg_dcmtk.dcm"_s;
    const Change nothing = [](DcmDataset &) {};
    const Change noRatio = [](DcmDataset &dataset) { delete dataset.remove(DCM_LossyImageCompressionRatio); };

    QTest::newRow("nothing was lost") << native << nothing << false << Ratios{};
    QTest::newRow("as stated") << jpeg2000 << nothing << true << Ratios{3.80558620289182};
    QTest::newRow("without a ratio") << jpeg << noRatio << true << Ratios{};
    QTest::newRow("by the syntax alone") << jpeg << Change([](DcmDataset &dataset) {
        delete dataset.remove(DCM_LossyImageCompression);
        delete dataset.remove(DCM_LossyImageCompressionRatio);
    }) << true << Ratios{};
    QTest::newRow("decompressed since, in two steps") << native << Change([](DcmDataset &dataset) {
        put(dataset, DCM_LossyImageCompression, "01");
        put(dataset, DCM_LossyImageCompressionRatio, "10\\4.5");
    }) << true << Ratios{10, 4.5};
    QTest::newRow("a ratio without the flag")
        << native << Change([](DcmDataset &dataset) { put(dataset, DCM_LossyImageCompressionRatio, "12"); })
        << true << Ratios{12};
    QTest::newRow("a ratio that is none") << native << Change([](DcmDataset &dataset) {
        put(dataset, DCM_LossyImageCompression, "01");
        put(dataset, DCM_LossyImageCompressionRatio, "0.084906");
    }) << true << Ratios{};
}

void TestToldFacts::saysWhatALossyImageLost()
{
    QFETCH(QString, name);
    QFETCH(Change, change);
    QFETCH(bool, isLossy);
    QFETCH(Ratios, ratios);

    const auto lossy = changed(name, change)->facts().lossy;

    QCOMPARE(lossy.has_value(), isLossy);
    QVERIFY(lossy.value_or(imaging::LossyCompression{}).ratios == ratios);
}

void TestToldFacts::anInspectionSaysWhatWasLost()
{
    const auto inspection = dicom::inspectFile(
        m_folder
        + u"/cornerstone-wadoimageloader/CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm"_s);
    const auto whole = dicom::inspectFile(m_folder + u"/cornerstone-wadoimageloader/CTImage.dcm"_s);

    QVERIFY(inspection && inspection->lossy);
    QCOMPARE(inspection->lossy->ratios.size(), 1U);
    QVERIFY(whole && !whole->lossy);
}
void TestToldFacts::saysWhichBreastAndHowItWasTaken_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("view");
    QTest::newRow("by position") << Change([](DcmDataset &dataset) {
        put(dataset, DCM_ImageLaterality, "R");
        put(dataset, DCM_ViewPosition, "CC");
    }) << u"R"_s << u"CC"_s;
    QTest::newRow("by code") << Change([](DcmDataset &dataset) {
        putView(dataset, "399368009", "SCT", "medio-lateral oblique");
    }) << u"L"_s << u"MLO"_s;
    QTest::newRow("by the code of old devices")
        << Change([](DcmDataset &dataset) { putView(dataset, "R-10242", "SRT", "cranio-caudal"); }) << u"L"_s
        << u"CC"_s;
    QTest::newRow("the code before the position") << Change([](DcmDataset &dataset) {
        put(dataset, DCM_ViewPosition, "LL");
        putView(dataset, "399260004", "SCT", "medio-lateral");
    }) << u"L"_s << u"ML"_s;
    QTest::newRow("another code") << Change([](DcmDataset &dataset) {
        delete dataset.remove(DCM_ViewPosition);
        putView(dataset, "272479007", "SCT", "Posteroanterior projection");
    }) << u"L"_s << u"Posteroanterior projection"_s;
    QTest::newRow("not as usual") << Change([](DcmDataset &dataset) {
        putView(dataset, "399162004", "SCT", "cranio-caudal");
        auto &modifier = itemOf(itemOf(dataset, DCM_ViewCodeSequence), DCM_ViewModifierCodeSequence);
        put(modifier, DCM_CodeValue, "399163009");
        put(modifier, DCM_CodeMeaning, "Magnification");
    }) << u"L"_s << u"CC (Magnification)"_s;
    QTest::newRow("nobody says") << Change([](DcmDataset &dataset) {
        delete dataset.remove(DCM_ImageLaterality);
        delete dataset.remove(DCM_ViewPosition);
        delete dataset.remove(DCM_ViewCodeSequence);
    }) << QString() << QString();
}

void TestToldFacts::saysWhichBreastAndHowItWasTaken()
{
    QFETCH(Change, change);
    QFETCH(QString, side);
    QFETCH(QString, view);

    const auto frame = changed(u"highdicom/dx_image.dcm"_s, change);

    QCOMPARE(frame->facts().laterality, side);
    QCOMPARE(frame->facts().view, view);
    // A listing says the same, by which mammograms are hung before they are decoded.
    const auto listed = dicom::readHeader(m_changed.filePath(u"changed.dcm"_s));
    QVERIFY(listed);
    QCOMPARE(listed->instance.laterality, side);
    QCOMPARE(listed->instance.view, view);
}

void TestToldFacts::aListingKnowsALocalizer_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<workflow::ImageRole>("role");
    using enum workflow::ImageRole;
    QTest::newRow("topogram") << QByteArray(R"(ORIGINAL\PRIMARY\LOCALIZER\CT_SOM5 TOP)") << Localizer;
    QTest::newRow("nothing behind it") << QByteArray(R"(ORIGINAL\PRIMARY\LOCALIZER)") << Localizer;
    QTest::newRow("dose page") << QByteArray(R"(DERIVED\SECONDARY\OTHER\CT_SOM5 PROT)") << Secondary;
    QTest::newRow("slice") << QByteArray(R"(ORIGINAL\PRIMARY\AXIAL)") << Picture;
    QTest::newRow("two values") << QByteArray(R"(DERIVED\PRIMARY)") << Picture;
    QTest::newRow("nothing") << QByteArray() << Picture;
}

/// The quick way and the toolkit's.
void TestToldFacts::aListingKnowsALocalizer()
{
    QFETCH(QByteArray, type);
    QFETCH(workflow::ImageRole, role);
    changed(u"cornerstone-wadoimageloader/CTImage.dcm"_s,
            [&type](DcmDataset &dataset) { put(dataset, DCM_ImageType, type.constData()); });
    const auto path = m_changed.filePath(u"changed.dcm"_s);

    const auto scanned = dicom::scanHeader(path);
    const auto parsed = dicom::parseHeader(path);

    QVERIFY(scanned && parsed);
    QCOMPARE(scanned->instance.role, role);
    QCOMPARE(parsed->instance.role, role);
}

/// As a tomosynthesis does.
void TestToldFacts::theFrameSaysItsSideItself()
{
    const auto frame = changed(u"highdicom/dx_image.dcm"_s, [](DcmDataset &dataset) {
        delete dataset.remove(DCM_ImageLaterality);
        auto &shared = itemOf(dataset, DCM_SharedFunctionalGroupsSequence);
        put(itemOf(shared, DCM_FrameAnatomySequence), DCM_FrameLaterality, "R");
    });

    QCOMPARE(frame->facts().laterality, u"R"_s);
}

void TestToldFacts::saysWhoseAPixelSpacingIs_data()
{
    QTest::addColumn<QByteArray>("modality");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("hasDetector");
    QTest::addColumn<bool>("hasPlace");
    QTest::addColumn<LengthBasis>("basis");
    const auto row = [](const char *name, const char *modality, const char *type, LengthBasis basis,
                        bool hasDetector = false, bool hasPlace = false) {
        QTest::newRow(name) << QByteArray(modality) << QByteArray(type) << hasDetector << hasPlace << basis;
    };
    for (const char *projection : {"CR", "DX", "MG", "RF", "XA", "IO", "PX"})
        row(projection, projection, "", LengthBasis::PlaneUnknown);
    row("a slice of tomosynthesis", "MG", "", LengthBasis::PixelSpacing, false, true);
    row("CT", "CT", "", LengthBasis::PixelSpacing, false, true);
    row("CT without a place", "CT", "", LengthBasis::PixelSpacing);
    row("type alone", "DX", "GEOMETRY", LengthBasis::Geometry);
    row("fiducial alone", "CR", "FIDUCIAL", LengthBasis::Fiducial);
    row("type and detector", "DX", "FIDUCIAL", LengthBasis::Fiducial, true);
    row("corrected, no type", "DX", "", LengthBasis::Calibrated, true);
    row("a type that is none", "DX", "RULER", LengthBasis::Calibrated, true);
    row("nobody can state the doubt", "DX", "plane unknown", LengthBasis::Calibrated);
}

/// PS3.3 10.7.1.3: Pixel Spacing of a projection may be the detector's, unless something stands beside it.
void TestToldFacts::saysWhoseAPixelSpacingIs()
{
    QFETCH(QByteArray, modality);
    QFETCH(QByteArray, type);
    QFETCH(bool, hasDetector);
    QFETCH(bool, hasPlace);
    QFETCH(LengthBasis, basis);
    const auto frame = changed(u"made/imager_spacing_only.dcm"_s, [&](DcmDataset &dataset) {
        put(dataset, DCM_Modality, modality.constData());
        put(dataset, DCM_PixelSpacing, "0.16\\0.16");
        dataset.findAndDeleteElement(DCM_ImageOrientationPatient);
        if (!type.isEmpty())
            put(dataset, DCM_PixelSpacingCalibrationType, type.constData());
        if (!hasDetector)
            dataset.findAndDeleteElement(DCM_ImagerPixelSpacing);
        if (hasPlace)
            put(dataset, DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
    });

    QCOMPARE(frame->facts().spacing.rowMm, 0.16);
    QCOMPARE(imaging::scaleOf(frame->facts()).basis, basis);
}

void TestToldFacts::aScoutIsAShadow_data()
{
    QTest::addColumn<QByteArray>("modality");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<imaging::SpacingBasis>("basis");
    using enum imaging::SpacingBasis;
    QTest::newRow("CT") << "CT"_ba << "ORIGINAL\\PRIMARY\\LOCALIZER"_ba << PlaneUnknown;
    QTest::newRow("slice of a CT") << "CT"_ba << "ORIGINAL\\PRIMARY\\AXIAL"_ba << PixelSpacing;
    QTest::newRow("an MR has slices") << "MR"_ba << "ORIGINAL\\PRIMARY\\LOCALIZER"_ba << PixelSpacing;
}

/// Its Pixel Spacing holds in one plane through the patient, and across the table in none.
void TestToldFacts::aScoutIsAShadow()
{
    QFETCH(QByteArray, modality);
    QFETCH(QByteArray, type);
    QFETCH(imaging::SpacingBasis, basis);
    const auto frame = changed(u"made/imager_spacing_only.dcm"_s, [&](DcmDataset &dataset) {
        put(dataset, DCM_Modality, modality.constData());
        put(dataset, DCM_ImageType, type.constData());
        put(dataset, DCM_PixelSpacing, "0.6\\0.6");
        put(dataset, DCM_ImageOrientationPatient, "1\\0\\0\\0\\0\\-1");
        put(dataset, DCM_ImagePositionPatient, "-100\\0\\100");
        dataset.findAndDeleteElement(DCM_ImagerPixelSpacing);
    });
    QCOMPARE(frame->facts().spacing.basis, basis);
    QCOMPARE(frame->facts().spacing.rowMm, 0.6);
}

/// PS3.3 C.8.19.6: what classic images have at the top stands in functional groups.
void TestToldFacts::anEnhancedAngiogramSaysItsSpacing()
{
    const auto withGroups = [this](bool isReckoned) {
        return changed(u"made/imager_spacing_only.dcm"_s, [isReckoned](DcmDataset &dataset) {
            dataset.findAndDeleteElement(DCM_ImagerPixelSpacing);
            auto &shared = itemOf(dataset, DCM_SharedFunctionalGroupsSequence);
            put(itemOf(shared, DCM_FramePixelDataPropertiesSequence), DCM_ImagerPixelSpacing, "0.2\\0.3");
            if (isReckoned)
                put(itemOf(shared, DCM_ProjectionPixelCalibrationSequence),
                    DCM_ObjectPixelSpacingInCenterOfBeam, "0.125\\0.25");
        });
    };
    const auto detector = withGroups(false)->facts().spacing;
    QCOMPARE(detector.basis, imaging::SpacingBasis::ImagerPixelSpacing);
    QCOMPARE(detector.columnMm, 0.3);
    const auto object = withGroups(true)->facts().spacing;
    QCOMPARE(object.basis, imaging::SpacingBasis::Estimated);
    QCOMPARE(object.rowMm, 0.125);
}

void TestToldFacts::aRunSaysTheMeanOfItsSteps()
{
    const auto path = m_changed.filePath(u"run.dcm"_s);
    DcmFileFormat file;
    QVERIFY(file.loadFile(qUtf8Printable(m_folder + u"/made/imager_spacing_only.dcm"_s)).good());
    put(*file.getDataset(), DCM_NumberOfFrames, "1");
    put(*file.getDataset(), DCM_FrameTimeVector, "0\\30\\50");
    QVERIFY(file.saveFile(qUtf8Printable(path)).good());
    QCOMPARE(dicom::parseHeader(path)->instance.framesPerSecond, 25.0);
}

void TestToldFacts::saysWhereASliceLies()
{
    const auto slice = u"cornerstone-wadoimageloader/CTImage.dcm"_s;
    const auto stated = changed(slice, [](DcmDataset &dataset) { put(dataset, DCM_SliceLocation, "-12.5"); });
    const auto placed = changed(slice, [](DcmDataset &dataset) {
        delete dataset.remove(DCM_SliceLocation);
        put(dataset, DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
        put(dataset, DCM_ImagePositionPatient, "-100\\-90\\42.25");
    });

    QCOMPARE(stated->facts().sliceLocationMm.value(), -12.5);
    QCOMPARE(placed->facts().sliceLocationMm.value(), 42.25);
}

/// By their own groups, or by the offsets of a dose.
void TestToldFacts::aFrameDoesNotLieWhereAnotherDoes()
{
    const auto first = frameOf(u"made/enhanced_perframe_rescale.dcm"_s, 0);
    const auto second = frameOf(u"made/enhanced_perframe_rescale.dcm"_s, 1);

    QVERIFY(first->facts().sliceLocationMm && second->facts().sliceLocationMm);
    QVERIFY(*first->facts().sliceLocationMm != *second->facts().sliceLocationMm);
    QCOMPARE(frameOf(u"pydicom/test_files/rtdose.dcm"_s, 7)->facts().sliceLocationMm.value(), -726.87);
    QCOMPARE(frameOf(u"pydicom/test_files/rtdose_1frame.dcm"_s)->facts().sliceLocationMm.value(), -761.87);
}

void TestToldFacts::aSegmentSaysItsNameAndNumber()
{
    const auto path = u"highdicom/seg_image_ct_binary_overlap.dcm"_s;
    DcmFileFormat file;
    QVERIFY(file.loadFile(qPrintable(m_folder + u'/' + path)).good());
    auto &dataset = *file.getDataset();
    Sint32 frames = 0;
    dataset.findAndGetSint32(DCM_NumberOfFrames, frames);
    QSet<int> numbers;
    for (int i = 0; i < frames; ++i) {
        const auto segmentation = frameOf(path, i)->facts().segmentation;
        QVERIFY(segmentation && segmentation->segments.size() == 1 && !segmentation->isLabelMap);
        const auto &segment = segmentation->segments.front();
        DcmItem *described = nullptr;
        QVERIFY(dataset.findAndGetSequenceItem(DCM_SegmentSequence, described, segment.number - 1).good());
        OFString label;
        QVERIFY(described->findAndGetOFString(DCM_SegmentLabel, label).good());
        QCOMPARE(segment.label, QString::fromLatin1(label.c_str()));
        numbers.insert(segment.number);
    }
    QVERIFY2(numbers.size() > 1, "each frame its own");
    QVERIFY(!frameOf(u"highdicom/ct_image.dcm"_s)->facts().segmentation);
}

void TestToldFacts::aLabelMapNamesAllItsSegments()
{
    const auto segmentation = frameOf(u"highdicom/seg_image_sm_control_labelmap.dcm"_s)->facts().segmentation;

    QVERIFY(segmentation && segmentation->isLabelMap);
    QVERIFY(segmentation->segments.size() > 1);
    for (const auto &segment : segmentation->segments) {
        QVERIFY(!segment.label.isEmpty());
        QCOMPARE(*segmentation->of(segment.number), segment);
    }
    QVERIFY(!segmentation->of(-1));
}

void TestToldFacts::aSegmentIsWhiteWhateverItsSize_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("one pixel") << 5 << 6;
    QTest::newRow("half") << 0 << 128;
    QTest::newRow("all") << 0 << 128 * 128;
}

void TestToldFacts::aSegmentIsWhiteWhateverItsSize()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const auto frame = changed(u"highdicom/seg_image_ct_binary_single_frame.dcm"_s, [&](DcmDataset &dataset) {
        std::array<Uint8, 128 * 128 / 8> bits{};
        for (int i = from; i < to; ++i)
            bits[std::size_t(i / 8)] |= static_cast<Uint8>(1 << i % 8);
        QVERIFY(dataset.putAndInsertUint8Array(DCM_PixelData, bits.data(), bits.size()).good());
        put(dataset, DCM_NumberOfFrames, "1");
    });

    const auto greys = greysOf(*frame);

    QCOMPARE(greys.size(), std::size_t{128 * 128});
    for (int i = 0; i < 128 * 128; ++i)
        QCOMPARE(int(greys[std::size_t(i)]), i >= from && i < to ? 255 : 0);
}

/// A frame of the real file whose bits are all set, and one whose values are probabilities.
void TestToldFacts::aProbabilityIsAsBrightAsItIsHigh()
{
    const auto full = frameOf(u"highdicom/seg_image_ct_binary.dcm"_s, 1);
    const auto fractional = frameOf(u"highdicom/seg_image_ct_true_fractional.dcm"_s);

    QCOMPARE(full->storedRange().lowest, 1.0);
    QCOMPARE(int(std::ranges::min(greysOf(*full))), 255);
    const auto greys = greysOf(*fractional);
    const auto samples = imaging::samplesAs<std::uint8_t>(*fractional);
    QVERIFY(fractional->facts().fullScale == (imaging::ValueRange{0, 255}));
    for (std::size_t i = 0; i < greys.size(); ++i)
        QVERIFY(std::abs(int(greys[i]) - int(samples[i])) <= 1);
}
void TestToldFacts::aDoseIsInItsUnit_data()
{
    QTest::addColumn<QString>("units");
    QTest::addColumn<QString>("unit");
    QTest::newRow("absolute") << u"GY"_s << u"Gy"_s;
    QTest::newRow("relative") << u"RELATIVE"_s << u"relative"_s;
}

void TestToldFacts::aDoseIsInItsUnit()
{
    QFETCH(QString, units);
    QFETCH(QString, unit);

    const auto frame = changed(u"pydicom/test_files/rtdose.dcm"_s, [&](DcmDataset &dataset) {
        put(dataset, DCM_DoseUnits, qPrintable(units));
        put(dataset, DCM_DoseGridScaling, "0.00002");
    });

    QCOMPARE(frame->facts().modality.unit, unit);
    QCOMPARE(frame->measuredAt(3, 4).value(), frame->storedAt(3, 4) * 0.00002);
    const auto window = imaging::defaultWindow(*frame);
    QVERIFY(window.center > 1 && window.center < 100);
}

/// Other programs give them without the scale of a dose.
void TestToldFacts::figuresOfAnInspectionStayThoseOfTheTable()
{
    const auto inspection = dicom::inspectFile(m_folder + u"/pydicom/test_files/rtdose.dcm"_s);

    QVERIFY(inspection && inspection->statistics);
    QCOMPARE(inspection->statistics->lowest, 795'000.0);
    QCOMPARE(inspection->statistics->highest, 1'254'000.0);
}

/// Gives the map of the file another scale.
void putMapping(DcmDataset &dataset, double slope, double intercept, const char *code, const char *meaning)
{
    auto &mapping =
        itemOf(itemOf(dataset, DCM_SharedFunctionalGroupsSequence), DCM_RealWorldValueMappingSequence);
    QVERIFY(mapping.putAndInsertFloat64(DCM_RealWorldValueSlope, slope).good());
    QVERIFY(mapping.putAndInsertFloat64(DCM_RealWorldValueIntercept, intercept).good());
    auto &unit = itemOf(mapping, DCM_MeasurementUnitsCodeSequence);
    put(unit, DCM_CodeValue, code);
    put(unit, DCM_CodeMeaning, meaning);
}

void TestToldFacts::aParametricMapIsInItsUnit()
{
    const auto map = u"pydicom-data/parametric_map_float.dcm"_s;
    const auto scaled = changed(map, [](DcmDataset &dataset) {
        putMapping(dataset, 0.5, 3, "mm2/s", "square millimeter per second");
    });
    const auto annotated =
        changed(map, [](DcmDataset &dataset) { putMapping(dataset, 1, 0, "{ratio}", "ratio"); });

    QCOMPARE(scaled->facts().modality.unit, u"mm2/s"_s);
    QCOMPARE(scaled->measuredAt(60, 60).value(), scaled->storedAt(60, 60) * 0.5 + 3);
    QCOMPARE(annotated->facts().modality.unit, u"ratio"_s);
    QVERIFY(frameOf(map)->facts().modality.unit.isEmpty());
}

void TestToldFacts::aParametricMapKeepsItsWindow_data()
{
    QTest::addColumn<double>("slope");
    QTest::addColumn<QString>("function");
    QTest::newRow("as stored") << 1.0 << u"LINEAR"_s;
    QTest::newRow("smaller") << 0.001 << u"LINEAR"_s;
    QTest::newRow("larger, exact") << 40.0 << u"LINEAR_EXACT"_s;
    QTest::newRow("larger, a curve") << 40.0 << u"SIGMOID"_s;
    QTest::newRow("turned round: left as stored") << -2.0 << u"LINEAR"_s;
}

/// A window counts in stored values: the picture is the same whatever they mean.
void TestToldFacts::aParametricMapKeepsItsWindow()
{
    QFETCH(double, slope);
    QFETCH(QString, function);
    const auto shown = [&](double factor) {
        return greysOf(*changed(u"pydicom-data/parametric_map_float.dcm"_s, [&](DcmDataset &dataset) {
            putMapping(dataset, factor, factor == 1 ? 0 : 7, "Gy", "gray");
            auto &voi = itemOf(itemOf(dataset, DCM_SharedFunctionalGroupsSequence), DCM_FrameVOILUTSequence);
            put(voi, DCM_WindowCenter, "0.6");
            put(voi, DCM_WindowWidth, "1.5");
            put(voi, DCM_VOILUTFunction, qPrintable(function));
        }));
    };

    const auto stored = shown(1);

    QVERIFY(std::ranges::max(stored) > std::ranges::min(stored));
    const auto scaled = shown(slope);
    for (std::size_t i = 0; i < stored.size(); ++i)
        QVERIFY(std::abs(int(scaled[i]) - int(stored[i])) <= 1); // one more rounding
}
/// As devices wrote them until 2004. \param bit  of the samples
void putEmbedded(DcmDataset &dataset, Uint16 group, Uint16 bit)
{
    dataset.putAndInsertUint16(DcmTag(DcmTagKey(group, 0x0010), EVR_US), 64);
    dataset.putAndInsertUint16(DcmTag(DcmTagKey(group, 0x0011), EVR_US), 64);
    dataset.putAndInsertString(DcmTag(DcmTagKey(group, 0x0040), EVR_CS), "G");
    dataset.putAndInsertUint16(DcmTag(DcmTagKey(group, 0x0100), EVR_US), 16);
    dataset.putAndInsertUint16(DcmTag(DcmTagKey(group, 0x0102), EVR_US), bit);
}

void TestToldFacts::overlaysInBitsOfThePixelsAreRead_data()
{
    QTest::addColumn<int>("bit");
    QTest::newRow("above the pixels") << 14;
    QTest::newRow("the highest") << 15;
    QTest::newRow("below the pixels") << 1;
}

/// The pixels of the file lie in bits 4 to 13; the others are dirt, which is an overlay as good as any.
void TestToldFacts::overlaysInBitsOfThePixelsAreRead()
{
    QFETCH(int, bit);
    const auto name = u"made/highbit13_stored10_dirty.dcm"_s;
    std::vector<Uint16> words;
    const auto frame = changed(name, [&](DcmDataset &dataset) {
        putEmbedded(dataset, 0x6002, static_cast<Uint16>(bit));
        const Uint16 *values = nullptr;
        unsigned long count = 0;
        QVERIFY(dataset.findAndGetUint16Array(DCM_PixelData, values, &count).good());
        words.assign(values, values + count);
    });

    const auto &overlays = frame->facts().overlays;

    QCOMPARE(overlays.size(), 1U);
    QCOMPARE(overlays.front().group, 0x6002);
    QCOMPARE(overlays.front().isOn.size(), words.size());
    QCOMPARE(QSize(overlays.front().columns, overlays.front().rows),
             QSize(frame->geometry().columns(), frame->geometry().rows()));
    for (std::size_t i = 0; i < words.size(); ++i)
        QCOMPARE(bool(overlays.front().isOn[i]), (words[i] >> bit & 1) != 0);
    QVERIFY(std::ranges::count(overlays.front().isOn, true) > 0);
    QVERIFY(std::ranges::equal(frame->bytes(), frameOf(name)->bytes()));
}

void TestToldFacts::bitsOfThePixelsAreNoOverlay_data()
{
    QTest::addColumn<int>("bit");
    QTest::newRow("lowest") << 4;
    QTest::newRow("highest") << 13;
    QTest::newRow("beyond") << 16;
}

void TestToldFacts::bitsOfThePixelsAreNoOverlay()
{
    QFETCH(int, bit);

    const auto frame = changed(u"made/highbit13_stored10_dirty.dcm"_s, [&](DcmDataset &dataset) {
        putEmbedded(dataset, 0x6000, static_cast<Uint16>(bit));
    });

    QVERIFY(frame->facts().overlays.empty());
}

QTEST_GUILESS_MAIN(TestToldFacts)
#include "test_told_facts.moc"
