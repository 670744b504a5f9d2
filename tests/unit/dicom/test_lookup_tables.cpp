#include "imaging/lut.h"
#include "integration/dicom/frame_decoder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

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

using Change = std::function<void(DcmItem &dataset)>;

/// Decodes a file of 16 x 16 words that count up from `firstPixel`.
FramePointer frameOf(const Change &change, int firstPixel = 0)
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    dataset.putAndInsertString(DCM_SOPInstanceUID, "2.25.12");
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
    const auto decoded = dicom::decodeFrame(path, 0);
    if (!decoded)
        qFatal("%s", qPrintable(logLine(decoded.error())));
    return *decoded;
}

/// An item of `sequence` with a table of 16 bits.
void putTable(DcmItem &dataset, const DcmTagKey &sequence, Uint16 first, const std::vector<Uint16> &entries)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, 0);
    const std::vector<Uint16> descriptor{Uint16(entries.size()), first, 16};
    item->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor.data(), descriptor.size());
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

} // namespace

/// Files with tables in the places where most have a slope or a window.
class TestLookupTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowCountsInWhatTheModalityTableGives_data();
    void aWindowCountsInWhatTheModalityTableGives();
    void eachWindowOfAnImageWithAModalityTableIsKept();
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

QTEST_GUILESS_MAIN(TestLookupTables)
#include "test_lookup_tables.moc"
