#include "outpatient/models/allergen_search.h"

#include "terminology/pinyin.h"

#include <algorithm>

namespace simiao::outpatient {

namespace {

SubstanceChoice choiceOf(const medications::Allergen &allergen)
{
    return {allergen.text,
            allergen.substanceClass,
            {QString(medications::kAllergenSystem), allergen.code, allergen.text.zh}};
}

QString classOf(const medications::Medication &drug, const std::vector<medications::SubstanceClass> &classes)
{
    if (!drug.allergyClasses.empty())
        return drug.allergyClasses.front();
    const medications::AllergyRules rules{{}, {}, {}, {}, classes};
    return rules.classOf(drug.atc);
}

SubstanceChoice choiceOf(const medications::Medication &drug,
                         const std::vector<medications::SubstanceClass> &classes)
{
    SubstanceChoice choice{{drug.nameEn, drug.name}, classOf(drug, classes), {}};
    if (!drug.atc.isEmpty())
        choice.code = {QString(medications::kAtcSystem), drug.atc, drug.name};
    return choice;
}

QStringList keysOf(const LocalText &text)
{
    const auto pinyin = terminology::pinyinOf(text.zh);
    QStringList keys{text.zh, text.en.toLower(), pinyin.initials, pinyin.full};
    keys.removeAll(QString());
    return keys;
}

} // namespace

AllergenSearch::AllergenSearch(const medications::AllergyRules &rules)
    : m_classes(rules.classes)
{
    for (const auto &allergen : rules.allergens)
        m_entries.push_back({choiceOf(allergen), keysOf(allergen.text)});
}

std::vector<SubstanceChoice> AllergenSearch::find(const QString &text,
                                                  const workflow::TerminologyService *terminology,
                                                  int limit) const
{
    const QString typed = text.trimmed().toLower();
    std::vector<SubstanceChoice> found;
    if (typed.isEmpty())
        return found;
    const auto add = [&found, limit](const SubstanceChoice &choice) {
        if (int(found.size()) < limit && std::ranges::find(found, choice) == found.end())
            found.push_back(choice);
    };
    const auto begins = [&typed](const QString &key) { return key.startsWith(typed); };
    const auto holds = [&typed](const QString &key) { return key.contains(typed); };
    for (const auto &entry : m_entries) {
        if (std::ranges::any_of(entry.keys, begins))
            add(entry.choice);
    }
    for (const auto &entry : m_entries) {
        if (std::ranges::any_of(entry.keys, holds))
            add(entry.choice);
    }
    if (terminology) {
        for (const auto &drug : terminology->medications(typed, limit))
            add(choiceOf(drug, m_classes));
    }
    return found;
}

std::optional<SubstanceChoice> AllergenSearch::named(const QString &text) const
{
    const QString typed = text.trimmed();
    const auto found = std::ranges::find_if(m_entries, [&typed](const Entry &entry) {
        const auto &name = entry.choice.text;
        return name.zh == typed || name.en.compare(typed, Qt::CaseInsensitive) == 0;
    });
    return typed.isEmpty() || found == m_entries.end() ? std::nullopt : std::optional(found->choice);
}

} // namespace simiao::outpatient
