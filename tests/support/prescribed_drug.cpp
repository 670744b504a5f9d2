#include "support/prescribed_drug.h"

#include "core/money.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

administration::Encounter aVisitOf(const World &world,
                                   const administration::Patient &patient,
                                   Id<administration::Organization> department)
{
    administration::Encounter visit;
    visit.id = world.context.newId<administration::Encounter>();
    visit.visitNumber = visit.id.toString();
    visit.patient = patient.id;
    visit.department = department;
    visit.start = world.clock->now();
    return visit;
}

financial::ChargeItem aFeeOf(const World &world, const administration::Encounter &visit)
{
    financial::ChargeItem fee;
    fee.id = world.context.newId<financial::ChargeItem>();
    fee.patient = visit.patient;
    fee.encounter = visit.id;
    fee.kind = financial::ChargeKind::Registration;
    fee.unit = u"次"_s;
    fee.amount = world.department.registrationFee;
    return fee;
}

PrescribedDrug aPrescribedDrug(const World &world,
                               const administration::Encounter &visit,
                               medications::PrescriptionStatus status,
                               qint64 quantity)
{
    const auto &drug = world.amoxicillin;
    PrescribedDrug drugs;
    auto &[prescription, line, charge] = drugs;
    prescription.id = world.context.newId<medications::Prescription>();
    prescription.number = prescription.id.toString();
    prescription.patient = visit.patient;
    prescription.encounter = visit.id;
    prescription.author = world.physician.id;
    prescription.status = status;
    line.id = world.context.newId<medications::MedicationRequest>();
    line.prescription = prescription.id;
    line.patient = visit.patient;
    line.encounter = visit.id;
    line.medication = drug.id;
    line.status = medications::MedicationRequestStatus::Active;
    line.quantity = quantity;
    line.quantityUnit = drug.smallestUnit;
    line.price = *lineTotal(drug.packPrice, quantity, drug.packQuantity);
    charge.id = world.context.newId<financial::ChargeItem>();
    charge.patient = visit.patient;
    charge.encounter = visit.id;
    charge.kind = financial::ChargeKind::Medication;
    charge.request = line.id;
    charge.prescription = prescription.id;
    charge.quantity = line.quantity;
    charge.unit = line.quantityUnit;
    charge.amount = line.price;
    return drugs;
}

} // namespace simiao::test
