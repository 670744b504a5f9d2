#pragma once

#include "support/world.h"
#include "workflow/consultation/call_patient.h"
#include "workflow/consultation/sign_visit.h"
#include "workflow/frontdesk/check_in.h"

namespace simiao::test {

/// The small hospital with visits that are ready to be signed, and a patient with a long history.
class BenchClinic
{
public:
    BenchClinic(std::shared_ptr<workflow::Store> store, int visits);

    const workflow::Context &context() const { return m_world.context; }
    Id<administration::Patient> patient() const { return m_world.patient.id; }
    /// Note, three diagnoses, a prescription of ten drugs; with task, encounter, audit and command twenty rows.
    void sign(int visit);
    /// Until the store has done what it does after its answers.
    void rest();
    /// So many finished visits with a note, a diagnosis and two results each.
    void giveHistory(int visits);

private:
    workflow::VisitDraft draft() const;
    void openPlaces(int visits);
    void stockDrugs();

    World m_world;
    std::shared_ptr<workflow::ReferenceData> m_reference;
    std::vector<Id<scheduling::QueueTask>> m_tasks;
    std::vector<Id<medications::Medication>> m_drugs;
};

} // namespace simiao::test
