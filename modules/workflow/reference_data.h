#pragma once

#include "domain/base/local_text.h"
#include "domain/medications/allergy_check.h"
#include "domain/medications/dosage.h"
#include "domain/medications/prescription_rules.h"
#include "domain/security/password_rules.h"
#include "workflow/package_kind.h"
#include "workflow/setting_rule.h"

#include <map>
#include <vector>

namespace simiao::workflow {

/// One part of a note template.
struct NoteSection
{
    QString code; ///< LOINC
    LocalText title;
    LocalText placeholder;
    bool isRequired = false;

    bool operator==(const NoteSection &) const = default;
};

/// Which sections a note of this kind has.
struct NoteTemplate
{
    QString code; ///< first-visit, return-visit
    LocalText title;
    std::vector<NoteSection> sections;
};

/// Rules, words and templates as values: of resources/, or of the hospital's own versions where some are active. Replaced as
/// a whole, at start and whenever a version becomes active.
struct ReferenceData
{
    medications::DosageTerms dosage;
    medications::AllergyRules allergies;
    medications::PrescriptionRules prescriptions;
    std::vector<NoteTemplate> noteTemplates;
    security::PasswordRules passwords;
    SettingCatalogue settings;
    /// Examples of the tables in which a hospital brings its own data, by the names of their files: "departments.csv".
    std::map<QString, QByteArray> importTemplates;
    /// Which of it a hospital may replace, with the shipped texts.
    PackageCatalogue packages;

    /// The template with this code, else the first; null only when there is none at all.
    const NoteTemplate *noteTemplate(const QString &code) const
    {
        for (const auto &candidate : noteTemplates) {
            if (candidate.code == code)
                return &candidate;
        }
        return noteTemplates.empty() ? nullptr : &noteTemplates.front();
    }
};

} // namespace simiao::workflow
