#pragma once

#include "imaging/measure/measurement.h"
#include "imaging/overlay_plane.h"

#include <cstdint>
#include <optional>
#include <span>

namespace simiao::imaging {

/// Columns and rows that stay visible, from 0, both ends included.
struct RectangularShutter
{
    int left = 0;
    int right = 0;
    int upper = 0;
    int lower = 0;

    bool operator==(const RectangularShutter &) const = default;
};

struct CircularShutter
{
    ImagePoint centre;
    double radius = 0; ///< in columns

    bool operator==(const CircularShutter &) const = default;
};

/// What hides the surround of a picture; the parts that each of them leaves are what is seen.
/// \source DICOM PS3.3 C.7.6.11 (Display Shutter), C.7.6.15 (Bitmap Display Shutter)
struct Shutters
{
    std::optional<RectangularShutter> rectangular = {};
    std::optional<CircularShutter> circular = {};
    std::vector<ImagePoint> polygonal = {};  ///< empty: none
    std::optional<OverlayPlane> bitmap = {}; ///< hides where it is on
    double presentationValue = 0;            ///< what is shown instead: 0 black … 1 white

    bool operator==(const Shutters &) const = default;
    bool areOpen() const { return !rectangular && !circular && polygonal.empty() && !bitmap; }
    /// \param pixelAspect  height of a pixel over its width: a circle is one in the patient
    bool shows(int column, int row, double pixelAspect = 1) const;
};

/// Overwrites what is hidden in a rendered picture, `samples` bytes a pixel.
void applyShutters(const Shutters &shutters,
                   int columns,
                   int rows,
                   int samples,
                   double pixelAspect,
                   std::span<std::uint8_t> rendered);

} // namespace simiao::imaging
