#pragma once

#include "workflow/consultation/record_allergy.h"
#include "workflow/ports/terminology_service.h"
#include "workflow/reference_data.h"

namespace simiao::outpatient {

/// A substance that may be meant by what is typed.
struct SubstanceChoice
{
    LocalText text;
    QString substanceClass;
    Coding code;

    bool operator==(const SubstanceChoice &) const = default;
};

/// Finds substances by their beginning (Chinese, English, pinyin, initials), then by a part of them: those of the list of
/// allergens, then the drugs of the hospital.
class AllergenSearch
{
public:
    explicit AllergenSearch(const medications::AllergyRules &rules);

    /// Best first, at most `limit`. \param terminology  may be null while it is read
    std::vector<SubstanceChoice> find(const QString &text,
                                      const workflow::TerminologyService *terminology,
                                      int limit) const;
    /// The listed substance of this very name; nothing when there is none.
    std::optional<SubstanceChoice> named(const QString &text) const;

private:
    struct Entry
    {
        SubstanceChoice choice;
        QStringList keys; ///< lower case
    };

    std::vector<Entry> m_entries;
    std::vector<medications::SubstanceClass> m_classes;
};

} // namespace simiao::outpatient
