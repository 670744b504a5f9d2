#include "domain/medications/allergy_check.h"

#include <algorithm>
#include <tuple>

namespace simiao::medications {

namespace {

bool contains(const Medication &drug, const QString &drugClass)
{
    return std::ranges::find(drug.allergyClasses, drugClass) != drug.allergyClasses.end();
}

bool applies(const AllergyRule &rule, const Medication &drug, const clinical::AllergyIntolerance &allergy)
{
    return rule.allergyClass == allergy.substanceClass && contains(drug, rule.drugClass)
        && (rule.onlyReaction.isEmpty() || rule.onlyReaction == allergy.reaction);
}

const AllergyRule *gravestRule(const AllergyRules &rules,
                               const Medication &drug,
                               const clinical::AllergyIntolerance &allergy)
{
    const AllergyRule *gravest = nullptr;
    for (const auto &rule : rules.rules) {
        if (applies(rule, drug, allergy) && (!gravest || rule.severity > gravest->severity))
            gravest = &rule;
    }
    return gravest;
}

/// Whether any rule speaks of this allergy; of others nothing can be said, and that must be said.
bool isKnown(const AllergyRules &rules, const clinical::AllergyIntolerance &allergy)
{
    return std::ranges::find(rules.rules, allergy.substanceClass, &AllergyRule::allergyClass)
        != rules.rules.end();
}

LocalText substanceOf(const clinical::AllergyIntolerance &allergy)
{
    return {allergy.substanceEn, allergy.substance};
}

Issue issueOf(const AllergyRule &rule, const clinical::AllergyIntolerance &allergy)
{
    const bool isSameClass = rule.allergyClass == rule.drugClass;
    const QString code =
        isSameClass ? QStringLiteral("allergy.same-class") : QStringLiteral("allergy.cross-reaction");
    return {rule.severity, code, rule.note, substanceOf(allergy)};
}

bool isGraver(const Issue &a, const Issue &b)
{
    return std::tie(b.severity, a.code, a.evidence.zh) < std::tie(a.severity, b.code, b.evidence.zh);
}

} // namespace

std::vector<Issue> checkAllergies(const Medication &drug,
                                  administration::AllergyStatus status,
                                  const std::vector<clinical::AllergyIntolerance> &allergies,
                                  const AllergyRules &rules)
{
    std::vector<Issue> issues;
    if (status == administration::AllergyStatus::NotAsked)
        issues.push_back({Severity::Notice, QStringLiteral("allergy.not-asked"), {}, {}});
    for (const auto &allergy : allergies) {
        if (const auto *rule = gravestRule(rules, drug, allergy))
            issues.push_back(issueOf(*rule, allergy));
        else if (!isKnown(rules, allergy))
            issues.push_back(
                {Severity::Notice, QStringLiteral("allergy.unclassified"), {}, substanceOf(allergy)});
    }
    std::ranges::sort(issues, isGraver);
    return issues;
}

} // namespace simiao::medications
