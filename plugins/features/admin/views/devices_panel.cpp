#include "admin/views/devices_panel.h"

#include "admin/views/tables.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

DevicesPanel::DevicesPanel(DeviceList *list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_header(new ui::PanelHeader({}))
    , m_table(rowTable(list->table(), QStringLiteral("admin.devices.table"), {150, 160, 0, 120, 110}))
    , m_state(new ui::StateView(m_table))
{
    m_table->installEventFilter(this);
    layOut();
    connectTable();
    connect(m_state, &ui::StateView::actionTriggered, this, &DevicesPanel::retried);
    retranslate();
}

void DevicesPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
}

void DevicesPanel::connectTable()
{
    connect(m_list, &DeviceList::listAboutToChange, this, [this] { m_isReplacing = true; });
    connect(m_list, &DeviceList::listChanged, this, &DevicesPanel::showList);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { m_list->choose(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (m_table->hasFocus() && !m_isReplacing)
                    m_list->choose(index.row());
            });
}

void DevicesPanel::enter()
{
    enterTable(m_table);
    const auto &current = m_list->current();
    const int row = current ? m_list->table()->rowOf(current->workstation, current->role) : -1;
    if (row != m_table->currentIndex().row()) // stepping back to the row one came from closes no entry
        m_list->choose(m_table->currentIndex().row());
}

void DevicesPanel::retranslate()
{
    m_header->setTitle(tr("Devices of the desks"));
    m_table->setAccessibleName(tr("Devices of the desks"));
    showList();
}

bool DevicesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->current()) // the fields show nothing without a line
            Q_EMIT passedEnd();
        return true;
    case Qt::Key_Escape: Q_EMIT passedStart(); return true;
    default: return false;
    }
}

/// The line looked at stays current wherever its row is now.
void DevicesPanel::showList()
{
    m_isReplacing = true; // showing is no choice
    const auto &current = m_list->current();
    const int row = current ? m_list->table()->rowOf(current->workstation, current->role) : -1;
    m_table->setCurrentIndex(m_list->table()->index(row, qMax(0, m_table->currentIndex().column())));
    m_isReplacing = false;
    m_state->setState(m_list->state());
    if (m_table->hasFocus() && row < 0 && m_list->table()->rowCount() > 0)
        enter(); // somebody waits in the list since before it was read
}

} // namespace simiao::admin
