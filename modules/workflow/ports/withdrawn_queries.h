#pragma once

#include "domain/medications/prescription.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

/// Withdrawn at `since` or later, of those that were signed at `signed_since` or later, by when they were withdrawn.
inline constexpr Query<medications::Prescription, Instant, Instant> prescriptionsWithdrawn{
    "prescription/withdrawn",
    {"signed_since", "since"}};

/// What no longer is to be given: lines that were cancelled, also those that others took the place of.
inline constexpr Query<medications::MedicationRequest, Id<medications::Prescription>>
    cancelledLinesOfPrescription{"medication_request/cancelled_of_prescription", {"prescription"}};

} // namespace simiao::workflow::query
