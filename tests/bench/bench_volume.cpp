// bench_volume reslice
// Prints JSON lines: medians of one core for planes through a volume of 512 x 512 x 600.

#include "bench/measure.h"
#include "imaging/volume/reformat.h"
#include "imaging/volume/reslice_kernels.h"
#include "imaging/volume/volume_builder.h"

#include <cmath>
#include <cstring>
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

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "reslice")
        benchReslice();
    else
        return 1;
    return 0;
}
