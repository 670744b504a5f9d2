#include "registration/views/slot_panel.h"

#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace simiao::registration {

namespace {

QListView *listOf(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("registration.slots"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setItemDelegate(new ui::CandidateDelegate(list));
    list->setModel(model);
    return list;
}

} // namespace

SlotPanel::SlotPanel(FrontDesk *frontDesk, QWidget *parent)
    : QWidget(parent)
    , m_frontDesk(frontDesk)
    , m_header(new ui::PanelHeader({}))
    , m_department(new QComboBox)
    , m_departmentRow(new ui::LabelRow({}, m_department))
    , m_list(listOf(frontDesk->clinics()->halfHours()))
    , m_state(new ui::StateView(m_list))
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_department->setObjectName(QStringLiteral("registration.department"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addSpacing(rhythm.gap);
    column->addWidget(m_departmentRow);
    column->addSpacing(rhythm.gapSmall);
    column->addWidget(m_state, 1);

    auto *clinics = frontDesk->clinics();
    m_list->installEventFilter(this);
    m_department->installEventFilter(this);
    connect(m_department, &QComboBox::currentIndexChanged, clinics, &ClinicDay::setCurrent);
    connect(clinics, &ClinicDay::clinicsChanged, this, &SlotPanel::showClinics);
    connect(clinics, &ClinicDay::halfHoursAboutToChange, this, [this] { m_isReplacing = true; });
    connect(clinics, &ClinicDay::halfHoursChanged, this, &SlotPanel::keepChoice);
    connect(clinics, &ClinicDay::stateChanged, this, &SlotPanel::showState);
    connect(m_state, &ui::StateView::actionTriggered, clinics, &ClinicDay::reload);
    connect(m_list, &QListView::activated, this, &SlotPanel::confirmed);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SlotPanel::choose);
    retranslate();
    showClinics();
    keepChoice();
    showState();
}

void SlotPanel::enter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void SlotPanel::retranslate()
{
    m_header->setTitle(tr("Clinic and half-hour"));
    m_departmentRow->setLabel(tr("Department"));
    m_list->setAccessibleName(tr("Half-hours"));
    ui::LabelRow::align({m_departmentRow});
}

bool SlotPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        Q_EMIT passedStart();
        return true;
    }
    if (watched != m_department || (key != Qt::Key_Return && key != Qt::Key_Enter))
        return false;
    enter();
    return true;
}

void SlotPanel::showClinics()
{
    const QSignalBlocker quiet(m_department);
    const auto *clinics = m_frontDesk->clinics();
    m_department->clear();
    for (const auto &clinic : clinics->clinics())
        m_department->addItem(clinics->nameOf(clinic.department));
    m_department->setCurrentIndex(clinics->currentIndex());
}

void SlotPanel::showState()
{
    m_state->setState(m_frontDesk->clinics()->state());
}

/// The half-hour chosen stays chosen while it has places, else the nearest free one is.
void SlotPanel::keepChoice()
{
    const auto *halfHours = m_frontDesk->clinics()->halfHours();
    const int kept = halfHours->rowOf(m_chosen);
    const bool isFree = kept >= 0 && halfHours->at(kept).freePlaces() > 0;
    const int row = isFree ? kept : halfHours->nearestFree();
    m_isReplacing = false;
    m_list->setCurrentIndex(halfHours->index(row, 0));
    choose(m_list->currentIndex());
}

void SlotPanel::choose(const QModelIndex &index)
{
    if (m_isReplacing)
        return;
    m_list->setProperty("text", index.data(Qt::AccessibleTextRole));
    m_chosen = index.isValid() ? m_frontDesk->clinics()->halfHours()->at(index.row()).slot.id
                               : Id<scheduling::Slot>{};
    m_frontDesk->chooseHalfHour(index.row());
}

} // namespace simiao::registration
