#include "imaging/colour.h"

#include <QtTest>

using namespace simiao::imaging;
using Samples = std::vector<std::uint8_t>;

class TestColour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsFullRangeYbr();
    void convertsPartialRangeYbr();
    void repeatsChromaForBothPixels();
    void paintsThroughAPalette();
};

void TestColour::convertsFullRangeYbr()
{
    Samples pixels{76, 85, 255, 150, 44, 21, 29, 255, 107, 128, 128, 128}; // red, green, blue, grey

    ybrFullToRgb(pixels);

    QCOMPARE(pixels, (Samples{254, 0, 0, 0, 255, 1, 0, 0, 254, 128, 128, 128}));
}

void TestColour::convertsPartialRangeYbr()
{
    Samples pixels{16, 128, 128, 235, 128, 128, 126, 128, 128};

    ybrPartialToRgb(pixels);

    QCOMPARE(pixels, (Samples{0, 0, 0, 255, 255, 255, 128, 128, 128}));
}

void TestColour::repeatsChromaForBothPixels()
{
    QCOMPARE(upsampled422(Samples{1, 2, 3, 4, 5, 6, 7, 8, 9}), (Samples{1, 3, 4, 2, 3, 4, 5, 7, 8, 6, 7, 8}));
}

void TestColour::paintsThroughAPalette()
{
    const LookupTable red{.firstMapped = -1, .entries = {10, 20, 30}};
    const LookupTable other{.firstMapped = 0, .entries = {1, 2}};
    const Palette palette{.channels = {red, other, other}};
    const std::vector<std::int8_t> stored{-5, -1, 0, 1, 100};

    const auto pixels = painted(std::span(stored), palette);

    QCOMPARE(pixels, (Samples{10, 1, 1, 10, 1, 1, 20, 1, 1, 30, 2, 2, 30, 2, 2}));
}

QTEST_GUILESS_MAIN(TestColour)
#include "test_colour.moc"
