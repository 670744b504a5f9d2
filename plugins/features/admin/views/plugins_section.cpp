#include "admin/views/plugins_section.h"

#include "admin/views/notices.h"
#include "admin/views/tables.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

PluginsSection::PluginsSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_board(new PluginSwitchboard(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_notice(new ui::NoticeLine)
    , m_table(rowTable(m_board->table(), QStringLiteral("admin.plugins.table"), {240, 120, 120, 80, 120, 0}))
    , m_state(new ui::StateView(m_table))
    , m_toggle(addCommand(QStringLiteral("admin.plugins.toggle"), QStringLiteral("F6")))
{
    setObjectName(QStringLiteral("admin.plugins"));
    m_notice->setObjectName(QStringLiteral("admin.plugins.notice"));
    leaveByEscape(m_table);
    layOut();
    connect(m_toggle, &QAction::triggered, this, &PluginsSection::toggle);
    connect(m_board, &PluginSwitchboard::changed, this, &PluginsSection::showBoard);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PluginsSection::showBoard);
    retranslate();
}

void PluginsSection::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, 2 * rhythm.gap, rhythm.gapSmall);
    aired->addWidget(m_notice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    column->addLayout(aired);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(actionBar({m_toggle}, true));
}

void PluginsSection::enter()
{
    enterTable(m_table);
}

void PluginsSection::retranslate()
{
    m_header->setTitle(tr("Plugins"));
    m_table->setAccessibleName(tr("Plugins"));
    m_state->setState(
        m_board->table()->rowCount() > 0
            ? ui::ViewState::ready()
            : ui::ViewState::empty(tr("No plugin is installed"), tr("Install the program again.")));
    m_board->retranslate();
}

bool PluginsSection::eventFilter(QObject *watched, QEvent *event)
{
    const bool isSpace =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!isSpace)
        return Section::eventFilter(watched, event);
    toggle();
    return true;
}

void PluginsSection::toggle()
{
    m_board->toggle(m_table->currentIndex().row());
}

void PluginsSection::showBoard()
{
    const int row = m_table->currentIndex().row();
    const bool isThere = row >= 0 && row < m_board->table()->rowCount();
    const bool isOn = isThere && m_board->table()->at(row).isOn();
    m_toggle->setText(isOn || !isThere ? tr("Switch off") : tr("Switch on"));
    put(m_notice, m_board->notice());
}

} // namespace simiao::admin
