#pragma once

#include "domain/base/local_text.h"
#include "domain/medications/allergy_check.h"
#include "domain/medications/dosage.h"
#include "domain/security/password_rules.h"
#include "workflow/setting_rule.h"

#include <vector>

namespace simiao::workflow {

/// One part of a note template.
struct NoteSection
{
    QString code; ///< LOINC
    LocalText title;
    LocalText placeholder;
    bool isRequired = false;
};

/// Which sections a note of this kind has.
struct NoteTemplate
{
    QString code; ///< first-visit, return-visit
    LocalText title;
    std::vector<NoteSection> sections;
};

/// Rules, words and templates of resources/, as values. Read once at start; replaced as a whole.
struct ReferenceData
{
    medications::DosageTerms dosage;
    medications::AllergyRules allergies;
    std::vector<NoteTemplate> noteTemplates;
    security::PasswordRules passwords;
    SettingCatalogue settings;

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
