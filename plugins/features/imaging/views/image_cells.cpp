#include "imaging/views/image_cells.h"

namespace simiao::viewer {

ImageCells::ImageCells(CellParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_grid(new ViewportGrid([this](int index) { return make(index); }))
    , m_active(new ActiveView(m_cells.front().stack, m_cells.front().viewport, this))
{
    connect(m_grid, &ViewportGrid::activeChanged, this, &ImageCells::followActive);
    connect(m_grid, &ViewportGrid::shownChanged, this, &ImageCells::followShown);
    followActive();
}

QWidget *ImageCells::make(int index)
{
    auto *stack = new ImageStack(m_parts.source, m_parts.cache, this, m_turns);
    auto *viewport = new Viewport(stack, m_parts.book, m_parts.mrn, m_parts.data);
    m_cells.push_back({stack, viewport});
    connect(stack, &ImageStack::changed, this, [this, index] { Q_EMIT changed(index); });
    connect(viewport, &Viewport::doubleClicked, this,
            [this] { m_grid->setMaximised(!m_grid->isMaximised()); });
    connect(viewport, &Viewport::wheeled, this, [this, index] { m_grid->activate(index); });
    viewport->setObjectName(QStringLiteral("imaging.viewport.%1").arg(index + 1));
    if (index > 0)
        Q_EMIT made(m_cells.back());
    return viewport;
}

void ImageCells::followActive()
{
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i)
        at(i).viewport->setObjectName(QStringLiteral("imaging.viewport.%1").arg(i + 1));
    const auto &cell = at(m_grid->active());
    cell.viewport->setObjectName(QStringLiteral("imaging.viewport"));
    cell.stack->goFirst();
    m_active->set(cell.stack, cell.viewport);
}

/// What nobody sees fetches nothing.
void ImageCells::followShown()
{
    const bool areFramed = m_grid->count() > 1 && !m_grid->isMaximised();
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) {
        const bool isAway = i < m_grid->count() && m_grid->cell(i)->isLent();
        at(i).stack->setResting(!m_grid->isCellShown(i));
        at(i).viewport->setFramed(areFramed || isAway); // what fails is said there, not in the panel
    }
}

std::vector<ImageCell> ImageCells::cells() const
{
    return {m_cells.begin(), m_cells.begin() + m_grid->count()};
}

std::vector<ImageCell> ImageCells::shown() const
{
    std::vector<ImageCell> seen;
    for (int i = 0; i < m_grid->count(); ++i) {
        if (m_grid->isCellShown(i))
            seen.push_back(at(i));
    }
    return seen;
}

} // namespace simiao::viewer
