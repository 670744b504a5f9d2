#include "imaging/views/viewport.h"

#include "imaging/views/annotation_painter.h"
#include "imaging/views/presented_part.h"
#include "imaging/views/true_size.h"
#include "sdk/desk.h"

#include <QPainter>

// How a Viewport shows its stack's presentation state.

namespace simiao::viewer {

namespace {

constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel

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
    const auto shown = m_arrangement ? m_arrangement->area : std::nullopt;
    return areaOf({.area = shown}, *m_stack->frame());
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
    return framingOf(*presented, *m_stack->frame());
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
    const auto one = placed.toView.map({-kHalf, -kHalf});
    const auto other = placed.toView.map({geometry.columns() - kHalf, geometry.rows() - kHalf});
    const auto whole = QRectF(QPointF(one.column, one.row), QPointF(other.column, other.row)).normalized();
    m_placement = Placement::at(whole, size(), m_picture.extent());
    m_stated = m_placement;
}

/// As it lies now: what is turned or zoomed by hand takes the drawings with it.
imaging::PlacedArea Viewport::placedArea() const
{
    return placedIn(m_mapping, area());
}

/// The part of the image that the state wants seen, in the view; nothing where that is all of it, or where somebody moved or zoomed
/// the picture to see the rest.
std::optional<QRectF> Viewport::statedPart() const
{
    const bool isStated = m_stack->presented() && m_arrangement && m_arrangement->area
        && m_stated == m_placement && !m_mapping.isEmpty();
    if (!isStated)
        return std::nullopt;
    if (!isPart(*m_arrangement->area, m_stack->frame()->geometry()))
        return std::nullopt;
    const auto place = placedArea();
    return QRectF(place.left, place.top, place.width, place.height);
}

void Viewport::paintPresentation(QPainter &painter) const
{
    if (!m_stack->presented() || m_mapping.isEmpty())
        return;
    painter.setFont(typeFont(ui::Type::Base));
    paintAnnotations(painter, m_stack->presented()->annotations, placedArea(), wordBoxes());
}

bool Viewport::isReplaced(const imaging::Measurement &measurement) const
{
    const auto *presented = m_stack->presented();
    return presented && isDrawnBy(presented->annotations, measurement);
}

bool Viewport::isAsStated() const
{
    return m_stack->presentation() && m_turn == (m_arrangement ? m_arrangement->turn : imaging::Turn{})
        && (m_stated ? m_stated == m_placement : m_placement == Placement{});
}

QStringList Viewport::presentationLines() const
{
    const auto &state = m_stack->presentation();
    return state ? presentationWords(*state, !m_stack->presentationError(), statedPart().has_value())
                 : QStringList();
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
