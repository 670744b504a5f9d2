#pragma once

#include "domain/base/issue.h"
#include "domain/medications/prescription.h"

#include <map>

namespace simiao::medications {

/// What one check of a rule measures with. Absent or empty where the rule does not need it.
struct RuleParameters
{
    std::optional<int> maxLines;
    /// By printed form (ordinary, paediatric, emergency), by kind of dose form (injection, sustainedRelease, other).
    std::map<QString, int> maxDays;
    std::optional<int> injectionDoses;
    /// Classes of drugs the rule speaks of, codes of PrescriptionClass.
    std::vector<QString> classes;
    std::optional<int> underYears;
    std::optional<int> usualWeeks;
    /// Grade of antibacterials the rule speaks of.
    QString grade;
    /// Least level of the prescriber's title by grade: junior, intermediate, senior.
    std::map<QString, QString> minLevel;
    /// Where it holds: "inpatient", "outpatient"; empty holds everywhere.
    QString setting;
    /// Days some drugs may be given beyond `maxDays` when the diagnosis calls for it, by ATC code.
    std::map<QString, int> exceptionDays;
    /// Id of the rule that allows more where the diagnosis calls for it.
    QString unlessRule;
    /// Name and mark of the printed form, by kind.
    std::map<QString, LocalText> forms;

    bool operator==(const RuleParameters &) const = default;
};

/// One rule of resources/rules/prescription_rules.json.
struct PrescriptionRule
{
    /// "RX07".
    QString id;
    /// What is looked at: "maxSupply".
    QString check;
    LocalText text;
    /// How far a breach goes. Block only where a source is stated and nobody marked it as general knowledge.
    Severity severity = Severity::Notice;
    /// The regulation.
    QString source;
    /// Where it is asked: sign, review, pay, dispense, print, store.
    std::vector<QString> scope;
    Date validFrom;
    std::optional<Date> validTo;
    RuleParameters parameters;

    bool operator==(const PrescriptionRule &) const = default;
};

struct PrescriptionRules
{
    std::vector<PrescriptionRule> rules;
    QString version;

    /// Null when there is none.
    const PrescriptionRule *rule(const QString &id) const;
};

/// What the rules look at besides the drugs. An outpatient's, and not an emergency's: nothing else is signed here.
struct PrescriptionFacts
{
    administration::Patient patient;
    /// Day of signing. Invalid: nothing is judged.
    Date today;
    /// Title of the prescriber in words (attending, 主治医师).
    QString prescriberTitle;
};

/// What the rules say of one line at signing, gravest first. `evidence` is what was found ("14 days").
std::vector<Issue> checkLine(const Medication &drug,
                             const Dosage &dosage,
                             const PrescriptionFacts &facts,
                             const DosageTerms &terms,
                             const PrescriptionRules &rules);

/// What the rules say of one sheet as a whole at signing, gravest first.
std::vector<Issue> checkSheet(const std::vector<Medication> &drugs,
                              const PrescriptionFacts &facts,
                              const PrescriptionRules &rules);

/// The form of a sheet with the age limit of the rules.
PrescriptionForm formOfSheet(const std::vector<Medication> &drugs,
                             const PrescriptionFacts &facts,
                             const PrescriptionRules &rules);

/// Rules that hold at signing and that nothing on record decides: they are said to be not checked.
std::vector<PrescriptionRule> notCheckedAtSigning(const PrescriptionRules &rules, Date today);
/// Ids of those that are.
std::vector<QString> checkedAtSigning(const PrescriptionRules &rules, Date today);

} // namespace simiao::medications
