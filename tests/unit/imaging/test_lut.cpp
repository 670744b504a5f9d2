#include "imaging/lut.h"
#include "unit/imaging/frame_builder.h"

#include <QtTest>

#include <limits>
#include <numeric>

using namespace simiao::imaging;
using simiao::test::aRowOf;
using Greys = std::vector<std::uint8_t>;

namespace {

/// Shows 8-bit values as they are.
const GreyDisplay kFull{.window = {.center = 128, .width = 256}};

constexpr std::int16_t kFirstShort = -32'767;

/// One row of all 16-bit values but the lowest, which no row has room for.
std::shared_ptr<const Frame> everyShort(const ModalityTransform &modality)
{
    std::vector<std::int16_t> values(FrameGeometry::kMaxEdge);
    std::iota(values.begin(), values.end(), kFirstShort);
    return aRowOf(values, [&](FrameFacts &facts) { facts.modality = modality; });
}

} // namespace

class TestLut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsStoredValuesThroughModalityAndWindow();
    void invertsMonochrome1ExactlyOnce();
    void invertsBackWhenThePersonAsks();
    void keepsPaddingBlackHoweverInverted();
    void tableGivesTheSameAsTheFormula();
    void wideAndFloatingSamplesTakeTheDirectPath();
    void aModalityTableClampsAtItsEnds();
    void defaultWindowIsTheFirstUsableOne();
    void defaultWindowLeavesPaddingOut();
    void automaticWindowIgnoresAFewHotPixels();
    void aVoiTableStandsInForAMissingWindow();
    void colourPassesThrough();
};

void TestLut::showsStoredValuesThroughModalityAndWindow()
{
    const auto frame = aRowOf<std::int16_t>({24, 223, 224, 1064, 1462, 1463, 3000}, [](FrameFacts &facts) {
        facts.modality = {.slope = 1, .intercept = -1024};
    });
    const GreyDisplay mediastinum{.window = {.center = 40, .width = 400}};

    const auto greys = render(*frame, mediastinum);

    QCOMPARE(greys, (Greys{0, 0, 0, 128, 255, 255, 255}));
}

void TestLut::invertsMonochrome1ExactlyOnce()
{
    const auto frame = aRowOf<std::uint8_t>({0, 100, 255}, [](FrameFacts &facts) {
        facts.photometric = Photometric::Monochrome1;
        facts.isPresentationInverse = true; // says the same thing again
    });

    QCOMPARE(render(*frame, kFull), (Greys{255, 155, 0}));
}

void TestLut::invertsBackWhenThePersonAsks()
{
    const auto frame = aRowOf<std::uint8_t>(
        {0, 100, 255}, [](FrameFacts &facts) { facts.photometric = Photometric::Monochrome1; });
    auto inverted = kFull;
    inverted.isInverted = true;

    QCOMPARE(render(*frame, inverted), (Greys{0, 100, 255}));
}

void TestLut::keepsPaddingBlackHoweverInverted()
{
    const auto frame = aRowOf<std::uint8_t>(
        {0, 10, 11, 255}, [](FrameFacts &facts) { facts.padding = ValueRange{.lowest = 0, .highest = 10}; });
    auto inverted = kFull;
    inverted.isInverted = true;

    QCOMPARE(render(*frame, kFull), (Greys{0, 0, 11, 255}));
    QCOMPARE(render(*frame, inverted), (Greys{0, 0, 244, 0}));
    QVERIFY(!frame->measuredAt(1, 0));
    QCOMPARE(frame->measuredAt(2, 0), 11.0);
}

void TestLut::tableGivesTheSameAsTheFormula()
{
    const auto frame = everyShort({.slope = 0.5, .intercept = -100.25});
    for (const auto function : {VoiFunction::Linear, VoiFunction::LinearExact, VoiFunction::Sigmoid}) {
        const GreyDisplay display{.window = {.center = -37.5, .width = 333.3, .function = function}};

        const auto greys = render(*frame, display);

        QCOMPARE(greyTable(*frame, display).size(), greys.size());
        for (int column = 0; column < FrameGeometry::kMaxEdge; ++column) {
            const double stored = column + kFirstShort;
            QCOMPARE(greys[static_cast<std::size_t>(column)], displayGrey(frame->facts(), display, stored));
        }
    }
}

void TestLut::wideAndFloatingSamplesTakeTheDirectPath()
{
    const auto wide = aRowOf<std::int32_t>({-1'000'000, 128, 1'000'000});
    const auto floating = aRowOf<float>({-1.5F, 127.5F, 255.0F, std::numeric_limits<float>::quiet_NaN()});

    QVERIFY(greyTable(*wide, kFull).empty());
    QCOMPARE(render(*wide, kFull), (Greys{0, 128, 255}));
    QVERIFY(greyTable(*floating, kFull).empty());
    QCOMPARE(render(*floating, kFull), (Greys{0, 128, 255, 0}));
}

void TestLut::aModalityTableClampsAtItsEnds()
{
    const auto frame = aRowOf<std::uint16_t>({0, 100, 101, 5000}, [](FrameFacts &facts) {
        facts.modality.table = LookupTable{.firstMapped = 100, .entries = {7, 70, 200}};
    });

    QCOMPARE(frame->measuredAt(0, 0), 7.0);
    QCOMPARE(render(*frame, kFull), (Greys{7, 7, 70, 200}));
}

void TestLut::defaultWindowIsTheFirstUsableOne()
{
    const auto frame = aRowOf<std::int16_t>({0, 100}, [](FrameFacts &facts) {
        facts.windows = {
            {.center = 1, .width = 0}, {.center = 40, .width = 400}, {.center = -600, .width = 1500}};
    });

    QCOMPARE(defaultWindow(*frame).center, 40.0);
}

void TestLut::defaultWindowLeavesPaddingOut()
{
    const auto frame = aRowOf<std::int16_t>({-2000, 0, 1000, -2000}, [](FrameFacts &facts) {
        facts.padding = ValueRange{.lowest = -2000, .highest = -2000};
        facts.modality = {.slope = -2, .intercept = 10}; // turns the order round
    });

    const auto window = defaultWindow(*frame);

    QCOMPARE(window.fraction(-1990), 0.0);
    QCOMPARE(window.fraction(10), 1.0);
    QCOMPARE(window.width, 2000.0);
}

void TestLut::automaticWindowIgnoresAFewHotPixels()
{
    std::vector<std::int16_t> values(1000);
    std::iota(values.begin(), values.end(), std::int16_t{0});
    values[999] = 30'000; // less than one in two hundred

    const auto window = aRowOf(values)->automaticWindow();

    QCOMPARE(window.fraction(10), 0.0);
    QCOMPARE(window.fraction(994), 1.0);
    QCOMPARE(aRowOf<std::int16_t>({7, 7, 7, 7})->automaticWindow().isUsable(), true);
}

void TestLut::aVoiTableStandsInForAMissingWindow()
{
    const VoiTable squares{.table = {.firstMapped = 1, .entries = {0, 1, 4}}, .white = 4};
    const auto withTable = [&](FrameFacts &facts) { facts.voiTables = {squares}; };
    const auto withBoth = [&](FrameFacts &facts) {
        facts.voiTables = {squares};
        facts.windows = {kFull.window};
    };

    const auto tabled = aRowOf<std::uint8_t>({0, 1, 2, 3, 200}, withTable);
    const auto windowed = aRowOf<std::uint8_t>({0, 1, 2, 3, 200}, withBoth);

    QCOMPARE(render(*tabled, defaultDisplay(*tabled)), (Greys{0, 0, 64, 255, 255}));
    QCOMPARE(render(*windowed, defaultDisplay(*windowed)), (Greys{0, 1, 2, 3, 200}));
}

void TestLut::colourPassesThrough()
{
    const auto geometry = FrameGeometry::create(1, 2, 3, SampleType::U8);
    const std::vector<std::byte> pixels{std::byte{1},   std::byte{2},   std::byte{3},
                                        std::byte{253}, std::byte{254}, std::byte{255}};
    const auto frame = Frame::create({.geometry = *geometry, .photometric = Photometric::Rgb}, pixels);

    QCOMPARE(render(**frame, kFull), (Greys{1, 2, 3, 253, 254, 255}));
}

QTEST_GUILESS_MAIN(TestLut)
#include "test_lut.moc"
