#include "integration/dicom/codecs/jpeg2000_planes.h"

#include <algorithm>
#include <type_traits>

namespace simiao::dicom {

namespace {

/// Of the picture in memory: where the first sample of a component goes, and how far the next pixel's is.
struct Place
{
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::size_t stride = 0;
};

Place placeIn(const PixelFormat &format)
{
    const auto &geometry = format.geometry;
    return {.columns = static_cast<std::size_t>(geometry.columns()),
            .rows = static_cast<std::size_t>(geometry.rows()),
            .stride = static_cast<std::size_t>(geometry.samplesPerPixel())};
}

/// The planes that are wanted; empty where there are too few.
std::span<const Jpeg2000Plane> wantedOf(const Jpeg2000Planes &planes, const imaging::FrameGeometry &geometry)
{
    const auto wanted = static_cast<std::size_t>(geometry.samplesPerPixel());
    return planes.planes.size() < wanted ? std::span<const Jpeg2000Plane>()
                                         : std::span(planes.planes).first(wanted);
}

template <typename T>
void repeatPlane(const Jpeg2000Plane &plane, const Place &place, T *out)
{
    for (std::size_t row = 0; row < place.rows; ++row) {
        const auto line = plane.samples.subspan(std::min(row / plane.rowStep, plane.rows - 1) * plane.columns,
                                                plane.columns);
        auto *to = out + row * place.columns * place.stride;
        for (std::size_t column = 0; column < place.columns; ++column)
            to[column * place.stride] =
                static_cast<T>(line[std::min(column / plane.columnStep, plane.columns - 1)]);
    }
}

/// Of a picture whose edges are halved that often: known where it is compiled, since each sample of a preview goes through it.
constexpr std::size_t kStep = std::size_t{1} << kPreviewHalvings;

/// Samples of two rows that stand at every kStep-th column, `share` parts of the way from the first to the second, to a value for each
/// column; kStep * kStep times as large as they are.
template <typename Wide>
void spreadLine(std::span<const std::int32_t> above,
                std::span<const std::int32_t> below,
                Wide share,
                std::vector<Wide> &line)
{
    constexpr Wide kWhole = kStep;
    const auto at = [&](std::size_t i) { return Wide{above[i]} * (kWhole - share) + Wide{below[i]} * share; };
    const std::size_t width = above.size();
    Wide left = at(0);
    for (std::size_t i = 0; i < width; ++i) {
        const Wide right = i + 1 < width ? at(i + 1) : left;
        for (Wide part = 0; part < kWhole; ++part)
            line[i * kStep + std::size_t(part)] = left * (kWhole - part) + right * part;
        left = right;
    }
    std::fill(line.begin() + std::ptrdiff_t(width * kStep), line.end(), left * kWhole);
}

template <typename T>
void spreadPlane(const Jpeg2000Plane &plane, const Place &place, T *out)
{
    using Wide = std::conditional_t<sizeof(T) <= 2, std::int32_t, std::int64_t>;
    constexpr Wide kRound = kStep * kStep / 2;
    std::vector<Wide> line(std::max(place.columns, plane.columns * kStep));
    const auto samplesAt = [&](std::size_t row) {
        return plane.samples.subspan(std::min(row, plane.rows - 1) * plane.columns, plane.columns);
    };
    for (std::size_t row = 0; row < place.rows; ++row) {
        const auto above = std::min(row / kStep, plane.rows - 1);
        spreadLine<Wide>(samplesAt(above), samplesAt(above + 1), Wide(row % kStep), line);
        for (std::size_t column = 0; column < place.columns; ++column)
            out[column * place.stride] = static_cast<T>((line[column] + kRound) >> (2 * kPreviewHalvings));
        out += place.columns * place.stride;
    }
}

template <typename T>
void placePlane(const Jpeg2000Plane &plane, bool isPreview, const Place &place, T *out)
{
    if (isPreview)
        spreadPlane<T>(plane, place, out);
    else
        repeatPlane<T>(plane, place, out);
}

} // namespace

bool isFull(const Jpeg2000Planes &planes, const imaging::FrameGeometry &geometry)
{
    const auto wanted = wantedOf(planes, geometry);
    return !wanted.empty() && std::ranges::all_of(wanted, [&](const Jpeg2000Plane &plane) {
        return plane.columns > 0 && plane.rows > 0 && plane.columnStep > 0 && plane.rowStep > 0
            && plane.samples.size() >= plane.columns * plane.rows
            && plane.columns >= static_cast<std::size_t>(geometry.columns()) / plane.columnStep
            && plane.rows >= static_cast<std::size_t>(geometry.rows()) / plane.rowStep;
    });
}

bool isFullPreview(const Jpeg2000Planes &planes, const PixelFormat &format)
{
    const auto &geometry = format.geometry;
    const auto wanted = wantedOf(planes, geometry);
    return !wanted.empty() && std::ranges::all_of(wanted, [&](const Jpeg2000Plane &plane) {
        return plane.columns > 0 && plane.rows > 0 && plane.columnStep == 1 && plane.rowStep == 1
            && plane.samples.size() >= plane.columns * plane.rows
            && plane.precision <= static_cast<int>(8 * format.sampleBytes())
            && plane.columns >= static_cast<std::size_t>(geometry.columns()) >> planes.halvings
            && plane.rows >= static_cast<std::size_t>(geometry.rows()) >> planes.halvings;
    });
}

std::vector<std::byte> samplesOf(const Jpeg2000Planes &planes, const PixelFormat &format)
{
    std::vector<std::byte> pixels(static_cast<std::size_t>(format.geometry.byteSize()));
    const auto place = placeIn(format);
    for (std::size_t i = 0; i < place.stride; ++i) {
        const auto put = [&]<typename T>(T *first) {
            placePlane<T>(planes.planes[i], planes.halvings > 0, place, first + i);
        };
        switch (format.sampleBytes()) {
        case 1: put(reinterpret_cast<std::uint8_t *>(pixels.data())); break;
        case 2: put(reinterpret_cast<std::uint16_t *>(pixels.data())); break;
        default: put(reinterpret_cast<std::uint32_t *>(pixels.data())); break;
        }
    }
    return pixels;
}

} // namespace simiao::dicom
