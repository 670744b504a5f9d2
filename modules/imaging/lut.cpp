#include "imaging/lut.h"

#include "imaging/fitted_ramp.h"
#include "imaging/pixel_kernels.h"
#include "imaging/samples.h"
#include "imaging/stated_display.h"

#include <algorithm>
#include <cmath>
#include <concepts>

namespace simiao::imaging {

namespace {

constexpr double kLargestTable = 65'536;

bool isFloat(SampleType type)
{
    return type == SampleType::F32 || type == SampleType::F64;
}

template <std::integral T>
void renderByTable(std::span<const T> samples,
                   std::span<const std::uint8_t> table,
                   double lowest,
                   std::span<std::uint8_t> out)
{
    const auto first = static_cast<std::int64_t>(lowest);
    std::ranges::transform(samples, out.begin(), [=](T sample) {
        return table[static_cast<std::size_t>(static_cast<std::int64_t>(sample) - first)];
    });
}

template <typename T>
void renderDirectly(std::span<const T> samples,
                    const FrameFacts &facts,
                    const GreyDisplay &display,
                    std::span<std::uint8_t> out)
{
    std::ranges::transform(samples, out.begin(), [&](T sample) {
        return displayGrey(facts, display, static_cast<double>(sample));
    });
}

template <typename T>
void renderByRamp(std::span<const T> samples, const GreyRamp &ramp, std::span<std::uint8_t> out)
{
    const auto &kernels = pixelKernels();
    if constexpr (std::same_as<T, std::int16_t>)
        kernels.windowI16(samples.data(), samples.size(), ramp, out.data());
    else if constexpr (std::same_as<T, std::uint16_t>)
        kernels.windowU16(samples.data(), samples.size(), ramp, out.data());
    else if constexpr (std::same_as<T, std::uint8_t>)
        kernels.windowU8(samples.data(), samples.size(), ramp, out.data());
    else
        std::ranges::transform(samples, out.begin(), [&](T sample) { return ramp.grey(int(sample)); });
}

void renderGrey(const Frame &frame, const GreyDisplay &display, std::span<std::uint8_t> out)
{
    if (const auto ramp = rampFor(frame, display))
        return visitSamples(frame, [&](auto samples) { renderByRamp(samples, *ramp, out); });
    const auto table = greyTable(frame, display);
    visitSamples(frame, [&]<typename T>(std::span<const T> samples) {
        if constexpr (std::integral<T>) {
            if (!table.empty())
                return renderByTable(samples, table, frame.storedRange().lowest, out);
        }
        renderDirectly(samples, frame.facts(), display, out);
    });
}

void renderColour(const Frame &frame, std::span<std::uint8_t> out)
{
    const double scale = 255 / (std::exp2(frame.facts().bitsStored) - 1);
    const int shift = std::max(0, frame.facts().bitsStored - 8);
    visitSamples(frame, [&]<typename T>(std::span<const T> samples) {
        std::ranges::transform(samples, out.begin(), [=](T sample) {
            if constexpr (std::unsigned_integral<T>)
                return static_cast<std::uint8_t>(sample >> shift);
            else
                return static_cast<std::uint8_t>(std::clamp(static_cast<double>(sample) * scale, 0.0, 255.0));
        });
    });
}

} // namespace

VoiWindow defaultWindow(const Frame &frame)
{
    const auto usable = std::ranges::find_if(frame.facts().windows, &VoiWindow::isUsable);
    return usable != frame.facts().windows.end() ? *usable : frame.automaticWindow();
}

bool statesDisplay(const FrameFacts &facts)
{
    return !facts.voiTables.empty() || std::ranges::any_of(facts.windows, &VoiWindow::isUsable);
}

GreyDisplay defaultDisplay(const Frame &frame)
{
    const auto &facts = frame.facts();
    if (!facts.voiTables.empty() && std::ranges::none_of(facts.windows, &VoiWindow::isUsable))
        return {.window = coveringWindow(facts.voiTables.front().table), .table = facts.voiTables.front()};
    return {.window = defaultWindow(frame)};
}

bool imageInverts(const FrameFacts &facts)
{
    return facts.photometric == Photometric::Monochrome1 || facts.isPresentationInverse;
}

double PresentationTable::at(double fraction) const
{
    const double last = static_cast<double>(entries.size()) - 1;
    return entries[static_cast<std::size_t>(std::lround(std::clamp(fraction, 0.0, 1.0) * last))];
}

std::uint8_t displayGrey(const FrameFacts &facts, const GreyDisplay &display, double stored)
{
    if (std::isnan(stored) || (facts.padding && facts.padding->contains(stored)))
        return 0;
    const auto &presented = display.presented;
    const double measured = (presented ? presented->modality : facts.modality).apply(stored);
    if (std::isnan(measured))
        return 0;
    double fraction = display.fraction(measured);
    bool inverts = (presented ? presented->isInverse : imageInverts(facts)) != display.isInverted;
    if (presented && presented->table) {
        fraction = presented->table->at(fraction);
        inverts = display.isInverted;
    }
    return static_cast<std::uint8_t>(std::floor((inverts ? 1 - fraction : fraction) * 255 + 0.5));
}

std::vector<std::uint8_t> greyTable(const Frame &frame, const GreyDisplay &display)
{
    const auto [lowest, highest] = frame.storedRange();
    if (isFloat(frame.geometry().sampleType()) || highest - lowest >= kLargestTable)
        return {};

    std::vector<std::uint8_t> table(static_cast<std::size_t>(highest - lowest) + 1);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = displayGrey(frame.facts(), display, lowest + static_cast<double>(i));
    return table;
}

std::size_t renderedSize(const FrameGeometry &geometry)
{
    return static_cast<std::size_t>(geometry.sampleCount());
}

void render(const Frame &frame, const GreyDisplay &display, std::span<std::uint8_t> out)
{
    if (frame.isGrey())
        renderGrey(frame, display, out);
    else
        renderColour(frame, out);
}

std::vector<std::uint8_t> render(const Frame &frame, const GreyDisplay &display)
{
    std::vector<std::uint8_t> out(renderedSize(frame.geometry()));
    render(frame, display, out);
    return out;
}

} // namespace simiao::imaging
