#pragma once

#include "support/world.h"

namespace simiao::test {

/// A patient who is registered under this number, by `command`.
inline workflow::UnitOfWork aRegistration(const World &world, Uuid command, const QString &mrn)
{
    auto patient = world.patient;
    patient.id = world.context.newId<administration::Patient>();
    patient.mrn = mrn;
    patient.identityNumber.clear();
    auto work = world.context.begin(command, QStringLiteral("patient.register"), patient.id);
    work.insert(patient);
    return work;
}

} // namespace simiao::test
