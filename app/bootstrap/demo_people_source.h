#pragma once

#include "bootstrap/demo_hospital.h"
#include "bootstrap/demo_people_material.h"
#include "workflow/reference_data.h"

namespace simiao::bootstrap {

/// A drug the pharmacy can give out.
struct DemoDrug
{
    medications::Medication medication;
    Id<medications::Lot> lot; ///< the one that keeps longest
};

/// What generated people are made of, and the hospital they come to. Equal sources make equal people.
struct PeopleSource
{
    PeopleMaterial material;
    std::shared_ptr<const workflow::ReferenceData> reference;
    workflow::NameKeyMaker nameKeys;
    DemoClinic clinic; ///< departments and accounts; its half-hours are not used
    Id<security::Account> pharmacist;
    Id<security::Account> cashier;
    std::map<QString, DemoDrug> drugs; ///< by code
    QString imagesFolder;
    Date today; ///< the last visits were the day before
    QTimeZone zone;
    std::uint64_t seed = 0;
};

/// Nothing when no lot of it is there.
std::optional<DemoDrug> drugOnShelf(const medications::Medication &medication,
                                    const std::vector<medications::Lot> &lots);

} // namespace simiao::bootstrap
