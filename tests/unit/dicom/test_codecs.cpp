#include "integration/dicom/codecs/inflate.h"
#include "integration/dicom/codecs/jpeg.h"
#include "integration/dicom/codecs/jpeg2000.h"
#include "integration/dicom/codecs/jpeg2000_header.h"
#include "integration/dicom/codecs/jpeg_header.h"
#include "integration/dicom/codecs/jpeg_ls.h"
#include "integration/dicom/codecs/rle.h"
#include "integration/dicom/native_frame.h"
#include "integration/dicom/sample_unpack.h"
#include "integration/dicom/segmented_table.h"
#include "unit/dicom/pixel_formats.h"

#include <QtEndian>
#include <QtTest>

#include <charls/charls.h>

#include <cstdlib>
#include <numeric>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::CodedFrame;
using test::aFormat;
using test::bytesOf;
using Bytes = std::vector<std::byte>;

namespace {

/// An RLE header of these segments and the segments themselves.
Bytes rleOf(const std::vector<Bytes> &segments)
{
    Bytes bytes(64);
    quint32 offset = 64;
    qToLittleEndian(static_cast<quint32>(segments.size()), bytes.data());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        qToLittleEndian(offset, bytes.data() + 4 * (i + 1));
        offset += static_cast<quint32>(segments[i].size());
        bytes.insert(bytes.end(), segments[i].begin(), segments[i].end());
    }
    return bytes;
}

Bytes fromHex(const QByteArray &hex)
{
    const auto raw = QByteArray::fromHex(hex);
    const auto *first = reinterpret_cast<const std::byte *>(raw.data());
    return {first, first + raw.size()};
}

Bytes jpegLsOf(const Bytes &samples, const charls::frame_info &info, charls::interleave_mode mode)
{
    Bytes coded(samples.size() * 4 + 1024);
    charls::jpegls_encoder encoder;
    encoder.frame_info(info).interleave_mode(mode).destination(coded.data(), coded.size());
    coded.resize(encoder.encode(samples.data(), samples.size()));
    return coded;
}

Bytes ramp(std::size_t count)
{
    Bytes bytes(count);
    std::ranges::generate(bytes, [i = 0]() mutable { return static_cast<std::byte>(7 * i++ & 0x7F); });
    return bytes;
}

/// A picture of 8 x 8 pixels of grey 100, baseline, with the tables of ISO 10918-1 annex K.
const QByteArray kGreyJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb00430001010101010101010101010101010101010101010101010101"
    "010101010101010101010101010101010101010101010101010101010101010101010101010101ffc0000b08000800080101"
    "1100ffc40014000100000000000000000000000000000008ffc40014100100000000000000000000000000000000ffda0008"
    "010100003f000fbfffd9";

/// A main header alone: 512 x 256 at (0,0), tiles of 256 x 256, three components of 12 bits signed, with a colour transform.
const QByteArray kJpeg2000Head =
    "ff4fff51002f0000000002000000010000000000000000000000010000000100000000000000000000038b01018b01018b0101"
    "ff52000c00000001010504040001ff900000";

} // namespace

class TestCodecs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksLiteralsRunsAndNothing();
    void rlePutsBytesAndComponentsInTheirPlace();
    void rleOfBitsIsOneSegment();
    void rleSaysWhatIsMissing();
    void rleRefusesSegmentsThatMakeNoSense_data();
    void rleRefusesSegmentsThatMakeNoSense();
    void inflatesWithinItsLimit();
    void readsAJpegHeader();
    void decodesJpeg();
    void jpegOfAnotherShapeIsRefused();
    void aJpegThatEndsEarlyIsMarked();
    void decodesEveryInterleaveModeOfJpegLs_data();
    void decodesEveryInterleaveModeOfJpegLs();
    void aJpegLsThatEndsEarlyIsMarked();
    void readsAJpeg2000Header();
    void aJpeg2000IsCutAsItsSmallestPart();
    void aJpeg2000WithoutAPictureHasNoHeader();
    void tilePartsAreNoLongerThanTheyAre();
    void jpeg2000WithoutTilesIsRefused();
    void unpacksBitsAcrossBytes();
    void widensWithTheSign();
    void repeatsTheChromaOfPairs();
    void expandsSegmentedTables();
};

void TestCodecs::unpacksLiteralsRunsAndNothing()
{
    Bytes out(6);

    const auto filled = dicom::unpackBits(bytesOf({2, 10, 20, 30, 128, 254, 9}), out);

    QCOMPARE(filled, std::size_t{6});
    QCOMPARE(out, bytesOf({10, 20, 30, 9, 9, 9}));
}

void TestCodecs::rlePutsBytesAndComponentsInTheirPlace()
{
    const auto grey = rleOf({bytesOf({1, 0x12, 0x56}), bytesOf({1, 0x34, 0x78})});
    const auto colour = rleOf({bytesOf({255, 1}), bytesOf({255, 2}), bytesOf({255, 3})});

    const auto words = dicom::decodeRle({grey, aFormat(2, 1, 1, 16)});
    const auto pixels = dicom::decodeRle({colour, aFormat(2, 1, 3, 8)});

    QVERIFY(words && pixels);
    QCOMPARE(words->pixels, bytesOf({0x34, 0x12, 0x78, 0x56}));
    QCOMPARE(pixels->pixels, bytesOf({1, 2, 3, 1, 2, 3}));
    QVERIFY(words->defects.empty());
}

void TestCodecs::rleOfBitsIsOneSegment()
{
    const auto raw = dicom::decodeRle({rleOf({bytesOf({1, 0b101, 0b1})}), test::aFormatOfBits(3, 3)});

    QVERIFY(raw);
    QCOMPARE(raw->pixels, bytesOf({1, 0, 1, 0, 0, 0, 0, 0, 1}));
}

void TestCodecs::rleSaysWhatIsMissing()
{
    const auto raw = dicom::decodeRle({rleOf({bytesOf({1, 5, 6})}), aFormat(4, 1, 1, 8)});

    QVERIFY(raw);
    QCOMPARE(raw->pixels, bytesOf({5, 6, 0, 0}));
    QCOMPARE(raw->defects, (std::vector{imaging::Defect{u"imaging.pixels-missing"_s, u"2 of 4 bytes"_s}}));
}

void TestCodecs::rleRefusesSegmentsThatMakeNoSense_data()
{
    QTest::addColumn<Bytes>("bytes");
    auto backwards = rleOf({bytesOf({0, 1}), bytesOf({0, 2})});
    qToLittleEndian(quint32{20}, backwards.data() + 8);
    auto tooMany = rleOf({bytesOf({0, 1}), bytesOf({0, 2})});
    qToLittleEndian(quint32{16}, tooMany.data());
    QTest::newRow("empty") << Bytes();
    QTest::newRow("header alone, no segments") << Bytes(64);
    QTest::newRow("too few segments") << rleOf({bytesOf({0, 1})});
    QTest::newRow("more than fifteen") << tooMany;
    QTest::newRow("backwards") << backwards;
}

void TestCodecs::rleRefusesSegmentsThatMakeNoSense()
{
    QFETCH(Bytes, bytes);

    QCOMPARE(dicom::decodeRle({bytes, aFormat(1, 1, 1, 16)}).error().code, u"imaging.pixels-damaged"_s);
}

void TestCodecs::inflatesWithinItsLimit()
{
    const auto raw = fromHex("4b4c4a4e494d4bcfc8cccacec9cdcb2f0000");      // "abc" to "p", without a header
    const QByteArray wrapped = qCompress(QByteArray(100'000, 'x')).mid(4); // with one

    const auto whole = dicom::inflate(fromHex("cb48cdc9c95728cf2fca490100"), 100);
    const auto bomb =
        dicom::inflate(std::as_bytes(std::span(wrapped.data(), std::size_t(wrapped.size()))), 1000);
    const auto cut = dicom::inflate(std::span(raw).first(4), 100);

    QVERIFY(whole.isWhole);
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(whole.bytes.data()), qsizetype(whole.bytes.size())),
             "hello world"_ba);
    QVERIFY(bomb.isTooLarge);
    QVERIFY(!cut.isWhole);
}

void TestCodecs::readsAJpegHeader()
{
    const auto bytes = fromHex("ffd8ffee000e41646f626500640000000001"
                               "ffc10011"
                               "0c0200010003"
                               "520011"
                               "472100"
                               "421100"
                               "ffd9");

    const auto header = dicom::readJpegHeader(bytes);

    QVERIFY(header);
    QCOMPARE(header->process, 1);
    QCOMPARE(header->precision, 12);
    QCOMPARE(header->rows, 512);
    QCOMPARE(header->columns, 256);
    QVERIFY(header->isNamedRgb());
    QVERIFY(header->isSubsampled());
    QCOMPARE(header->adobeTransform.value(), 1);
    QVERIFY(!dicom::readJpegHeader(bytesOf({0xFF, 0xD8, 0xFF, 0xD9})));
}

void TestCodecs::decodesJpeg()
{
    const auto narrow = dicom::decodeJpeg({fromHex(kGreyJpeg), aFormat(8, 8, 1, 8)});
    const auto wide = dicom::decodeJpeg({fromHex(kGreyJpeg), aFormat(8, 8, 1, 16)});

    QVERIFY2(narrow, narrow ? "" : qPrintable(logLine(narrow.error())));
    QCOMPARE(narrow->pixels, Bytes(64, std::byte{100}));
    QVERIFY(narrow->defects.empty());
    QCOMPARE(wide->pixels.size(), std::size_t{128});
    QCOMPARE(wide->pixels[126], std::byte{100});
    QCOMPARE(wide->pixels[127], std::byte{0});
}

void TestCodecs::jpegOfAnotherShapeIsRefused()
{
    QCOMPARE(dicom::decodeJpeg({fromHex(kGreyJpeg), aFormat(9, 8, 1, 8)}).error().code,
             u"imaging.pixels-damaged"_s);
    QCOMPARE(dicom::decodeJpeg({fromHex(kGreyJpeg), aFormat(8, 8, 3, 8)}).error().code,
             u"imaging.pixels-damaged"_s);
    QCOMPARE(dicom::decodeJpeg({Bytes(), aFormat(8, 8, 1, 8)}).error().code, u"imaging.pixels-damaged"_s);
}

void TestCodecs::aJpegThatEndsEarlyIsMarked()
{
    auto bytes = fromHex(kGreyJpeg);
    bytes.resize(bytes.size() - 4); // the end of image and the last of the picture

    const auto raw = dicom::decodeJpeg({bytes, aFormat(8, 8, 1, 8)});

    QVERIFY(!raw || !raw->defects.empty());
}

void TestCodecs::decodesEveryInterleaveModeOfJpegLs_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("none") << static_cast<int>(charls::interleave_mode::none);
    QTest::newRow("line") << static_cast<int>(charls::interleave_mode::line);
    QTest::newRow("sample") << static_cast<int>(charls::interleave_mode::sample);
}

void TestCodecs::decodesEveryInterleaveModeOfJpegLs()
{
    QFETCH(int, mode);
    const auto interleave = static_cast<charls::interleave_mode>(mode);
    const auto format = aFormat(5, 4, 3, 8);
    const auto samples = ramp(60);
    const auto coded = jpegLsOf(samples, {5, 4, 8, 3}, interleave);

    const auto raw = dicom::decodeJpegLs({coded, format});

    QVERIFY2(raw, raw ? "" : qPrintable(logLine(raw.error())));
    QCOMPARE(raw->pixels,
             interleave == charls::interleave_mode::none ? dicom::interleaved(samples, format) : samples);
}

void TestCodecs::aJpegLsThatEndsEarlyIsMarked()
{
    auto coded = jpegLsOf(ramp(4096), {64, 64, 8, 1}, charls::interleave_mode::none);
    coded.resize(coded.size() / 2);

    const auto raw = dicom::decodeJpegLs({coded, aFormat(64, 64, 1, 8)});

    QVERIFY(raw);
    QCOMPARE(raw->pixels[0], ramp(1)[0]);
    QCOMPARE(raw->defects.at(0).code, u"imaging.pixels-missing"_s);
}

void TestCodecs::readsAJpeg2000Header()
{
    const auto bytes = fromHex("0000000c6a502020" + kJpeg2000Head);

    const auto header = dicom::readJpeg2000Header(dicom::codestreamIn(bytes));

    QVERIFY(header);
    QCOMPARE(header->columns, std::int64_t{512});
    QCOMPARE(header->rows, std::int64_t{256});
    QCOMPARE(header->tiles, std::int64_t{2});
    QCOMPARE(header->components, 3);
    QCOMPARE(header->precision, 12);
    QVERIFY(header->isSigned);
    QVERIFY(header->hasColourTransform);
    QCOMPARE(header->codeBlockArea, std::int64_t{4096});
    QVERIFY(!dicom::readJpeg2000Header(dicom::codestreamIn(bytesOf({1, 2, 3}))));
}

/// One component or one tile may be cut into a block for each sample: a decoder allocates for all of them.
void TestCodecs::aJpeg2000IsCutAsItsSmallestPart()
{
    const auto withoutTiles = kJpeg2000Head.chopped(8);
    const QByteArray component = "ff53000a0001000404000100";
    const QByteArray tile = "ff90000a0000000000000001"
                            "ff52000d010000010000000000010000"
                            "ff93";

    const auto ofComponent = dicom::readJpeg2000Header(fromHex(withoutTiles + component + "ff900000"));
    const auto ofTile = dicom::readJpeg2000Header(fromHex(withoutTiles + tile));

    QVERIFY(ofComponent && ofTile);
    QCOMPARE(ofComponent->smallestPrecinct, std::int64_t{1});
    QCOMPARE(ofTile->codeBlockArea, std::int64_t{16});
    QCOMPARE(ofTile->smallestPrecinct, std::int64_t{1});
    QCOMPARE(ofTile->levels, 5); // of the picture
}

void TestCodecs::aJpeg2000WithoutAPictureHasNoHeader()
{
    auto beyondItsEnd = kJpeg2000Head;
    beyondItsEnd.replace("000002000000010000000000", "000002000000010000000300");
    auto ofNoTiles = kJpeg2000Head;
    ofNoTiles.replace("0000010000000100000000000000000000038b", "0000000000000100000000000000000000038b");

    QVERIFY(!dicom::readJpeg2000Header(fromHex(beyondItsEnd)));
    QVERIFY(!dicom::readJpeg2000Header(fromHex(ofNoTiles)));
}

void TestCodecs::tilePartsAreNoLongerThanTheyAre()
{
    const auto head = kJpeg2000Head.chopped(8); // without the beginning of a tile-part
    const auto part = [](const QByteArray &length, const QByteArray &comment = {}) {
        return "ff90000a0000" + length + "0001" + comment + "ff930102030405060708";
    };
    const auto sound = [&head](const QByteArray &parts) {
        return dicom::withSoundParts(fromHex(head + parts));
    };

    const auto whole = fromHex(head + part("00000016") + "ffd9");
    QVERIFY(sound(part("00000016") + "ffd9") == whole);
    QVERIFY(sound(part("ffffffff")) == fromHex(head + part("00000016")));
    // A comment of its header does not fit into it: what is before it stays.
    QVERIFY(sound(part("00000016") + part("0000001c", "ff64fff00001")) == fromHex(head + part("00000016")));
}

void TestCodecs::jpeg2000WithoutTilesIsRefused()
{
    const auto raw = dicom::decodeJpeg2000({fromHex(kJpeg2000Head), aFormat(512, 256, 3, 16)});
    const auto other = dicom::decodeJpeg2000({fromHex(kJpeg2000Head), aFormat(512, 255, 3, 16)});

    QCOMPARE(raw.error().code, u"imaging.pixels-damaged"_s);
    QCOMPARE(other.error().detail, u"JPEG 2000 of 512 x 256 x 3"_s);
}

void TestCodecs::unpacksBitsAcrossBytes()
{
    QCOMPARE(dicom::unpackedBits(bytesOf({0b1000'0000, 0b0000'0101}), 7, 5), bytesOf({1, 1, 0, 1, 0}));
    QCOMPARE(dicom::unpackedBits(bytesOf({0xFF}), 6, 4), bytesOf({1, 1, 0, 0}));
    QCOMPARE(dicom::packedBits(bytesOf({1, 1, 0, 1, 0, 0, 0, 0, 1})), bytesOf({0b1011, 0b1}));
}

void TestCodecs::widensWithTheSign()
{
    QCOMPARE(dicom::widened(bytesOf({0xFE, 0x01}), 1, 2, true), bytesOf({0xFE, 0xFF, 0x01, 0x00}));
    QCOMPARE(dicom::widened(bytesOf({0xFE}), 1, 4, false), bytesOf({0xFE, 0, 0, 0}));
}

void TestCodecs::repeatsTheChromaOfPairs()
{
    auto format = aFormat(2, 1, 3, 8);
    format.photometric = u"YBR_FULL_422"_s;

    const auto raw = dicom::fromNativeBytes(bytesOf({10, 20, 30, 40}), format);

    QVERIFY(raw);
    QCOMPARE(raw->pixels, bytesOf({10, 30, 40, 20, 30, 40}));
}

void TestCodecs::expandsSegmentedTables()
{
    // Two values, a line of four to 40, and the line once more.
    const std::vector<double> data{0, 2, 0, 20, 1, 4, 40, 2, 1, 4, 0};

    QCOMPARE(dicom::expandedSegments(data), (std::vector<double>{0, 20, 25, 30, 35, 40, 40, 40, 40, 40}));
    QCOMPARE(dicom::expandedSegments({1, 4, 40}), std::vector<double>{});
    QCOMPARE(dicom::expandedSegments({0, 1, 5, 1, 60'000, 9, 1, 60'000, 5}).size(), std::size_t{65'536});
}

QTEST_GUILESS_MAIN(TestCodecs)
#include "test_codecs.moc"
