#pragma once

#include "domain/base/issue.h"
#include "domain/clinical/allergy_intolerance.h"
#include "domain/medications/medication.h"

namespace simiao::medications {

/// One rule of resources/rules/allergy_classes.json.
struct AllergyRule
{
    /// Class of the documented allergy.
    QString allergyClass;
    /// Class of the ordered drug it speaks of: the same, or one that cross-reacts.
    QString drugClass;
    /// Applies only when the documented reaction has this code; empty applies always.
    QString onlyReaction;
    Severity severity = Severity::Confirm;
    /// Why, in the words of the rule.
    LocalText note;
    QString source;
};

struct AllergyRules
{
    std::vector<AllergyRule> rules;
    QString version;
};

/// What the drug may do to this patient. Sorted, gravest first; one issue per documented allergy (the gravest rule).
/// An allergy that no rule knows gives the notice `allergy.unclassified`.
/// \param status  NotAsked gives the notice `allergy.not-asked`: not checked is said, not hidden
std::vector<Issue> checkAllergies(const Medication &drug,
                                  administration::AllergyStatus status,
                                  const std::vector<clinical::AllergyIntolerance> &allergies,
                                  const AllergyRules &rules);

} // namespace simiao::medications
