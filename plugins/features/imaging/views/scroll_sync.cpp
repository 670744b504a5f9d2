#include "imaging/views/scroll_sync.h"

#include <QScopedValueRollback>

namespace simiao::viewer {

ScrollSync::ScrollSync(ImageCells *cells)
    : QObject(cells)
    , m_cells(cells)
{
    connect(cells->active(), &ActiveView::replaced, this, &ScrollSync::rebase);
    connect(cells->grid(), &ViewportGrid::shownChanged, this, &ScrollSync::rebase);
    connect(cells, &ImageCells::changed, this, [this](int index) {
        if (index == m_cells->grid()->active())
            follow();
    });
}

void ScrollSync::setOn(bool isOn)
{
    m_isOn = isOn;
    rebase();
    follow();
    if (isOn)
        return;
    for (const auto &cell : m_cells->cells())
        cell.viewport->setStatus(Viewport::Status::Sync, {});
}

/// By number they stay as far apart as they are now.
void ScrollSync::rebase()
{
    m_offsets.clear();
    const int from = m_cells->active()->stack()->wanted();
    for (const auto &cell : m_cells->cells())
        m_offsets.insert(cell.stack, cell.stack->wanted() - from);
}

void ScrollSync::follow()
{
    if (!m_isOn || m_isLeafing)
        return;
    const QScopedValueRollback leafing(m_isLeafing, true);
    const auto *active = m_cells->active()->stack();
    m_cells->active()->viewport()->setStatus(Viewport::Status::Sync, {});
    for (const auto &cell : m_cells->shown()) {
        if (cell.stack == active || cell.stack->count() == 0)
            continue;
        const auto match = matchSlice(m_places.of(*active), active->wanted(), m_places.of(*cell.stack),
                                      m_offsets.value(cell.stack));
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
            ? tr("Linked by position: %1 mm away").arg(match.distanceMm, 0, 'f', 0)
            : tr("Linked by position");
        break;
    case SliceMatch::Ground::Number:
        words = match.offset == 0
            ? tr("Linked by number")
            : tr("Linked by number, offset %1").arg(QString::asprintf("%+d", match.offset));
        break;
    case SliceMatch::Ground::None: words = tr("Not linked: another plane"); break;
    }
    cell.viewport->setStatus(Viewport::Status::Sync, words);
}

} // namespace simiao::viewer
