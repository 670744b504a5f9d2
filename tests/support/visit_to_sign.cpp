#include "support/visit_to_sign.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

clinical::Composition noteOf(const World &world, const VisitToSign &visit)
{
    clinical::Composition note;
    note.id = world.context.newId<clinical::Composition>();
    note.patient = visit.encounter.patient;
    note.encounter = visit.encounter.id;
    note.status = clinical::CompositionStatus::Final;
    note.author = world.physician.id;
    note.signedAt = world.clock->now();
    note.sections = {{u"10154-3"_s, u"主诉"_s, u"发热伴咳嗽3天"_s},
                     {u"10164-2"_s, u"现病史"_s,
                      QString(u"患者3天前受凉后出现发热，体温最高38.9℃，伴咳嗽咳痰。"_s).repeated(8)}};
    return note;
}

clinical::Condition diagnosisOf(const World &world, const VisitToSign &visit, int rank)
{
    clinical::Condition condition;
    condition.id = world.context.newId<clinical::Condition>();
    condition.patient = visit.encounter.patient;
    condition.encounter = visit.encounter.id;
    condition.code = {QString(codesystem::kIcd10Cn), u"J18"_s, u"肺炎,病原体未特指"_s};
    condition.rank = rank;
    return condition;
}

medications::Prescription prescriptionOf(const World &world, const VisitToSign &visit)
{
    medications::Prescription prescription;
    prescription.id = world.context.newId<medications::Prescription>();
    prescription.patient = visit.encounter.patient;
    prescription.encounter = visit.encounter.id;
    prescription.author = world.physician.id;
    prescription.status = medications::PrescriptionStatus::Signed;
    prescription.authoredOn = world.clock->now();
    return prescription;
}

/// So many packs, at their price.
medications::MedicationRequest lineOf(const World &world,
                                      const medications::Prescription &prescription,
                                      int line)
{
    const auto &drug = world.amoxicillin;
    medications::MedicationRequest request;
    request.id = world.context.newId<medications::MedicationRequest>();
    request.prescription = prescription.id;
    request.patient = prescription.patient;
    request.encounter = prescription.encounter;
    request.medication = drug.id;
    request.medicationName = drug.name;
    request.line = line;
    request.status = medications::MedicationRequestStatus::Active;
    request.quantity = line * drug.packQuantity;
    request.quantityUnit = drug.smallestUnit;
    request.price = Money{line * drug.packPrice.fen};
    return request;
}

} // namespace

VisitToSign aVisitToSign(const World &world,
                         Id<administration::Encounter> encounter,
                         Id<scheduling::QueueTask> task)
{
    VisitToSign visit;
    visit.encounter.id = encounter;
    visit.encounter.visitNumber = encounter.toString();
    visit.encounter.patient = world.patient.id;
    visit.encounter.department = world.department.id;
    visit.encounter.practitioner = world.physician.id;
    visit.encounter.status = administration::EncounterStatus::InProgress;
    visit.encounter.start = world.clock->now();
    visit.task.id = task;
    visit.task.encounter = encounter;
    visit.task.patient = world.patient.id;
    visit.task.department = world.department.id;
    visit.task.owner = world.physician.id;
    visit.task.day = world.clock->today();
    visit.task.number = task.toString().right(7).toInt(nullptr, 16); // each another one of the day
    visit.task.status = scheduling::TaskStatus::InProgress;
    visit.task.calledAt = world.clock->now();
    return visit;
}

workflow::UnitOfWork anArrival(const World &world, const VisitToSign &visit)
{
    financial::ChargeItem fee;
    fee.id = world.context.newId<financial::ChargeItem>();
    fee.patient = visit.encounter.patient;
    fee.encounter = visit.encounter.id;
    fee.kind = financial::ChargeKind::Registration;
    fee.amount = world.department.registrationFee;
    auto work = world.context.begin(world.context.newCommand(), u"demo.seed"_s, visit.encounter.patient);
    work.insert(visit.encounter).insert(visit.task).insert(fee);
    return work;
}

workflow::UnitOfWork aSigning(const World &world, Uuid command, VisitToSign visit)
{
    auto work = world.context.begin(command, u"composition.sign"_s, visit.encounter.patient);
    work.insert(noteOf(world, visit));
    for (int rank = 1; rank <= 3; ++rank)
        work.insert(diagnosisOf(world, visit, rank));
    const auto prescription = prescriptionOf(world, visit);
    const QString day = world.clock->today().toIso().remove(u'-');
    work.insert(prescription)
        .numbered(&medications::Prescription::number, {u"prescription/"_s + day, u"P"_s + day, 4});
    for (int line = 1; line <= 3; ++line)
        work.insert(lineOf(world, prescription, line));
    visit.task.version = 1;
    visit.task.status = scheduling::TaskStatus::Completed;
    visit.encounter.version = 1;
    visit.encounter.status = administration::EncounterStatus::Finished;
    visit.encounter.end = world.clock->now();
    work.update(visit.task).update(visit.encounter);
    return work;
}

} // namespace simiao::test
