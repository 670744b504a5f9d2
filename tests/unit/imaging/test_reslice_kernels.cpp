#include "imaging/volume/reslice_kernels.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace simiao::imaging;

namespace {

constexpr int kColumns = 37;
constexpr int kRows = 29;
constexpr int kSlices = 23;
constexpr int kSliceStride = kColumns * kRows + 19;

template <typename T>
VoxelGrid<T> gridOver(const std::vector<T> &voxels)
{
    return {.voxels = voxels.data(),
            .rowStride = kColumns,
            .sliceStride = kSliceStride,
            .columns = kColumns,
            .rows = kRows,
            .slices = kSlices};
}

/// Noise over the whole range of a type: the worst there is between neighbours.
std::vector<std::int16_t> someNoise(std::mt19937 &random)
{
    std::vector<std::int16_t> voxels(std::size_t(kSliceStride) * kSlices);
    for (auto &voxel : voxels)
        voxel = std::int16_t(random());
    return voxels;
}

/// Lines in all directions, also beyond the voxels.
VoxelRun aRun(std::mt19937 &random, int count)
{
    std::uniform_int_distribution from(-(2 << kPlaceBits), 38 << kPlaceBits);
    std::uniform_int_distribution step(-(2 << kPlaceBits), 2 << kPlaceBits);
    return {from(random), from(random), from(random), step(random), step(random), step(random), count};
}

/// The value at a place in double precision, by the definition.
double exact(const std::vector<std::int16_t> &voxels, const VoxelRun &run, int i)
{
    const auto place = [i](int from, int step, int size) {
        return std::clamp((double(from) + double(i) * step) / (1 << kPlaceBits), 0.0, size - 1.0);
    };
    const double x = place(run.x, run.stepX, kColumns);
    const double y = place(run.y, run.stepY, kRows);
    const double z = place(run.z, run.stepZ, kSlices);
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const auto part = [corner](int bit, double at, int size, int &index) {
            const int low = std::min(int(at), size - 2);
            index = low + ((corner >> bit) & 1);
            return (corner >> bit) & 1 ? at - low : 1 - (at - low);
        };
        int column = 0;
        int row = 0;
        int slice = 0;
        const double weight =
            part(0, x, kColumns, column) * part(1, y, kRows, row) * part(2, z, kSlices, slice);
        sum += weight * voxels[std::size_t(slice * kSliceStride + row * kColumns + column)];
    }
    return sum;
}

} // namespace

class TestResliceKernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScalarOneIsNearTheExactValue();
    void bothAgreeWithinOneValue();
    void bothAgreeOnPadding();
    void bothAgreeOnFloats();
};

/// A weight has 14 bits: over the whole range of 16-bit noise that is some values.
void TestResliceKernels::theScalarOneIsNearTheExactValue()
{
    std::mt19937 random(7);
    const auto voxels = someNoise(random);
    std::vector<std::int16_t> out(50);
    for (int round = 0; round < 500; ++round) {
        const auto run = aRun(random, int(out.size()));
        scalarReslice().sampleI16(gridOver(voxels), run, out.data());
        for (int i = 0; i < run.count; ++i)
            QVERIFY(std::abs(out[std::size_t(i)] - exact(voxels, run, i))
                    <= 0.5 + 3 * 65'535.0 / (1 << kMixBits));
    }
}

void TestResliceKernels::bothAgreeWithinOneValue()
{
    const auto *fast = avx2Reslice();
    if (!fast)
        QSKIP("this machine has no AVX2");
    std::mt19937 random(11);
    const auto voxels = someNoise(random);
    const auto grid = gridOver(voxels);
    for (int round = 0; round < 2000; ++round) {
        const auto run = aRun(random, 1 + round % 61);
        std::vector<std::int16_t> a(std::size_t(run.count));
        auto b = a;
        scalarReslice().sampleI16(grid, run, a.data());
        fast->sampleI16(grid, run, b.data());
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY2(std::abs(a[i] - b[i]) <= 1, qPrintable(QStringLiteral("%1 and %2").arg(a[i]).arg(b[i])));
    }
}

void TestResliceKernels::bothAgreeOnPadding()
{
    const auto *fast = avx2Reslice();
    if (!fast)
        QSKIP("this machine has no AVX2");
    std::mt19937 random(13);
    auto voxels = someNoise(random);
    for (std::size_t i = 0; i < voxels.size(); ++i) {
        if (i / 50 % 3 != 0) // stretches of padding, and single ones
            voxels[i] = std::int16_t(-2000 + int(i % 3));
    }
    auto grid = gridOver(voxels);
    grid.firstPadding = -2000;
    grid.lastPadding = -1998;
    int without = 0;
    for (int round = 0; round < 2000; ++round) {
        const auto run = aRun(random, 48);
        std::vector<std::int16_t> a(std::size_t(run.count));
        auto b = a;
        scalarReslice().sampleI16(grid, run, a.data());
        fast->sampleI16(grid, run, b.data());
        for (std::size_t i = 0; i < a.size(); ++i) {
            const auto none = std::numeric_limits<std::int16_t>::lowest();
            QCOMPARE(a[i] == none, b[i] == none);
            QVERIFY(std::abs(a[i] - b[i]) <= 1);
            without += a[i] == none ? 1 : 0;
        }
    }
    QVERIFY(without > 1000);
}

void TestResliceKernels::bothAgreeOnFloats()
{
    const auto *fast = avx2Reslice();
    if (!fast)
        QSKIP("this machine has no AVX2");
    std::mt19937 random(17);
    std::vector<float> voxels(std::size_t(kSliceStride) * kSlices);
    for (auto &voxel : voxels)
        voxel = random() % 17 == 0 ? std::numeric_limits<float>::lowest() : float(random() % 100'000) / 7;
    const auto grid = gridOver(voxels);
    for (int round = 0; round < 1000; ++round) {
        const auto run = aRun(random, 48);
        std::vector<float> a(std::size_t(run.count));
        auto b = a;
        scalarReslice().sampleF32(grid, run, a.data());
        fast->sampleF32(grid, run, b.data());
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY(a[i] == b[i] || std::abs(a[i] - b[i]) <= 1e-5F * 100'000 / 7);
    }
}

QTEST_APPLESS_MAIN(TestResliceKernels)
#include "test_reslice_kernels.moc"
