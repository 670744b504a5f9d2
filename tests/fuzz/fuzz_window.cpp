// Values to grey: every way must give what the formula gives, whatever the window and the pixels are.
#include "fuzz/fuzz_input.h"
#include "imaging/fitted_ramp.h"
#include "imaging/lut.h"
#include "imaging/pixel_kernels.h"

#include <bit>
#include <cmath>

using namespace simiao;
using namespace simiao::imaging;

namespace {

double numberOf(test::FuzzInput &input)
{
    const int choice = input.byte();
    if (choice < 200)
        return (input.word() - 32'768) / (choice < 100 ? 1.0 : 16.0);
    std::uint64_t bits = 0;
    for (int i = 0; i < 4; ++i)
        bits = bits << 16 | input.word();
    return std::bit_cast<double>(bits);
}

VoiWindow windowOf(test::FuzzInput &input)
{
    VoiWindow window;
    window.center = numberOf(input);
    window.width = numberOf(input);
    window.function = static_cast<VoiFunction>(input.byte() % 3);
    return window;
}

void compareKernels(std::span<const std::byte> pixels, const GreyRamp &ramp, SampleType type)
{
    const auto *fast = &pixelKernels();
    const auto count = pixels.size() / std::size_t(bytesPerSample(type));
    std::vector<std::uint8_t> plain(count);
    std::vector<std::uint8_t> wide(count);
    if (type == SampleType::I16) {
        const auto *stored = reinterpret_cast<const std::int16_t *>(pixels.data());
        scalarKernels().windowI16(stored, count, ramp, plain.data());
        fast->windowI16(stored, count, ramp, wide.data());
    } else if (type == SampleType::U16) {
        const auto *stored = reinterpret_cast<const std::uint16_t *>(pixels.data());
        scalarKernels().windowU16(stored, count, ramp, plain.data());
        fast->windowU16(stored, count, ramp, wide.data());
    } else {
        const auto *stored = reinterpret_cast<const std::uint8_t *>(pixels.data());
        scalarKernels().windowU8(stored, count, ramp, plain.data());
        fast->windowU8(stored, count, ramp, wide.data());
    }
    test::mustHold(plain == wide, "wide loops give what plain ones give");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    constexpr SampleType kTypes[] = {SampleType::U8, SampleType::I16, SampleType::U16};
    const auto type = kTypes[input.byte() % 3];
    FrameFacts facts{.geometry =
                         FrameGeometry::create(input.number(1, 64), input.number(1, 16), 1, type).value()};
    facts.bitsStored = 8 * bytesPerSample(type);
    facts.modality.slope = numberOf(input);
    facts.modality.intercept = numberOf(input);
    facts.photometric = input.byte() % 2 == 0 ? Photometric::Monochrome2 : Photometric::Monochrome1;
    if (input.byte() % 2 == 1)
        facts.padding = ValueRange{double(input.word()) - 32'768, double(input.word()) - 32'768};
    GreyDisplay display;
    display.window = windowOf(input);
    display.isInverted = input.byte() % 2 == 1;
    if (!std::isfinite(facts.modality.slope) || !std::isfinite(facts.modality.intercept)
        || !display.window.isUsable())
        return 0; // the readers of data sets let none of these pass

    std::vector<std::byte> pixels(std::size_t(facts.geometry.byteSize()));
    const auto given = std::as_bytes(input.bytes(pixels.size()));
    std::ranges::copy(given, pixels.begin());
    const auto frame = Frame::create(facts, pixels).value();
    const auto shown = render(*frame, display);
    for (int at = 0; at < int(shown.size()); ++at) {
        const double stored = frame->storedAt(at % facts.geometry.columns(), at / facts.geometry.columns());
        test::mustHold(shown[std::size_t(at)] == displayGrey(facts, display, stored), "as the formula says");
    }
    if (const auto ramp = rampFor(*frame, display))
        compareKernels(frame->bytes(), *ramp, type);
    static_cast<void>(frame->automaticWindow());
    return 0;
}
