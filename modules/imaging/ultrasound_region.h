#pragma once

#include <optional>
#include <vector>

namespace simiao::imaging {

/// A place between pixels: x to the right, y down, from the centre of the first pixel.
struct PixelPoint
{
    double x = 0;
    double y = 0;
};

/// What one step along an axis of a region is (PS3.3 C.8.5.5.1.15); only lengths are told apart here.
enum class RegionUnit { Other, Centimetre };

/// A part of an ultrasound picture with its own axes (Sequence of Ultrasound Regions, 0018,6011).
struct UltrasoundRegion
{
    int left = 0; ///< all four edges belong to the region
    int top = 0;
    int right = 0;
    int bottom = 0;
    RegionUnit unitX = RegionUnit::Other;
    RegionUnit unitY = RegionUnit::Other;
    double deltaX = 0; ///< units in a pixel; may be negative
    double deltaY = 0;

    bool operator==(const UltrasoundRegion &) const = default;
    bool contains(const PixelPoint &point) const
    {
        return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    }
    /// Both axes are lengths: a picture of the body, no curve over time.
    bool isSpatial() const { return unitX == RegionUnit::Centimetre && unitY == RegionUnit::Centimetre; }
};

/// Length of a line in mm by the smallest region that holds it whole; nothing where it leaves its region, or where an axis is
/// no length.
std::optional<double> lengthMm(const std::vector<UltrasoundRegion> &regions,
                               const PixelPoint &from,
                               const PixelPoint &to);

} // namespace simiao::imaging
