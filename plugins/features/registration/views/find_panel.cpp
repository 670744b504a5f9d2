#include "registration/views/find_panel.h"

#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace simiao::registration {

namespace {

QListView *listOf(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("registration.results"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setItemDelegate(new ui::CandidateDelegate(list));
    list->setModel(model);
    return list;
}

QWidget *aired(QWidget *field)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    const auto &rhythm = ui::SimiaoStyle::tokens(field).rhythm;
    column->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    column->addWidget(field);
    return box;
}

} // namespace

FindPanel::FindPanel(FrontDesk *frontDesk, QWidget *parent)
    : QWidget(parent)
    , m_frontDesk(frontDesk)
    , m_header(new ui::PanelHeader({}))
    , m_field(new QLineEdit)
    , m_list(listOf(frontDesk->search()->results()))
    , m_state(new ui::StateView(m_list))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_header->setKeyTrailing(true);
    m_field->setObjectName(QStringLiteral("registration.find"));
    m_field->setClearButtonEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(aired(m_field));
    column->addWidget(m_state, 1);

    auto *search = frontDesk->search();
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, search, &sdk::PatientSearch::setText);
    connect(search, &sdk::PatientSearch::stateChanged, this, &FindPanel::showState);
    connect(search, &sdk::PatientSearch::aboutToAnswer, this, [this] { m_isReplacing = true; });
    connect(search, &sdk::PatientSearch::answered, this, &FindPanel::keepCurrent);
    connect(m_state, &ui::StateView::actionTriggered, search, &sdk::PatientSearch::act);
    connect(m_list, &QListView::activated, this, &FindPanel::confirmed);
    connect(m_list, &QListView::clicked, this, &FindPanel::openRow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_list->setProperty("text", index.data(Qt::AccessibleTextRole));
                if (m_list->hasFocus() && !m_isReplacing)
                    openRow(index);
            });
    retranslate();
    showState();
}

void FindPanel::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindPanel::retranslate()
{
    m_header->setTitle(tr("Find a patient"));
    m_field->setPlaceholderText(tr("Name, initials, MRN, ID, phone"));
    m_field->setAccessibleName(tr("Find a patient"));
    m_list->setAccessibleName(tr("Patients found"));
    m_frontDesk->search()->repeat();
}

bool FindPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_field)
        return handleFieldKey(key);
    const bool isAtTop = m_list->currentIndex().row() <= 0;
    if (key != Qt::Key_Escape && !(key == Qt::Key_Up && isAtTop))
        return false;
    find();
    return true;
}

bool FindPanel::handleFieldKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down: enterList(); return true;
    case Qt::Key_Escape: return true; // there is no step further back, and the text stays
    default: return false;
    }
}

void FindPanel::enterList()
{
    m_entersWhenAnswered = m_frontDesk->search()->isRunning();
    if (m_entersWhenAnswered || m_frontDesk->search()->results()->rowCount() == 0)
        return;
    m_list->setFocus(Qt::TabFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    openRow(m_list->currentIndex());
}

/// The list was replaced: the patient shown stays current wherever she stands now, and the first is where Enter goes.
void FindPanel::keepCurrent()
{
    const auto &shown = m_frontDesk->form()->patient();
    const int row = m_list->hasFocus() && shown ? m_frontDesk->search()->results()->rowOf(shown->id) : -1;
    m_list->setCurrentIndex(m_list->model()->index(std::max(row, 0), 0));
    m_isReplacing = false;
    if (std::exchange(m_entersWhenAnswered, false))
        enterList();
}

void FindPanel::openRow(const QModelIndex &index)
{
    if (index.isValid())
        m_frontDesk->openPatient(m_frontDesk->search()->results()->at(index.row()));
}

void FindPanel::showState()
{
    m_state->setState(m_frontDesk->search()->state());
}

} // namespace simiao::registration
