#pragma once

#include <QAction>
#include <QObject>

namespace simiao::viewer {

class CrossReferences;
class ImageCells;
class ScrollSync;
class ViewportGrid;
class WindowLink;

/// What viewports have to do with each other: linked scrolling, linked windows, reference lines, one place in all of them. The
/// object name of an action is its command id.
class LinkCommands : public QObject
{
    Q_OBJECT

public:
    LinkCommands(ImageCells *cells, QObject *parent = nullptr);

    /// Work wherever the focus is in the panel.
    const QList<QAction *> &all() const { return m_all; }
    /// Keys of the viewports: they move the place.
    const QList<QAction *> &moving() const { return m_moving; }
    void retranslate();

    /// As a hanging protocol wants it.
    void setScrollLinked(bool isLinked);
    void setLinesShown(bool areShown);
    void setWindowLinked(bool isLinked);

private:
    void follow();

    ViewportGrid *m_grid;
    ScrollSync *m_sync;
    WindowLink *m_windows;
    CrossReferences *m_references;
    QList<QAction *> m_all;
    QList<QAction *> m_moving;
};

} // namespace simiao::viewer
