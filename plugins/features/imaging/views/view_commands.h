#pragma once

#include <QAction>
#include <QObject>

namespace simiao::viewer {

class ActiveView;

/// How the picture lies in the active viewport: turned, mirrored, at its true size, under a magnifier, moved. The object name of
/// an action is its command id.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    ViewCommands(ActiveView *view, QObject *parent = nullptr);

    /// Work wherever the focus is in the panel.
    const QList<QAction *> &all() const { return m_all; }
    /// Zoom and movement: keys of the viewport.
    const QList<QAction *> &moving() const { return m_moving; }
    void retranslate();

private:
    void follow();

    ActiveView *m_view;
    QList<QAction *> m_all;
    QList<QAction *> m_moving;
};

} // namespace simiao::viewer
