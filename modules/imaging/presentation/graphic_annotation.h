#pragma once

#include "imaging/measure/measurement.h"

#include <QString>

#include <optional>
#include <vector>

namespace simiao::imaging {

/// In what the points of an annotation are counted (PS3.3 C.10.5.1.2).
enum class AnnotationUnits {
    Pixel,   ///< columns and rows as ImagePoint, turned with the picture
    Display, ///< fractions of the displayed area, 0 … 1 from its upper left corner on the screen
};

/// Graphic Type (0070,0023).
enum class GraphicType {
    Point,
    Polyline,     ///< straight between the points; closed where the last is the first
    Interpolated, ///< a smooth curve through the points
    Circle,       ///< centre, a point of it
    Ellipse,      ///< two ends of the major axis, two of the minor one
};

struct GraphicObject
{
    AnnotationUnits units = AnnotationUnits::Pixel;
    GraphicType type = GraphicType::Polyline;
    bool isFilled = false;
    std::vector<ImagePoint> points = {};
    QString trackingId = {};  ///< (0062,0020), words by which a person follows it
    QString trackingUid = {}; ///< (0062,0021)

    bool operator==(const GraphicObject &) const = default;
};

/// Bounding Box Text Horizontal Justification (0070,0012).
enum class TextJustification { Left, Right, Centre };

/// Where words stand in a box; nothing is wrapped by it.
struct TextBox
{
    AnnotationUnits units = AnnotationUnits::Pixel;
    ImagePoint topLeft = {};
    ImagePoint bottomRight = {};
    TextJustification justification = TextJustification::Left;

    bool operator==(const TextBox &) const = default;
};

struct TextAnchor
{
    AnnotationUnits units = AnnotationUnits::Pixel;
    ImagePoint point = {};
    bool isVisible = false; ///< a line leads to it

    bool operator==(const TextAnchor &) const = default;
};

struct TextObject
{
    QString text; ///< may have several lines
    std::optional<TextBox> box = {};
    std::optional<TextAnchor> anchor = {};
    QString trackingId = {}; ///< as of a graphic
    QString trackingUid = {};

    bool operator==(const TextObject &) const = default;
};

/// The layer that an annotation is painted in, and in which order (PS3.3 C.10.7).
struct GraphicLayer
{
    QString name;
    int order = 0; ///< higher ones are painted over lower ones
    QString description = {};
    /// Recommended display: 0 black … 1 white; nothing where the viewer may choose.
    std::optional<double> grey = {};

    bool operator==(const GraphicLayer &) const = default;
};

} // namespace simiao::imaging
