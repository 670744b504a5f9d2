#include "imaging/lut.h"
#include "unit/dicom/small_image.h"

using namespace simiao;
using namespace Qt::StringLiterals;
using test::SmallImage;

namespace {

/// Nothing in the first pixel, then what was measured.
template <typename T>
std::vector<T> pixels(T padding)
{
    std::vector<T> all{padding};
    for (int value = 0; value < 31; ++value)
        all.push_back(T(value));
    return all;
}

/// The window is that of 0 to 30: black and white are both there, and padding is black.
void verifyPadded(const imaging::Frame &frame)
{
    QCOMPARE(frame.measuredRange(), (imaging::ValueRange{0, 30}));
    QVERIFY(!frame.measuredAt(0, 0));
    QCOMPARE(frame.measuredAt(1, 0), 0.0);
    const auto greys = imaging::render(frame, imaging::defaultDisplay(frame));
    QCOMPARE(int(greys.front()), 0);
    QVERIFY(greys[1] < 20);
    QCOMPARE(int(greys.back()), 255);
}

} // namespace

/// What is no measurement is excluded, whatever the samples are.
class TestPixelPadding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void excludesWholeNumbersOf32Bits();
    void takesTheSignOfThePixels();
    void excludesFloats();
    void excludesDoubles();
    void excludesARange();
    void floatsHaveTheirOwnAttributes();
};

void TestPixelPadding::excludesWholeNumbersOf32Bits()
{
    SmallImage image(pixels<std::uint32_t>(4'000'000'000));
    image.dataset().putAndInsertUint32(DcmTag(DCM_PixelPaddingValue, EVR_UL), 4'000'000'000);

    verifyPadded(*image.frame());
}

void TestPixelPadding::takesTheSignOfThePixels()
{
    SmallImage image(pixels<std::int32_t>(-2'000'000'000));
    image.dataset().putAndInsertUint32(DcmTag(DCM_PixelPaddingValue, EVR_UL), Uint32(-2'000'000'000));

    verifyPadded(*image.frame());
}

void TestPixelPadding::excludesFloats()
{
    // Not a number that eight digits give back.
    constexpr float kPadding = -1.23456789e10F;
    SmallImage image(pixels(kPadding));
    image.dataset().putAndInsertFloat32(DCM_FloatPixelPaddingValue, kPadding);

    verifyPadded(*image.frame());
}

void TestPixelPadding::excludesDoubles()
{
    SmallImage image(pixels(-1e300));
    image.dataset().putAndInsertFloat64(DCM_DoubleFloatPixelPaddingValue, -1e300);

    verifyPadded(*image.frame());
}

void TestPixelPadding::excludesARange()
{
    SmallImage image(pixels(-2.5F));
    image.dataset().putAndInsertFloat32(DCM_FloatPixelPaddingValue, -1);
    image.dataset().putAndInsertFloat32(DCM_FloatPixelPaddingRangeLimit, -3);

    verifyPadded(*image.frame());
}

/// PS3.3 C.7.6.24: Pixel Padding Value is about Pixel Data.
void TestPixelPadding::floatsHaveTheirOwnAttributes()
{
    SmallImage image(pixels(7.0F));
    image.dataset().putAndInsertUint16(DcmTag(DCM_PixelPaddingValue, EVR_US), 7);

    QCOMPARE(image.frame()->measuredAt(0, 0), 7.0);
}

QTEST_GUILESS_MAIN(TestPixelPadding)
#include "test_pixel_padding.moc"
