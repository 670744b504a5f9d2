#include "registration/views/registration_page.h"

#include "registration/views/details_panel.h"
#include "registration/views/find_panel.h"
#include "registration/views/patient_fields.h"
#include "registration/views/slip_panel.h"
#include "registration/views/slot_panel.h"
#include "ui/widgets/panel_header.h"

#include <QAction>

namespace simiao::registration {

namespace {

constexpr int kFormHeight = 210;

} // namespace

RegistrationPage::RegistrationPage(sdk::Desk *desk, QWidget *parent)
    : WorkPage(QStringLiteral("registration"), desk, parent)
    , m_frontDesk(new FrontDesk(desk, this))
    , m_find(new FindPanel(m_frontDesk))
    , m_details(new DetailsPanel(m_frontDesk))
    , m_halfHours(new SlotPanel(m_frontDesk))
    , m_slip(new SlipPanel(m_frontDesk))
{
    makeActions();
    layOut();
    connectPanels();
    connect(desk, &sdk::Desk::languageChanged, this, &RegistrationPage::retranslate);
    retranslate();
    setFocusProxy(m_find->findChild<QWidget *>(QStringLiteral("registration.find")));
}

void RegistrationPage::makeActions()
{
    m_checkIn = addCommand(QStringLiteral("checkIn"), QStringLiteral("F9"));
    m_newPatient = addCommand(QStringLiteral("new"), QStringLiteral("F4; Ctrl+N"));
    m_clearForm = addCommand(QStringLiteral("clear"), QStringLiteral("Shift+F4"));
    m_findPatient = addCommand(QStringLiteral("find"), QStringLiteral("Ctrl+F"));
    m_goToPatient = addCommand(QStringLiteral("goToPatient"), QStringLiteral("Alt+1"));
    m_goToHalfHours = addCommand(QStringLiteral("goToHalfHours"), QStringLiteral("Alt+2"));
    m_reveal = addCommand(QStringLiteral("reveal"), QStringLiteral("F8"));
    m_find->header()->followKey(m_findPatient);
    m_details->header()->followKey(m_goToPatient);
    m_halfHours->header()->followKey(m_goToHalfHours);
}

void RegistrationPage::layOut()
{
    m_details->setMinimumHeight(kFormHeight);
    WorkPage::layOut({m_find, stacked({m_details, m_halfHours}, m_halfHours), m_slip}, {m_checkIn},
                     {m_newPatient, m_clearForm, m_findPatient, m_reveal});
}

void RegistrationPage::connectPanels()
{
    connect(m_checkIn, &QAction::triggered, m_frontDesk, &FrontDesk::checkIn);
    connect(m_newPatient, &QAction::triggered, this, &RegistrationPage::startNew);
    connect(m_clearForm, &QAction::triggered, m_frontDesk->form(), &PatientForm::clearNew);
    connect(m_findPatient, &QAction::triggered, m_find, &FindPanel::find);
    connect(m_reveal, &QAction::triggered, m_frontDesk, &FrontDesk::reveal);
    connect(m_goToPatient, &QAction::triggered, this, &RegistrationPage::goBackFromSlots);
    connect(m_goToHalfHours, &QAction::triggered, m_halfHours, &SlotPanel::enter);
    connect(m_find, &FindPanel::confirmed, m_halfHours, &SlotPanel::enter);
    connect(m_details->fields(), &PatientFields::passedEnd, m_halfHours, &SlotPanel::enter);
    connect(m_details->fields(), &PatientFields::passedStart, m_find, &FindPanel::find);
    connect(m_details->fields(), &PatientFields::duplicateWanted, this, &RegistrationPage::openDuplicate);
    connect(m_halfHours, &SlotPanel::confirmed, m_frontDesk, &FrontDesk::checkIn);
    connect(m_halfHours, &SlotPanel::passedStart, this, &RegistrationPage::goBackFromSlots);
    connect(m_frontDesk, &FrontDesk::gapFound, m_details->fields(), &PatientFields::enter);
    connect(m_frontDesk, &FrontDesk::checkedIn, m_find, &FindPanel::find);
    connect(m_frontDesk, &FrontDesk::changed, this, [this] {
        m_checkIn->setEnabled(m_frontDesk->canCheckIn());
        m_clearForm->setEnabled(m_frontDesk->form()->isNew());
        m_reveal->setEnabled(m_frontDesk->form()->patient() && !m_frontDesk->isRevealed());
    });
}

void RegistrationPage::retranslate()
{
    m_checkIn->setText(tr("Register and queue"));
    m_newPatient->setText(tr("New patient"));
    m_clearForm->setText(tr("Clear the form"));
    m_findPatient->setText(tr("Find"));
    m_reveal->setText(tr("Show numbers in full"));
    m_reveal->setToolTip(tr("Identity and phone number of this patient; who looks is recorded"));
    m_goToPatient->setText(tr("Go to the patient"));
    m_goToHalfHours->setText(tr("Go to the half-hours"));
    m_find->retranslate();
    m_details->retranslate();
    m_halfHours->retranslate();
    m_slip->retranslate();
    m_frontDesk->clinics()->retranslate();
    Q_EMIT m_frontDesk->changed();
}

void RegistrationPage::startNew()
{
    m_frontDesk->startNew();
    m_details->fields()->enter(PatientForm::Field::Name);
}

void RegistrationPage::openDuplicate()
{
    const auto &patient = m_frontDesk->form()->duplicate();
    if (!patient)
        return;
    m_frontDesk->openPatient(*patient);
    m_halfHours->enter();
}

void RegistrationPage::goBackFromSlots()
{
    if (m_frontDesk->form()->isNew())
        m_details->fields()->enter(PatientForm::Field::Name);
    else
        m_find->find();
}

} // namespace simiao::registration
