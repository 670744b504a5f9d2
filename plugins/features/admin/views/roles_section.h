#pragma once

#include "admin/models/role_matrix_model.h"
#include "admin/views/section.h"

class QTableView;

namespace simiao::ui {
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

/// Which role may do what; to read. Where it is changed stands above.
class RolesSection : public Section
{
    Q_OBJECT

public:
    explicit RolesSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

private:
    void layOut();

    RoleMatrixModel *m_matrix;
    ui::PanelHeader *m_header;
    ui::NoticeLine *m_where;
    QTableView *m_table;
    ui::StateView *m_state;
};

} // namespace simiao::admin
