#include "registration/models/front_desk.h"

#include "workflow/frontdesk/reveal_identifiers.h"

#include <QCoroTask>

namespace simiao::registration {

using administration::EncounterStatus;

FrontDesk::FrontDesk(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_search(new sdk::PatientSearch(desk, this))
    , m_form(new PatientForm(desk, this))
    , m_clinics(new ClinicDay(desk, this))
    , m_visits(new VisitListModel(desk, this))
    , m_fileState(new sdk::KnownState(desk, this))
{
    forgetVisits();
    connect(m_fileState, &sdk::KnownState::changed, this, &FrontDesk::changed);
    connect(m_fileState, &sdk::KnownState::rereadWanted, this, &FrontDesk::readFile);
    connect(desk, &sdk::Desk::languageChanged, this, &FrontDesk::retranslate);
    renewCommands();
    connect(m_form, &PatientForm::changed, this, &FrontDesk::changed);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<administration::Encounter>(receipt))
                    readFile();
            });
}

const administration::Encounter *FrontDesk::visitOfToday() const
{
    const auto clock = m_desk->context().clock;
    const auto found =
        std::ranges::find_if(m_visits->rows(), [&clock](const administration::Encounter &visit) {
            const bool isOver = visit.status == EncounterStatus::Finished
                || visit.status == EncounterStatus::Cancelled
                || visit.status == EncounterStatus::EnteredInError;
            const bool isHere = visit.department.has_value(); // visits elsewhere have none
            return isHere && !isOver && clock->dayOf(visit.start) == clock->today();
        });
    return found == m_visits->rows().end() ? nullptr : &*found;
}

void FrontDesk::reveal()
{
    const auto &patient = m_form->patient();
    if (!patient || m_isRevealed)
        return;
    QCoro::connect(workflow::revealIdentifiers(m_desk->context(), patient->id), this,
                   [this](const Result<administration::Patient> &revealed) {
                       if (!revealed)
                           return m_desk->showError(revealed.error());
                       const auto &shown = m_form->patient();
                       m_isRevealed = shown && shown->id == revealed->id;
                       Q_EMIT changed();
                   });
}

void FrontDesk::openPatient(const administration::Patient &patient)
{
    if (m_form->patient() && m_form->patient()->id == patient.id && !m_isDone)
        return;
    renewCommands();
    m_isRevealed = false;
    m_visits->replace({});
    m_fileState->forget();
    m_desk->showPatient({}); // until allergies are read too: a banner is whole or empty
    m_form->show(patient);
    readFile();
}

void FrontDesk::openNobody()
{
    renewCommands();
    m_isRevealed = false;
    forgetVisits();
    m_desk->showPatient({});
    m_form->showNobody();
}

void FrontDesk::startNew()
{
    renewCommands();
    m_isRevealed = false;
    forgetVisits();
    m_desk->showPatient({});
    m_form->startNew();
}

void FrontDesk::chooseHalfHour(int row)
{
    const auto *halfHours = m_clinics->halfHours();
    const bool isChosen = row >= 0 && row < halfHours->rowCount();
    m_halfHour = isChosen ? std::optional(halfHours->at(row).slot.id) : std::nullopt;
    Q_EMIT changed();
}

bool FrontDesk::canCheckIn() const
{
    return !m_isBusy && !m_isDone && m_halfHour && (m_form->isNew() || m_form->patient());
}

void FrontDesk::checkIn()
{
    if (!canCheckIn())
        return;
    if (!m_form->isNew())
        return takePlace(*m_form->patient());
    if (const auto gap = m_form->firstGap())
        Q_EMIT gapFound(*gap);
    else
        registerFirst();
}

void FrontDesk::registerFirst()
{
    const auto details = m_form->details();
    if (!details)
        return fail(details.error());
    m_isBusy = true;
    Q_EMIT changed();
    QCoro::connect(workflow::registerPatient(m_desk->context(), m_registerCommand, *details), this,
                   [this](const Result<administration::Patient> &patient) {
                       m_isBusy = false;
                       if (!patient)
                           return fail(patient.error());
                       m_form->clearNew();
                       m_form->show(*patient); // on record from here on, also when the half-hour is gone
                       m_fileState->take(visitsSaid());
                       m_desk->showPatient(sdk::BannerPatient{*patient, {}, {}});
                       takePlace(*patient);
                   });
}

void FrontDesk::takePlace(const administration::Patient &patient)
{
    const auto *clinic = m_clinics->current();
    const int row = m_halfHour ? m_clinics->halfHours()->rowOf(*m_halfHour) : -1;
    if (!clinic || row < 0)
        return fail({ErrorKind::Conflict, QStringLiteral("slot.full")});
    m_isBusy = true;
    Q_EMIT changed();
    const Slip slip{patient, clinic->department, m_clinics->halfHours()->at(row), {}};
    QCoro::connect(workflow::checkIn(m_desk->context(), m_checkInCommand,
                                     {patient.id, clinic->department.id, *m_halfHour}),
                   this, [this, slip](const Result<workflow::CheckedIn> &checkedIn) {
                       m_isBusy = false;
                       if (checkedIn)
                           finish({slip.patient, slip.department, slip.halfHour, *checkedIn});
                       else
                           fail(checkedIn.error());
                   });
}

void FrontDesk::finish(const Slip &slip)
{
    m_slip = slip;
    m_isDone = true;
    m_desk->showDone(tr("%1 checked in: number %2").arg(slip.patient.name).arg(slip.checkedIn.task.number));
    Q_EMIT changed();
    Q_EMIT checkedIn();
}

void FrontDesk::fail(const Error &error)
{
    m_desk->showError(error);
    m_clinics->reload();
    Q_EMIT changed();
}

void FrontDesk::readFile()
{
    if (!m_form->patient())
        return;
    const auto patient = *m_form->patient();
    QCoro::connect(readPatientFile(m_desk->context(), patient), this,
                   [this, patient](const Result<PatientFile> &file) {
                       if (!m_form->patient() || m_form->patient()->id != patient.id)
                           return;
                       if (!file)
                           return m_fileState->fail(file.error());
                       m_visits->replace(file->visits);
                       m_desk->showPatient(file->banner);
                       m_fileState->take(visitsSaid());
                       Q_EMIT changed();
                   });
}

void FrontDesk::forgetVisits()
{
    m_visits->replace({});
    m_fileState->forget(
        ui::ViewState::empty(tr("No patient chosen"), tr("Visits of the patient stand here.")));
}

ui::ViewState FrontDesk::visitsSaid() const
{
    return m_visits->rowCount() > 0 ? ui::ViewState::ready()
                                    : ui::ViewState::empty(tr("No visits yet"), tr("This is the first."));
}

void FrontDesk::retranslate()
{
    if (m_fileState->isKnown())
        m_fileState->restate(visitsSaid());
    else if (!m_form->patient())
        forgetVisits();
}

void FrontDesk::renewCommands()
{
    const auto context = m_desk->context();
    m_registerCommand = context.newCommand();
    m_checkInCommand = context.newCommand();
    m_isDone = false;
}

} // namespace simiao::registration
