#include "bootstrap/reference_loader.h"

#include "bootstrap/resources.h"
#include "core/try.h"

namespace simiao::bootstrap {

namespace {

template <typename Parse>
auto loadWith(Parse parse, const QString &folder, const QString &name) -> decltype(parse(Json(), name))
{
    TRY(const auto json, readJsonResource(folder, name));
    return parse(json, name);
}

} // namespace

Result<workflow::ReferenceData> loadReferenceData(const QString &folder)
{
    workflow::ReferenceData data;
    TRY(data.dosage, loadWith(parseDosageTerms, folder, QStringLiteral("rules/dosage_terms.json")));
    TRY(data.allergies, loadWith(parseAllergyRules, folder, QStringLiteral("rules/allergy_classes.json")));
    TRY(data.noteTemplates,
        loadWith(parseNoteTemplates, folder, QStringLiteral("templates/note_outpatient.json")));
    TRY(data.settings, loadWith(parseSettingCatalogue, folder, QStringLiteral("rules/settings.json")));
    TRY(const auto passwords, readResource(folder, QStringLiteral("rules/passwords.json")));
    TRY(data.passwords, security::PasswordRules::parse(passwords));
    return data;
}

} // namespace simiao::bootstrap
