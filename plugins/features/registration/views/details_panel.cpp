#include "registration/views/details_panel.h"

#include "registration/views/patient_facts.h"
#include "registration/views/patient_fields.h"
#include "ui/theme/patient_colour.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace simiao::registration {

DetailsPanel::DetailsPanel(FrontDesk *frontDesk, QWidget *parent)
    : QWidget(parent)
    , m_frontDesk(frontDesk)
    , m_header(new ui::PanelHeader({}))
    , m_mrn(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_facts(new PatientFacts(frontDesk))
    , m_fields(new PatientFields(frontDesk->form()))
    , m_pages(new QStackedWidget)
    , m_state(new ui::StateView(m_pages))
{
    m_mrn->setObjectName(QStringLiteral("registration.mrn"));
    m_header->addTrailing(m_mrn);
    m_pages->addWidget(m_facts);
    m_pages->addWidget(m_fields);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    connect(frontDesk->form(), &PatientForm::changed, this, &DetailsPanel::showPatient);
    retranslate();
}

void DetailsPanel::retranslate()
{
    m_facts->retranslate();
    m_fields->retranslate();
    showPatient();
}

void DetailsPanel::showPatient()
{
    const auto *form = m_frontDesk->form();
    const auto &patient = form->patient();
    const auto &colours = ui::SimiaoStyle::tokens(this).colours;
    m_header->setTitle(form->isNew() ? tr("New patient") : tr("Patient"));
    m_header->setPatientColour(patient ? std::optional(ui::patientColour(patient->mrn, colours))
                                       : std::nullopt);
    m_mrn->setText(patient ? tr("MRN %1").arg(patient->mrn) : QString());
    m_pages->setCurrentWidget(form->isNew() ? static_cast<QWidget *>(m_fields) : m_facts);
    m_state->setState(form->isNew() || patient
                          ? ui::ViewState::ready()
                          : ui::ViewState::empty(tr("No patient chosen"),
                                                 tr("Find one at the left, or begin with \"New patient\".")));
}

} // namespace simiao::registration
