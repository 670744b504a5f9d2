#include "imaging/preview.h"
#include "integration/dicom/codecs/jpeg2000.h"
#include "integration/dicom/codecs/jpeg2000_header.h"
#include "integration/dicom/codecs/openjpeg_image.h"
#include "integration/dicom/codecs/openjph_image.h"
#include "unit/dicom/pixel_formats.h"

#include <QtTest>

#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_params.h>

#include <cmath>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::CodedFrame;
using test::aFormat;
using Bytes = std::vector<std::byte>;
using Samples = std::vector<std::int32_t>;

namespace {

struct Picture
{
    int columns = 0;
    int rows = 0;
    int components = 1;
    int bits = 12;
    bool isSigned = false;

    /// Slopes, an edge and a little noise, to both ends of what the bits hold; the same each time.
    Samples samples() const
    {
        const double middle = isSigned ? 0 : std::ldexp(0.5, bits);
        const double reach = std::ldexp(0.5, bits) - 1;
        Samples all;
        quint32 noise = 1;
        for (int row = 0; row < rows; ++row) {
            for (int i = 0; i < columns * components; ++i) {
                noise = noise * 1'664'525U + 1'013'904'223U;
                const double slope = std::sin(i / 37.0) * std::cos(row / 29.0) + (row > rows / 2 ? 0.3 : 0);
                const double value = slope * 0.9 + double(noise >> 24) / 4096;
                all.push_back(std::int32_t(std::lround(middle + reach * std::clamp(value, -1.0, 1.0))));
            }
        }
        return all;
    }
};

/// By the library's own encoder.
Bytes codedOf(const Picture &picture, const Samples &samples, bool isLossless)
{
    ojph::mem_outfile file;
    file.open();
    ojph::codestream encoder;
    auto size = encoder.access_siz();
    size.set_image_extent(ojph::point(ojph::ui32(picture.columns), ojph::ui32(picture.rows)));
    size.set_num_components(ojph::ui32(picture.components));
    for (ojph::ui32 i = 0; i < ojph::ui32(picture.components); ++i)
        size.set_component(i, ojph::point(1, 1), ojph::ui32(picture.bits), picture.isSigned);
    auto coding = encoder.access_cod();
    coding.set_num_decomposition(5);
    coding.set_color_transform(picture.components == 3);
    coding.set_reversible(isLossless);
    if (!isLossless)
        encoder.access_qcd().set_irrev_quant(0.001F);
    encoder.set_planar(false);
    encoder.write_headers(&file);
    ojph::ui32 component = 0;
    auto *line = encoder.exchange(nullptr, component);
    for (int row = 0; row < picture.rows; ++row) {
        for (int i = 0; i < picture.components; ++i) {
            for (int column = 0; column < picture.columns; ++column)
                line->i32[column] =
                    samples[std::size_t((row * picture.columns + column) * picture.components) + component];
            line = encoder.exchange(line, component);
        }
    }
    encoder.flush();
    const auto *first = reinterpret_cast<const std::byte *>(file.get_data());
    Bytes bytes(first, first + file.tell());
    encoder.close();
    return bytes;
}

dicom::PixelFormat formatOf(const Picture &picture)
{
    return aFormat(picture.columns, picture.rows, picture.components, picture.bits > 8 ? 16 : 8,
                   picture.isSigned);
}

Samples samplesIn(const Bytes &pixels, const Picture &picture)
{
    Samples samples;
    const std::size_t step = picture.bits > 8 ? 2 : 1;
    for (std::size_t i = 0; i < pixels.size(); i += step) {
        quint16 word = std::to_integer<quint16>(pixels[i]);
        if (step == 2)
            word = quint16(word | (std::to_integer<quint16>(pixels[i + 1]) << 8));
        samples.push_back(picture.isSigned ? std::int32_t(step == 2 ? qint16(word) : qint8(word)) : word);
    }
    return samples;
}

std::int32_t widestDifference(const Samples &one, const Samples &other)
{
    std::int32_t widest = one.size() == other.size() ? 0 : std::numeric_limits<std::int32_t>::max();
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        widest = std::max(widest, std::abs(one[i] - other[i]));
    return widest;
}

} // namespace

Q_DECLARE_METATYPE(Picture)

/// High-Throughput JPEG 2000: streams of the library's own encoder. Those of others are in test_manifest.
class TestHighThroughput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void losslessIsExact_data() { pictures(); }
    static void losslessIsExact();
    static void bothDecodersAgree_data() { pictures(); }
    static void bothDecodersAgree();
    static void lossyStaysWithinItsBits();
    static void aPreviewShowsThePicture();
    static void whatIsCutIsSaid_data();
    static void whatIsCutIsSaid();
    static void aDamagedStreamIsLeftToTheOther();

private:
    static void pictures();
};

void TestHighThroughput::pictures()
{
    QTest::addColumn<Picture>("picture");
    QTest::newRow("8 bits") << Picture{.columns = 96, .rows = 64, .bits = 8};
    QTest::newRow("12 bits") << Picture{.columns = 300, .rows = 257};
    QTest::newRow("12 bits, signed") << Picture{.columns = 300, .rows = 257, .isSigned = true};
    QTest::newRow("16 bits") << Picture{.columns = 65, .rows = 33, .bits = 16};
    QTest::newRow("16 bits, signed") << Picture{.columns = 65, .rows = 33, .bits = 16, .isSigned = true};
    QTest::newRow("colour") << Picture{.columns = 120, .rows = 80, .components = 3, .bits = 8};
    QTest::newRow("one pixel") << Picture{.columns = 1, .rows = 1};
}

void TestHighThroughput::losslessIsExact()
{
    QFETCH(const Picture, picture);
    const auto samples = picture.samples();

    const auto raw = dicom::decodeJpeg2000({codedOf(picture, samples, true), formatOf(picture)});

    QVERIFY(raw);
    QVERIFY(raw->defects.empty());
    QCOMPARE(samplesIn(raw->pixels, picture), samples);
    QCOMPARE(raw->colourModel == dicom::ColourModel::Rgb, picture.components == 3);
}

void TestHighThroughput::bothDecodersAgree()
{
    QFETCH(const Picture, picture);
    const auto bytes = codedOf(picture, picture.samples(), true);
    const auto format = formatOf(picture);
    dicom::Jpeg2000Complaints complaints;

    const auto one = dicom::decodedByOpenJph(bytes, 0);
    const auto other = dicom::decodedByOpenJpeg(bytes, {}, complaints);

    QVERIFY(one);
    QVERIFY(other);
    QCOMPARE(complaints.count, 0);
    QVERIFY(dicom::isFull(*one, format.geometry));
    QCOMPARE(dicom::samplesOf(*one, format), dicom::samplesOf(*other, format));
}

void TestHighThroughput::lossyStaysWithinItsBits()
{
    const Picture picture{.columns = 300, .rows = 200, .bits = 8};
    const auto samples = picture.samples();

    const auto raw = dicom::decodeJpeg2000({codedOf(picture, samples, false), formatOf(picture)});

    QVERIFY(raw);
    QVERIFY(raw->defects.empty());
    // A sample beyond its bits would come round at the other end, 256 away.
    QVERIFY(widestDifference(samplesIn(raw->pixels, picture), samples) <= 3);
}

void TestHighThroughput::aPreviewShowsThePicture()
{
    const Picture picture{.columns = 512, .rows = 384};
    const auto bytes = codedOf(picture, picture.samples(), true);
    const auto format = formatOf(picture);
    dicom::Jpeg2000Complaints complaints;

    const auto preview = dicom::decodeJpeg2000({bytes, format, dicom::Detail::Preview});
    const auto quarter = dicom::decodedByOpenJpeg(bytes, {.halvings = dicom::kPreviewHalvings}, complaints);

    QVERIFY(preview);
    QCOMPARE(preview->defects.size(), std::size_t{1});
    QCOMPARE(preview->defects.front().code, imaging::kPreview);
    QVERIFY(quarter);
    QCOMPARE(preview->pixels, dicom::samplesOf(*quarter, format));
}

void TestHighThroughput::whatIsCutIsSaid_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("its last byte") << 1.0;
    QTest::newRow("a tenth") << 0.9;
    QTest::newRow("half") << 0.5;
}

void TestHighThroughput::whatIsCutIsSaid()
{
    QFETCH(const double, share);
    const Picture picture{.columns = 300, .rows = 257};
    auto bytes = codedOf(picture, picture.samples(), true);
    QVERIFY(dicom::isWhole(bytes));
    bytes.resize(std::size_t(double(bytes.size() - 1) * share));
    QVERIFY(!dicom::isWhole(bytes));

    const auto raw = dicom::decodeJpeg2000({bytes, formatOf(picture)});

    QVERIFY(!raw || !raw->defects.empty());
}

void TestHighThroughput::aDamagedStreamIsLeftToTheOther()
{
    const Picture picture{.columns = 300, .rows = 257};
    auto bytes = codedOf(picture, picture.samples(), true);
    const auto part = std::ranges::search(bytes, std::array{std::byte{0xFF}, std::byte{0x90}});
    QVERIFY(!part.empty());
    const auto whole = bytes;
    *(part.begin() + 5) = std::byte{9}; // the tenth tile of one

    QVERIFY(!dicom::decodedByOpenJph(bytes, 0));
    QVERIFY(dicom::decodedByOpenJph(whole, 0));
}

QTEST_GUILESS_MAIN(TestHighThroughput)
#include "test_high_throughput.moc"
