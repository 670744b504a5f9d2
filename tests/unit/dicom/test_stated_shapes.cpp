#include "imaging/samples.h"
#include "unit/dicom/small_image.h"

using namespace simiao;
using namespace Qt::StringLiterals;
using test::SmallImage;

namespace {

/// One row of pixels of three samples.
SmallImage &asColours(SmallImage &image, const char *photometric, int pixels)
{
    auto &dataset = image.dataset();
    dataset.putAndInsertString(DCM_PhotometricInterpretation, photometric);
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 3);
    dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    dataset.putAndInsertUint16(DCM_Columns, Uint16(pixels));
    return image;
}

template <typename T>
std::vector<T> samplesOf(const imaging::Frame &frame)
{
    const auto samples = imaging::samplesAs<T>(frame);
    return {samples.begin(), samples.end()};
}

} // namespace

/// What a file says of its pixels against the pixels that are there.
class TestStatedShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePixelsAreNotSubsampled();
    void subsampledPixelsStaySo();
    void coloursKeepToTheirStoredBits();
    void moreFramesThanCanBeCountedAreMissing();
};

void TestStatedShapes::wholePixelsAreNotSubsampled()
{
    const std::vector<std::uint8_t> whole{10, 128, 128, 20, 128, 128, 30, 128, 128, 40, 128, 128};
    SmallImage image(whole);

    const auto frame = asColours(image, "YBR_FULL_422", 4).frame();

    QCOMPARE(samplesOf<std::uint8_t>(*frame),
             (std::vector<std::uint8_t>{10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40}));
}

void TestStatedShapes::subsampledPixelsStaySo()
{
    const std::vector<std::uint8_t> shared{10, 20, 128, 128, 30, 40, 128, 128};
    SmallImage image(shared);

    const auto frame = asColours(image, "YBR_FULL_422", 4).frame();

    QCOMPARE(samplesOf<std::uint8_t>(*frame),
             (std::vector<std::uint8_t>{10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40}));
    QVERIFY(frame->facts().defects.empty());
}

void TestStatedShapes::coloursKeepToTheirStoredBits()
{
    // 12 bits, and dirt above them.
    SmallImage image(std::vector<std::uint16_t>{0xF001, 0x0FFF, 0xA123, 0x0000, 0x7FFF, 0x8000});
    auto &dataset = asColours(image, "RGB", 2).dataset();
    dataset.putAndInsertUint16(DCM_BitsStored, 12);
    dataset.putAndInsertUint16(DCM_HighBit, 11);

    QCOMPARE(samplesOf<std::uint16_t>(*image.frame()),
             (std::vector<std::uint16_t>{0x001, 0xFFF, 0x123, 0x000, 0xFFF, 0x000}));
}

void TestStatedShapes::moreFramesThanCanBeCountedAreMissing()
{
    SmallImage image(std::vector<std::uint8_t>{1, 2, 3, 4});
    image.dataset().putAndInsertString(DCM_NumberOfFrames, "2147483647");

    const auto defects = image.frame()->facts().defects;

    QCOMPARE(defects.size(), std::size_t{1});
    QCOMPARE(defects.front().code, u"imaging.frames-missing"_s);
    QCOMPARE(defects.front().detail, u"1/2147483647"_s);
}

QTEST_GUILESS_MAIN(TestStatedShapes)
#include "test_stated_shapes.moc"
