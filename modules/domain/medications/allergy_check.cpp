#include "domain/medications/allergy_check.h"

#include <algorithm>
#include <tuple>

namespace simiao::medications {

namespace {

using clinical::AllergyIntolerance;
using clinical::AllergyVerification;

/// What is compared: the substance on record, or the drug ordered.
struct Substance
{
    std::vector<QString> classes;
    QString atc;
};

void addClass(std::vector<QString> &classes, const QString &code)
{
    if (!code.isEmpty() && std::ranges::find(classes, code) == classes.end())
        classes.push_back(code);
}

bool holds(const std::vector<QString> &list, const QString &entry)
{
    return std::ranges::find(list, entry) != list.end();
}

bool isMember(const std::vector<QString> &atcPrefixes, const QString &atc)
{
    return !atc.isEmpty()
        && std::ranges::any_of(atcPrefixes, [&atc](const QString &prefix) { return atc.startsWith(prefix); });
}

Substance substanceOf(const Medication &drug, const AllergyRules &rules)
{
    Substance substance{drug.allergyClasses, drug.atc};
    for (const auto &one : rules.classes) {
        if (isMember(one.members, drug.atc))
            addClass(substance.classes, one.code);
    }
    return substance;
}

Substance substanceOf(const AllergyIntolerance &allergy, const AllergyRules &rules)
{
    Substance substance;
    addClass(substance.classes, allergy.substanceClass);
    if (const auto *allergen = rules.allergenOf(allergy)) {
        addClass(substance.classes, allergen->substanceClass);
        substance.atc = allergen->atc;
    } else if (allergy.code && allergy.code->system == kAtcSystem) {
        substance.atc = allergy.code->code;
    }
    if (substance.classes.empty())
        addClass(substance.classes, rules.classOf(substance.atc));
    return substance;
}

bool hasRules(const AllergyRules &rules, const Substance &substance)
{
    return std::ranges::any_of(rules.rules, [&substance](const AllergyRule &rule) {
        return holds(substance.classes, rule.allergyClass);
    });
}

/// A finding before it is one: the gravest rule so far.
class Verdict
{
public:
    explicit Verdict(const AllergyIntolerance &allergy)
        : m_reactions(allergy.reactions())
    {
    }

    template <typename Rule>
    void weigh(const Rule &rule, const char *code)
    {
        const bool isMet = rule.onlyReaction.isEmpty() || holds(m_reactions, rule.onlyReaction);
        if (!isMet || (m_issue && m_issue->severity >= rule.severity))
            return;
        m_issue = Issue{rule.severity, QLatin1String(code), rule.note, {}, {rule.id, rule.source, {}}};
    }

    const std::optional<Issue> &issue() const { return m_issue; }

private:
    std::vector<QString> m_reactions;
    std::optional<Issue> m_issue;
};

std::optional<Issue> gravestIssue(const AllergyRules &rules,
                                  const Substance &drug,
                                  const AllergyIntolerance &allergy,
                                  const Substance &documented)
{
    Verdict verdict(allergy);
    for (const auto &rule : rules.rules) {
        const bool isSame = rule.allergyClass == rule.drugClass;
        if (holds(documented.classes, rule.allergyClass) && holds(drug.classes, rule.drugClass))
            verdict.weigh(rule, isSame ? "allergy.same-class" : "allergy.cross-reaction");
    }
    const bool isSameSubstance = !documented.atc.isEmpty() && documented.atc == drug.atc;
    if (isSameSubstance && !hasRules(rules, documented)) {
        for (const auto &rule : rules.sameSubstance)
            verdict.weigh(rule, "allergy.same-substance");
    }
    for (const auto &rule : rules.sideChains) {
        if (isMember(rule.members, documented.atc) && isMember(rule.members, drug.atc))
            verdict.weigh(rule, "allergy.side-chain");
    }
    return verdict.issue();
}

/// Whether any rule speaks of this allergy; of others nothing can be said, and that must be said.
bool isKnown(const AllergyRules &rules, const Substance &documented)
{
    return hasRules(rules, documented) || (!documented.atc.isEmpty() && !rules.sameSubstance.empty());
}

LocalText nameOf(const AllergyIntolerance &allergy)
{
    return {allergy.substanceEn, allergy.substance};
}

Issue issueFor(Issue issue, const AllergyIntolerance &allergy, const AllergyRules &rules)
{
    issue.evidence = nameOf(allergy);
    issue.rule.version = rules.version;
    if (allergy.verification == AllergyVerification::Unconfirmed)
        issue.severity = std::min(issue.severity, Severity::Confirm);
    return issue;
}

bool isGraver(const Issue &a, const Issue &b)
{
    return std::tie(b.severity, a.code, a.evidence.zh) < std::tie(a.severity, b.code, b.evidence.zh);
}

bool isNamed(const LocalText &text, const AllergyIntolerance &allergy)
{
    const auto isSame = [](const QString &a, const QString &b) {
        return !a.isEmpty() && a.compare(b.trimmed(), Qt::CaseInsensitive) == 0;
    };
    return isSame(text.zh, allergy.substance) || isSame(text.en, allergy.substance)
        || isSame(text.en, allergy.substanceEn);
}

} // namespace

const Allergen *AllergyRules::allergenOf(const AllergyIntolerance &allergy) const
{
    const bool isCoded = allergy.code && allergy.code->system == kAllergenSystem;
    const auto found = std::ranges::find_if(allergens, [&](const Allergen &allergen) {
        return isCoded ? allergen.code == allergy.code->code : isNamed(allergen.text, allergy);
    });
    return found == allergens.end() ? nullptr : &*found;
}

QString AllergyRules::classOf(const QString &atc) const
{
    const auto found = std::ranges::find_if(
        classes, [&atc](const SubstanceClass &one) { return isMember(one.members, atc); });
    return found == classes.end() ? QString() : found->code;
}

std::vector<Issue> checkAllergies(const Medication &drug,
                                  administration::AllergyStatus status,
                                  const std::vector<clinical::AllergyIntolerance> &allergies,
                                  const AllergyRules &rules)
{
    std::vector<Issue> issues;
    if (status == administration::AllergyStatus::NotAsked)
        issues.push_back({Severity::Notice, QStringLiteral("allergy.not-asked"), {}, {}});
    const auto ordered = substanceOf(drug, rules);
    for (const auto &allergy : allergies) {
        const auto documented = substanceOf(allergy, rules);
        if (!allergy.isInForce())
            continue;
        if (const auto issue = gravestIssue(rules, ordered, allergy, documented))
            issues.push_back(issueFor(*issue, allergy, rules));
        else if (!isKnown(rules, documented))
            issues.push_back({Severity::Notice, QStringLiteral("allergy.unclassified"), {}, nameOf(allergy)});
    }
    std::ranges::sort(issues, isGraver);
    return issues;
}

} // namespace simiao::medications
