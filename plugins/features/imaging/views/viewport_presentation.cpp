#include "imaging/views/viewport.h"

#include "imaging/report/report_lines.h"
#include "imaging/views/annotation_painter.h"
#include "imaging/views/true_size.h"
#include "sdk/desk.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

// How a Viewport shows its stack's presentation state.

namespace simiao::viewer {

namespace {

constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel

imaging::AffineMap affineOf(const ImageMapping &mapping)
{
    const auto origin = mapping.toView(imaging::ImagePoint{0, 0});
    const auto column = mapping.toView(imaging::ImagePoint{1, 0}) - origin;
    const auto row = mapping.toView(imaging::ImagePoint{0, 1}) - origin;
    return {
        .xx = column.x(), .xy = row.x(), .yx = column.y(), .yy = row.y(), .dx = origin.x(), .dy = origin.y()};
}

QRectF boxOf(const imaging::AffineMap &map, double left, double top, double right, double bottom)
{
    const auto one = map.map({left - kHalf, top - kHalf});
    const auto other = map.map({right + kHalf, bottom + kHalf});
    return QRectF(QPointF(one.column, one.row), QPointF(other.column, other.row)).normalized();
}

/// The smallest box around points, in columns and rows.
struct Bounds
{
    double left, top, right, bottom;

    /// Presentation states keep places as floats.
    bool isSame(const Bounds &other) const
    {
        constexpr double kFloat = 0.01;
        return std::abs(left - other.left) < kFloat && std::abs(top - other.top) < kFloat
            && std::abs(right - other.right) < kFloat && std::abs(bottom - other.bottom) < kFloat;
    }
};

Bounds boundsOf(const std::vector<imaging::ImagePoint> &points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &imaging::ImagePoint::column);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &imaging::ImagePoint::row);
    return {left.column, top.row, right.column, bottom.row};
}

/// Where an annotation says that a measurement is; empty where it speaks of none, or of another.
std::vector<imaging::ImagePoint> trackedPoints(const imaging::GraphicAnnotation &annotation,
                                               const imaging::Measurement &measurement)
{
    const auto isIts = [&measurement](const QString &trackingId) {
        return trackingId == measurement.id
            || (!measurement.label.isEmpty() && trackingId == measurement.label);
    };
    std::vector<imaging::ImagePoint> points;
    for (const auto &graphic : annotation.graphics) {
        if (isIts(graphic.trackingId))
            points.insert(points.end(), graphic.points.begin(), graphic.points.end());
    }
    for (const auto &text : annotation.texts) {
        if (annotation.graphics.empty() && text.anchor && isIts(text.trackingId))
            points.push_back(text.anchor->point);
    }
    return points;
}

} // namespace

/// Of a picture that the state does not name, nothing is turned or placed by it.
void Viewport::followPresentation()
{
    const auto *presented = m_stack->presented();
    const auto arrangement =
        presented ? std::optional(Arrangement{presented->turn, presented->area}) : std::nullopt;
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    m_turn = presented ? presented->turn : imaging::Turn{};
    m_placement = {};
    m_stated = presented ? std::optional(m_placement) : std::nullopt;
}

imaging::DisplayedArea Viewport::area() const
{
    if (m_arrangement && m_arrangement->area)
        return *m_arrangement->area;
    const auto &frame = *m_stack->frame();
    return {.right = frame.geometry().columns() - 1,
            .bottom = frame.geometry().rows() - 1,
            .pixelHeight = frame.facts().displayAspect()};
}

/// Of the frame that is there: a state says which of them are seen, without one all are.
std::vector<imaging::OverlayPlane> Viewport::shownOverlays() const
{
    const auto *presented = m_stack->presented();
    return presented ? presented->overlays : m_stack->frame()->facts().overlays;
}

std::optional<PictureFraming> Viewport::framing() const
{
    const auto *presented = m_stack->presented();
    if (!presented)
        return std::nullopt;
    const auto shown = area();
    return PictureFraming{presented->shutter, shown.pixelHeight / shown.pixelWidth};
}

/// Again whenever the view is resized, until somebody moves or zooms the picture.
void Viewport::placeArea()
{
    const bool isStated = m_arrangement && m_stated == m_placement;
    if (!isStated || m_picture.isEmpty() || !m_stack->frame() || size().isEmpty())
        return;
    const auto pixels = pixelsPerMm(*this);
    const auto mm = pixels ? std::optional(1 / *pixels) : std::nullopt;
    const auto placed = imaging::placed(area(), m_turn, width(), height(), mm);
    const auto &geometry = m_stack->frame()->geometry();
    const auto whole = boxOf(placed.toView, 0, 0, geometry.columns() - 1, geometry.rows() - 1);
    m_placement = Placement::at(whole, size(), m_picture.extent());
    m_stated = m_placement;
}

/// As it lies now: what is turned or zoomed by hand takes the drawings with it.
imaging::PlacedArea Viewport::placedArea() const
{
    const auto map = affineOf(m_mapping);
    const auto shown = area();
    const auto box = boxOf(map, shown.left, shown.top, shown.right, shown.bottom);
    return {
        .toView = map, .left = box.left(), .top = box.top(), .width = box.width(), .height = box.height()};
}

/// The part of the image that the state wants seen, in the view; nothing where that is all of it, or where somebody moved or zoomed
/// the picture to see the rest.
std::optional<QRectF> Viewport::statedPart() const
{
    const bool isStated = m_stack->presented() && m_arrangement && m_arrangement->area
        && m_stated == m_placement && !m_mapping.isEmpty();
    if (!isStated)
        return std::nullopt;
    const auto &shown = *m_arrangement->area;
    const auto &geometry = m_stack->frame()->geometry();
    const bool isAll = shown.left <= 0 && shown.top <= 0 && shown.right >= geometry.columns() - 1
        && shown.bottom >= geometry.rows() - 1;
    const auto place = placedArea();
    return isAll ? std::nullopt : std::optional(QRectF(place.left, place.top, place.width, place.height));
}

void Viewport::paintPresentation(QPainter &painter) const
{
    if (!m_stack->presented() || m_mapping.isEmpty())
        return;
    painter.setFont(typeFont(ui::Type::Base));
    paintAnnotations(painter, m_stack->presented()->annotations, placedArea());
}

/// Where the state draws a measurement of this book, and at the same place, its drawing stands alone: one over the other neither
/// could be read. What was moved since is drawn beside it.
bool Viewport::isReplaced(const imaging::Measurement &measurement) const
{
    const auto *presented = m_stack->presented();
    return presented && std::ranges::any_of(presented->annotations, [&](const auto &annotation) {
               const auto points = trackedPoints(annotation, measurement);
               return !points.empty() && boundsOf(points).isSame(boundsOf(measurement.points));
           });
}

QStringList Viewport::presentationLines() const
{
    const auto &state = m_stack->presentation();
    if (!state)
        return {};
    const auto name = imaging::harmless(state->label).simplified();
    const auto author = imaging::harmless(state->creator).simplified();
    QStringList lines{name.isEmpty() ? tr("Presentation state") : tr("Presentation state %1").arg(name)};
    if (!author.isEmpty())
        lines.append(tr("by %1", "author of a presentation state").arg(author));
    if (m_stack->presentationError())
        lines.append(tr("NOT APPLIED to this image"));
    else if (!state->defects.empty())
        lines.append(tr("NOT ALL OF IT is applied"));
    if (statedPart())
        lines.append(tr("PART OF THE IMAGE", "the rest is cut off by a presentation state"));
    return lines;
}

QString Viewport::presentationText() const
{
    auto parts = presentationLines();
    if (parts.isEmpty())
        return {};
    if (const auto &error = m_stack->presentationError())
        parts.append(sdk::errorText(*error));
    for (const auto &defect : m_stack->presentation()->defects)
        parts.append(sdk::errorText({ErrorKind::Corrupt, defect.code, defect.detail}));
    if (const auto *presented = m_stack->presented())
        parts += annotationWords(presented->annotations);
    return parts.join(QStringLiteral("; "));
}

} // namespace simiao::viewer
