#include "admin/views/settings_section.h"

#include "admin/views/setting_delegate.h"
#include "admin/views/tables.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

QTableView *tableOf(SettingTableModel *model)
{
    auto *table = rowTable(model, QStringLiteral("admin.settings.table"), {0, 170, 170, 210});
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    table->setEditTriggers(QAbstractItemView::AnyKeyPressed);
    table->setItemDelegate(new SettingDelegate(table));
    return table;
}

} // namespace

SettingsSection::SettingsSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_book(new SettingBook(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_hint(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
    , m_table(tableOf(m_book->table()))
    , m_state(new ui::StateView(m_table))
{
    setObjectName(QStringLiteral("admin.settings"));
    m_hint->setObjectName(QStringLiteral("admin.settings.hint"));
    leaveByEscape(m_table);
    layOut();
    connect(m_table, &QTableView::activated, this, &SettingsSection::edit);
    connect(m_state, &ui::StateView::actionTriggered, m_book, &SettingBook::reload);
    connect(m_book, &SettingBook::changed, this, [this] { m_state->setState(m_book->state()); });
    retranslate();
}

void SettingsSection::layOut()
{
    m_header->addTrailing(m_hint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
}

void SettingsSection::enter()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (m_table->currentIndex().column() < SettingTableModel::Hospital) // the first cell that can be chosen
        m_table->setCurrentIndex(
            m_book->table()->index(qMax(0, m_table->currentIndex().row()), SettingTableModel::Hospital));
}

void SettingsSection::retranslate()
{
    m_header->setTitle(tr("Settings"));
    m_table->setAccessibleName(tr("Settings"));
    m_hint->setText(desk()->context().session.department
                        ? tr("Enter on a cell chooses. Department: your own.")
                        : tr("Enter on a cell chooses. Your account belongs to no department."));
    m_book->retranslate();
    m_state->setState(m_book->state());
}

void SettingsSection::edit(const QModelIndex &index)
{
    if (index.flags().testFlag(Qt::ItemIsEditable))
        m_table->edit(index);
}

} // namespace simiao::admin
