#include "imaging/pixel_kernels.h"
#include "imaging/screen_scale.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace simiao::imaging;

namespace {

struct Picture
{
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> pixels;

    GreyView view() const { return {pixels.data(), columns, rows, columns}; }
    int at(int column, int row) const
    {
        return pixels[std::size_t(std::clamp(row, 0, rows - 1) * columns
                                  + std::clamp(column, 0, columns - 1))];
    }
};

Picture noise(int columns, int rows)
{
    std::mt19937 random(unsigned(columns * 1000 + rows));
    Picture picture{columns, rows, std::vector<std::uint8_t>(std::size_t(columns * rows))};
    for (auto &pixel : picture.pixels)
        pixel = std::uint8_t(random());
    return picture;
}

struct Screen
{
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels = std::vector<std::uint32_t>(std::size_t(width * height), 0x12345678U);

    ScreenView view() { return {pixels.data(), width, height, width}; }
    std::uint32_t at(int x, int y) const { return pixels[std::size_t(y * width + x)]; }
};

/// The mean of four pixels in double precision; -1 beyond the edges.
double exactAt(const Picture &picture, double x, double y)
{
    if (x < 0 || x >= picture.columns || y < 0 || y >= picture.rows)
        return -1;
    const double left = std::clamp(x - 0.5, 0.0, picture.columns - 1.0);
    const double top = std::clamp(y - 0.5, 0.0, picture.rows - 1.0);
    const int column = int(left);
    const int row = int(top);
    const auto along = [&](int at) {
        return std::lerp(double(picture.at(column, at)), double(picture.at(column + 1, at)), left - column);
    };
    return std::lerp(along(row), along(row + 1), top - row);
}

} // namespace

class TestScreenScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPixelIsWithinOneGreyOfTheMean_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("originX");
        QTest::addColumn<double>("stepX");
        QTest::addColumn<double>("originY");
        QTest::addColumn<double>("stepY");
        QTest::newRow("as it is") << 40 << 30 << 0.0 << 1.0 << 0.0 << 1.0;
        QTest::newRow("twice as large") << 40 << 30 << 0.0 << 0.5 << 0.0 << 0.5;
        QTest::newRow("odd") << 53 << 31 << -3.3 << 0.37 << 2.7 << 0.41;
        QTest::newRow("smaller") << 300 << 200 << 0.0 << 1.9 << 0.0 << 1.7;
        QTest::newRow("mirrored") << 40 << 30 << 40.0 << -0.5 << 30.0 << -0.5;
        QTest::newRow("a single pixel") << 1 << 1 << -0.5 << 0.05 << 0.0 << 0.05;
        QTest::newRow("one column") << 1 << 20 << 0.0 << 0.02 << 0.0 << 0.3;
        QTest::newRow("far off") << 10 << 10 << 500.0 << 1.0 << 0.0 << 1.0;
        QTest::newRow("much larger") << 8 << 8 << 3.1 << 0.01 << 2.2 << 0.013;
    }
    void everyPixelIsWithinOneGreyOfTheMean()
    {
        QFETCH(const int, columns);
        QFETCH(const int, rows);
        QFETCH(const double, originX);
        QFETCH(const double, stepX);
        QFETCH(const double, originY);
        QFETCH(const double, stepY);
        const auto picture = noise(columns, rows);
        Screen screen{.width = 107, .height = 71};

        paintScaled(picture.view(), {originX, stepX}, {originY, stepY}, screen.view());

        for (int y = 0; y < screen.height; ++y) {
            for (int x = 0; x < screen.width; ++x) {
                const double wanted =
                    exactAt(picture, originX + (x + 0.5) * stepX, originY + (y + 0.5) * stepY);
                const auto pixel = screen.at(x, y);
                const auto grey = pixel & 0xffU;
                QCOMPARE(pixel, 0xff000000U | grey * 0x010101U);
                QVERIFY2(std::abs(double(grey) - std::max(wanted, 0.0)) <= 1,
                         qPrintable(QStringLiteral("%1, %2: %3 not %4").arg(x).arg(y).arg(grey).arg(wanted)));
            }
        }
    }

    void atItsOwnSizeNothingChanges()
    {
        const auto picture = noise(64, 48);
        Screen screen{.width = 64, .height = 48};

        paintScaled(picture.view(), {}, {}, screen.view());

        for (std::size_t i = 0; i < picture.pixels.size(); ++i)
            QCOMPARE(screen.pixels[i] & 0xffU, std::uint32_t(picture.pixels[i]));
    }

    void nothingIsBlack()
    {
        Screen screen{.width = 9, .height = 5};

        paintScaled({}, {}, {}, screen.view());

        QVERIFY(std::ranges::all_of(screen.pixels, [](std::uint32_t pixel) { return pixel == 0xff000000U; }));
    }

    void fastLoopsGiveTheSameBytes()
    {
        const auto *fast = &pixelKernels();
        if (fast == &scalarKernels())
            QSKIP("needs a machine with AVX2 or NEON");
        std::mt19937 random(7);
        constexpr std::size_t kSize = 133; // no multiple of what a loop takes at once
        std::vector<std::uint8_t> grey(200);
        std::vector<std::int32_t> first(kSize);
        std::vector<std::int16_t> firstWeight(kSize);
        std::vector<std::int16_t> secondWeight(kSize);
        std::ranges::generate(grey, [&] { return std::uint8_t(random()); });
        std::ranges::generate(first, [&] { return std::int32_t(random() % 190); });
        std::ranges::generate(secondWeight,
                              [&] { return std::int16_t(random() % ((1U << kWeightBits) + 1)); });
        std::ranges::transform(secondWeight, firstWeight.begin(),
                               [](std::int16_t weight) { return std::int16_t((1 << kWeightBits) - weight); });
        const ScaledRow row{first.data(), firstWeight.data(), secondWeight.data(), kSize};
        std::vector<std::int16_t> plain(kSize);
        std::vector<std::int16_t> quick(kSize);

        scalarKernels().scaleRow(grey.data(), row, plain.data());
        fast->scaleRow(grey.data(), row, quick.data());
        QCOMPARE(quick, plain);

        std::vector<std::int16_t> lower(plain.rbegin(), plain.rend());
        for (const int weight : {0, 1, 8191, 16384}) {
            std::vector<std::uint32_t> wanted(kSize);
            std::vector<std::uint32_t> got(kSize);
            scalarKernels().mixRows(plain.data(), lower.data(), weight, kSize, wanted.data());
            fast->mixRows(plain.data(), lower.data(), weight, kSize, got.data());
            QCOMPARE(got, wanted);
        }
    }
};

QTEST_GUILESS_MAIN(TestScreenScale)
#include "test_screen_scale.moc"
