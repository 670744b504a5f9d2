#include "imaging/volume/voxel_reserve.h"
#include "synthetic_series.h"

#include <QFile>
#include <QTest>

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>

using namespace simiao;
using namespace simiao::imaging;

namespace {

constexpr std::int64_t kMb = 1 << 20;

/// Five slices of 256 x 256, each voxel 700, which is no zero.
test::SyntheticSeries aSeries()
{
    test::SyntheticSeries series;
    series.columns = 256;
    series.rows = 256;
    series.measured = [](const Vector3 &) { return 700.0; };
    return series.stacked(5, 1);
}

VolumeBuilder aBuilder(const test::SyntheticSeries &series)
{
    std::vector<SlicePlace> places;
    std::vector<SliceScale> scales;
    for (std::size_t i = 0; i < series.positions.size(); ++i) {
        places.push_back(placeOf(series.frame(i)->facts()));
        scales.push_back(scaleOfSlice(series.frame(i)->facts()));
    }
    return VolumeBuilder::create(planStack(places).value(), series.frame(0)->facts(), scales, 1 << 30)
        .value();
}

/// Memory of this size was written all over and let go of.
void useMemory(std::int64_t bytes)
{
    const auto memory = VoxelMemory::allocate(bytes).value();
    std::fill_n(memory.data(), bytes, std::byte{0x55});
}

bool isMapped(const void *page)
{
    unsigned char isResident = 0;
    return ::mincore(const_cast<void *>(page), 4096, &isResident) == 0 || errno != ENOMEM;
}

/// What the system may take from this process at any time.
qint64 offeredBytes()
{
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    qint64 kb = 0;
    const auto lines = file.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("LazyFree:"))
            kb += line.mid(9).trimmed().split(' ').front().toLongLong();
    }
    return kb * 1024;
}

} // namespace

class TestVoxelReserve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKeptWhileNobodyHoldsIt();
    void memoryOfTheLastVolumeIsTakenAgain();
    void keepsNoMoreThanItsLimit();
    void whatIsTooSmallIsGoneBeforeMoreIsTaken();
    void whatIsTooLargeIsCut();
    void theLargerOneStays();
    void aMissingSliceShowsNothingOfTheVolumeBefore();
    void isOneForTheProgram();
    void goesWithItsHolder();
    void theSystemMayHaveItBack();
};

void TestVoxelReserve::nothingIsKeptWhileNobodyHoldsIt()
{
    useMemory(8 * kMb);

    const auto memory = VoxelMemory::allocate(8 * kMb).value();

    QVERIFY(!VoxelReserve::held());
    const std::span bytes(memory.data(), std::size_t(8 * kMb));
    QCOMPARE(memory.isZero(),
             std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; }));
}

void TestVoxelReserve::memoryOfTheLastVolumeIsTakenAgain()
{
    const auto reserve = VoxelReserve::hold();
    auto first = aSeries().volume().value();
    const auto *where = first->voxels<std::int16_t>();
    const auto bytes = first->byteSize();
    QCOMPARE(reserve->bytes(), 0);

    first.reset();
    QVERIFY(reserve->bytes() >= bytes);
    const auto second = aSeries().volume().value();

    QCOMPARE(second->voxels<std::int16_t>(), where);
    QCOMPARE(reserve->bytes(), 0);
    QCOMPARE(second->storedAt(17, 5, 3), 700.0);
}

void TestVoxelReserve::keepsNoMoreThanItsLimit()
{
    const auto reserve = VoxelReserve::hold();
    {
        const auto most = VoxelMemory::allocate(VoxelReserve::kMostBytes).value();
    }
    QCOMPARE(reserve->bytes(), VoxelReserve::kMostBytes);
    {
        const auto more = VoxelMemory::allocate(VoxelReserve::kMostBytes + 1).value();
    }
    QCOMPARE(reserve->bytes(), 0); // what was too small for it is gone, too
}

void TestVoxelReserve::whatIsTooSmallIsGoneBeforeMoreIsTaken()
{
    const auto reserve = VoxelReserve::hold();
    useMemory(8 * kMb);
    QCOMPARE(reserve->bytes(), 8 * kMb);

    const auto larger = VoxelMemory::allocate(12 * kMb).value();

    QCOMPARE(reserve->bytes(), 0);
    QVERIFY(larger.isZero());
}

/// A volume never holds more than it needs, whatever stood there before.
void TestVoxelReserve::whatIsTooLargeIsCut()
{
    const auto reserve = VoxelReserve::hold();
    useMemory(64 * kMb);
    const auto *behind = [] {
        const auto smaller = VoxelMemory::allocate(4 * kMb).value();
        QTest::qCompare(smaller.size(), 4 * kMb, "size", "4 MB", __FILE__, __LINE__);
        return smaller.data() + 4 * kMb;
    }();

    QCOMPARE(reserve->bytes(), 4 * kMb);
    QVERIFY(!isMapped(behind));
}

void TestVoxelReserve::theLargerOneStays()
{
    const auto reserve = VoxelReserve::hold();
    auto large = VoxelMemory::allocate(16 * kMb).value();
    auto small = VoxelMemory::allocate(4 * kMb).value();
    auto smallest = VoxelMemory::allocate(2 * kMb).value();
    const auto letGo = [](VoxelMemory &memory) { const auto gone = std::move(memory); };

    letGo(small);
    QCOMPARE(reserve->bytes(), 4 * kMb);
    letGo(large);
    QCOMPARE(reserve->bytes(), 16 * kMb);
    letGo(smallest);
    QCOMPARE(reserve->bytes(), 16 * kMb);
}

void TestVoxelReserve::aMissingSliceShowsNothingOfTheVolumeBefore()
{
    const auto series = aSeries();
    const auto reserve = VoxelReserve::hold();
    useMemory(16 * kMb);
    QCOMPARE(reserve->bytes(), 16 * kMb);

    auto builder = aBuilder(series);
    QCOMPARE(reserve->bytes(), 0); // it stands where the other one stood
    const auto cutShort = builder.room(1);
    std::ranges::fill(cutShort.first(1000), std::byte{1});
    for (const int place : {0, 2, 4})
        QVERIFY(builder.add(place, *series.frame(std::size_t(place))));
    const auto volume = std::move(builder).finish({});

    const auto sliceSize = std::ptrdiff_t{256} * 256;
    const std::span voxels(volume->voxels<std::int16_t>(), std::size_t(volume->byteSize() / 2));
    for (std::size_t i = 0; i < voxels.size(); ++i) {
        const auto slice = std::ptrdiff_t(i) / volume->sliceStride();
        const bool isPixel = std::ptrdiff_t(i) % volume->sliceStride() < sliceSize;
        QCOMPARE(voxels[i], isPixel && slice % 2 == 0 ? 700 : 0);
    }
}

void TestVoxelReserve::isOneForTheProgram()
{
    const auto one = VoxelReserve::hold();
    const auto other = VoxelReserve::hold();

    QCOMPARE(one, other);
    QCOMPARE(VoxelReserve::held(), one);
}

void TestVoxelReserve::goesWithItsHolder()
{
    auto reserve = VoxelReserve::hold();
    const auto *page = [] {
        const auto memory = VoxelMemory::allocate(8 * kMb).value();
        return memory.data();
    }();
    QVERIFY(isMapped(page));

    reserve.reset();

    QVERIFY(!VoxelReserve::held());
    QVERIFY(!isMapped(page));
}

void TestVoxelReserve::theSystemMayHaveItBack()
{
    const auto reserve = VoxelReserve::hold();
    const auto before = offeredBytes();

    useMemory(32 * kMb);
    QVERIFY(offeredBytes() - before >= 32 * kMb);

    // What is written again is ours.
    const auto memory = VoxelMemory::allocate(32 * kMb).value();
    std::fill_n(memory.data(), memory.size(), std::byte{1});
    QVERIFY(offeredBytes() - before < kMb);
}

QTEST_GUILESS_MAIN(TestVoxelReserve)
#include "test_voxel_reserve.moc"
