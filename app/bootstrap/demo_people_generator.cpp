#include "bootstrap/demo_people_generator.h"

#include "bootstrap/demo_allergies.h"
#include "bootstrap/demo_identity.h"
#include "bootstrap/demo_study.h"
#include "bootstrap/demo_visit_account.h"
#include "bootstrap/demo_visit_note.h"
#include "bootstrap/demo_vital_signs.h"

#include <QDateTime>

#include <ranges>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t kSeedStep = 1'000'003; ///< a prime: no two persons of near seeds draw alike
constexpr int kPeopleAStudy = 80;
constexpr int kSlices = 16;

/// Ids count on from midnight, a second for each person: the same all day.
Dice diceOf(const PeopleSource &source, int index)
{
    const Instant midnight{source.today.day.startOfDay(source.zone).toMSecsSinceEpoch() * 1000};
    return Dice(source.seed * kSeedStep + std::uint64_t(index), midnight.plusSeconds(index));
}

DemoVisit inventVisit(const VisitScene &scene, Dice &dice)
{
    DemoVisit visit;
    visit.encounter = scene.encounter;
    visit.note = inventNote(scene, dice);
    visit.conditions = inventConditions(scene, dice);
    visit.observations = inventVitalSigns(scene, dice);
    const auto panels = inventPanels(scene, dice);
    for (const auto &panel : panels)
        visit.observations.insert(visit.observations.end(), panel.results.begin(), panel.results.end());
    prescribe(visit, scene, dice);
    settle(visit, scene, panels, dice);
    return visit;
}

DemoStudy inventStudy(const PeopleSource &source,
                      const administration::Patient &patient,
                      Date day,
                      int index,
                      Dice &dice)
{
    DemoStudy study;
    study.order.patientName = patient.name;
    study.order.slices = kSlices;
    study.order.studyDate = day.toIso();
    study.order.seed = std::uint32_t(index);
    study.row.id = dice.newId<diagnostics::ImagingStudy>();
    study.row.description = u"胸部CT平扫"_s;
    completeStudy(study, patient, source.imagesFolder, study.row.id.uuid);
    return study;
}

DemoPerson generatePerson(const PeopleSource &source, int index)
{
    auto dice = diceOf(source, index);
    DemoPerson person;
    person.patient = inventPatient(source, index, dice);
    person.allergies = inventAllergies(source.material.allergens, person.patient, dice);
    const auto plans = planVisits(source, person.patient, dice);
    // The latest first: of rows recorded at one time, lists show the smaller id before the greater.
    for (const auto &plan : plans | std::views::reverse)
        person.visits.push_back(inventVisit(sceneOf(source, person, plan, index, dice), dice));
    if (index % kPeopleAStudy == kPeopleAStudy - 1 && !plans.empty())
        person.study = inventStudy(source, person.patient, plans.back().day, index, dice);
    return person;
}

} // namespace

std::vector<DemoPerson> generatePeople(const PeopleSource &source, int first, int count)
{
    std::vector<DemoPerson> people;
    people.reserve(std::size_t(count));
    for (int index = first; index < first + count; ++index)
        people.push_back(generatePerson(source, index));
    return people;
}

} // namespace simiao::bootstrap
