#include "support/signed_visit.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

workflow::UnitOfWork aSignedVisit(const World &world, Uuid command)
{
    const auto &context = world.context;
    administration::Encounter visit;
    visit.id = context.newId<administration::Encounter>();
    visit.visitNumber = visit.id.toString();
    visit.patient = world.patient.id;
    visit.department = world.department.id;
    visit.practitioner = world.physician.id;
    visit.start = world.clock->now();
    clinical::Composition note;
    note.id = context.newId<clinical::Composition>();
    note.patient = visit.patient;
    note.encounter = visit.id;
    note.author = world.physician.id;
    note.sections = {{u"10154-3"_s, u"主诉"_s, u"发热伴咳嗽3天"_s},
                     {u"10164-2"_s, u"现病史"_s,
                      QString(u"患者3天前受凉后出现发热，体温最高38.9℃，伴咳嗽咳痰。"_s).repeated(8)}};
    auto work = context.begin(command, u"composition.sign"_s, visit.patient);
    work.insert(visit).insert(note);
    for (int i = 0; i < 3; ++i) {
        clinical::Condition condition;
        condition.id = context.newId<clinical::Condition>();
        condition.patient = visit.patient;
        condition.encounter = visit.id;
        condition.code = {QString(codesystem::kIcd10Cn), u"J18"_s, u"肺炎,病原体未特指"_s};
        work.insert(condition);
    }
    medications::Prescription prescription;
    prescription.id = context.newId<medications::Prescription>();
    prescription.patient = visit.patient;
    prescription.encounter = visit.id;
    prescription.author = world.physician.id;
    const QString day = world.clock->today().toIso().remove(u'-');
    work.insert(prescription)
        .numbered(&medications::Prescription::number, {u"prescription/"_s + day, u"P"_s + day, 4});
    for (int i = 0; i < 3; ++i) {
        medications::MedicationRequest request;
        request.id = context.newId<medications::MedicationRequest>();
        request.prescription = prescription.id;
        request.patient = visit.patient;
        request.encounter = visit.id;
        request.medication = world.amoxicillin.id;
        request.medicationName = world.amoxicillin.name;
        request.line = i + 1;
        financial::ChargeItem charge;
        charge.id = context.newId<financial::ChargeItem>();
        charge.patient = visit.patient;
        charge.encounter = visit.id;
        charge.kind = financial::ChargeKind::Medication;
        charge.request = request.id;
        charge.amount = Money{1500};
        work.insert(request).insert(charge);
    }
    return work;
}

} // namespace simiao::test
