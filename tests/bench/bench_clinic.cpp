#include "bench/bench_clinic.h"

#include <QCoroTask>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

template <typename T>
T done(Task<Result<T>> task)
{
    auto result = QCoro::waitFor(std::move(task));
    if (!result)
        qFatal("%s", qPrintable(logLine(result.error())));
    return *std::move(result);
}

constexpr int kDrugs = 10; // of one prescription

std::shared_ptr<ReferenceData> reference()
{
    auto data = std::make_shared<ReferenceData>();
    data->dosage = someDosageTerms();
    data->noteTemplates = {
        {u"first-visit"_s,
         {},
         {{u"10154-3"_s, {{}, u"主诉"_s}, {}, true}, {u"10164-2"_s, {{}, u"现病史"_s}, {}, true}}}};
    return data;
}

} // namespace

BenchClinic::BenchClinic(std::shared_ptr<Store> store, int visits)
    : m_world(aWorld(std::move(store)))
    , m_reference(reference())
{
    stockDrugs();
    openPlaces(visits);
    for (int i = 0; i < visits; ++i) {
        const auto &context = m_world.context;
        const CheckIn wish{m_world.patient.id, m_world.department.id, m_world.slot.id};
        const auto slip = done(checkIn(context, context.newCommand(), wish));
        m_tasks.push_back(done(callPatient(context, context.newCommand(), slip.task.id)).id);
    }
}

void BenchClinic::openPlaces(int visits)
{
    auto slot = m_world.slot;
    slot.id = m_world.context.newId<scheduling::Slot>();
    slot.capacity = visits;
    slot.booked = 0;
    auto work = m_world.context.begin(m_world.context.newCommand(), u"bench.fill"_s);
    work.insert(slot);
    done(m_world.context.store->commit(std::move(work)));
    m_world.slot = slot;
}

void BenchClinic::stockDrugs()
{
    const auto &context = m_world.context;
    auto work = context.begin(context.newCommand(), u"bench.fill"_s);
    for (int i = 0; i < kDrugs; ++i) {
        auto drug = m_world.amoxicillin;
        drug.id = context.newId<medications::Medication>();
        drug.code = u"B%1"_s.arg(i);
        m_drugs.push_back(drug.id);
        work.insert(drug);
    }
    done(context.store->commit(std::move(work)));
}

VisitDraft BenchClinic::draft() const
{
    VisitDraft draft;
    draft.sections = {
        {u"10154-3"_s, u"发热伴咳嗽3天"_s},
        {u"10164-2"_s,
         u"患者3天前受凉后出现发热，最高体温39.1℃，伴畏寒、咳嗽，咳少量黄痰，无咯血、胸痛。"_s}};
    for (const auto &code : {u"J18"_s, u"I10"_s, u"N18"_s})
        draft.diagnoses.push_back({{QString(codesystem::kIcd10Cn), code, u"诊断"_s}, {}});
    for (const auto &drug : m_drugs)
        draft.medications.push_back({drug, {m_world.amoxicillin.defaultDose, u"oral"_s, u"tid"_s, 3}, {}});
    return draft;
}

void BenchClinic::sign(int visit)
{
    const auto &context = m_world.context;
    done(signVisit(context, context.newCommand(), m_tasks.at(std::size_t(visit)), draft(), m_reference));
}

void BenchClinic::rest()
{
    const auto &context = m_world.context;
    done(context.store->receiptOf(context.newCommand())); // answered after what its thread does before
}

void BenchClinic::giveHistory(int visits)
{
    const auto &context = m_world.context;
    auto work = context.begin(context.newCommand(), u"bench.fill"_s);
    for (int i = 0; i < visits; ++i) {
        administration::Encounter encounter;
        encounter.id = context.newId<administration::Encounter>();
        encounter.visitNumber = u"H%1"_s.arg(i);
        encounter.patient = m_world.patient.id;
        encounter.department = m_world.department.id;
        encounter.practitioner = m_world.physician.id;
        encounter.status = administration::EncounterStatus::Finished;
        encounter.start = context.clock->now().plusSeconds(-86'400LL * i);
        clinical::Composition note;
        note.id = context.newId<clinical::Composition>();
        note.patient = encounter.patient;
        note.encounter = encounter.id;
        note.status = clinical::CompositionStatus::Final;
        note.author = m_world.physician.id;
        note.signedAt = encounter.start;
        note.sections = {{u"10154-3"_s, u"主诉"_s, u"咳嗽3天"_s},
                         {u"10164-2"_s, u"现病史"_s, QString(120, u'咳')}};
        clinical::Condition condition;
        condition.id = context.newId<clinical::Condition>();
        condition.patient = encounter.patient;
        condition.encounter = encounter.id;
        condition.code = {QString(codesystem::kIcd10Cn), u"J18"_s, u"肺炎"_s};
        work.insert(encounter).insert(note).insert(condition);
        for (const auto &code : {u"8310-5"_s, u"8867-4"_s}) {
            diagnostics::Observation observation;
            observation.id = context.newId<diagnostics::Observation>();
            observation.patient = encounter.patient;
            observation.code = {u"http://loinc.org"_s, code, u"T"_s};
            observation.value = {*Decimal::parse(u"38.4"_s), u"Cel"_s};
            observation.effective = encounter.start;
            work.insert(observation);
        }
    }
    done(context.store->commit(std::move(work)));
}

} // namespace simiao::test
