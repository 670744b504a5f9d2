#pragma once

#include "imaging/models/viewer_data.h"

#include <QAction>
#include <QObject>

#include <memory>

namespace simiao::viewer {

class CineCommands;
class Hanging;
class ImageCells;
class ImageCommands;
class LayoutCommands;
class LinkCommands;
class MeasureCommands;
class SeriesPlacer;
class ViewCommands;

/// All commands of the viewer: made, given to the viewports, and put in the order of the row below the pictures.
class ViewerCommands : public QObject
{
    Q_OBJECT

public:
    /// \param data  never null
    ViewerCommands(std::shared_ptr<const ViewerData> data,
                   ImageCells *cells,
                   SeriesPlacer *placer,
                   QObject *parent = nullptr);

    QAction *attach() const;
    Hanging *hanging() const { return m_hanging; }
    LayoutCommands *layouts() const { return m_layouts; }

    /// Work wherever the focus is in the panel, and are worth a line in the command palette.
    QList<QAction *> panelWide() const;
    /// In the row: what is used most stands first, the rest in its menu. \param shelf  shows the small pictures
    QList<QAction *> row(QAction *shelf) const;
    /// Texts in the current language.
    void retranslate();

private:
    QList<QAction *> keysOfViewports() const;

    ImageCommands *m_images;
    MeasureCommands *m_measures;
    ViewCommands *m_views;
    LayoutCommands *m_layouts;
    LinkCommands *m_links;
    CineCommands *m_cine;
    Hanging *m_hanging;
};

} // namespace simiao::viewer
