#pragma once

#include "imaging/overlay_plane.h"

#include <optional>
#include <vector>

class DcmItem;

namespace simiao::dicom {

/// Groups 6000, 6002 … 601E.
inline constexpr int kMostOverlays = 16;

/// The overlay planes of groups 6000 … 601E that lie over frame `frameIndex` and have bits of their own (PS3.3 C.9.2).
/// Planes in unused bits of the pixels: embedded_overlays.h.
std::vector<imaging::OverlayPlane> readOverlays(DcmItem &dataset, int frameIndex);

/// The plane of one group, 6000 … 601E, for frame `frameIndex`.
std::optional<imaging::OverlayPlane> readOverlay(DcmItem &dataset, unsigned short group, int frameIndex);

} // namespace simiao::dicom
