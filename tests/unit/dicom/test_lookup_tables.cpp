#include "imaging/lut.h"
#include "imaging/presentation/presentation_state.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/objects/presentation_state.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <functional>
#include <numeric>
#include <vector>

using namespace simiao;
using namespace Qt::StringLiterals;
using FramePointer = std::shared_ptr<const imaging::Frame>;
using imaging::VoiFunction;

namespace {

constexpr int kColumns = 16;
constexpr int kRows = 16;
constexpr auto kImageUid = "2.25.12";

using Change = std::function<void(DcmItem &dataset)>;

/// Decodes a file of 16 x 16 words that count up from `firstPixel`.
FramePointer frameOf(const Change &change, int firstPixel = 0, int frame = 0)
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, kImageUid);
    dataset.putAndInsertString(DCM_Modality, "CT");
    dataset.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    dataset.putAndInsertUint16(DCM_Columns, kColumns);
    dataset.putAndInsertUint16(DCM_Rows, kRows);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
    dataset.putAndInsertUint16(DCM_BitsStored, 16);
    dataset.putAndInsertUint16(DCM_HighBit, 15);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, firstPixel < 0 ? 1 : 0);
    std::vector<Uint16> pixels(std::size_t{kColumns} * kRows);
    std::iota(pixels.begin(), pixels.end(), Uint16(firstPixel));
    dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    change(dataset);

    const QTemporaryDir folder;
    const auto path = folder.filePath(u"grey.dcm"_s);
    if (file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
        qFatal("the file is not written");
    const auto decoded = dicom::decodeFrame(path, frame);
    if (!decoded)
        qFatal("%s", qPrintable(logLine(decoded.error())));
    return *decoded;
}

/// An item of `sequence` with a table of 16 bits. \param vr  of the descriptor: US or SS
void putTable(DcmItem &dataset,
              const DcmTagKey &sequence,
              int first,
              const std::vector<Uint16> &entries,
              DcmEVR vr = EVR_US)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, 0);
    const std::array descriptor{Uint16(entries.size()), Uint16(first), Uint16{16}};
    const std::array signedDescriptor{Sint16(entries.size()), Sint16(first), Sint16{16}};
    if (vr == EVR_US)
        item->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor.data(), 3);
    else
        item->putAndInsertSint16Array(DcmTag(DCM_LUTDescriptor, EVR_SS), signedDescriptor.data(), 3);
    item->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), entries.data(), entries.size());
}

/// The squares of 0 to 99, for the stored values from 10 on.
void putSquares(DcmItem &dataset)
{
    std::vector<Uint16> entries;
    for (int i = 0; i < 100; ++i)
        entries.push_back(Uint16(i * i));
    putTable(dataset, DCM_ModalityLUTSequence, 10, entries);
}

/// 0, 1000 … for 20 values from -10 on.
std::vector<Uint16> stairs()
{
    std::vector<Uint16> entries;
    for (int i = 0; i < 20; ++i)
        entries.push_back(Uint16(i * 1000));
    return entries;
}

/// A presentation state of the image that frameOf() makes, applied to it.
imaging::Presentation presented(const imaging::Frame &frame, const Change &change)
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_GrayscaleSoftcopyPresentationStateStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.13");
    DcmItem *series = nullptr;
    dataset.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, series);
    DcmItem *image = nullptr;
    series->findOrCreateSequenceItem(DCM_ReferencedImageSequence, image);
    image->putAndInsertString(DCM_ReferencedSOPInstanceUID, kImageUid);
    change(dataset);

    const QTemporaryDir folder;
    const auto path = folder.filePath(u"state.dcm"_s);
    if (file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
        qFatal("the file is not written");
    const auto state = dicom::readPresentationState(path);
    if (!state)
        qFatal("%s", qPrintable(logLine(state.error())));
    return imaging::presentationOf(*state, {{}, QString::fromLatin1(kImageUid), 0}, frame).value();
}

} // namespace

/// Files with tables in the places where most have a slope or a window.
class TestLookupTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowCountsInWhatTheModalityTableGives_data();
    void aWindowCountsInWhatTheModalityTableGives();
    void eachWindowOfAnImageWithAModalityTableIsKept();
    void aStatesModalityTableMayBeginBelowZero_data();
    void aStatesModalityTableMayBeginBelowZero();
    void aStatesVoiTableMayBeginBelowZero_data();
    void aStatesVoiTableMayBeginBelowZero();
    void aStatesTableMayBeginInTheUpperHalfOfUnsignedValues();
    void anImagesVoiTableMayBeginBelowZero_data();
    void anImagesVoiTableMayBeginBelowZero();
    void saysThatColoursAreNotShown_data();
    void saysThatColoursAreNotShown();
    void saysThatATableIsDamaged_data();
    void saysThatATableIsDamaged();
    void saysThatAFrameHasNoGroup();
    void saysThatAPaletteIsShort();
};

void TestLookupTables::aWindowCountsInWhatTheModalityTableGives_data()
{
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<VoiFunction>("expected");
    QTest::newRow("none said") << QByteArray() << VoiFunction::Linear;
    QTest::newRow("linear") << QByteArray("LINEAR") << VoiFunction::Linear;
    QTest::newRow("exact") << QByteArray("LINEAR_EXACT") << VoiFunction::LinearExact;
    QTest::newRow("sigmoid") << QByteArray("SIGMOID") << VoiFunction::Sigmoid;
}

void TestLookupTables::aWindowCountsInWhatTheModalityTableGives()
{
    QFETCH(QByteArray, function);
    QFETCH(VoiFunction, expected);
    const auto frame = frameOf([&](DcmItem &dataset) {
        putSquares(dataset);
        dataset.putAndInsertString(DCM_WindowCenter, "1000");
        dataset.putAndInsertString(DCM_WindowWidth, "2001");
        dataset.putAndInsertString(DCM_VOILUTFunction, function.constData());
    });
    const imaging::VoiWindow window{.center = 1000, .width = 2001, .function = expected};

    const auto display = imaging::defaultDisplay(*frame);

    QVERIFY(display.window == window);
    // Straight from PS3.3 C.11: the entry of the Modality LUT, then the window.
    for (int stored = 0; stored < kColumns * kRows; ++stored) {
        const int entry = std::clamp(stored - 10, 0, 99);
        const double grey = 255 * window.fraction(entry * entry);
        QVERIFY(std::abs(imaging::displayGrey(frame->facts(), display, stored) - grey) <= 0.5);
    }
    // Linear, 44² = 1936 is not yet white and 45² = 2025 is.
    if (expected == VoiFunction::Linear) {
        QVERIFY(imaging::displayGrey(frame->facts(), display, 54) < 255);
        QCOMPARE(int{imaging::displayGrey(frame->facts(), display, 55)}, 255);
    }
}

void TestLookupTables::eachWindowOfAnImageWithAModalityTableIsKept()
{
    const auto frame = frameOf([](DcmItem &dataset) {
        putSquares(dataset);
        dataset.putAndInsertString(DCM_WindowCenter, "1000\\40\\-5000");
        dataset.putAndInsertString(DCM_WindowWidth, "2001\\81\\10");
        dataset.putAndInsertString(DCM_WindowCenterWidthExplanation, "WIDE\\NARROW\\BESIDE");
    });

    const auto &windows = frame->facts().windows;

    QCOMPARE(windows.size(), 3U);
    QVERIFY(windows[0] == (imaging::VoiWindow{.center = 1000, .width = 2001, .explanation = u"WIDE"_s}));
    QVERIFY(windows[1] == (imaging::VoiWindow{.center = 40, .width = 81, .explanation = u"NARROW"_s}));
    QVERIFY(windows[2] == (imaging::VoiWindow{.center = -5000, .width = 10, .explanation = u"BESIDE"_s}));
}

namespace {

void eitherVr()
{
    QTest::addColumn<int>("vr");
    QTest::newRow("US, two's complement") << int(EVR_US);
    QTest::newRow("SS") << int(EVR_SS);
}

} // namespace

void TestLookupTables::aStatesModalityTableMayBeginBelowZero_data()
{
    eitherVr();
}

/// The state itself does not say how the pixels of its images are represented.
void TestLookupTables::aStatesModalityTableMayBeginBelowZero()
{
    QFETCH(int, vr);
    const auto frame = frameOf([](DcmItem &) {}, -100);

    const auto shown = presented(
        *frame, [&](DcmItem &state) { putTable(state, DCM_ModalityLUTSequence, -10, stairs(), DcmEVR(vr)); });

    const auto &modality = shown.display.presented->modality;
    QCOMPARE(modality.apply(-11), 0.0);
    QCOMPARE(modality.apply(-9), 1000.0);
    QCOMPARE(modality.apply(9), 19'000.0);
}

void TestLookupTables::aStatesVoiTableMayBeginBelowZero_data()
{
    eitherVr();
}

void TestLookupTables::aStatesVoiTableMayBeginBelowZero()
{
    QFETCH(int, vr);
    const auto putState = [&](DcmItem &state) {
        DcmItem *voi = nullptr;
        state.findOrCreateSequenceItem(DCM_SoftcopyVOILUTSequence, voi);
        putTable(*voi, DCM_VOILUTSequence, -10, stairs(), DcmEVR(vr));
    };
    const auto signedFrame = frameOf([](DcmItem &) {}, -100);
    const auto plainFrame = frameOf([](DcmItem &) {});

    const auto shown = presented(*signedFrame, putState);
    const auto fallen = presented(*plainFrame, [&](DcmItem &state) {
        putState(state);
        state.putAndInsertString(DCM_RescaleSlope, "-1");
        state.putAndInsertString(DCM_RescaleIntercept, "0");
    });

    QCOMPARE(shown.display.table->table.at(-9), 1000.0);
    QCOMPARE(shown.display.table->table.at(9), 19'000.0);
    QCOMPARE(fallen.display.table->table.at(-9), 1000.0);
}

void TestLookupTables::aStatesTableMayBeginInTheUpperHalfOfUnsignedValues()
{
    const auto frame = frameOf([](DcmItem &) {});

    const auto shown =
        presented(*frame, [](DcmItem &state) { putTable(state, DCM_ModalityLUTSequence, 40'000, stairs()); });

    QCOMPARE(shown.display.presented->modality.apply(40'002), 2000.0);
}

void TestLookupTables::anImagesVoiTableMayBeginBelowZero_data()
{
    QTest::addColumn<int>("vr");
    QTest::addColumn<int>("firstPixel");
    QTest::addColumn<QByteArray>("slope");
    QTest::newRow("signed pixels") << int(EVR_US) << -100 << QByteArray("1");
    QTest::newRow("signed pixels, SS") << int(EVR_SS) << -100 << QByteArray("1");
    QTest::newRow("a slope that falls") << int(EVR_US) << 0 << QByteArray("-1");
}

void TestLookupTables::anImagesVoiTableMayBeginBelowZero()
{
    QFETCH(int, vr);
    QFETCH(int, firstPixel);
    QFETCH(QByteArray, slope);
    const auto frame = frameOf(
        [&](DcmItem &dataset) {
            dataset.putAndInsertString(DCM_RescaleSlope, slope.constData());
            dataset.putAndInsertString(DCM_RescaleIntercept, "0");
            putTable(dataset, DCM_VOILUTSequence, -10, stairs(), DcmEVR(vr));
        },
        firstPixel);

    QCOMPARE(frame->facts().voiTables.at(0).table.firstMapped, -10);
}

void TestLookupTables::saysThatColoursAreNotShown_data()
{
    QTest::addColumn<QByteArray>("ofImage");
    QTest::addColumn<QByteArray>("ofFrame");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("of the image") << "COLOR"_ba << ""_ba << true;
    QTest::newRow("of the frame") << "MIXED"_ba << "COLOR"_ba << true;
    QTest::newRow("a grey frame among coloured ones") << "MIXED"_ba << "MONOCHROME"_ba << false;
    QTest::newRow("true colour is for those who colour greys") << "TRUE_COLOR"_ba << ""_ba << false;
}

/// A perfusion map lies over the CT: its values are no Hounsfield units.
void TestLookupTables::saysThatColoursAreNotShown()
{
    QFETCH(QByteArray, ofImage);
    QFETCH(QByteArray, ofFrame);
    QFETCH(bool, isSaid);
    const auto frame = frameOf([&](DcmItem &dataset) {
        const std::array<Uint16, 3> descriptor{100, 1024, 16};
        dataset.putAndInsertUint16Array(DcmTag(DCM_RedPaletteColorLookupTableDescriptor, EVR_US),
                                        descriptor.data(), 3);
        dataset.putAndInsertString(DCM_PixelPresentation, ofImage.constData());
        DcmItem *shared = nullptr;
        DcmItem *type = nullptr;
        dataset.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, shared);
        shared->findOrCreateSequenceItem(DCM_CTImageFrameTypeSequence, type);
        type->putAndInsertString(DCM_PixelPresentation, ofFrame.constData());
    });

    const auto &defects = frame->facts().defects;
    QCOMPARE(defects.size(), isSaid ? 1U : 0U);
    QVERIFY(!isSaid || defects[0].code == u"imaging.colours-not-shown"_s);
    QCOMPARE(frame->facts().modality.unit, isSaid ? QString() : u"HU"_s);
}

void TestLookupTables::saysThatATableIsDamaged_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QString>("detail");
    const auto cut = [](const DcmTagKey &sequence, unsigned long entries) -> Change {
        return [sequence, entries](DcmItem &dataset) {
            putTable(dataset, sequence, 0, stairs());
            DcmItem *item = nullptr;
            dataset.findOrCreateSequenceItem(sequence, item, 0);
            const auto data = stairs();
            item->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), data.data(), entries);
        };
    };
    const auto unused = u"imaging.mapping-unused"_s;
    const auto doubtful = u"imaging.pixels-doubtful"_s;
    QTest::newRow("whole") << Change([](DcmItem &dataset) {
        putTable(dataset, DCM_ModalityLUTSequence, 0, stairs());
        putTable(dataset, DCM_VOILUTSequence, 0, stairs());
    }) << QStringList() << QString();
    QTest::newRow("modality, no data")
        << cut(DCM_ModalityLUTSequence, 0) << QStringList{unused} << u"(0028,3000) holds no table"_s;
    QTest::newRow("modality, short") << cut(DCM_ModalityLUTSequence, 3) << QStringList{doubtful}
                                     << u"(0028,3000) has 3 entries of 20"_s;
    QTest::newRow("VOI, no data") << cut(DCM_VOILUTSequence, 0) << QStringList{doubtful}
                                  << u"(0028,3010) holds no table"_s;
    QTest::newRow("VOI, short") << cut(DCM_VOILUTSequence, 3) << QStringList{doubtful}
                                << u"(0028,3010) has 3 entries of 20"_s;
    QTest::newRow("a slope of 0") << Change([](DcmItem &dataset) {
        dataset.putAndInsertString(DCM_RescaleSlope, "0");
        dataset.putAndInsertString(DCM_RescaleIntercept, "-1024");
    }) << QStringList{unused} << u"(0028,1053) is 0"_s;
}

void TestLookupTables::saysThatATableIsDamaged()
{
    QFETCH(Change, change);
    QFETCH(QStringList, codes);
    const auto frame = frameOf(change);

    QStringList found;
    for (const auto &defect : frame->facts().defects)
        found.append(defect.code);
    QCOMPARE(found, codes);
    if (!codes.isEmpty())
        QTEST(frame->facts().defects[0].detail, "detail");
    const bool isMeasured = !codes.contains(u"imaging.mapping-unused"_s);
    QCOMPARE(frame->facts().modality.unit, isMeasured ? u"HU"_s : QString());
}

/// Its values are as stored, and those of the frame before it are not.
void TestLookupTables::saysThatAFrameHasNoGroup()
{
    const auto putGroups = [](DcmItem &dataset, int frames) {
        dataset.putAndInsertString(DCM_NumberOfFrames, "2");
        const std::vector<Uint16> pixels(std::size_t{2} * kColumns * kRows, 5);
        dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
        for (int i = 0; i < frames; ++i) {
            DcmItem *own = nullptr;
            DcmItem *rescale = nullptr;
            dataset.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, own, i);
            own->findOrCreateSequenceItem(DCM_PixelValueTransformationSequence, rescale);
            rescale->putAndInsertString(DCM_RescaleSlope, "2");
            rescale->putAndInsertString(DCM_RescaleIntercept, "-1024");
        }
    };

    const auto first = frameOf([&](DcmItem &dataset) { putGroups(dataset, 1); });
    const auto second = frameOf([&](DcmItem &dataset) { putGroups(dataset, 1); }, 0, 1);
    const auto whole = frameOf([&](DcmItem &dataset) { putGroups(dataset, 2); }, 0, 1);

    QVERIFY(first->facts().defects.empty());
    QVERIFY(whole->facts().defects.empty());
    QCOMPARE(second->facts().defects.size(), 1U);
    QCOMPARE(second->facts().defects[0].detail, u"1/2"_s);
    QVERIFY(second->facts().modality.unit.isEmpty());
}

void TestLookupTables::saysThatAPaletteIsShort()
{
    const auto putPalette = [](DcmItem &dataset, unsigned long entries) {
        const std::array<Uint16, 3> descriptor{256, 0, 16};
        const std::vector<Uint16> data(entries, 0xFF00);
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "PALETTE COLOR");
        for (const auto &tag :
             {DCM_RedPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableDescriptor,
              DCM_BluePaletteColorLookupTableDescriptor})
            dataset.putAndInsertUint16Array(DcmTag(tag, EVR_US), descriptor.data(), 3);
        for (const auto &tag : {DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                                DCM_BluePaletteColorLookupTableData})
            dataset.putAndInsertUint16Array(DcmTag(tag, EVR_OW), data.data(), entries);
    };

    const auto whole = frameOf([&](DcmItem &dataset) { putPalette(dataset, 256); });
    const auto cut = frameOf([&](DcmItem &dataset) { putPalette(dataset, 10); });

    QVERIFY(whole->facts().defects.empty());
    QCOMPARE(cut->facts().defects.size(), 1U);
    QCOMPARE(cut->facts().defects[0].detail, u"(0028,1101) has 10 entries of 256"_s);
}

QTEST_GUILESS_MAIN(TestLookupTables)
#include "test_lookup_tables.moc"
