#include "cashier/views/visits_panel.h"

#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace simiao::cashier {

namespace {

QListView *listOf(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("cashier.visits"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setItemDelegate(new ui::CandidateDelegate(list));
    list->setModel(model);
    return list;
}

} // namespace

VisitsPanel::VisitsPanel(Till *till, QWidget *parent)
    : QWidget(parent)
    , m_till(till)
    , m_header(new ui::PanelHeader({}))
    , m_field(new QLineEdit)
    , m_list(listOf(till->payables()))
    , m_state(new ui::StateView(m_list))
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setKeyTrailing(true);
    m_field->setObjectName(QStringLiteral("cashier.find"));
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    aired->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(aired);
    column->addWidget(m_state, 1);

    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, till, &Till::setFilter);
    connect(till, &Till::listAboutToChange, this, [this] { m_isReplacing = true; });
    connect(till, &Till::listChanged, this, &VisitsPanel::showList);
    connect(m_state, &ui::StateView::actionTriggered, till, &Till::reload);
    connect(m_list, &QListView::clicked, this, &VisitsPanel::openRow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_list->setProperty("text", index.data(Qt::AccessibleTextRole));
                if (m_list->hasFocus() && !m_isReplacing)
                    openRow(index);
            });
    retranslate();
    showList();
}

void VisitsPanel::enterList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void VisitsPanel::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void VisitsPanel::retranslate()
{
    m_header->setTitle(tr("To pay"));
    m_field->setPlaceholderText(tr("Name, initials, MRN, visit"));
    m_field->setAccessibleName(tr("Find a visit"));
    m_list->setAccessibleName(tr("Visits to pay"));
}

bool VisitsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: openCurrent(); return true;
    case Qt::Key_Down:
        if (watched == m_field)
            openCurrent();
        return watched == m_field;
    case Qt::Key_Escape: find(); return true;
    default: return false;
    }
}

/// From the field into the list, from the list on to the money.
void VisitsPanel::openCurrent()
{
    const bool wasInList = m_list->hasFocus();
    if (m_list->model()->rowCount() == 0)
        return;
    enterList();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    openRow(m_list->currentIndex());
    if (wasInList)
        Q_EMIT confirmed();
}

void VisitsPanel::openRow(const QModelIndex &index)
{
    if (index.isValid())
        m_till->open(m_till->payables()->at(index.row()));
}

/// The visit at the till stays current wherever it stands now; a paid one leaves no row current.
void VisitsPanel::showList()
{
    m_state->setState(m_till->listState());
    const auto &current = m_till->current();
    const int row = current ? m_till->payables()->rowOf(current->encounter.id) : -1;
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    m_isReplacing = false;
}

} // namespace simiao::cashier
