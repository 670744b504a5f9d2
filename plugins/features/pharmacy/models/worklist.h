#pragma once

#include "domain/medications/prescription.h"
#include "sdk/desk.h"

namespace simiao::pharmacy {

/// A prescription somebody at this desk has to do something with.
struct Work
{
    medications::Prescription prescription;
    administration::Patient patient;

    bool operator==(const Work &) const = default;
};

/// To review, to dispense, to hand over; each in the order they were signed. Act `patient.read`.
/// \param known  prescriptions of the list before: those withdrawn since stay in it, at its end
Task<Result<std::vector<Work>>> readWorklist(workflow::Context context,
                                             std::vector<Id<medications::Prescription>> known = {});

} // namespace simiao::pharmacy
