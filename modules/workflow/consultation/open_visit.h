#pragma once

#include "domain/clinical/composition.h"
#include "domain/clinical/condition.h"
#include "workflow/consultation/visit_draft.h"
#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// A prescription of the visit with the lines in force.
struct SignedPrescription
{
    medications::Prescription prescription;
    std::vector<medications::MedicationRequest> lines;
};

/// What was signed of a visit: it is shown as it is stored, never worked out again.
struct SignedParts
{
    clinical::Composition note;
    LocalText signer;                           ///< name of the author, as it is now
    std::vector<clinical::Condition> diagnoses; ///< by rank
    std::vector<SignedPrescription> prescriptions;

    /// The prescription that the pharmacist returned and nobody answered; null when there is none.
    const SignedPrescription *returned() const;
};

/// What was on record when a visit was opened.
struct VisitRecord
{
    scheduling::QueueTask task;
    administration::Encounter encounter;
    administration::Patient patient;
    std::vector<clinical::AllergyIntolerance> allergies;
    std::vector<clinical::Condition> conditions;
    std::vector<clinical::Composition> notes;
    std::vector<diagnostics::Observation> observations;
    std::vector<diagnostics::ImagingStudy> studies;
    std::vector<administration::Encounter> encounters; ///< all of the patient's, the latest first
    std::optional<SignedParts> signedParts;            ///< absent until the visit is signed
};

/// Fetches the record of the patient behind a queue entry, once for all panels. Act `patient.read`, audited.
Task<Result<VisitRecord>> openVisit(Context context, Id<scheduling::QueueTask> task);

/// The patient and her allergies as they are now, for a visit that is open. Act `patient.read`; not audited again.
struct AllergyRecord
{
    administration::Patient patient;
    std::vector<clinical::AllergyIntolerance> allergies;
};
Task<Result<AllergyRecord>> readAllergies(Context context, Id<administration::Patient> patient);

/// Code of the template the visit's note would follow: "return-visit" where the patient was seen in the same department in the
/// last 90 days, else "first-visit". A proposal: another disease is a first visit (MR03), which only the physician knows.
/// Pure.
QString proposedNoteTemplate(const VisitRecord &record);

/// The draft that what was signed would be: how panels show it. The lines are those of the returned prescription, else of
/// all. Pure.
VisitDraft draftOf(const SignedParts &parts);

} // namespace simiao::workflow
