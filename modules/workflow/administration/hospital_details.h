#pragma once

#include "workflow/administration/settings.h"

namespace simiao::workflow {

/// Who the hospital is, as prints and lists say it. FHIR Organization, the one that all departments are part of.
struct HospitalDetails
{
    QString name;      ///< Organization.name, at most 100 characters
    QString shortName; ///< Organization.alias, at most 40
    QString code;      ///< Organization.identifier: the number of its licence, at most 40
    QString address;   ///< Organization.address.text, at most 200
    QString phone;     ///< Organization.telecom.value, at most 40

    bool operator==(const HospitalDetails &) const = default;
};

/// What the hospital chose under `hospital.*`; empty where nobody did.
HospitalDetails hospitalOf(const Settings &settings);

/// Stores what changed in one commit. Act `setting.manage`.
/// \returns Invalid `hospital.name-missing`, `setting.value` (key and value) for a text that is too long
Task<Result<void>> storeHospital(Context context,
                                 Uuid command,
                                 SettingCatalogue catalogue,
                                 HospitalDetails details);

} // namespace simiao::workflow
