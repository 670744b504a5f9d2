#pragma once

#include <optional>
#include <vector>

namespace simiao::imaging {

/// A place between the pixels of a picture, from the centre of its first pixel.
struct ShutterPoint
{
    double column = 0;
    double row = 0;

    bool operator==(const ShutterPoint &) const = default;
};

/// What the modality wants to be seen of its picture (DICOM PS3.3 C.7.6.11). Of several shapes the part that all of them leave
/// open is seen.
struct Shutter
{
    /// The outermost columns and rows that are seen, from 0.
    struct Rectangle
    {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;

        bool operator==(const Rectangle &) const = default;
    };
    /// Nothing beyond `radius` pixels from the centre is seen.
    struct Circle
    {
        ShutterPoint centre;
        double radius = 0;

        bool operator==(const Circle &) const = default;
    };

    std::optional<Rectangle> rectangle = {};
    std::optional<Circle> circle = {};
    std::vector<ShutterPoint> polygon = {}; ///< at least 3 corners, or none at all

    bool operator==(const Shutter &) const = default;

    /// Whether this pixel is to be kept dark.
    /// \param pixelAspect  height of a pixel over its width: a circle is one in the patient, its radius in columns
    bool hides(int column, int row, double pixelAspect = 1) const;
};

} // namespace simiao::imaging
