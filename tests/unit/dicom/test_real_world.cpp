#include "imaging/lut.h"
#include "imaging/measure/roi_statistics.h"
#include "imaging/unmapped.h"
#include "imaging/volume/volume_builder.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/objects/table_words.h"
#include "integration/dicom/volume_reader.h"
#include "integration/dicom/worker/frame_message.h"
#include "integration/dicom/worker/message_envelope.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <functional>
#include <vector>

using namespace simiao;
using namespace Qt::StringLiterals;
using FramePointer = std::shared_ptr<const imaging::Frame>;

namespace {

constexpr int kColumns = 4;
constexpr int kRows = 2;

/// A parametric map whose pixels are 0 1 2 3 / 4 5 6 7 (or `firstPixel` on), with a table for some of them.
struct Map
{
    std::vector<double> entries = {0.25, 0.5, 1.5, 4}; ///< of 2 to 5
    std::optional<int> first = 2;
    std::optional<int> last = 5;
    int firstPixel = 0;
    const char *window = ""; ///< centre and width of stored values
};

DcmItem &itemOf(DcmItem &item, const DcmTagKey &sequence)
{
    DcmItem *found = nullptr;
    item.findOrCreateSequenceItem(sequence, found, 0);
    return *found;
}

void putMapping(DcmItem &shared, const Map &map)
{
    auto &mapping = itemOf(shared, DCM_RealWorldValueMappingSequence);
    mapping.putAndInsertFloat64Array(DCM_RealWorldValueLUTData, map.entries.data(), map.entries.size());
    const bool isSigned = map.firstPixel < 0;
    const auto put = [&](const DcmTagKey &tag, const std::optional<int> &value) {
        if (value && isSigned)
            mapping.putAndInsertSint16(DcmTag(tag, EVR_SS), Sint16(*value));
        else if (value)
            mapping.putAndInsertUint16(DcmTag(tag, EVR_US), Uint16(*value));
    };
    put(DCM_RealWorldValueFirstValueMapped, map.first);
    put(DCM_RealWorldValueLastValueMapped, map.last);
    auto &unit = itemOf(mapping, DCM_MeasurementUnitsCodeSequence);
    unit.putAndInsertString(DCM_CodeValue, "mm2/s");
}

using Change = std::function<void(DcmItem &mapping)>;

QString written(const Map &map, const QTemporaryDir &folder, const Change &change = {})
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_ParametricMapStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.11");
    dataset.putAndInsertString(DCM_Modality, "MR");
    dataset.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    dataset.putAndInsertUint16(DCM_Columns, kColumns);
    dataset.putAndInsertUint16(DCM_Rows, kRows);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
    dataset.putAndInsertUint16(DCM_BitsStored, 16);
    dataset.putAndInsertUint16(DCM_HighBit, 15);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, map.firstPixel < 0 ? 1 : 0);
    auto &shared = itemOf(dataset, DCM_SharedFunctionalGroupsSequence);
    putMapping(shared, map);
    if (change)
        change(itemOf(shared, DCM_RealWorldValueMappingSequence));
    if (const auto window = QByteArray(map.window).split(' '); window.size() == 2) {
        auto &voi = itemOf(shared, DCM_FrameVOILUTSequence);
        voi.putAndInsertString(DCM_WindowCenter, window[0].constData());
        voi.putAndInsertString(DCM_WindowWidth, window[1].constData());
        voi.putAndInsertString(DCM_VOILUTFunction, "LINEAR_EXACT");
    }
    std::vector<Uint16> pixels;
    for (int i = 0; i < kColumns * kRows; ++i)
        pixels.push_back(Uint16(map.firstPixel + i));
    dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    const auto path = folder.filePath(u"map.dcm"_s);
    if (file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
        qFatal("the map is not written");
    return path;
}

FramePointer frameOf(const Map &map, const Change &change = {})
{
    const QTemporaryDir folder;
    const auto decoded = dicom::decodeFrame(written(map, folder, change), 0);
    if (!decoded)
        qFatal("%s", qPrintable(logLine(decoded.error())));
    return *decoded;
}

/// Of all pixels; -1 for none.
std::vector<double> measured(const imaging::Frame &frame)
{
    std::vector<double> values;
    for (int i = 0; i < kColumns * kRows; ++i)
        values.push_back(frame.measuredAt(i % kColumns, i / kColumns).value_or(-1));
    return values;
}

} // namespace

/// Values of a map that are given by a table are read, and said to be none where it has no entry.
class TestRealWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableSaysWhatValuesMean();
    void valuesMayBeNegative();
    void theRangeMayBeGivenAsFloats();
    void statisticsLeaveOutWhatIsNotMapped();
    void whatIsNotMappedIsBlack();
    void aWindowKeepsItsEnds();
    void aTableThatCannotBeUsedIsSaid_data();
    void aTableThatCannotBeUsedIsSaid();
    void aLineThatFallsIsSaid();
    void aTableGoesBetweenProcesses();
    void aVolumeHasNothingWhereNothingIsMapped();
    void aPresentationStateHoldsRealValuesAsWords();
};

void TestRealWorld::aTableSaysWhatValuesMean()
{
    const auto frame = frameOf({});

    QCOMPARE(measured(*frame), (std::vector<double>{-1, -1, 0.25, 0.5, 1.5, 4, -1, -1}));
    QCOMPARE(frame->facts().modality.unit, u"mm2/s"_s);
    QVERIFY(frame->facts().defects.empty());
    QVERIFY(!imaging::probe(*frame, {1, 0}).value);
    QCOMPARE(imaging::probe(*frame, {3, 0}).value.value(), 0.5);
}

void TestRealWorld::valuesMayBeNegative()
{
    const auto frame = frameOf({.first = -2, .last = 1, .firstPixel = -4});

    QCOMPARE(measured(*frame), (std::vector<double>{-1, -1, 0.25, 0.5, 1.5, 4, -1, -1}));
}

void TestRealWorld::theRangeMayBeGivenAsFloats()
{
    const auto frame = frameOf({.first = {}, .last = {}}, [](DcmItem &mapping) {
        mapping.putAndInsertFloat64(DCM_DoubleFloatRealWorldValueFirstValueMapped, 2);
        mapping.putAndInsertFloat64(DCM_DoubleFloatRealWorldValueLastValueMapped, 5);
    });

    QCOMPARE(measured(*frame)[3], 0.5);
}

void TestRealWorld::statisticsLeaveOutWhatIsNotMapped()
{
    const auto frame = frameOf({});
    imaging::Measurement all;
    all.kind = imaging::MeasurementKind::Rectangle;
    all.points = {{-1, -1}, {5, 3}};

    const auto statistics = imaging::roiStatistics(*frame, all);

    QCOMPARE(statistics.pixels, 4);
    QCOMPARE(statistics.padding, 4);
    QCOMPARE(statistics.lowest, 0.25);
    QCOMPARE(statistics.highest, 4.0);
    QCOMPARE(statistics.mean, 6.25 / 4);
}

void TestRealWorld::whatIsNotMappedIsBlack()
{
    const auto frame = frameOf({});

    auto display = imaging::defaultDisplay(*frame);
    QVERIFY(display.window.center > 0 && display.window.center < 4);
    display.isInverted = true;
    const auto greys = imaging::render(*frame, display);

    QCOMPARE(int(greys[0]), 0);
    QCOMPARE(int(greys[2]), 255); // the least that is mapped, inverted
    QCOMPARE(int(greys[7]), 0);
}

/// Stored 2 to 5 are 0.25 to 4; beyond the table there is nothing to go to.
void TestRealWorld::aWindowKeepsItsEnds()
{
    const auto whole = frameOf({.window = "3.5 3"})->facts().windows;
    const auto upper = frameOf({.window = "4.5 1"})->facts().windows;
    const auto wide = frameOf({.window = "100 900"})->facts().windows;
    const auto beside = frameOf({.window = "100 20"})->facts().windows;

    QCOMPARE(whole.size(), 1U);
    QCOMPARE(whole[0].center, 2.125);
    QCOMPARE(whole[0].width, 3.75);
    QCOMPARE(upper[0].center, 2.75);
    QCOMPARE(upper[0].width, 2.5);
    QCOMPARE(wide[0].width, 3.75);
    QVERIFY(beside.empty());
}

void TestRealWorld::aTableThatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<Map>("map");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no first value") << Map{.first = {}} << u"(0040,9216) or (0040,9211) is absent"_s;
    QTest::newRow("no last value") << Map{.last = {}} << u"(0040,9216) or (0040,9211) is absent"_s;
    QTest::newRow("too few entries") << Map{.last = 6} << u"(0040,9212) has 4 values for 2 to 6"_s;
    QTest::newRow("turned round") << Map{.first = 5, .last = 2} << u"(0040,9212) has 4 values for 5 to 2"_s;
    QTest::newRow("it falls") << Map{.entries = {4, 1.5, 0.5, 0.25}} << u"(0040,9212) does not rise"_s;
    QTest::newRow("no number") << Map{.entries = {0.25, std::nan(""), 1.5, 4}}
                               << u"(0040,9212) holds what is no number"_s;
}

void TestRealWorld::aTableThatCannotBeUsedIsSaid()
{
    QFETCH(Map, map);
    QFETCH(QString, reason);

    const auto frame = frameOf(map);

    QCOMPARE(frame->facts().defects.size(), 1U);
    QCOMPARE(frame->facts().defects[0].code, u"imaging.mapping-unused"_s);
    QCOMPARE(frame->facts().defects[0].detail, reason);
    QVERIFY(frame->facts().modality.unit.isEmpty());
    QCOMPARE(frame->measuredAt(3, 0).value(), 3.0);
}

void TestRealWorld::aLineThatFallsIsSaid()
{
    const auto frame = frameOf({}, [](DcmItem &mapping) {
        delete mapping.remove(DCM_RealWorldValueLUTData);
        mapping.putAndInsertFloat64(DCM_RealWorldValueSlope, -2);
        mapping.putAndInsertFloat64(DCM_RealWorldValueIntercept, 9);
    });

    QCOMPARE(frame->facts().defects.size(), 1U);
    QCOMPARE(frame->facts().defects[0].detail, u"(0040,9225) is negative"_s);
}

void TestRealWorld::aTableGoesBetweenProcesses()
{
    const auto facts = frameOf({})->facts();

    const auto message = dicom::frameMessage(facts);
    const auto back =
        dicom::readFrameMessage(dicom::bytesOf(message), std::uint64_t(facts.geometry.byteSize()));

    QVERIFY2(back, back ? "" : qPrintable(logLine(back.error())));
    QVERIFY(back->modality == facts.modality);
}

void TestRealWorld::aVolumeHasNothingWhereNothingIsMapped()
{
    const auto frame = frameOf({});
    imaging::FrameFacts facts = frame->facts();
    facts.orientation = imaging::ImageOrientation{{1, 0, 0}, {0, 1, 0}};
    facts.position = imaging::Vector3{};
    facts.spacing = {.rowMm = 1, .columnMm = 1, .basis = imaging::SpacingBasis::PixelSpacing};
    std::vector places(2, imaging::placeOf(facts));
    places[1].position = imaging::Vector3{0, 0, 1};
    auto builder =
        imaging::VolumeBuilder::create(imaging::planStack(places).value(), facts,
                                       std::vector(2, imaging::scaleOfSlice(facts)), qint64{1} << 30)
            .value();
    for (int slice = 0; slice < 2; ++slice)
        QVERIFY(builder.add(slice, *frame));
    const auto volume = std::move(builder).finish({}, {});

    QVERIFY(!volume->measuredAt(1, 0, 0));
    QCOMPARE(volume->measuredAt(3, 0, 1).value(), 0.5);
    QCOMPARE(volume->facts().modality.unit, u"mm2/s"_s);
}

/// A Modality LUT has words of 16 bits: what it says of the picture is the same.
void TestRealWorld::aPresentationStateHoldsRealValuesAsWords()
{
    const auto table = *frameOf({})->facts().modality.table;
    const imaging::LookupTable whole{.firstMapped = 0, .entries = {0, 7, 65'535}};

    const auto words = dicom::tableWords(table);

    QVERIFY(!dicom::tableWords(whole).isSpread());
    QVERIFY(dicom::tableWords(whole).table == whole);
    QCOMPARE(words.table.entries.front(), 0.0);
    QCOMPARE(words.table.entries[1], 1.0);
    QCOMPARE(words.table.entries[4], 65'535.0);
    const imaging::VoiWindow window{.center = 2, .width = 3, .function = imaging::VoiFunction::LinearExact};
    for (std::size_t i = 1; i < 5; ++i) {
        const double here = window.fraction(table.entries[i]);
        const double there = words.window(window).fraction(words.table.entries[i]);
        QVERIFY(std::abs(here - there) < 1e-4);
    }
}

QTEST_GUILESS_MAIN(TestRealWorld)
#include "test_real_world.moc"
