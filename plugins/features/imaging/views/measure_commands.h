#pragma once

#include "imaging/measure/measurement.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace simiao::viewer {

class ActiveView;

/// Choosing tools, undo and removal, as actions: the object name is the stable command id.
class MeasureCommands : public QObject
{
    Q_OBJECT

public:
    MeasureCommands(ActiveView *view, QObject *parent = nullptr);

    /// Opens the list of tools.
    QAction *menu() const { return m_menu; }
    /// One for each kind of measurement; works wherever the focus is in the panel.
    const QList<QAction *> &tools() const { return m_tools; }
    /// Keys of the viewports: undo, redo, remove, name, place of the words.
    const QList<QAction *> &changes() const { return m_changes; }
    void retranslate();

private:
    void follow();
    void popUp();

    ActiveView *m_view;
    QMenu *m_list;
    QAction *m_menu;
    QList<QAction *> m_tools;
    QList<QAction *> m_changes; ///< undo, redo, remove, name, move the words, put them back
};

} // namespace simiao::viewer
