#pragma once

#include "registration/models/clinic_day.h"
#include "registration/models/patient_file.h"
#include "registration/models/patient_form.h"
#include "registration/models/visit_list_model.h"
#include "sdk/known_state.h"
#include "sdk/patient_search.h"
#include "workflow/frontdesk/check_in.h"

namespace simiao::registration {

/// What the patient is handed.
struct Slip
{
    administration::Patient patient;
    administration::Organization department;
    HalfHour halfHour;
    workflow::CheckedIn checkedIn;
};

/// The front desk: who stands at the counter, where she goes, the slip she gets.
class FrontDesk : public QObject
{
    Q_OBJECT

public:
    explicit FrontDesk(sdk::Desk *desk, QObject *parent = nullptr);

    sdk::Desk *desk() const { return m_desk; }
    sdk::PatientSearch *search() const { return m_search; }
    PatientForm *form() const { return m_form; }
    ClinicDay *clinics() const { return m_clinics; }
    VisitListModel *visits() const { return m_visits; }
    const ui::ViewState &visitsState() const { return m_fileState->state(); }
    /// The last slip; stays until the next.
    const std::optional<Slip> &slip() const { return m_slip; }
    /// A visit of the patient shown that began today and is not over; null when there is none.
    const administration::Encounter *visitOfToday() const;

    /// Whether the numbers of the patient shown are to be read in full: for her alone, until another one is opened.
    bool isRevealed() const { return m_isRevealed; }
    /// Shows them, which is audited. Nothing happens without a patient on record.
    void reveal();
    /// The visits and the banner, once more.
    void readFile();

    void openPatient(const administration::Patient &patient);
    void openNobody();
    void startNew();
    /// \param row  of halfHours(); -1: none
    void chooseHalfHour(int row);

    /// Somebody is there and a half-hour is chosen. A new patient may still have gaps: checkIn points at the first.
    bool canCheckIn() const;
    /// Registers a new patient first, then gives place and number.
    void checkIn();

Q_SIGNALS:
    /// Another patient, other visits, other permission to check in.
    void changed();
    void gapFound(simiao::registration::PatientForm::Field field);
    void checkedIn();

private:
    void forgetVisits();
    void retranslate();
    ui::ViewState visitsSaid() const;
    void registerFirst();
    void takePlace(const administration::Patient &patient);
    void finish(const Slip &slip);
    void fail(const Error &error);
    void renewCommands();

    sdk::Desk *m_desk;
    sdk::PatientSearch *m_search;
    PatientForm *m_form;
    ClinicDay *m_clinics;
    VisitListModel *m_visits;
    sdk::KnownState *m_fileState; ///< of banner and visits
    std::optional<Id<scheduling::Slot>> m_halfHour;
    std::optional<Slip> m_slip;
    Uuid m_registerCommand;
    Uuid m_checkInCommand;
    bool m_isBusy = false;
    bool m_isDone = false;
    bool m_isRevealed = false;
};

} // namespace simiao::registration
