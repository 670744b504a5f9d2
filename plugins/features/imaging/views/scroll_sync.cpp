#include "imaging/views/scroll_sync.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace simiao::viewer {

namespace {

bool isOneModality(const ImageStack &a, const ImageStack &b)
{
    return a.series().modality == b.series().modality;
}

} // namespace

ScrollSync::ScrollSync(ImageCells *cells)
    : QObject(cells)
    , m_cells(cells)
    , m_places(new KnownPlaces(cells->source(), this))
{
    connect(m_places, &KnownPlaces::learned, this, &ScrollSync::follow);
    connect(cells->active(), &ActiveView::replaced, this, &ScrollSync::beginWhereOthersAreShown);
    connect(cells->grid(), &ViewportGrid::shownChanged, this, &ScrollSync::beginWhereOthersAreShown);
    connect(cells, &ImageCells::changed, this, [this](int index) {
        if (index == m_cells->grid()->active())
            follow();
    });
}

void ScrollSync::setOn(bool isOn)
{
    m_isOn = isOn;
    begin();
    follow();
    if (isOn)
        return;
    for (const auto &cell : m_cells->cells())
        cell.viewport->setStatus(Viewport::Status::Sync, {});
}

/// What they show now faces each other.
void ScrollSync::begin()
{
    m_starts.clear();
    for (const auto &cell : m_cells->cells())
        m_starts.insert(cell.stack, {cell.stack->series().seriesInstanceUid, cell.stack->wanted()});
}

/// Another active viewport alone changes nothing: at the end of a series it would drift.
void ScrollSync::beginWhereOthersAreShown()
{
    const auto shown = m_cells->shown();
    const bool areTheSame = std::ranges::all_of(shown, [this](const ImageCell &cell) {
        const auto start = m_starts.constFind(cell.stack);
        return start != m_starts.constEnd()
            && start->seriesInstanceUid == cell.stack->series().seriesInstanceUid;
    });
    if (!areTheSame)
        begin();
}

void ScrollSync::follow()
{
    if (!m_isOn || m_isLeafing)
        return;
    const QScopedValueRollback leafing(m_isLeafing, true);
    beginWhereOthersAreShown();
    const auto *active = m_cells->active()->stack();
    const int begun = m_starts.value(active).slice;
    m_cells->active()->viewport()->setStatus(Viewport::Status::Sync, {});
    for (const auto &cell : m_cells->shown()) {
        if (cell.stack == active || cell.stack->count() == 0)
            continue;
        const auto &from = m_places->of(*active);
        const auto &to = m_places->of(*cell.stack);
        if (m_places->isLearning(*active) || m_places->isLearning(*cell.stack))
            continue; // by number it would leaf to somewhere else first
        auto match = matchSlice(from, active->wanted(), to, {begun, m_starts.value(cell.stack).slice});
        // The tenth picture of an ultrasound has nothing of the tenth slice of a CT.
        if (match.ground == SliceMatch::Ground::Number && !isOneModality(*active, *cell.stack))
            match.ground = SliceMatch::Ground::None;
        if (match.ground != SliceMatch::Ground::None)
            cell.stack->scrollTo(match.slice);
        say(cell, match);
    }
}

/// A slice that is farther away than slices usually are thick is not the same place.
void ScrollSync::say(const ImageCell &cell, const SliceMatch &match)
{
    constexpr double kSamePlaceMm = 5;
    QString words;
    switch (match.ground) {
    case SliceMatch::Ground::Position:
        words = match.distanceMm > kSamePlaceMm
            ? tr("%1 mm away, linked by position").arg(match.distanceMm, 0, 'f', 0)
            : tr("Linked by position");
        break;
    case SliceMatch::Ground::Distance:
        words = match.distanceMm > kSamePlaceMm
            ? tr("%1 mm away, linked by mm").arg(match.distanceMm, 0, 'f', 0)
            : tr("Linked by mm");
        break;
    case SliceMatch::Ground::Number:
        words = match.offset == 0
            ? tr("Linked by number")
            : tr("Offset %1, linked by number").arg(QString::asprintf("%+d", match.offset));
        break;
    case SliceMatch::Ground::None: words = tr("Not linked: another plane or kind"); break;
    }
    cell.viewport->setStatus(Viewport::Status::Sync, words);
}

} // namespace simiao::viewer
