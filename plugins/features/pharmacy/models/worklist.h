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

/// To review, to dispense, to hand over; each in the order they were signed. Then those that were withdrawn today: somebody may
/// have the paper in hand. Act `patient.read`.
Task<Result<std::vector<Work>>> readWorklist(workflow::Context context);

} // namespace simiao::pharmacy
