#pragma once

#include "imaging/models/known_objects.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace simiao::viewer {

class ActiveView;

/// Presentation states over the series that is worked with: the list of those that name its pictures, none first, and from one to
/// the next. The object name of an action is its command id.
class PresentationCommands : public QObject
{
    Q_OBJECT

public:
    /// \param view, known  not owned
    PresentationCommands(ActiveView *view, const KnownObjects *known, QObject *parent = nullptr);

    /// Opens the list.
    QAction *menu() const { return m_menu; }
    QList<QAction *> all() const { return {m_menu, m_next, m_none}; }
    void retranslate();

private:
    void popUp();
    void fill();
    void next();
    void takeStates();
    void follow();

    ActiveView *m_view;
    const KnownObjects *m_known;
    QString m_seriesUid;
    std::vector<StatePtr> m_states; ///< of that series
    QMenu *m_list;
    QAction *m_menu;
    QAction *m_next;
    QAction *m_none;
};

} // namespace simiao::viewer
