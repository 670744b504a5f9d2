#include "imaging/views/cross_references.h"

#include <QScopedValueRollback>

namespace simiao::viewer {

namespace {

const imaging::FrameFacts *factsOf(const ImageStack *stack)
{
    return stack->frame() ? &stack->frame()->facts() : nullptr;
}

} // namespace

CrossReferences::CrossReferences(ImageCells *cells)
    : QObject(cells)
    , m_cells(cells)
    , m_places(new KnownPlaces(cells->source(), this))
{
    connect(m_places, &KnownPlaces::learned, this, &CrossReferences::followLearned);
    connect(cells, &ImageCells::changed, this, &CrossReferences::follow);
    connect(cells, &ImageCells::made, this, &CrossReferences::prepare);
    connect(cells->active(), &ActiveView::replaced, this, &CrossReferences::follow);
    connect(cells->grid(), &ViewportGrid::shownChanged, this, &CrossReferences::follow);
    prepare(cells->at(0));
}

void CrossReferences::prepare(const ImageCell &cell)
{
    cell.viewport->setPointing(m_isCrossShown);
    connect(cell.viewport, &Viewport::pointed, this,
            [this, cell](const imaging::ImagePoint &at) { pointAt(cell, at); });
}

void CrossReferences::setLinesShown(bool areShown)
{
    m_areLinesShown = areShown;
    follow();
}

void CrossReferences::setCrossShown(bool isShown)
{
    m_isCrossShown = isShown;
    m_place.reset();
    for (const auto &cell : m_cells->cells())
        cell.viewport->setPointing(isShown);
    const auto &active = m_cells->at(m_cells->grid()->active());
    if (const auto *facts = factsOf(active.stack); isShown && facts)
        pointAt(active, {facts->geometry.columns() / 2.0, facts->geometry.rows() / 2.0});
    follow();
}

void CrossReferences::moveCross(double right, double down)
{
    const auto &active = m_cells->at(m_cells->grid()->active());
    const auto at = crossIn(active);
    if (!at)
        return;
    const auto &mapping = active.viewport->mapping();
    const auto step = mapping.step(right, down);
    pointAt(active, mapping.clamped({at->column + step.column, at->row + step.row}));
}

void CrossReferences::pointAt(const ImageCell &cell, const imaging::ImagePoint &at)
{
    const auto *facts = factsOf(cell.stack);
    const auto plane = facts ? spacedPlane(*facts) : std::nullopt;
    if (!plane || facts->frameOfReferenceUid.isEmpty())
        return cell.viewport->say(tr("No place to show: the image does not say where it lies"));
    m_space = facts->frameOfReferenceUid;
    m_place = plane->at(at.column, at.row);
    leafToPlace(cell.stack);
    follow();
}

/// The picture that was pointed at stays.
void CrossReferences::leafToPlace(const ImageStack *from)
{
    const QScopedValueRollback leafing(m_isLeafing, true);
    for (const auto &cell : m_cells->shown()) {
        const auto &places = m_places->of(*cell.stack);
        if (cell.stack == from || places.frameOfReferenceUid != m_space)
            continue;
        if (const auto nearest = nearestSlice(places, *m_place))
            cell.stack->scrollTo(nearest->slice);
    }
}

/// Where the frames of an image lie was not known when the place was pointed at.
void CrossReferences::followLearned()
{
    if (m_place)
        leafToPlace(m_cells->active()->stack());
    follow();
}

void CrossReferences::follow()
{
    if (m_isLeafing)
        return;
    for (const auto &cell : m_cells->cells())
        cell.viewport->setMarks(marksOf(cell));
}

ViewMarks CrossReferences::marksOf(const ImageCell &cell) const
{
    ViewMarks marks;
    if (const auto line = m_areLinesShown ? lineIn(cell) : std::nullopt)
        marks.lines.push_back(*line);
    if (m_isCrossShown)
        marks.cross = crossIn(cell);
    return marks;
}

std::optional<MarkLine> CrossReferences::lineIn(const ImageCell &cell) const
{
    const auto *active = m_cells->active()->stack();
    const auto *facts = factsOf(cell.stack);
    const auto *cutting = factsOf(active);
    const bool isComparable = cell.stack != active && facts && cutting
        && !facts->frameOfReferenceUid.isEmpty()
        && facts->frameOfReferenceUid == cutting->frameOfReferenceUid;
    const auto shownPlane = isComparable ? spacedPlane(*facts) : std::nullopt;
    const auto cuttingPlane = isComparable ? spacedPlane(*cutting) : std::nullopt;
    if (!shownPlane || !cuttingPlane)
        return std::nullopt;
    const auto line = imaging::cutLine(*shownPlane, *cuttingPlane);
    if (!line)
        return std::nullopt;
    return MarkLine{{line->from.first, line->from.second},
                    {line->to.first, line->to.second},
                    QString::number(active->shown() + 1),
                    true};
}

/// Only where the slice that is shown passes the place, or nearly so: a cross on a far slice would point at another organ.
std::optional<imaging::ImagePoint> CrossReferences::crossIn(const ImageCell &cell) const
{
    const auto *facts = factsOf(cell.stack);
    const auto plane =
        facts && m_place && facts->frameOfReferenceUid == m_space ? spacedPlane(*facts) : std::nullopt;
    if (!plane)
        return std::nullopt;
    constexpr double kUsualThicknessMm = 5;
    const double reach = std::max(facts->sliceThicknessMm.value_or(kUsualThicknessMm), 1.0);
    if (std::abs(plane->plane.distanceTo(*m_place)) > reach)
        return std::nullopt;
    const auto [column, row] = plane->under(*m_place);
    return imaging::ImagePoint{column, row};
}

} // namespace simiao::viewer
