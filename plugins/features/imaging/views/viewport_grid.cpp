#include "imaging/views/viewport_grid.h"

#include <QApplication>

#include <algorithm>
#include <numeric>

namespace simiao::viewer {

ViewportGrid::ViewportGrid(std::function<QWidget *(int)> make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
    setObjectName(QStringLiteral("imaging.grid"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    makeCells();
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { followFocus(now); });
    arrange();
}

void ViewportGrid::makeCells()
{
    while (static_cast<int>(m_cells.size()) < count()) {
        const auto index = static_cast<int>(m_cells.size());
        auto *cell = new ViewportCell(m_make(index), this);
        connect(cell, &ViewportCell::seriesDropped, this,
                [this, index](const QString &uid) { Q_EMIT seriesDropped(index, uid); });
        m_cells.push_back(cell);
    }
}

void ViewportGrid::setGridSize(const GridSize &size)
{
    m_size = size;
    m_isMaximised = false;
    makeCells();
    makeActive(m_active < count() ? m_active : 0);
    arrange();
    Q_EMIT shownChanged();
}

void ViewportGrid::followFocus(const QWidget *focus)
{
    for (int i = 0; i < count(); ++i) {
        if (cell(i)->isAround(focus))
            return makeActive(i);
    }
}

void ViewportGrid::makeActive(int index)
{
    const bool isOther = index != m_active;
    m_active = index;
    setFocusProxy(cell(index)->content());
    if (isOther) {
        if (m_isMaximised)
            arrange();
        showFrames();
        Q_EMIT activeChanged(index);
    }
}

void ViewportGrid::activate(int index)
{
    if (index < 0 || index >= count())
        return;
    const auto *focus = QApplication::focusWidget();
    const bool hasFocus =
        std::ranges::any_of(m_cells, [focus](const ViewportCell *cell) { return cell->isAround(focus); });
    makeActive(index);
    if (!hasFocus)
        return;
    auto *worked = cell(index)->worked();
    if (worked->window() != focus->window())
        worked->activateWindow();
    worked->setFocus(Qt::OtherFocusReason);
}

void ViewportGrid::activateBeside(int right, int down)
{
    const int column = std::clamp(m_active % m_size.columns + right, 0, m_size.columns - 1);
    const int row = std::clamp(m_active / m_size.columns + down, 0, m_size.rows - 1);
    activate(row * m_size.columns + column);
    if (m_isMaximised)
        Q_EMIT shownChanged();
}

void ViewportGrid::setMaximised(bool isMaximised)
{
    if (isMaximised == m_isMaximised || count() < 2 || (isMaximised && cell(m_active)->isLent()))
        return;
    m_isMaximised = isMaximised;
    arrange();
    Q_EMIT shownChanged();
}

void ViewportGrid::lend(int index, QWidget *note)
{
    m_isMaximised = false;
    cell(index)->lend(note);
    arrange();
    Q_EMIT shownChanged();
}

/// Also of a cell that is no longer in the layout.
void ViewportGrid::takeBack(int index)
{
    cell(index)->takeBack();
    arrange();
    Q_EMIT shownChanged();
}

/// Those that have room, with the rows and columns that stand elsewhere given to the rest.
GridPacking ViewportGrid::packing() const
{
    std::vector<int> here;
    for (int i = 0; i < count(); ++i) {
        if (m_isMaximised ? i == m_active : !cell(i)->isLent())
            here.push_back(i);
    }
    if (here.empty()) { // all are elsewhere: their notes share the room
        here.resize(static_cast<std::size_t>(count()));
        std::iota(here.begin(), here.end(), 0);
    }
    return {m_size, here};
}

void ViewportGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The active one is shown before others are hidden, so that the focus stays.
void ViewportGrid::arrange()
{
    const auto packed = packing();
    for (int i = 0; i < count(); ++i) {
        if (!packed.hasRoom(i))
            continue;
        cell(i)->setGeometry(packed.place(i, size()));
        cell(i)->show();
    }
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) {
        if (!packed.hasRoom(i))
            m_cells[static_cast<std::size_t>(i)]->hide();
    }
    showFrames();
}

void ViewportGrid::showFrames()
{
    using Frame = ViewportCell::Frame;
    for (int i = 0; i < count(); ++i) {
        const auto among = i == m_active ? Frame::Active : Frame::Quiet;
        cell(i)->setFrame(count() > 1 && !m_isMaximised ? among : Frame::None);
    }
}

} // namespace simiao::viewer
