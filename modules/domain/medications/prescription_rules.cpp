#include "domain/medications/prescription_rules.h"

#include <algorithm>
#include <tuple>

namespace simiao::medications {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfAWeek = 7;
constexpr int kAdultYears = 18;

/// One ordered drug with what follows from its dosage.
struct OrderedDrug
{
    const Medication &drug;
    std::optional<int> days;
    std::optional<std::int64_t> doses;
    const PrescriptionFacts &facts;
    const PrescriptionRules &rules;
};

/// What a check found.
struct Finding
{
    LocalText evidence;
    std::optional<Severity> severity = {}; ///< empty: the rule's own
};

using Findings = std::optional<Finding>;
using LineCheck = Findings (*)(const PrescriptionRule &, const OrderedDrug &);
using SheetCheck = Findings (*)(const PrescriptionRule &,
                                const std::vector<Medication> &,
                                const PrescriptionFacts &,
                                const PrescriptionRules &);

LocalText daysText(int days)
{
    return {u"%1 days"_s.arg(days), u"%1天"_s.arg(days)};
}

Findings found(const LocalText &evidence)
{
    return Finding{evidence};
}

/// Something the rule would need is not on record: it points, and no more.
Findings unsure(const LocalText &evidence)
{
    return Finding{evidence, Severity::Notice};
}

bool holds(const std::vector<QString> &list, const QString &entry)
{
    return std::ranges::find(list, entry) != list.end();
}

std::optional<int> entryOf(const std::map<QString, int> &numbers, const QString &key)
{
    const auto found = numbers.find(key);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

/// injection, sustainedRelease or other, as the rules on narcotics tell forms apart.
QString kindOfForm(const Medication &drug)
{
    const QString words = drug.form + drug.name;
    for (const auto &word : {u"注射"_s, u"输液"_s, u"injection"_s, u"infusion"_s}) {
        if (words.contains(word, Qt::CaseInsensitive))
            return u"injection"_s;
    }
    for (const auto &word : {u"缓释"_s, u"控释"_s, u"extended-release"_s, u"sustained"_s}) {
        if (words.contains(word, Qt::CaseInsensitive))
            return u"sustainedRelease"_s;
    }
    return u"other"_s;
}

std::optional<Age> ageOf(const PrescriptionFacts &facts)
{
    const auto age = ageOn(facts.patient.birthDate, facts.today);
    return age ? std::optional(*age) : std::nullopt;
}

bool isOfClass(const PrescriptionRule &rule, const Medication &drug)
{
    return holds(rule.parameters.classes, codeOf(drug.prescriptionClass));
}

/// RX07: the usual supply. What lasts nobody knows how long is pointed at.
Findings maxSupply(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    const auto form = codeOf(formOfSheet({ordered.drug}, ordered.facts, ordered.rules));
    const auto limit = entryOf(rule.parameters.maxDays, form);
    if (!limit)
        return std::nullopt;
    if (!ordered.days)
        return unsure(
            {u"taken when needed, days not said: not checked"_s, u"必要时用，未注明天数：未核对"_s});
    return *ordered.days > *limit ? found(daysText(*ordered.days)) : std::nullopt;
}

/// RX10: a class with one limit for all forms.
Findings maxSupplyOfClass(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    const auto limit = entryOf(rule.parameters.maxDays, u"other"_s);
    if (!isOfClass(rule, ordered.drug) || !limit)
        return std::nullopt;
    if (!ordered.days)
        return unsure({u"days not said: not checked"_s, u"未注明天数：未核对"_s});
    return *ordered.days > *limit ? found(daysText(*ordered.days)) : std::nullopt;
}

/// Days that may be given where the diagnosis calls for it; which diagnosis it is, no list here decides.
std::optional<int> widerLimit(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    const auto exception = entryOf(rule.parameters.exceptionDays, ordered.drug.atc);
    const auto age = ageOf(ordered.facts);
    if (exception && age && age->years < kAdultYears)
        return exception;
    const auto *unless = ordered.rules.rule(rule.parameters.unlessRule);
    return unless ? entryOf(unless->parameters.maxDays, kindOfForm(ordered.drug)) : std::nullopt;
}

/// RX08, RX09: refused beyond the widest limit there is; between the two somebody must say why.
Findings maxSupplyControlled(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    if (!isOfClass(rule, ordered.drug))
        return std::nullopt;
    const QString kind = kindOfForm(ordered.drug);
    const bool isInjection = kind == "injection"_L1;
    if (!ordered.days || (isInjection && !ordered.doses))
        return unsure({u"days not said: not checked"_s, u"未注明天数：未核对"_s});
    const auto limit = entryOf(rule.parameters.maxDays, kind);
    const auto mostDoses = rule.parameters.injectionDoses;
    const bool isWithin =
        isInjection ? !mostDoses || *ordered.doses <= *mostDoses : !limit || *ordered.days <= *limit;
    if (isWithin)
        return std::nullopt;
    const auto wider = widerLimit(rule, ordered);
    const bool mayBeAllowed = wider && *ordered.days <= *wider;
    return Finding{daysText(*ordered.days),
                   mayBeAllowed ? std::optional(std::min(rule.severity, Severity::Confirm)) : std::nullopt};
}

/// RX14, without the agent, of whom nothing is on record.
Findings agentIdentity(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    const auto &patient = ordered.facts.patient;
    const bool hasNumber = !patient.identityNumber.isEmpty() || patient.identifiers.has_value();
    if (!isOfClass(rule, ordered.drug) || hasNumber)
        return std::nullopt;
    return found({u"no identity number on record"_s, u"未登记身份证明编号"_s});
}

/// RX27: what is given for longer than a long-term prescription usually is.
Findings longTerm(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    if (!ordered.days || !rule.parameters.usualWeeks
        || *ordered.days <= *rule.parameters.usualWeeks * kDaysOfAWeek)
        return std::nullopt;
    return found(daysText(*ordered.days));
}

/// AB01. The lowest grade asks nothing of anybody and is not shown.
Findings antibioticGrade(const PrescriptionRule &, const OrderedDrug &ordered)
{
    const QString &grade = ordered.drug.antibioticGrade;
    if (grade == "restricted"_L1)
        return found({u"restricted"_s, u"限制使用级"_s});
    return grade == "special"_L1 ? found({u"special"_s, u"特殊使用级"_s}) : std::nullopt;
}

/// 1 junior, 2 intermediate, 3 senior; nothing when the title says none of them.
std::optional<int> levelOf(const QString &title)
{
    struct Word
    {
        QLatin1StringView en;
        QString zh;
        int level;
    };
    const Word words[] = {{"chief"_L1, u"主任"_s, 3},     {"senior"_L1, u"高级"_s, 3},
                          {"attending"_L1, u"主治"_s, 2}, {"intermediate"_L1, u"中级"_s, 2},
                          {"resident"_L1, u"医师"_s, 1},  {"junior"_L1, u"初级"_s, 1}};
    for (const auto &word : words) {
        if (title.contains(word.en, Qt::CaseInsensitive) || title.contains(word.zh))
            return word.level;
    }
    return std::nullopt;
}

/// AB02, as far as a title shows it; the examination is not on record.
Findings antibioticRight(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    const auto needed = rule.parameters.minLevel.find(ordered.drug.antibioticGrade);
    if (needed == rule.parameters.minLevel.end())
        return std::nullopt;
    const auto &title = ordered.facts.prescriberTitle;
    const auto level = levelOf(title);
    if (!level)
        return unsure({u"title not known: not checked"_s, u"职称不详：未核对"_s});
    return *level < levelOf(needed->second).value_or(0) ? found({title, title}) : std::nullopt;
}

/// AB04: everybody here is an outpatient.
Findings antibioticForOutpatient(const PrescriptionRule &rule, const OrderedDrug &ordered)
{
    const bool isMeant = rule.parameters.setting != "inpatient"_L1 && !rule.parameters.grade.isEmpty()
        && ordered.drug.antibioticGrade == rule.parameters.grade;
    return isMeant ? found({ordered.drug.nameEn, ordered.drug.name}) : std::nullopt;
}

/// RX01.
Findings maxLines(const PrescriptionRule &rule,
                  const std::vector<Medication> &drugs,
                  const PrescriptionFacts &,
                  const PrescriptionRules &)
{
    const auto most = rule.parameters.maxLines;
    if (!most || int(drugs.size()) <= *most)
        return std::nullopt;
    return found({u"%1 drugs"_s.arg(drugs.size()), u"%1种药品"_s.arg(drugs.size())});
}

/// RX15: what paper and mark the sheet has; the ordinary one is not worth a word.
Findings formColour(const PrescriptionRule &rule,
                    const std::vector<Medication> &drugs,
                    const PrescriptionFacts &facts,
                    const PrescriptionRules &rules)
{
    const auto form = formOfSheet(drugs, facts, rules);
    const auto printed = rule.parameters.forms.find(codeOf(form));
    if (form == PrescriptionForm::Ordinary || printed == rule.parameters.forms.end())
        return std::nullopt;
    return found(printed->second);
}

/// RX17, of the parts that come from the record; the others are made by the program.
Findings prescriptionParts(const PrescriptionRule &,
                           const std::vector<Medication> &drugs,
                           const PrescriptionFacts &facts,
                           const PrescriptionRules &)
{
    QStringList en;
    QStringList zh;
    const auto miss = [&](bool isMissing, const QString &what, const QString &chinese) {
        if (isMissing) {
            en.append(what);
            zh.append(chinese);
        }
    };
    miss(facts.patient.gender == administration::Gender::Unknown, u"sex"_s, u"性别"_s);
    miss(!ageOf(facts), u"age"_s, u"年龄"_s);
    miss(std::ranges::any_of(drugs, [](const auto &drug) { return drug.form.isEmpty(); }),
         u"form of a drug"_s, u"药品剂型"_s);
    miss(std::ranges::any_of(drugs, [](const auto &drug) { return drug.strength.unit.isEmpty(); }),
         u"strength of a drug"_s, u"药品规格"_s);
    return en.isEmpty() ? std::nullopt : found({en.join(u", "_s), zh.join(u"、"_s)});
}

/// RX16 decides the form (formOfSheet) and RX05 is asked of the whole visit (sign.diagnosis-missing): neither can be broken
/// by what is looked at here.
Findings heldAlready(const PrescriptionRule &, const OrderedDrug &)
{
    return std::nullopt;
}

const std::map<QString, LineCheck> &lineChecks()
{
    static const std::map<QString, LineCheck> all{
        {u"onePatient"_s, heldAlready},
        {u"diagnosisPresent"_s, heldAlready},
        {u"paediatricForm"_s, heldAlready},
        {u"maxSupply"_s, maxSupply},
        {u"maxSupplyNarcotic"_s, maxSupplyControlled},
        {u"maxSupplyPsychotropic1"_s, maxSupplyControlled},
        {u"maxSupplyPsychotropic2"_s, maxSupplyOfClass},
        {u"maxSupplyCancerPain"_s, heldAlready}, // asked by the two rules it widens
        {u"agentIdentity"_s, agentIdentity},
        {u"longTermPrescription"_s, longTerm},
        {u"antibioticGrade"_s, antibioticGrade},
        {u"antibioticRight"_s, antibioticRight},
        {u"antibioticSpecialOutpatient"_s, antibioticForOutpatient},
    };
    return all;
}

const std::map<QString, SheetCheck> &sheetChecks()
{
    static const std::map<QString, SheetCheck> all{
        {u"maxLines"_s, maxLines},
        {u"formColour"_s, formColour},
        {u"prescriptionParts"_s, prescriptionParts},
    };
    return all;
}

bool isInForce(const PrescriptionRule &rule, Date today)
{
    const bool hasBegun = !rule.validFrom.isValid() || rule.validFrom <= today;
    return today.isValid() && hasBegun && (!rule.validTo || today <= *rule.validTo);
}

/// What speaks of inpatients cannot be broken by an outpatient's prescription.
bool concernsUs(const PrescriptionRule &rule)
{
    return rule.parameters.setting != "inpatient"_L1;
}

Issue issueOf(const PrescriptionRule &rule, const Finding &finding, const QString &version)
{
    return {finding.severity.value_or(rule.severity),
            u"prescription."_s + rule.check,
            rule.text,
            finding.evidence,
            {rule.id, rule.source, version}};
}

void sortByGravity(std::vector<Issue> &issues)
{
    std::ranges::sort(issues, [](const Issue &a, const Issue &b) {
        return std::tie(b.severity, a.rule.id) < std::tie(a.severity, b.rule.id);
    });
}

} // namespace

const PrescriptionRule *PrescriptionRules::rule(const QString &id) const
{
    const auto found = std::ranges::find(rules, id, &PrescriptionRule::id);
    return id.isEmpty() || found == rules.end() ? nullptr : &*found;
}

std::vector<Issue> checkLine(const Medication &drug,
                             const Dosage &dosage,
                             const PrescriptionFacts &facts,
                             const DosageTerms &terms,
                             const PrescriptionRules &rules)
{
    const auto doses = dosesOfCourse(dosage, terms);
    const OrderedDrug ordered{drug, daysOfCourse(dosage, terms), doses ? std::optional(*doses) : std::nullopt,
                              facts, rules};
    std::vector<Issue> issues;
    for (const auto &rule : rules.rules) {
        const auto check = lineChecks().find(rule.check);
        if (!isInForce(rule, facts.today) || check == lineChecks().end())
            continue;
        if (const auto finding = check->second(rule, ordered))
            issues.push_back(issueOf(rule, *finding, rules.version));
    }
    sortByGravity(issues);
    return issues;
}

std::vector<Issue> checkSheet(const std::vector<Medication> &drugs,
                              const PrescriptionFacts &facts,
                              const PrescriptionRules &rules)
{
    std::vector<Issue> issues;
    for (const auto &rule : rules.rules) {
        const auto check = sheetChecks().find(rule.check);
        if (drugs.empty() || !isInForce(rule, facts.today) || check == sheetChecks().end())
            continue;
        if (const auto finding = check->second(rule, drugs, facts, rules))
            issues.push_back(issueOf(rule, *finding, rules.version));
    }
    sortByGravity(issues);
    return issues;
}

PrescriptionForm formOfSheet(const std::vector<Medication> &drugs,
                             const PrescriptionFacts &facts,
                             const PrescriptionRules &rules)
{
    int underYears = kPaediatricUnderYears;
    for (const auto &rule : rules.rules) {
        if (rule.check == "paediatricForm"_L1)
            underYears = rule.parameters.underYears.value_or(underYears);
    }
    return formFor(drugs, ageOf(facts), underYears);
}

std::vector<PrescriptionRule> notCheckedAtSigning(const PrescriptionRules &rules, Date today)
{
    std::vector<PrescriptionRule> open;
    for (const auto &rule : rules.rules) {
        const bool isKnown = lineChecks().contains(rule.check) || sheetChecks().contains(rule.check);
        if (!isKnown && isInForce(rule, today) && holds(rule.scope, u"sign"_s) && concernsUs(rule))
            open.push_back(rule);
    }
    return open;
}

std::vector<QString> checkedAtSigning(const PrescriptionRules &rules, Date today)
{
    std::vector<QString> ids;
    for (const auto &rule : rules.rules) {
        const bool isKnown = lineChecks().contains(rule.check) || sheetChecks().contains(rule.check);
        if (isKnown && isInForce(rule, today))
            ids.push_back(rule.id);
    }
    return ids;
}

} // namespace simiao::medications
