#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// A prescription that was taken back: at Prescription::recordedAt, because of Prescription::answer.
struct WithdrawnPrescription
{
    medications::Prescription prescription;
    LocalText by;
    std::vector<medications::MedicationRequest> lines; ///< what it said when it was withdrawn

    bool operator==(const WithdrawnPrescription &) const = default;
};

/// Those of one visit, by number. Act `patient.read`; not audited again, the visit is open.
Task<Result<std::vector<WithdrawnPrescription>>> withdrawnOfVisit(Context context,
                                                                  Id<administration::Encounter> encounter);

/// What a withdrawn prescription said; without lines that were replaced before.
Task<Result<std::vector<medications::MedicationRequest>>> withdrawnLines(
    Context context,
    medications::Prescription prescription);

} // namespace simiao::workflow
