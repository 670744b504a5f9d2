#include "bootstrap/demo_visit_scene.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstNumberOfDay = 5000;

} // namespace

QString VisitScene::dayNumber(int width) const
{
    return plan.day.day.toString(u"yyyyMMdd"_s) + u"%1"_s.arg(number, width, 10, QChar(u'0'));
}

VisitScene sceneOf(const PeopleSource &source,
                   const DemoPerson &person,
                   const VisitPlan &plan,
                   int index,
                   Dice &dice)
{
    VisitScene scene{source, person, plan, kFirstNumberOfDay + index, {}};
    auto &encounter = scene.encounter;
    encounter.id = dice.newId<administration::Encounter>();
    encounter.visitNumber = scene.dayNumber(4);
    encounter.patient = person.patient.id;
    encounter.department = source.clinic.departments.at(plan.complaint->department).id;
    encounter.practitioner = source.clinic.accounts.at(plan.session->loginName).id;
    encounter.status = administration::EncounterStatus::Finished;
    encounter.start = plan.start;
    encounter.end = plan.start.plusSeconds(dice.between(6 * 60, 12 * 60));
    return scene;
}

diagnostics::Observation observationOf(const VisitScene &scene,
                                       const Coding &code,
                                       const Quantity &value,
                                       Instant at,
                                       Dice &dice)
{
    diagnostics::Observation observation;
    observation.id = dice.newId<diagnostics::Observation>();
    observation.patient = scene.patient().id;
    observation.code = code;
    observation.value = value;
    observation.effective = at;
    return observation;
}

} // namespace simiao::bootstrap
