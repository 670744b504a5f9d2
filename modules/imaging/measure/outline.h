#pragma once

#include "imaging/measure/values.h"

#include <utility>

namespace simiao::imaging {

/// From one column to another, both included.
struct ColumnSpan
{
    int first = 0;
    int last = 0;

    bool operator==(const ColumnSpan &) const = default;
};

/// The closed outline of an ellipse, a rectangle or a polygon, in columns and rows.
class Outline
{
public:
    /// \param region  complete, isRegion() of its kind holds
    explicit Outline(const Measurement &region);

    /// Pixels of `row` whose centre lies inside or on the outline, from left to right; for a polygon that crosses itself the
    /// parts that an odd number of edges encloses.
    std::vector<ColumnSpan> spansAt(int row) const;
    /// Rows that can have any. \returns first > last where there is none
    std::pair<int, int> rows() const;

    /// In square steps of the picture, pi a b, width by height, or the shoelace formula; 0 where it crosses itself.
    double pixelArea() const;
    bool crossesItself() const { return m_crossesItself; }
    const std::vector<ImagePoint> &points() const { return m_points; }

private:
    std::vector<ColumnSpan> polygonSpans(int row) const;

    MeasurementKind m_kind;
    std::vector<ImagePoint> m_points;
    ImagePoint m_least;
    ImagePoint m_most;
    bool m_crossesItself = false;
};

/// In mm² or px²: the area within the outline as drawn, not a count of pixels.
MeasuredSize areaOf(const Scale &scale, const Measurement &region);

} // namespace simiao::imaging
