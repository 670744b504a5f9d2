#include "bootstrap/package_catalogue.h"

#include "bootstrap/reference_loader.h"
#include "bootstrap/resources.h"
#include "core/try.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using workflow::PackageKind;
using workflow::ReferenceData;

namespace {

/// Reads with `parse` into one member of the reference data; the member stays as it was when the text does not fit.
template <typename T>
PackageKind::Apply into(T ReferenceData::*member, Result<T> (*parse)(const Json &, const QString &))
{
    return [member, parse](const Json &json, const QString &place, ReferenceData &data) -> Result<void> {
        TRY(data.*member, parse(json, place));
        return ok();
    };
}

std::vector<PackageKind> kinds()
{
    return {{u"allergy-rules"_s,
             {u"Allergy rules"_s, u"过敏规则"_s},
             u"rules/allergy_classes.json"_s,
             {},
             into(&ReferenceData::allergies, parseAllergyRules)},
            {u"dosage-terms"_s,
             {u"Dosage terms"_s, u"用法用量词表"_s},
             u"rules/dosage_terms.json"_s,
             {},
             into(&ReferenceData::dosage, parseDosageTerms)},
            {u"prescription-rules"_s,
             {u"Prescription rules"_s, u"处方规则"_s},
             u"rules/prescription_rules.json"_s,
             {},
             into(&ReferenceData::prescriptions, parsePrescriptionRules)},
            {u"note-templates"_s,
             {u"Note templates"_s, u"病历模板"_s},
             u"templates/note_outpatient.json"_s,
             {},
             into(&ReferenceData::noteTemplates, parseNoteTemplates)}};
}

} // namespace

Result<workflow::PackageCatalogue> loadPackageCatalogue(const QString &folder)
{
    auto catalogue = kinds();
    for (auto &kind : catalogue) {
        TRY(kind.shipped, readResource(folder, kind.fileName));
    }
    return catalogue;
}

} // namespace simiao::bootstrap
