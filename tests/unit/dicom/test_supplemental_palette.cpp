#include "imaging/lut.h"
#include "imaging/samples.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/volume_reader.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <functional>
#include <span>

using namespace simiao;
using namespace Qt::StringLiterals;
using FramePointer = std::shared_ptr<const imaging::Frame>;

namespace {

using Rgb = std::array<int, 3>;
using Change = std::function<void(DcmItem &dataset)>;

std::span<const Uint16> words(DcmItem &dataset, const DcmTagKey &tag)
{
    const Uint16 *first = nullptr;
    unsigned long count = 0;
    dataset.findAndGetUint16Array(tag, first, &count);
    return {first, count};
}

Rgb colourAt(const imaging::Frame &frame, std::size_t pixel)
{
    const auto samples = imaging::samplesAs<std::uint8_t>(frame);
    return {samples[pixel * 3], samples[pixel * 3 + 1], samples[pixel * 3 + 2]};
}

DcmItem &frameType(DcmItem &dataset)
{
    DcmItem *shared = nullptr;
    DcmItem *type = nullptr;
    dataset.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, shared, 0);
    shared->findOrCreateSequenceItem(DCM_CTImageFrameTypeSequence, type, 0);
    return *type;
}

void present(DcmItem &dataset, const char *presentation)
{
    dataset.putAndInsertString(DCM_PixelPresentation, presentation);
    frameType(dataset).putAndInsertString(DCM_PixelPresentation, presentation);
}

} // namespace

/// A perfusion map of the shared files: 512 x 512, greys below 1024, from there on 100 colours.
class TestSupplementalPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void paintsMappedValuesAndLeavesGreys();
    void measuresNothing();
    void asksTheFrameBeforeTheImage();
    void isSilentWhereGreysAreGreys();
    void tellsColoursThatAreMissing();
    void anAutomaticWindowIsThatOfTheGreys();
    void colourIsNoVolume();

private:
    FramePointer shown(const Change &change = {});

    QTemporaryDir m_folder;
    DcmFileFormat m_file;
};

void TestSupplementalPalette::init()
{
    REQUIRE_SHARED_DICOM(folder);
    QVERIFY(m_file.loadFile(qPrintable(folder + u"/pydicom-data/eCT_Supplemental.dcm"_s)).good());
    m_file.loadAllDataIntoMemory();
}

FramePointer TestSupplementalPalette::shown(const Change &change)
{
    if (change)
        change(*m_file.getDataset());
    const auto path = m_folder.filePath(u"map.dcm"_s);
    if (m_file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
        qFatal("the map is not written");
    const auto frame = dicom::decodeFrame(path, 0);
    if (!frame)
        qFatal("%s", qPrintable(logLine(frame.error())));
    return *frame;
}

void TestSupplementalPalette::paintsMappedValuesAndLeavesGreys()
{
    auto &dataset = *m_file.getDataset();
    const auto stored = words(dataset, DCM_PixelData);
    const std::array tables{words(dataset, DCM_RedPaletteColorLookupTableData),
                            words(dataset, DCM_GreenPaletteColorLookupTableData),
                            words(dataset, DCM_BluePaletteColorLookupTableData)};
    const auto frame = shown();
    QVERIFY(!frame->isGrey());
    QVERIFY(frame->facts().defects.empty());

    // Window 49/102 after an intercept of -1024: what is below 1024 is below its black, -2.
    int colours = 0;
    for (std::size_t i = 0; i < std::size_t(512) * 512; ++i) {
        const int value = stored[i];
        const auto entry = std::size_t(std::clamp(value - 1024, 0, 99));
        const Rgb expected = value < 1024
            ? Rgb{0, 0, 0}
            : Rgb{tables[0][entry] >> 8, tables[1][entry] >> 8, tables[2][entry] >> 8};
        colours += value >= 1024 ? 1 : 0;
        const bool isAtBlack = value < 1024 && value > 1021;
        QVERIFY2(isAtBlack || colourAt(*frame, i) == expected, qPrintable(QString::number(value)));
    }
    QVERIFY(colours > 1000);
}

void TestSupplementalPalette::measuresNothing()
{
    const auto facts =
        shown([](DcmItem &dataset) { dataset.putAndInsertUint16(DCM_PixelPaddingValue, 0); })->facts();

    QCOMPARE(facts.modality, imaging::ModalityTransform());
    QVERIFY(facts.windows.empty());
    QVERIFY(!facts.padding);
}

void TestSupplementalPalette::asksTheFrameBeforeTheImage()
{
    QVERIFY(shown([](DcmItem &dataset) {
                dataset.putAndInsertString(DCM_PixelPresentation, "MIXED");
                frameType(dataset).putAndInsertString(DCM_PixelPresentation, "MONOCHROME");
            })->isGrey());
    QVERIFY(!shown([](DcmItem &dataset) { present(dataset, "MIXED"); })->isGrey());
}

void TestSupplementalPalette::isSilentWhereGreysAreGreys()
{
    const auto frame = shown([](DcmItem &dataset) { present(dataset, "MONOCHROME"); });

    QVERIFY(frame->isGrey());
    QCOMPARE(frame->storedRange().highest, 1196.0);
    QVERIFY(frame->facts().defects.empty());
}

void TestSupplementalPalette::tellsColoursThatAreMissing()
{
    const auto frame = shown([](DcmItem &dataset) {
        dataset.findAndDeleteElement(DCM_BluePaletteColorLookupTableData);
        dataset.findAndDeleteElement(DCM_RescaleType, OFTrue, OFTrue);
    });

    QVERIFY(frame->isGrey());
    QCOMPARE(frame->facts().defects.size(), std::size_t{1});
    QCOMPARE(frame->facts().defects.front().code, u"imaging.colours-not-shown"_s);
    QCOMPARE(frame->facts().modality.unit, QString());
}

void TestSupplementalPalette::anAutomaticWindowIsThatOfTheGreys()
{
    const auto frame = shown([](DcmItem &dataset) {
        dataset.findAndDeleteElement(DCM_FrameVOILUTSequence, OFTrue, OFTrue);
        auto pixels = words(dataset, DCM_PixelData);
        std::vector<Uint16> ramp(pixels.begin(), pixels.end());
        for (std::size_t i = 0; i < ramp.size(); ++i)
            ramp[i] = i % 2 == 0 ? Uint16(i / 2 % 101) : Uint16{1120};
        dataset.putAndInsertUint16Array(DCM_PixelData, ramp.data(), ramp.size());
    });

    QCOMPARE(colourAt(*frame, 0), (Rgb{0, 0, 0}));
    QCOMPARE(colourAt(*frame, 200), (Rgb{255, 255, 255}));
}

void TestSupplementalPalette::colourIsNoVolume()
{
    shown();
    const auto path = m_folder.filePath(u"map.dcm"_s);
    workflow::VolumeOrder order;
    order.series.instances = {{.sopInstanceUid = u"1"_s, .frames = 2, .location = path}};

    const auto volume = dicom::readVolume(order, {});

    QVERIFY(!volume);
    QCOMPARE(volume.error().code, u"imaging.volume-colour"_s);
}

QTEST_GUILESS_MAIN(TestSupplementalPalette)
#include "test_supplemental_palette.moc"
