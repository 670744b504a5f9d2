#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace simiao::imaging {

/// A place in a picture: columns to the right, rows down, from the centre of the first pixel. Sub-pixel.
/// DICOM annotations (PS3.3 C.10.5) count from its upper left corner: whoever writes them adds a half.
struct ImagePoint
{
    double column = 0;
    double row = 0;

    bool operator==(const ImagePoint &) const = default;
};

/// What is drawn; the points each kind has stand beside it.
enum class MeasurementKind {
    Length,        ///< two ends
    Angle,         ///< an arm's end, the vertex, the other arm's end
    Cobb,          ///< two ends of one line, two of the other
    Bidirectional, ///< two ends of the one axis, two of the other at right angles to it
    Ellipse,       ///< two opposite corners of the box it touches; axes along rows and columns
    Rectangle,     ///< two opposite corners
    Polygon,       ///< three corners or more, closed
    Probe,         ///< one
    Arrow,         ///< tail, tip
    Text,          ///< one: the upper left corner of the words
};

/// Something a person drew on a picture. It is geometry only: values are computed from it and the picture when shown.
struct Measurement
{
    QString id; ///< unique among all of a patient
    MeasurementKind kind = MeasurementKind::Length;
    std::vector<ImagePoint> points = {};
    /// What the person wrote to it; empty for most.
    QString label = {};
    /// Where somebody put the middle of its words, also beside the picture. Nothing: where whoever draws it finds room.
    std::optional<ImagePoint> labelAt = {};

    bool operator==(const Measurement &) const = default;
};

/// How many points a kind has; for Polygon the least.
int pointCount(MeasurementKind kind);
/// A closed shape with pixels inside.
bool isRegion(MeasurementKind kind);
/// All its points are there and are numbers.
bool isComplete(const Measurement &measurement);

/// Stable word of a kind: "length", "cobb" … for files and command ids.
QString kindCode(MeasurementKind kind);
/// All kinds, in the order of a toolbar.
const std::vector<MeasurementKind> &allKinds();

} // namespace simiao::imaging
