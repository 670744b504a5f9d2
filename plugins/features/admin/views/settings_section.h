#pragma once

#include "admin/models/setting_book.h"
#include "admin/views/section.h"

class QTableView;

namespace simiao::ui {
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::admin {

/// What the hospital and the administrator's department chose; Enter on a cell chooses anew.
class SettingsSection : public Section
{
    Q_OBJECT

public:
    explicit SettingsSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

private:
    void layOut();
    void edit(const QModelIndex &index);

    SettingBook *m_book;
    ui::PanelHeader *m_header;
    ui::TextLabel *m_hint;
    QTableView *m_table;
    ui::StateView *m_state;
};

} // namespace simiao::admin
