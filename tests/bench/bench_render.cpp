// bench_render window | scale
// Prints JSON lines: medians of 200 runs, microseconds of the processor, and ratios to memcpy in turn with them: of the stored values for
// windowing, of the screen's pixels for windowing and scaling.

#include "bench/cpu_time.h"
#include "bench/measure.h"
#include "imaging/fitted_ramp.h"
#include "imaging/pixel_kernels.h"
#include "imaging/screen_scale.h"

#include <cstring>
#include <random>
#include <string_view>

using namespace simiao::bench;
using namespace simiao::imaging;

namespace {

constexpr int kEdge = 512;
constexpr int kScreen = 1024;
constexpr int kRuns = 200;

/// 12 bits of noise: nothing that a branch could learn.
std::shared_ptr<const Frame> aSlice()
{
    std::mt19937 random(1);
    std::vector<std::int16_t> stored(std::size_t(kEdge * kEdge));
    for (auto &value : stored)
        value = std::int16_t(random() & 0xfffU);
    std::vector<std::byte> bytes(stored.size() * 2);
    std::memcpy(bytes.data(), stored.data(), bytes.size());
    FrameFacts facts{.geometry = FrameGeometry::create(kEdge, kEdge, 1, SampleType::I16).value(),
                     .bitsStored = 12};
    facts.modality = {.slope = 1, .intercept = -1024};
    return Frame::create(std::move(facts), std::move(bytes)).value();
}

/// Another window each time, as while somebody drags.
GreyDisplay dragged(int run)
{
    return {.window = {.center = 40.0 + run, .width = 400.0 + 2 * run}};
}

void add(Timing &timing, const std::function<void()> &work)
{
    const double before = threadCpuUs();
    work();
    timing.us.push_back(threadCpuUs() - before);
}

void tell(const QString &what, const Timing &ours, const Timing &floor)
{
    auto figures = figuresOf(ours);
    figures.insert({QStringLiteral("kernels"), QString::fromLatin1(pixelKernels().name)});
    figures.insert({QStringLiteral("memcpyP50Us"), number(floor.median())});
    figures.insert({QStringLiteral("ratio"), number(ours.median() / floor.median())});
    report(what, figures);
}

void benchWindow()
{
    const auto frame = aSlice();
    std::vector<std::uint8_t> grey(std::size_t(kEdge * kEdge));
    std::vector<std::byte> copy(frame->bytes().size());
    Timing ours;
    Timing floor;
    for (int run = 0; run < kRuns; ++run) {
        add(floor, [&] { std::memcpy(copy.data(), frame->bytes().data(), copy.size()); });
        add(ours, [&] { render(*frame, dragged(run), grey); });
    }
    tell(QStringLiteral("window"), ours, floor);
}

void benchScale()
{
    const auto frame = aSlice();
    std::vector<std::uint8_t> grey(std::size_t(kEdge * kEdge));
    std::vector<std::uint32_t> pixels(std::size_t(kScreen * kScreen));
    const ScreenAxis axis{0, double(kEdge) / kScreen};
    std::vector<std::uint32_t> copy(pixels.size());
    Timing ours;
    Timing floor;
    for (int run = 0; run < kRuns; ++run) {
        add(floor, [&] { std::memcpy(copy.data(), pixels.data(), copy.size() * sizeof(copy[0])); });
        add(ours, [&] {
            render(*frame, dragged(run), grey);
            paintScaled({grey.data(), kEdge, kEdge, kEdge}, axis, axis,
                        {pixels.data(), kScreen, kScreen, kScreen});
        });
    }
    tell(QStringLiteral("window-and-scale"), ours, floor);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "window")
        benchWindow();
    else if (what == "scale")
        benchScale();
    else
        return 1;
    return 0;
}
