#include "admin/views/accounts_panel.h"

#include "admin/views/tables.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

AccountsPanel::AccountsPanel(AccountList *list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_header(new ui::PanelHeader({}))
    , m_count(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
    , m_field(new QLineEdit)
    , m_table(rowTable(list->table(), QStringLiteral("admin.accounts.table"), {110, 80, 100, 0, 164, 86, 96}))
    , m_state(new ui::StateView(m_table))
{
    m_count->setObjectName(QStringLiteral("admin.accounts.count"));
    m_field->setObjectName(QStringLiteral("admin.accounts.find"));
    m_field->installEventFilter(this);
    m_table->installEventFilter(this);
    layOut();
    connectTable();
    connect(m_field, &QLineEdit::textChanged, list, &AccountList::setFilter);
    connect(m_state, &ui::StateView::actionTriggered, list, &AccountList::reload);
    retranslate();
}

void AccountsPanel::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_header->addTrailing(m_count);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    aired->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(aired);
    column->addWidget(m_state, 1);
}

void AccountsPanel::connectTable()
{
    connect(m_list, &AccountList::listAboutToChange, this, [this] { m_isReplacing = true; });
    connect(m_list, &AccountList::listChanged, this, &AccountsPanel::showList);
    connect(m_table, &QTableView::clicked, this, &AccountsPanel::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (m_table->hasFocus() && !m_isReplacing)
                    choose(index);
            });
}

void AccountsPanel::enterTable()
{
    admin::enterTable(m_table);
    const auto index = m_table->currentIndex();
    const auto &current = m_list->current();
    const bool isChosen = index.isValid() && current && m_list->table()->rowOf(current->id) == index.row();
    if (!isChosen) // stepping back to the row one came from closes no entry
        choose(index);
}

void AccountsPanel::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void AccountsPanel::reveal()
{
    const auto &current = m_list->current();
    if (current && m_list->table()->rowOf(current->id) < 0)
        m_field->clear();
}

void AccountsPanel::retranslate()
{
    m_header->setTitle(tr("Accounts"));
    m_field->setPlaceholderText(tr("Log-in name, name, role, department"));
    m_field->setAccessibleName(tr("Find an account"));
    m_table->setAccessibleName(tr("Accounts"));
    showList();
}

bool AccountsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_field)
        return handleFieldKey(key);
    if (key != Qt::Key_Escape)
        return false;
    find();
    return true;
}

bool AccountsPanel::handleFieldKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        if (m_list->table()->rowCount() > 0)
            enterTable();
        return true;
    case Qt::Key_Escape: Q_EMIT left(); return true;
    default: return false;
    }
}

void AccountsPanel::choose(const QModelIndex &index)
{
    if (index.isValid())
        m_list->choose(m_list->table()->at(index.row()).id);
}

/// The account looked at stays current wherever its row is now; while it is filtered away no row is.
void AccountsPanel::showList()
{
    m_isReplacing = true; // showing is no choice
    const auto &current = m_list->current();
    const int row = current ? m_list->table()->rowOf(current->id) : -1;
    m_table->setCurrentIndex(m_list->table()->index(row, qMax(0, m_table->currentIndex().column())));
    m_isReplacing = false;
    m_state->setState(m_list->state());
    m_count->setText(QString::number(m_list->table()->rowCount()));
    m_table->setProperty("text", current ? current->loginName : QString());
}

} // namespace simiao::admin
