#pragma once

#include "domain/medications/prescription.h"
#include "workflow/context.h"

namespace simiao::pharmacy {

/// Of the patient's latest visit that has one: what is still to be done something with, else the last. \returns NotFound
/// `store.not-found` where there is none. Act `patient.read`.
Task<Result<medications::Prescription>> latestPrescription(workflow::Context context,
                                                           Id<administration::Patient> patient);

} // namespace simiao::pharmacy
