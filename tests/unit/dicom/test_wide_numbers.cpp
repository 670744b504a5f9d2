#include "imaging/lut.h"
#include "unit/dicom/small_image.h"

using namespace simiao;
using namespace Qt::StringLiterals;
using test::SmallImage;

namespace {

std::vector<double> valuesOf(const imaging::Frame &frame)
{
    std::vector<double> values;
    for (int column = 0; column < frame.geometry().columns(); ++column)
        values.push_back(frame.measuredAt(column, 0).value_or(-1));
    return values;
}

std::vector<std::byte> bytesOf(std::initializer_list<int> bytes)
{
    std::vector<std::byte> all;
    for (const int one : bytes)
        all.push_back(std::byte(one));
    return all;
}

} // namespace

/// Whole numbers of widths that no sample type has.
class TestWideNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNumbersOf64Bits();
    void showsThoseBelowZero();
    void saysWhatIsRounded();
    void takesStoredBitsAlone();
    void showsNumbersOf24Bits();
    void showsNumbersOf40Bits();
};

void TestWideNumbers::showsNumbersOf64Bits()
{
    SmallImage image(std::vector<std::uint64_t>{0, 1, 5'000'000'000, 9'007'199'254'740'992});

    const auto frame = image.frame();

    QCOMPARE(valuesOf(*frame), (std::vector<double>{0, 1, 5e9, 9'007'199'254'740'992.0}));
    QVERIFY(frame->facts().defects.empty());
    const auto greys = imaging::render(*frame, imaging::defaultDisplay(*frame));
    QCOMPARE(int(greys.front()), 0);
    QCOMPARE(int(greys.back()), 255);
}

void TestWideNumbers::showsThoseBelowZero()
{
    SmallImage image(std::vector<std::int64_t>{-5'000'000'000, -1, 0, 7});

    QCOMPARE(valuesOf(*image.frame()), (std::vector<double>{-5e9, -1, 0, 7}));
}

void TestWideNumbers::saysWhatIsRounded()
{
    SmallImage image(std::vector<std::uint64_t>{0, (1ULL << 53U) + 1});

    const auto defects = image.frame()->facts().defects;

    QCOMPARE(defects.size(), 1U);
    QCOMPARE(defects.front().code, u"imaging.numbers-rounded"_s);
}

/// What stands beside them is none of the number, and its sign is their first bit.
void TestWideNumbers::takesStoredBitsAlone()
{
    SmallImage image(std::vector<std::int64_t>{std::int64_t(0xABCDULL << 48U | 0xFFFF'FFFF'FFFEULL), 3});
    image.dataset().putAndInsertUint16(DCM_BitsStored, 48);
    image.dataset().putAndInsertUint16(DCM_HighBit, 47);

    QCOMPARE(valuesOf(*image.frame()), (std::vector<double>{-2, 3}));
}

void TestWideNumbers::showsNumbersOf24Bits()
{
    const auto bytes = bytesOf({0x01, 0x00, 0x00, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x80});

    QCOMPARE(valuesOf(*SmallImage(bytes, 24, false).frame()),
             (std::vector<double>{1, 8'388'607, 16'777'215, 8'388'608}));
    QCOMPARE(valuesOf(*SmallImage(bytes, 24, true).frame()),
             (std::vector<double>{1, 8'388'607, -1, -8'388'608}));
}

void TestWideNumbers::showsNumbersOf40Bits()
{
    const auto bytes = bytesOf({0x02, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF});

    QCOMPARE(valuesOf(*SmallImage(bytes, 40, false).frame()), (std::vector<double>{2, 1'099'511'627'775}));
    QCOMPARE(valuesOf(*SmallImage(bytes, 40, true).frame()), (std::vector<double>{2, -1}));
}

QTEST_GUILESS_MAIN(TestWideNumbers)
#include "test_wide_numbers.moc"
