// bench_volume reslice | load
// Prints JSON lines. reslice: medians of one core for planes through a volume of 512 x 512 x 600. load: medians of 15 rounds, processor
// time of a series into memory, and of reading the bytes of its files one after the other into one buffer, which stays in the cache, into
// memory for all of them that was written before, and into fresh memory, which the system clears first. Ratios are medians of the rounds'.

#include "bench/measure.h"
#include "bench/slice_file.h"
#include "imaging/volume/reformat.h"
#include "imaging/volume/reslice_kernels.h"
#include "imaging/volume/volume_builder.h"
#include "imaging/volume/voxel_reserve.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/volume_reader.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <ctime>
#include <functional>
#include <iterator>
#include <numbers>
#include <random>
#include <string_view>

using namespace simiao::bench;
using namespace simiao::imaging;

namespace {

constexpr int kEdge = 512;
constexpr int kSlices = 600;
constexpr double kPixelMm = 0.683594;
constexpr double kStepMm = 0.6;

FrameFacts sliceFacts(int slice)
{
    FrameFacts facts{.geometry = FrameGeometry::create(kEdge, kEdge, 1, SampleType::I16).value(),
                     .bitsStored = 16};
    facts.modality = {.slope = 1, .intercept = -1024, .unit = QStringLiteral("HU")};
    facts.spacing = {kPixelMm, kPixelMm, SpacingBasis::PixelSpacing};
    facts.orientation = ImageOrientation{{1, 0, 0}, {0, 1, 0}};
    facts.position = Vector3{-175, -175, slice * kStepMm};
    return facts;
}

/// 12 bits of noise: nothing that a cache could guess.
VolumePtr aVolume(bool hasPadding)
{
    std::mt19937 random(1);
    std::vector<std::int16_t> noise(std::size_t(kEdge * kEdge) + kSlices * 64);
    for (auto &value : noise)
        value = std::int16_t(random() & 0xfffU);
    std::vector<SlicePlace> places;
    std::vector<SliceScale> scales;
    for (int slice = 0; slice < kSlices; ++slice) {
        auto facts = sliceFacts(slice);
        if (hasPadding)
            facts.padding = ValueRange{-2000, -2000};
        places.push_back(placeOf(facts));
        scales.push_back(scaleOfSlice(facts));
    }
    auto builder =
        VolumeBuilder::create(planStack(places).value(), sliceFacts(0), scales, std::int64_t{1} << 31)
            .value();
    for (int slice = 0; slice < kSlices; ++slice) {
        const auto room = builder.room(slice);
        std::memcpy(room.data(), noise.data() + slice * 64, room.size());
    }
    return std::move(builder).finish({});
}

/// Degrees about the x axis, then about z: 0, 0 is axial, -90, 0 coronal.
PlaneGrid aPlane(const Volume &volume, double aboutX, double aboutZ, double pixelMm)
{
    const double a = aboutX * std::numbers::pi / 180;
    const double b = aboutZ * std::numbers::pi / 180;
    PlaneGrid grid{.orientation = {{std::cos(b), std::sin(b), 0},
                                   {-std::sin(b) * std::cos(a), std::cos(b) * std::cos(a), std::sin(a)}},
                   .pixelMm = pixelMm,
                   .columns = kEdge,
                   .rows = kEdge};
    grid.origin = volume.geometry().centre() - grid.placeOf(kEdge / 2.0, kEdge / 2.0);
    return grid;
}

void benchPlane(const Volume &volume,
                const QByteArray &name,
                const PlaneGrid &base,
                const Slab &slab,
                int runs)
{
    const auto timing = measure(runs, [&](int run) {
        auto grid = base;
        grid.origin = grid.origin + grid.orientation.normal() * (run % 40 - 20); // another plane each time
        static_cast<void>(reformat(volume, grid, slab));
    });
    auto figures = figuresOf(timing);
    figures.insert({QStringLiteral("kernels"), QString::fromLatin1(resliceKernels().name)});
    report(QString::fromLatin1(name), figures);
}

void benchReslice()
{
    constexpr int kRuns = 100;
    for (const bool hasPadding : {false, true}) {
        const auto volume = aVolume(hasPadding);
        const auto *what = hasPadding ? " with padding" : "";
        const auto named = [&](const char *plane) { return QByteArray(plane) + what; };
        benchPlane(*volume, named("axial"), aPlane(*volume, 0, 0, 0.7), {}, kRuns);
        benchPlane(*volume, named("coronal"), aPlane(*volume, -90, 0, 0.7), {}, kRuns);
        benchPlane(*volume, named("sagittal"), aPlane(*volume, -90, 90, 0.7), {}, kRuns);
        benchPlane(*volume, named("oblique"), aPlane(*volume, -57, 21, 0.7), {}, kRuns);
        benchPlane(*volume, named("MIP of 20 mm"), aPlane(*volume, -57, 21, 0.7), {SlabMode::Maximum, 20},
                   10);
        benchPlane(*volume, named("mean of 20 mm"), aPlane(*volume, -57, 21, 0.7), {SlabMode::Mean, 20}, 10);
    }
}

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * double(time.tv_sec) + 1e-6 * double(time.tv_nsec);
}

/// Resident memory of this process, MB.
double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr double kPagesPerMb = 256;
    return file.readAll().split(' ').value(1).toDouble() / kPagesPerMb;
}

/// \param step  between the places of two files in the room; 0: all into the same
void readBytes(const simiao::workflow::ImageSeries &series, char *room, std::ptrdiff_t step)
{
    for (const auto &instance : series.instances) {
        QFile file(instance.location);
        if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            static_cast<void>(file.read(room, file.size()));
        room += step;
    }
}

/// Milliseconds of the processor, of each round in turn, so that ratios compare what was measured within a second.
class Rounds
{
public:
    void add(const std::function<void()> &work)
    {
        const double start = cpuMs();
        work();
        m_ms.push_back(cpuMs() - start);
    }
    double median() const { return medianOf(m_ms); }
    double medianRatioTo(const Rounds &other) const
    {
        std::vector<double> ratios;
        std::ranges::transform(m_ms, other.m_ms, std::back_inserter(ratios), std::divides<>());
        return medianOf(ratios);
    }

private:
    static double medianOf(std::vector<double> values)
    {
        std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
        return values[values.size() / 2];
    }

    std::vector<double> m_ms;
};

constexpr std::ptrdiff_t kStep = kEdge * kEdge * 2 + 4096;

/// A series into memory, in all the ways; false where one fails.
class LoadBench
{
public:
    explicit LoadBench(simiao::workflow::ImageSeries series)
        : m_series(std::move(series))
        , m_before(residentMb())
    {
    }

    bool round()
    {
        m_oneBuffer.add([&] { readBytes(m_series, m_room.data(), 0); });
        {
            const auto written = VoxelMemory::allocate(kStep * kSlices).value();
            auto *room = reinterpret_cast<char *>(written.data());
            readBytes(m_series, room, kStep);
            m_written.add([&] { readBytes(m_series, room, kStep); });
        }
        m_fresh.add([&] {
            const auto fresh = VoxelMemory::allocate(kStep * kSlices).value();
            readBytes(m_series, reinterpret_cast<char *>(fresh.data()), kStep);
        });
        m_first.add([&] { m_isGood &= load() != nullptr; });
        const auto reserve = VoxelReserve::hold();
        load();
        VolumePtr volume;
        m_next.add([&] { volume = load(); });
        m_memoryMb = residentMb() - m_before;
        return m_isGood && volume;
    }

    void tell(const QString &what) const
    {
        constexpr double kPixelsMb = double(kEdge) * kEdge * kSlices * 2 / (1 << 20);
        const auto figuresOfLoad = [&](const Rounds &load) {
            return simiao::Json::Object{
                {QStringLiteral("ms"), number(load.median())},
                {QStringLiteral("ratioToOneBuffer"), number(load.medianRatioTo(m_oneBuffer))},
                {QStringLiteral("ratioToWrittenMemory"), number(load.medianRatioTo(m_written))},
                {QStringLiteral("ratioToFreshMemory"), number(load.medianRatioTo(m_fresh))}};
        };
        report(what,
               {{QStringLiteral("slices"), simiao::Json(qint64(m_series.instances.size()))},
                {QStringLiteral("bytesIntoOneBuffer"), number(m_oneBuffer.median())},
                {QStringLiteral("bytesIntoWrittenMemory"), number(m_written.median())},
                {QStringLiteral("bytesIntoFreshMemory"), number(m_fresh.median())},
                {QStringLiteral("firstVolume"), simiao::Json(figuresOfLoad(m_first))},
                {QStringLiteral("nextVolume"), simiao::Json(figuresOfLoad(m_next))},
                {QStringLiteral("pixelsMb"), number(kPixelsMb)},
                {QStringLiteral("residentMb"), number(m_memoryMb)}});
    }

private:
    VolumePtr load() const
    {
        auto volume = simiao::dicom::readVolume({.series = m_series}, {});
        return volume ? *volume : nullptr;
    }

    simiao::workflow::ImageSeries m_series;
    double m_before;
    std::vector<char> m_room = std::vector<char>(std::size_t{kStep});
    Rounds m_oneBuffer;
    Rounds m_written;
    Rounds m_fresh;
    Rounds m_first;
    Rounds m_next; ///< in the memory of one that was let go
    bool m_isGood = true;
    double m_memoryMb = 0;
};

void benchLoad(int bitsStored)
{
    constexpr int kRounds = 15;
    const QTemporaryDir folder;
    for (int slice = 0; slice < kSlices; ++slice) {
        if (!SliceFile(slice, {}, bitsStored).write(folder.filePath(QString::number(slice))))
            return;
    }
    const auto listing = simiao::dicom::listFolder(folder.path(), {}, {});
    if (!listing)
        return;
    LoadBench bench(listing->series.front());
    for (int round = 0; round < kRounds; ++round) {
        if (!bench.round())
            return;
    }
    bench.tell(QStringLiteral("series of %1 bits into a volume, ms of the processor").arg(bitsStored));
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "reslice") {
        benchReslice();
    } else if (what == "load") {
        for (const int bitsStored : {16, 12})
            benchLoad(bitsStored);
    } else {
        return 1;
    }
    return 0;
}
