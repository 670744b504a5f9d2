#pragma once

#include "support/world.h"

namespace simiao::test {

/// A visit of this patient that begins now, with nobody in particular.
administration::Encounter aVisitOf(const World &world,
                                   const administration::Patient &patient,
                                   Id<administration::Organization> department);

/// What the world's department takes for a visit.
financial::ChargeItem aFeeOf(const World &world, const administration::Encounter &visit);

/// Amoxicillin that the world's physician has prescribed: one line, what it costs, and the charge of it.
struct PrescribedDrug
{
    medications::Prescription prescription;
    medications::MedicationRequest line;
    financial::ChargeItem charge;
};

/// \param quantity  capsules
PrescribedDrug aPrescribedDrug(const World &world,
                               const administration::Encounter &visit,
                               medications::PrescriptionStatus status,
                               qint64 quantity);

} // namespace simiao::test
