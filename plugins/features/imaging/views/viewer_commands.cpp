#include "imaging/views/viewer_commands.h"

#include "imaging/views/cine_commands.h"
#include "imaging/views/hanging.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/image_commands.h"
#include "imaging/views/layout_commands.h"
#include "imaging/views/link_commands.h"
#include "imaging/views/measure_commands.h"
#include "imaging/views/series_placer.h"
#include "imaging/views/view_commands.h"

namespace simiao::viewer {

ViewerCommands::ViewerCommands(std::shared_ptr<const ViewerData> data,
                               ImageCells *cells,
                               SeriesPlacer *placer,
                               QObject *parent)
    : QObject(parent)
    , m_images(new ImageCommands(cells->active(), data, this))
    , m_measures(new MeasureCommands(cells->active(), this))
    , m_views(new ViewCommands(cells->active(), this))
    , m_layouts(new LayoutCommands(cells->grid(), this))
    , m_links(new LinkCommands(cells, this))
    , m_cine(new CineCommands(cells->active(), this))
    , m_hanging(new Hanging(std::move(data), cells, placer, m_links))
{
    connect(m_images->previousSeries(), &QAction::triggered, placer, [placer] { placer->step(-1); });
    connect(m_images->nextSeries(), &QAction::triggered, placer, [placer] { placer->step(1); });
    connect(m_layouts, &LayoutCommands::chosen, m_hanging, &Hanging::remember);
    const auto take = [keys = keysOfViewports()](const ImageCell &cell) { cell.viewport->addActions(keys); };
    take(cells->at(0));
    connect(cells, &ImageCells::made, this, take);
}

QAction *ViewerCommands::attach() const
{
    return m_images->attach();
}

QList<QAction *> ViewerCommands::keysOfViewports() const
{
    return m_images->leafing() + m_measures->changes() + m_views->moving() + m_layouts->beside()
        + m_links->moving();
}

QList<QAction *> ViewerCommands::panelWide() const
{
    return m_images->panelWide() + m_measures->tools() + m_views->all() + m_layouts->panelWide()
        + m_links->all() + m_cine->all() + QList{m_measures->menu(), m_hanging->menu()};
}

QList<QAction *> ViewerCommands::row(QAction *shelf) const
{
    return QList{m_layouts->menu(), m_measures->menu(), m_cine->play()} + m_images->presets()
        + m_images->display() + QList{m_hanging->menu(), shelf} + m_links->all() + m_views->all()
        + m_cine->all().mid(1) + QList{m_layouts->maximise()};
}

void ViewerCommands::retranslate()
{
    m_images->retranslate();
    m_measures->retranslate();
    m_views->retranslate();
    m_layouts->retranslate();
    m_links->retranslate();
    m_cine->retranslate();
    m_hanging->retranslate();
}

} // namespace simiao::viewer
