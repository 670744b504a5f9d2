#pragma once

#include "imaging/models/cine.h"

#include <QAction>

namespace simiao::viewer {

class ActiveView;

/// Runs the series of the active viewport, and says in it how fast. The object name of an action is its command id.
class CineCommands : public QObject
{
    Q_OBJECT

public:
    CineCommands(ActiveView *view, QObject *parent = nullptr);

    QAction *play() const { return m_all.front(); }
    /// Work wherever the focus is in the panel.
    const QList<QAction *> &all() const { return m_all; }
    void retranslate();

private:
    void follow();
    QString words() const;

    ActiveView *m_view;
    QPointer<QObject> m_spoken; ///< the viewport that says how fast
    Cine m_cine;
    QList<QAction *> m_all;
};

} // namespace simiao::viewer
