#include "pharmacy/views/worklist_panel.h"

#include "ui/widgets/panel_header.h"
#include "ui/widgets/queue_delegate.h"
#include "ui/widgets/state_view.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace simiao::pharmacy {

namespace {

QListView *listOf(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("pharmacy.list"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setItemDelegate(new ui::QueueDelegate(list));
    list->setModel(model);
    return list;
}

} // namespace

WorklistPanel::WorklistPanel(Counter *counter, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_header(new ui::PanelHeader({}))
    , m_field(new QLineEdit)
    , m_list(listOf(counter->worklist()))
    , m_state(new ui::StateView(m_list))
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setKeyTrailing(true);
    m_field->setObjectName(QStringLiteral("pharmacy.find"));
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
    connect(m_field, &QLineEdit::textChanged, counter, &Counter::setFilter);
    connect(counter, &Counter::listAboutToChange, this, [this] { m_isReplacing = true; });
    connect(counter, &Counter::listChanged, this, &WorklistPanel::showList);
    connect(m_state, &ui::StateView::actionTriggered, counter, &Counter::reload);
    connect(m_list, &QListView::clicked, this, &WorklistPanel::openRow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_list->setProperty("text", index.data(Qt::AccessibleTextRole));
                if (m_list->hasFocus() && !m_isReplacing)
                    openRow(index);
            });
    retranslate();
    showList();
}

void WorklistPanel::enterList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void WorklistPanel::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void WorklistPanel::retranslate()
{
    m_header->setTitle(tr("Prescriptions"));
    m_field->setPlaceholderText(tr("Name, initials, MRN, number"));
    m_field->setAccessibleName(tr("Find a prescription"));
    m_list->setAccessibleName(tr("Prescriptions"));
}

bool WorklistPanel::eventFilter(QObject *watched, QEvent *event)
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

/// The current prescription, or the first that waits.
void WorklistPanel::openCurrent()
{
    const int first = m_counter->worklist()->firstWork();
    if (first < 0)
        return;
    enterList();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(first, 0));
    openRow(m_list->currentIndex());
}

void WorklistPanel::openRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (const auto &work = m_counter->worklist()->at(index.row()).work)
        m_counter->open(work->prescription.id);
}

/// The prescription in hand stays current wherever it stands now; one that left the desk leaves no row current.
void WorklistPanel::showList()
{
    m_state->setState(m_counter->listState());
    const auto &current = m_counter->current();
    const int row = current ? m_counter->worklist()->rowOf(*current) : -1;
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    m_isReplacing = false;
}

} // namespace simiao::pharmacy
