#include "integration/dicom/sample_unpack.h"

#include <QTest>

#include <limits>
#include <numeric>

using namespace simiao::dicom;
using simiao::imaging::FrameGeometry;
using simiao::imaging::SampleType;

namespace {

/// What a word says by PS3.5 8.1.1, as a sentence of arithmetic.
std::int64_t valueOf(std::int64_t word, int bitsStored, int shift, bool isSigned)
{
    const std::int64_t range = std::int64_t{1} << bitsStored;
    const std::int64_t value = (word >> shift) % range;
    return isSigned && value >= range / 2 ? value - range : value;
}

PixelFormat formatOf(SampleType type, int bitsStored, int shift)
{
    const int bits = 8 * bytesPerSample(type);
    return {.geometry = FrameGeometry::create(1, 1, 1, type).value(),
            .bitsAllocated = bits,
            .bitsStored = bitsStored,
            .highBit = bitsStored + shift - 1,
            .isSigned = type == SampleType::I8 || type == SampleType::I16 || type == SampleType::I32,
            .isPlanar = false,
            .photometric = QStringLiteral("MONOCHROME2")};
}

/// The words cut in place, compared with the sentence; the first that differs, or -1.
template <typename T>
std::int64_t firstWrong(const std::vector<T> &words, SampleType type, int bitsStored, int shift)
{
    auto cut = words;
    cutToStoredBits(std::as_writable_bytes(std::span(cut)), formatOf(type, bitsStored, shift));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = std::int64_t{static_cast<std::make_unsigned_t<T>>(words[i])};
        if (cut[i] != valueOf(word, bitsStored, shift, std::is_signed_v<T>))
            return std::int64_t(i);
    }
    return -1;
}

/// Of each number of bits at each place, all words, then those that are clean but for one.
template <typename T>
void check(SampleType type)
{
    constexpr int kBits = 8 * sizeof(T);
    std::vector<T> all(std::size_t{1} << kBits);
    std::iota(all.begin(), all.end(), std::numeric_limits<T>::min());
    for (int bits = 1; bits <= kBits; ++bits) {
        for (int shift = 0; bits + shift <= kBits; ++shift) {
            const auto wrong = firstWrong(all, type, bits, shift);
            QVERIFY2(wrong < 0,
                     qPrintable(QStringLiteral("%1 bits at %2: %3").arg(bits).arg(shift).arg(wrong)));
        }
        const auto range = std::int64_t{1} << bits;
        const auto lowest = std::is_signed_v<T> ? -range / 2 : 0;
        std::vector<T> clean(1000);
        for (std::size_t i = 0; i < clean.size(); ++i)
            clean[i] = T(lowest + std::int64_t(i) % range);
        QCOMPARE(firstWrong(clean, type, bits, 0), -1);
        clean[777] = T(lowest + range); // one too large
        QCOMPARE(firstWrong(clean, type, bits, 0), -1);
        clean[777] = T(lowest - 1);
        QCOMPARE(firstWrong(clean, type, bits, 0), -1);
    }
}

} // namespace

class TestStoredBits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofBytes();
    void ofWords();
    void ofLongWords();
};

void TestStoredBits::ofBytes()
{
    check<std::uint8_t>(SampleType::U8);
    check<std::int8_t>(SampleType::I8);
}

void TestStoredBits::ofWords()
{
    check<std::uint16_t>(SampleType::U16);
    check<std::int16_t>(SampleType::I16);
}

void TestStoredBits::ofLongWords()
{
    const std::vector<std::uint32_t> words{0, 1, 0x00FFFFFF, 0x01000000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};
    const std::vector<std::int32_t> signedWords(words.begin(), words.end());
    for (int bits = 17; bits <= 32; ++bits) {
        for (int shift = 0; bits + shift <= 32; ++shift) {
            QCOMPARE(firstWrong(words, SampleType::U32, bits, shift), -1);
            QCOMPARE(firstWrong(signedWords, SampleType::I32, bits, shift), -1);
        }
    }
}

QTEST_GUILESS_MAIN(TestStoredBits)
#include "test_stored_bits.moc"
