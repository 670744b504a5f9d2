#pragma once

#include "support/world.h"

namespace simiao::test {

/// A visit whose patient is with the physician. The same for the same ids, in whatever process.
struct VisitToSign
{
    administration::Encounter encounter;
    scheduling::QueueTask task;
};

VisitToSign aVisitToSign(const World &world,
                         Id<administration::Encounter> encounter,
                         Id<scheduling::QueueTask> task);

/// What brings the visit about, fee included; by who is believed, since it is called at once.
workflow::UnitOfWork anArrival(const World &world, const VisitToSign &visit);

/// What the program stores when the physician signs that visit: note, three diagnoses, a prescription of three lines, and the visit at its end.
workflow::UnitOfWork aSigning(const World &world, Uuid command, VisitToSign visit);

} // namespace simiao::test
