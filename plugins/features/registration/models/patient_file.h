#pragma once

#include "domain/administration/encounter.h"
#include "sdk/desk.h"

namespace simiao::registration {

/// What the front desk looks at before it lets somebody in: the banner's facts and the visits so far.
struct PatientFile
{
    sdk::BannerPatient banner;
    std::vector<administration::Encounter> visits; ///< newest first
};

/// Act `patient.read`.
Task<Result<PatientFile>> readPatientFile(workflow::Context context, administration::Patient patient);

} // namespace simiao::registration
