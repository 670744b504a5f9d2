#include "integration/dicom/embedded_overlays.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/overlays.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <optional>

namespace simiao::dicom {

namespace {

/// The bit of a group's plane; nothing where it has bits of its own, or its bit belongs to the pixels.
std::optional<int> bitOf(DcmItem &dataset, Uint16 group, const PixelFormat &format)
{
    const auto position = integer(dataset, DcmTagKey(group, 0x0102));
    const bool isEmbedded = position && integer(dataset, DcmTagKey(group, 0x0100)) == format.bitsAllocated
        && !dataset.tagExists(DcmTagKey(group, 0x3000));
    if (!isEmbedded || *position < 0 || *position >= format.bitsAllocated)
        return std::nullopt;
    const bool isPixel = *position >= format.shift() && *position <= format.highBit;
    return isPixel ? std::nullopt : position;
}

imaging::OverlayPlane planeOf(std::span<const std::byte> samples, const PixelFormat &format, int bit)
{
    const auto count = static_cast<std::size_t>(format.geometry.pixelCount());
    const auto size = format.sampleBytes();
    imaging::OverlayPlane plane{.rows = format.geometry.rows(),
                                .columns = format.geometry.columns(),
                                .isOn = std::vector<bool>(count)};
    const auto byteOfSample = static_cast<std::size_t>(bit / 8); // little endian
    for (std::size_t i = 0; i < count && (i + 1) * size <= samples.size(); ++i)
        plane.isOn[i] = (std::to_integer<int>(samples[i * size + byteOfSample]) >> bit % 8 & 1) != 0;
    return plane;
}

} // namespace

std::vector<imaging::OverlayPlane> embeddedOverlays(DcmItem &dataset,
                                                    std::span<const std::byte> samples,
                                                    const PixelFormat &format)
{
    std::vector<imaging::OverlayPlane> planes;
    // A plane has the shape of the picture: it is made of the same samples.
    for (int i = 0; i < kMostOverlays && format.geometry.samplesPerPixel() == 1; ++i) {
        const auto group = static_cast<Uint16>(0x6000 + 2 * i);
        const auto bit = bitOf(dataset, group, format);
        if (!bit)
            continue;
        auto plane = planeOf(samples, format, *bit);
        plane.group = group;
        planes.push_back(std::move(plane));
    }
    return planes;
}

} // namespace simiao::dicom
