#include "ui/widgets/find_list.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QAbstractItemDelegate>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace simiao::ui {

namespace {

QListView *listOf(QAbstractItemModel *model, QAbstractItemDelegate *delegate)
{
    auto *list = new QListView;
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    delegate->setParent(list);
    list->setItemDelegate(delegate);
    list->setModel(model);
    return list;
}

} // namespace

FindList::FindList(QAbstractItemModel *model, QAbstractItemDelegate *delegate, QWidget *parent)
    : QWidget(parent)
    , m_header(new PanelHeader({}))
    , m_field(new QLineEdit)
    , m_list(listOf(model, delegate))
    , m_state(new StateView(m_list))
{
    const int gap = SimiaoStyle::tokens(this).rhythm.gap;
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setKeyTrailing(true);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(gap, gap, gap, gap);
    aired->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(aired);
    column->addWidget(m_state, 1);

    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &FindList::textChanged);
    connect(m_state, &StateView::actionTriggered, this, &FindList::actionTriggered);
    connect(m_list, &QListView::clicked, this, &FindList::open);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_list->setProperty("text", index.data(Qt::AccessibleTextRole));
                if (m_list->hasFocus() && !m_isReplacing)
                    open(index);
            });
}

void FindList::enterList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void FindList::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindList::showRows(const ViewState &state, int row)
{
    m_state->setState(state);
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    m_isReplacing = false;
}

bool FindList::eventFilter(QObject *watched, QEvent *event)
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

int FindList::firstRow() const
{
    return m_list->model()->rowCount() > 0 ? 0 : -1;
}

/// From the field into the list, from the list on to what is done with it.
void FindList::openCurrent()
{
    const bool wasInList = m_list->hasFocus();
    const int first = firstRow();
    if (first < 0)
        return;
    enterList();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(first, 0));
    open(m_list->currentIndex());
    if (wasInList)
        Q_EMIT confirmed();
}

void FindList::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT rowOpened(index.row());
}

} // namespace simiao::ui
