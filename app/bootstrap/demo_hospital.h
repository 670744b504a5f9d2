#pragma once

#include "domain/administration/setting.h"
#include "domain/clinical/allergy_intolerance.h"
#include "domain/diagnostics/imaging_study.h"
#include "domain/diagnostics/observation.h"
#include "domain/medications/medication_dispense.h"
#include "domain/scheduling/slot.h"
#include "domain/security/account.h"
#include "workflow/context.h"
#include "workflow/ports/phantom_study.h"

#include <map>
#include <vector>

namespace simiao::bootstrap {

/// What the invented rows are made with. A value of its own: made on another thread.
struct DemoMaker
{
    QString folder;       ///< resources/demo
    QString imagesFolder; ///< where made studies go
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Rng> rng;
    workflow::NameKeyMaker nameKeys;

    template <typename T>
    Id<T> newId() const
    {
        return simiao::newId<T>(*clock, *rng);
    }
};

/// Departments, people who work there and their half-hours: clinic.json.
struct DemoClinic
{
    std::map<QString, administration::Organization> departments; ///< by code
    std::map<QString, security::Account> accounts;               ///< by log-in name
    std::vector<scheduling::Slot> slots;                         ///< today and 13 more days
};

/// Drugs and what is on the shelf: medications.json, stock.json.
struct DemoPharmacy
{
    std::vector<medications::Medication> medications;
    std::vector<medications::Lot> lots;
};

/// Pictures to be made, and the row that says where they are.
struct DemoStudy
{
    workflow::PhantomStudyOrder order;
    diagnostics::ImagingStudy row;
};

/// One who waits today for the half-hour that starts at `slotStart`.
struct DemoWaiting
{
    Id<administration::Patient> patient;
    QString loginName; ///< of the physician
    Instant slotStart;
};

/// People under care and what is on record of them: patients.json.
struct DemoPatients
{
    std::map<QString, administration::Patient> patients; ///< by code of the file
    std::vector<clinical::AllergyIntolerance> allergies;
    std::vector<diagnostics::Observation> observations;
    std::vector<DemoStudy> studies;
    std::vector<DemoWaiting> waiting; ///< in the order in which they came
};

/// Everything of the demonstration.
struct DemoHospital
{
    DemoClinic clinic;
    DemoPharmacy pharmacy;
    DemoPatients people;
    std::vector<administration::Setting> settings; ///< who the hospital is
};

/// Each reads its files; errors of JSON and `resources.shape`, located. Passwords are hashed once: about 0.1
/// s.
/// \thread  any but the GUI
Result<DemoClinic> readDemoClinic(const DemoMaker &maker);
Result<DemoPharmacy> readDemoPharmacy(const DemoMaker &maker);
Result<DemoPatients> readDemoPatients(const DemoMaker &maker);
Result<std::vector<administration::Setting>> readDemoSettings(const DemoMaker &maker);
Result<DemoHospital> readDemoHospital(const DemoMaker &maker);

/// `time` ("08:30") on `day` at the workstation.
Result<Instant> localInstant(const QString &time, Date day, const QTimeZone &zone);

} // namespace simiao::bootstrap
