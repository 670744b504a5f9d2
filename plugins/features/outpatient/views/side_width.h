#pragma once

#include "ui/widgets/link_button.h"

#include <QAction>
#include <QSplitter>

namespace simiao::sdk {
class Desk;
}

namespace simiao::outpatient {

/// Lets the side panels of a visit take all of its place, and gives the note its place back. Kept as the person's choice; a visit without
/// images opens with its note all the same. \thread GUI
class SideWidth : public QObject
{
    Q_OBJECT

public:
    /// \param columns  note and orders, then the side panels; not owned
    SideWidth(sdk::Desk *desk, QSplitter *columns, QObject *parent);

    QAction *action() const { return m_action; }
    /// Says what the action does, where the tabs are; owned by its parent.
    ui::LinkButton *button() const { return m_button; }
    bool isWide() const { return m_isWide; }
    /// As the person left it.
    void restore();
    /// Something beside the side panels is wanted: for this visit only.
    void giveBack();
    void retranslate();

private:
    void setWide(bool isWide);
    void keep();

    sdk::Desk *m_desk;
    QSplitter *m_columns;
    QAction *m_action;
    ui::LinkButton *m_button;
    bool m_isWide = false;
};

} // namespace simiao::outpatient
