#pragma once

#include "imaging/overlay_plane.h"
#include "imaging/shutter.h"

#include <cstdint>
#include <optional>
#include <span>

namespace simiao::imaging {

/// What hides the surround of a picture, and how: the shapes, a bitmap, and the grey that stands there instead.
/// \source DICOM PS3.3 C.7.6.11 (Display Shutter), C.7.6.15 (Bitmap Display Shutter)
struct PresentationShutter
{
    Shutter shapes = {};
    std::optional<OverlayPlane> bitmap = {}; ///< hides where it is on
    double presentationValue = 0;            ///< 0 black … 1 white

    bool operator==(const PresentationShutter &) const = default;
    bool isOpen() const { return shapes == Shutter{} && !bitmap; }
    /// \param pixelAspect  as Shutter::hides
    bool hides(int column, int row, double pixelAspect = 1) const;
};

/// Overwrites what is hidden in a rendered picture, `samples` bytes a pixel.
void applyShutter(const PresentationShutter &shutter,
                  int columns,
                  int rows,
                  int samples,
                  double pixelAspect,
                  std::span<std::uint8_t> rendered);

} // namespace simiao::imaging
