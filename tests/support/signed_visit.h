#pragma once

#include "support/world.h"

namespace simiao::test {

/// The rows of a visit that is signed by `command`: visit and note, three diagnoses, a prescription of three lines with their charges.
workflow::UnitOfWork aSignedVisit(const World &world, Uuid command);

} // namespace simiao::test
