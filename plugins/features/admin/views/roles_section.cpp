#include "admin/views/roles_section.h"

#include "admin/views/mark_delegate.h"
#include "admin/views/tables.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kPermissionWidth = 420; // the longest permission in one line

/// The permissions are the vertical header: it does not scroll away with the columns.
QTableView *matrixOf(RoleMatrixModel *model)
{
    auto *table = rowTable(model, QStringLiteral("admin.roles.table"), {});
    table->setItemDelegate(new MarkDelegate(table));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *permissions = table->verticalHeader();
    permissions->setHighlightSections(false);
    permissions->setSectionResizeMode(QHeaderView::Fixed);
    permissions->setFixedWidth(kPermissionWidth);
    permissions->show();
    table->setCornerButtonEnabled(false);
    return table;
}

} // namespace

RolesSection::RolesSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_matrix(new RoleMatrixModel(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_where(new ui::NoticeLine)
    , m_table(matrixOf(m_matrix))
    , m_state(new ui::StateView(m_table))
{
    setObjectName(QStringLiteral("admin.roles"));
    m_where->setObjectName(QStringLiteral("admin.roles.where"));
    leaveByEscape(m_table);
    layOut();
    retranslate();
}

void RolesSection::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    aired->addWidget(m_where);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(aired);
    column->addWidget(m_state, 1);
}

void RolesSection::enter()
{
    enterTable(m_table);
}

void RolesSection::retranslate()
{
    m_header->setTitle(tr("What each role may do"));
    m_table->setAccessibleName(tr("Permissions of each role"));
    const auto where = tr("in the file rules/roles.json of the program. It counts from the next start on.");
    m_where->setNotice({ui::Severity::Note, tr("Can be changed"), where, {}, {}});
    m_where->setProperty("text", where);
    m_matrix->retranslate();
    m_state->setState(m_matrix->rowCount() > 0
                          ? ui::ViewState::ready()
                          : ui::ViewState::empty(tr("No permission is described"),
                                                 tr("Restore rules/roles.json of the program.")));
}

} // namespace simiao::admin
