#include "integration/dicom/overlays.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace simiao::dicom {

namespace {

constexpr int kMostEdge = 65'535;

/// The bits whatever VR they have, lowest of each byte first.
std::span<const Uint8> bitsOf(DcmItem &dataset, const DcmTagKey &tag)
{
    DcmElement *element = nullptr;
    if (dataset.findAndGetElement(tag, element).bad())
        return {};
    Uint8 *bytes = nullptr;
    Uint16 *words = nullptr;
    if (element->getUint8Array(bytes).good() && bytes != nullptr)
        return {bytes, element->getLength()};
    if (element->getUint16Array(words).good() && words != nullptr)
        return {reinterpret_cast<const Uint8 *>(words), element->getLength()};
    return {};
}

/// The plane's number of the frame: overlays may have frames of their own, from Image Frame Origin on.
std::optional<int> planeFrame(DcmItem &dataset, Uint16 group, int frameIndex)
{
    const int frames = std::max(1, integer(dataset, DcmTagKey(group, 0x0015)).value_or(1));
    const int origin = integer(dataset, DcmTagKey(group, 0x0051)).value_or(1) - 1;
    if (frames == 1 && origin == 0)
        return 0;
    const int own = frameIndex - origin;
    return own >= 0 && own < frames ? std::optional(own) : std::nullopt;
}

} // namespace

std::optional<imaging::OverlayPlane> readOverlay(DcmItem &dataset, unsigned short group, int frameIndex)
{
    if (!dataset.tagExists(DcmTagKey(group, 0x3000)))
        return std::nullopt; // as in nearly every image, for each of the groups
    const int rows = integer(dataset, DcmTagKey(group, 0x0010)).value_or(0);
    const int columns = integer(dataset, DcmTagKey(group, 0x0011)).value_or(0);
    const auto frame = planeFrame(dataset, group, frameIndex);
    const auto bits = bitsOf(dataset, DcmTagKey(group, 0x3000));
    const auto count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    if (!frame || rows < 1 || columns < 1 || rows > kMostEdge || columns > kMostEdge
        || bits.size() * 8 < count)
        return std::nullopt;

    const auto origin = numbers(dataset, DcmTagKey(group, 0x0050));
    // A place in a picture; what is not would have none in a whole number.
    const auto edge = [&](std::size_t i) {
        return origin.size() == 2 ? static_cast<int>(std::clamp<double>(origin[i], -kMostEdge, kMostEdge)) - 1
                                  : 0;
    };
    imaging::OverlayPlane plane{.rows = rows,
                                .columns = columns,
                                .originRow = edge(0),
                                .originColumn = edge(1),
                                .isOn = std::vector<bool>(count),
                                .group = group};
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = count * static_cast<std::size_t>(*frame) + i;
        plane.isOn[i] = at / 8 < bits.size() && (bits[at / 8] >> at % 8 & 1) != 0;
    }
    return plane;
}

std::vector<imaging::OverlayPlane> readOverlays(DcmItem &dataset, int frameIndex)
{
    std::vector<imaging::OverlayPlane> planes;
    for (int i = 0; i < kMostOverlays; ++i) {
        if (auto plane = readOverlay(dataset, static_cast<Uint16>(0x6000 + 2 * i), frameIndex))
            planes.push_back(*std::move(plane));
    }
    return planes;
}

} // namespace simiao::dicom
