#pragma once

#include "core/json.h"
#include "workflow/reference_data.h"

namespace simiao::bootstrap {

/// The words of `rules/dosage_terms.json`. Pieces (片, 粒) convert into nothing: each is a dimension of its
/// own.
Result<medications::DosageTerms> parseDosageTerms(const Json &json, const QString &fileName);

/// The rules of `rules/allergy_classes.json`: classes as (documented class, ordered class) pairs, the very
/// substance, side chains; the lists of substances and reactions to choose from. A condition such as
/// `anaphylaxis` becomes one rule for each reaction of that severity.
Result<medications::AllergyRules> parseAllergyRules(const Json &json, const QString &fileName);

/// The rules of `rules/prescription_rules.json`. A rule that would block and whose source is missing or marked
/// as general knowledge only points (resources/rules/README.md, "Levels").
Result<medications::PrescriptionRules> parsePrescriptionRules(const Json &json, const QString &fileName);

/// The templates of `templates/note_outpatient.json`; sections go by their LOINC code.
Result<std::vector<workflow::NoteTemplate>> parseNoteTemplates(const Json &json, const QString &fileName);

/// What may be chosen: `rules/settings.json`. Each standard value must fit its own rule.
Result<workflow::SettingCatalogue> parseSettingCatalogue(const Json &json, const QString &fileName);

/// Everything, or the first thing that does not fit: an error of JSON, `resources.missing` or
/// `resources.shape`, located.
Result<workflow::ReferenceData> loadReferenceData(const QString &resourcesFolder);

} // namespace simiao::bootstrap
