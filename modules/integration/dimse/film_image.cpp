#include "integration/dimse/film_image.h"

#include "imaging/samples.h"

#include <cmath>
#include <vector>

namespace simiao::dimse {

namespace {

constexpr int kDeep = 12;
constexpr double kDeepest = 4095;

/// As imaging::displayGrey, with more steps.
quint16 deepGrey(const imaging::FrameFacts &facts, const imaging::GreyDisplay &display, double stored)
{
    if (std::isnan(stored) || (facts.padding && facts.padding->contains(stored)))
        return 0;
    const double measured = facts.modality.apply(stored);
    if (std::isnan(measured))
        return 0;
    const double fraction = display.fraction(measured);
    const bool inverts = imaging::imageInverts(facts) != display.isInverted;
    return static_cast<quint16>(std::floor((inverts ? 1 - fraction : fraction) * kDeepest + 0.5));
}

QByteArray deepPixels(const imaging::Frame &frame, const imaging::GreyDisplay &display)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(frame.geometry().sampleCount()) * 2);
    imaging::visitSamples(frame, [&](auto samples) {
        for (const auto sample : samples) {
            const auto grey = deepGrey(frame.facts(), display, static_cast<double>(sample));
            bytes.append(static_cast<char>(grey & 0xFF));
            bytes.append(static_cast<char>(grey >> 8));
        }
    });
    return bytes;
}

/// Rec. 601 weights in 1/256.
char brightness(const std::uint8_t *rgb)
{
    return static_cast<char>((77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2] + 128) / 256);
}

QByteArray plainPixels(const imaging::Frame &frame, const imaging::GreyDisplay &display)
{
    const auto rendered = imaging::render(frame, display);
    QByteArray bytes;
    if (frame.isGrey()) {
        bytes = QByteArray(reinterpret_cast<const char *>(rendered.data()), qsizetype(rendered.size()));
    } else {
        for (std::size_t i = 0; i + 2 < rendered.size(); i += 3)
            bytes.append(brightness(&rendered[i]));
    }
    if (bytes.size() % 2 != 0)
        bytes.append('\0');
    return bytes;
}

} // namespace

FilmImage filmImage(const imaging::Frame &frame, const imaging::GreyDisplay &display, int bits)
{
    const bool isDeep = bits == kDeep && frame.isGrey() && !display.presented;
    return {.columns = frame.geometry().columns(),
            .rows = frame.geometry().rows(),
            .bits = isDeep ? kDeep : 8,
            .aspect = frame.facts().displayAspect(),
            .widthMm = {},
            .pixels = isDeep ? deepPixels(frame, display) : plainPixels(frame, display)};
}

} // namespace simiao::dimse
