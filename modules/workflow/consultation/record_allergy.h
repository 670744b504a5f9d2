#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// What is recorded of an allergy.
struct AllergyEntry
{
    /// The substance, Chinese and English; what was typed stands in both when it comes from no list.
    QString substance;
    QString substanceEn;
    QString substanceClass;
    std::optional<Coding> code;
    /// Codes of the list of reactions, or words; the gravest first. Empty: not known what happened.
    std::vector<QString> reactions;
    clinical::Criticality criticality = clinical::Criticality::UnableToAssess;
    /// Unconfirmed or Confirmed.
    clinical::AllergyVerification verification = clinical::AllergyVerification::Confirmed;
    std::optional<PartialDateTime> onset;
};

/// Records an allergy; from now on the patient's allergies are recorded. Act `allergy.write`.
/// \returns Invalid `allergy.substance-missing`, `allergy.onset` (in the future, or before birth), `text.nul`,
///          `text.lone-surrogate`; Conflict `allergy.on-record` when the same substance is in force already
Task<Result<clinical::AllergyIntolerance>> recordAllergy(Context context,
                                                         Uuid command,
                                                         Id<administration::Patient> patient,
                                                         AllergyEntry entry);

/// "Asked for, none known." Act `allergy.write`. Conflict `allergy.in-force` (the substance) while one is on record.
Task<Result<administration::Patient>> assertNoKnownAllergies(Context context,
                                                             Uuid command,
                                                             Id<administration::Patient> patient);

/// The allergy was recorded by mistake: it stays on record with the reason and counts for nothing. With the last one gone
/// the patient counts as not asked. Act `allergy.write`. Invalid `allergy.reason-missing`; Conflict `allergy.state` when it
/// was struck already.
Task<Result<clinical::AllergyIntolerance>> strikeAllergy(Context context,
                                                         Uuid command,
                                                         Id<clinical::AllergyIntolerance> allergy,
                                                         QString reason);

} // namespace simiao::workflow
