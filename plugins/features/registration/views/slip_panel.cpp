#include "registration/views/slip_panel.h"

#include "registration/models/words.h"
#include "registration/views/queue_number.h"
#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QListView>
#include <QVBoxLayout>

namespace simiao::registration {

using ui::TextLabel;
using ui::Type;

SlipPanel::SlipPanel(FrontDesk *frontDesk, QWidget *parent)
    : QWidget(parent)
    , m_frontDesk(frontDesk)
    , m_slipHeader(new ui::PanelHeader({}))
    , m_numberCaption(new TextLabel({}, Type::Base, TextLabel::Ink::Secondary))
    , m_number(new QueueNumber)
    , m_slipState(new ui::StateView(makeSlip()))
    , m_visitsHeader(new ui::PanelHeader({}))
    , m_visitsState(new ui::StateView(makeVisits()))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_slipHeader);
    column->addWidget(m_slipState, 3);
    column->addWidget(m_visitsHeader);
    column->addWidget(m_visitsState, 2);
    connect(frontDesk, &FrontDesk::changed, this, &SlipPanel::showSlip);
    connect(frontDesk, &FrontDesk::changed, this, &SlipPanel::showVisits);
    connect(m_visitsState, &ui::StateView::actionTriggered, frontDesk, &FrontDesk::readFile);
    retranslate();
}

QWidget *SlipPanel::makeSlip()
{
    static const char *const names[] = {"patient", "visitNumber", "department", "physician", "time", "fee"};
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_number->setObjectName(QStringLiteral("registration.number"));
    auto *slip = new QWidget;
    auto *grid = new QGridLayout(slip);
    grid->setHorizontalSpacing(rhythm.gapLarge);
    grid->setVerticalSpacing(rhythm.gap);
    grid->setColumnStretch(1, 1);
    m_numberCaption->setAlignment(Qt::AlignCenter);
    grid->addWidget(m_numberCaption, 0, 0, 1, 2);
    grid->addWidget(m_number, 1, 0, 1, 2);
    for (std::size_t line = 0; line < LineCount; ++line) {
        m_labels[line] = new TextLabel({}, Type::Base, TextLabel::Ink::Secondary);
        m_values[line] = new TextLabel({}, line == Patient || line == Time ? Type::Strong : Type::Base);
        m_values[line]->setObjectName(QStringLiteral("registration.slip.") + QLatin1String(names[line]));
        m_values[line]->setWordWrap(true);
        grid->addWidget(m_labels[line], int(line) + 2, 0, Qt::AlignTop);
        grid->addWidget(m_values[line], int(line) + 2, 1);
    }
    grid->setRowStretch(LineCount + 2, 1);
    return slip;
}

QWidget *SlipPanel::makeVisits()
{
    m_visits = new QListView;
    m_visits->setObjectName(QStringLiteral("registration.visits"));
    m_visits->setFrameShape(QFrame::NoFrame);
    m_visits->setFocusPolicy(Qt::NoFocus); // evidence to look at
    m_visits->setSelectionMode(QAbstractItemView::NoSelection);
    m_visits->setItemDelegate(new ui::CandidateDelegate(m_visits));
    m_visits->setModel(m_frontDesk->visits());
    return m_visits;
}

void SlipPanel::retranslate()
{
    m_slipHeader->setTitle(tr("Slip"));
    m_visitsHeader->setTitle(tr("Visits"));
    m_numberCaption->setText(tr("Number"));
    m_labels[Patient]->setText(tr("Patient"));
    m_labels[VisitNumber]->setText(tr("Visit"));
    m_labels[Department]->setText(tr("Department"));
    m_labels[Physician]->setText(tr("Physician"));
    m_labels[Time]->setText(tr("Time"));
    m_labels[Fee]->setText(tr("Fee"));
    showSlip();
    showVisits();
}

void SlipPanel::showSlip()
{
    const auto &slip = m_frontDesk->slip();
    if (!slip) {
        m_slipState->setState(ui::ViewState::empty(
            tr("No slip yet"), tr("Choose a patient and a half-hour, then \"Register and queue\".")));
        return;
    }
    const auto *halfHours = m_frontDesk->clinics()->halfHours();
    m_slipState->setState(ui::ViewState::ready());
    m_number->setText(QString::number(slip->checkedIn.task.number));
    m_values[Patient]->setText(QStringLiteral("%1 · %2").arg(slip->patient.name, slip->patient.mrn));
    m_values[VisitNumber]->setText(slip->checkedIn.encounter.visitNumber);
    m_values[Department]->setText(m_frontDesk->clinics()->nameOf(slip->department));
    m_values[Physician]->setText(halfHours->physicianOf(slip->halfHour));
    m_values[Time]->setText(halfHours->timeOf(slip->halfHour));
    m_values[Fee]->setText(tr("¥%1, to pay at the cashier").arg(slip->checkedIn.fee.toYuan()));
}

void SlipPanel::showVisits()
{
    m_visitsState->setState(m_frontDesk->visitsState());
}

} // namespace simiao::registration
