#pragma once

#include "admin/models/plugin_switchboard.h"
#include "admin/views/section.h"

class QTableView;

namespace simiao::ui {
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

/// What is installed, what became of it, and switching it on or off. Space or F6 on a row.
class PluginsSection : public Section
{
    Q_OBJECT

public:
    explicit PluginsSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void toggle();
    void showBoard();

    PluginSwitchboard *m_board;
    ui::PanelHeader *m_header;
    ui::NoticeLine *m_notice;
    QTableView *m_table;
    ui::StateView *m_state;
    QAction *m_toggle;
};

} // namespace simiao::admin
