#pragma once

#include "imaging/views/viewport_grid.h"

#include <QAction>

class QMenu;

namespace simiao::viewer {

/// How many viewports there are, which one is worked with, and that one alone. The object name of an action is its command id.
class LayoutCommands : public QObject
{
    Q_OBJECT

public:
    LayoutCommands(ViewportGrid *grid, QObject *parent = nullptr);

    /// Opens the list of sizes.
    QAction *menu() const { return m_menu; }
    /// Work wherever the focus is in the panel.
    QList<QAction *> panelWide() const { return m_sizes + QList{m_menu, m_maximise}; }
    QAction *maximise() const { return m_maximise; }
    /// Keys of the viewports: to the one beside.
    const QList<QAction *> &beside() const { return m_beside; }
    void retranslate();

Q_SIGNALS:
    /// Somebody chose it, so that it is worth remembering.
    void chosen(const QString &code);

private:
    void follow();
    void popUp();

    ViewportGrid *m_grid;
    QMenu *m_list;
    QAction *m_menu;
    QAction *m_maximise;
    QList<QAction *> m_sizes;
    QList<QAction *> m_beside;
};

} // namespace simiao::viewer
