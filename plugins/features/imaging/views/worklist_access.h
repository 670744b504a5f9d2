#pragma once

#include "imaging/models/worklist_search.h"
#include "sdk/desk.h"

#include <QAction>

namespace simiao::viewer {

/// The way from a panel to the modality worklists: a command and a window.
class WorklistAccess : public QObject
{
    Q_OBJECT

public:
    /// \param panel  owner, and parent of the window
    WorklistAccess(const sdk::Desk *desk, QWidget *panel);

    /// Disabled where no worklist is set up.
    QAction *open() const { return m_open; }
    void retranslate();

private:
    void showDialog();

    const sdk::Desk *m_desk;
    QWidget *m_panel;
    WorklistSearch *m_search;
    QAction *m_open;
};

} // namespace simiao::viewer
