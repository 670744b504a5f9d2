#pragma once

#include "imaging/measure/measurement.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;

namespace simiao::viewer {

class ImageStack;
class MeasureTool;
class Viewport;

/// Choosing tools, undo and removal, as actions: the object name is the stable command id.
class MeasureCommands : public QObject
{
    Q_OBJECT

public:
    MeasureCommands(ImageStack *stack, Viewport *viewport, QObject *parent = nullptr);

    /// Opens the list of tools.
    QAction *menu() const { return m_menu; }
    /// One for each kind of measurement; works wherever the focus is in the panel.
    const QList<QAction *> &tools() const { return m_tools; }
    void retranslate();

private:
    QAction *make(const QString &id, const QList<QKeySequence> &keys, const std::function<void()> &run);
    void follow();
    void popUp();

    ImageStack *m_stack;
    Viewport *m_viewport;
    MeasureTool *m_tool;
    QMenu *m_list;
    QAction *m_menu;
    QList<QAction *> m_tools;
    QList<QAction *> m_changes; ///< undo, redo, remove, name
};

} // namespace simiao::viewer
