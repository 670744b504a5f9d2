#pragma once

#include "bootstrap/demo_person.h"
#include "bootstrap/demo_visit_plan.h"

namespace simiao::bootstrap {

/// Who meets whom: what all rows of one visit share. Refers to what it was made of.
struct VisitScene
{
    const PeopleSource &source;
    const DemoPerson &person; ///< its visits are not looked at
    const VisitPlan &plan;
    int number = 0; ///< of the visit, the sheet and the receipt on their day
    administration::Encounter encounter;

    const Complaint &complaint() const { return *plan.complaint; }
    const administration::Patient &patient() const { return person.patient; }
    Id<security::Account> physician() const { return *encounter.practitioner; }
    /// When the note was signed, and so the visit ended.
    Instant signedAt() const { return *encounter.end; }
    /// On the day of the visit.
    int years() const { return yearsOld(person.patient.birthDate, plan.day); }
    /// "20261122" + `number` in at least `width` digits.
    QString dayNumber(int width) const;
};

/// The scene of a visit by the person number `index`. Its numbers lie above those that a day of a clinic
/// reaches by counting; one person has one visit a day, so they are used once.
VisitScene sceneOf(const PeopleSource &source,
                   const DemoPerson &person,
                   const VisitPlan &plan,
                   int index,
                   Dice &dice);

diagnostics::Observation observationOf(const VisitScene &scene,
                                       const Coding &code,
                                       const Quantity &value,
                                       Instant at,
                                       Dice &dice);

} // namespace simiao::bootstrap
