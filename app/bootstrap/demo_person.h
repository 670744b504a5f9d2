#pragma once

#include "bootstrap/demo_hospital.h"
#include "domain/clinical/composition.h"
#include "domain/clinical/condition.h"
#include "domain/financial/charge_item.h"

namespace simiao::bootstrap {

/// A visit that is over and paid, with all its rows.
struct DemoVisit
{
    administration::Encounter encounter;
    clinical::Composition note;
    std::vector<clinical::Condition> conditions;
    std::vector<diagnostics::Observation> observations; ///< vital signs, then results of the laboratory
    std::optional<medications::Prescription> prescription;
    std::vector<medications::MedicationRequest> requests;
    std::vector<medications::MedicationDispense> dispenses;
    std::vector<financial::ChargeItem> charges;
    financial::Invoice invoice;

    bool operator==(const DemoVisit &) const = default;
};

/// One generated person with everything on record.
struct DemoPerson
{
    administration::Patient patient;
    std::vector<clinical::AllergyIntolerance> allergies;
    std::vector<DemoVisit> visits;  ///< the latest first
    std::optional<DemoStudy> study; ///< of the latest visit
};

} // namespace simiao::bootstrap
