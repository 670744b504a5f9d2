#include "imaging/measure/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace simiao::imaging {

namespace {

/// Twice the signed area of the triangle.
double turn(const ImagePoint &a, const ImagePoint &b, const ImagePoint &c)
{
    return (b.column - a.column) * (c.row - a.row) - (b.row - a.row) * (c.column - a.column);
}

bool areCrossing(const ImagePoint &a, const ImagePoint &b, const ImagePoint &c, const ImagePoint &d)
{
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

bool crosses(const std::vector<ImagePoint> &corners)
{
    const std::size_t count = corners.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 2; j < count; ++j) {
            if (areCrossing(corners[i], corners[i + 1], corners[j], corners[(j + 1) % count]))
                return true;
        }
    }
    return false;
}

double shoelace(const std::vector<ImagePoint> &corners)
{
    double twice = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto &a = corners[i];
        const auto &b = corners[(i + 1) % corners.size()];
        twice += a.column * b.row - b.column * a.row;
    }
    return std::abs(twice) / 2;
}

/// Where a line of pixel centres enters and leaves. A centre on the outline is inside, in spite of rounding.
void addSpan(std::vector<ColumnSpan> &spans, double from, double to)
{
    constexpr double kOn = 1e-9;
    const ColumnSpan span{static_cast<int>(std::ceil(from - kOn)), static_cast<int>(std::floor(to + kOn))};
    if (span.first > span.last)
        return;
    if (!spans.empty() && span.first <= spans.back().last)
        spans.back().last = std::max(spans.back().last, span.last);
    else
        spans.push_back(span);
}

} // namespace

Outline::Outline(const Measurement &region)
    : m_kind(region.kind)
    , m_points(region.points)
    , m_least(region.points.front())
    , m_most(region.points.front())
{
    for (const auto &point : m_points) {
        m_least = {std::min(m_least.column, point.column), std::min(m_least.row, point.row)};
        m_most = {std::max(m_most.column, point.column), std::max(m_most.row, point.row)};
    }
    m_crossesItself = m_kind == MeasurementKind::Polygon && m_points.size() > 3 && crosses(m_points);
}

std::pair<int, int> Outline::rows() const
{
    return {static_cast<int>(std::ceil(m_least.row)), static_cast<int>(std::floor(m_most.row))};
}

std::vector<ColumnSpan> Outline::spansAt(int row) const
{
    if (row < m_least.row || row > m_most.row)
        return {};
    if (m_kind == MeasurementKind::Polygon)
        return polygonSpans(row);
    std::vector<ColumnSpan> spans;
    if (m_kind == MeasurementKind::Rectangle) {
        addSpan(spans, m_least.column, m_most.column);
        return spans;
    }
    const double height = (m_most.row - m_least.row) / 2;
    const double above = height > 0 ? (row - (m_least.row + m_most.row) / 2) / height : 0;
    const double reach = (m_most.column - m_least.column) / 2 * std::sqrt(std::max(0.0, 1 - above * above));
    const double middle = (m_least.column + m_most.column) / 2;
    addSpan(spans, middle - reach, middle + reach);
    return spans;
}

/// Each edge counts with its upper end and without its lower one, so that a corner is met once; an edge along the row is on the
/// outline and added whole.
std::vector<ColumnSpan> Outline::polygonSpans(int row) const
{
    std::vector<double> crossings;
    std::vector<std::pair<double, double>> parts;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const auto &a = m_points[i];
        const auto &b = m_points[(i + 1) % m_points.size()];
        if (a.row == row)
            parts.emplace_back(a.column, a.column);
        if (a.row == row && b.row == row)
            parts.emplace_back(std::min(a.column, b.column), std::max(a.column, b.column));
        if ((a.row <= row) != (b.row <= row))
            crossings.push_back(a.column + (row - a.row) / (b.row - a.row) * (b.column - a.column));
    }
    std::ranges::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        parts.emplace_back(crossings[i], crossings[i + 1]);
    std::ranges::sort(parts);
    std::vector<ColumnSpan> spans;
    for (const auto &[from, to] : parts)
        addSpan(spans, from, to);
    return spans;
}

double Outline::pixelArea() const
{
    if (m_crossesItself)
        return 0;
    const double box = (m_most.column - m_least.column) * (m_most.row - m_least.row);
    if (m_kind == MeasurementKind::Polygon)
        return shoelace(m_points);
    return m_kind == MeasurementKind::Ellipse ? box * std::numbers::pi / 4 : box;
}

MeasuredSize areaOf(const Scale &scale, const Measurement &region)
{
    const Outline outline(region);
    const auto [least, most] = std::ranges::minmax_element(region.points, {}, &ImagePoint::column);
    const auto [top, bottom] = std::ranges::minmax_element(region.points, {}, &ImagePoint::row);
    auto corners = region.points;
    if (region.kind != MeasurementKind::Polygon)
        corners = {{least->column, top->row},
                   {most->column, top->row},
                   {most->column, bottom->row},
                   {least->column, bottom->row}};
    auto local = localScale(scale, corners);
    if (outline.crossesItself())
        local = {.why = NoMillimetres::CrossesItself};
    constexpr double kUnsurePixels = 10; // an outline drawn by hand is not surer than that
    const double step = local.columnStep * local.rowStep;
    return {.value = local.hasLength() ? std::optional(outline.pixelArea() * step) : std::nullopt,
            .basis = local.basis,
            .why = local.why,
            .decimals = decimalsFor(kUnsurePixels * step)};
}

} // namespace simiao::imaging
