#include "workflow/consultation/sign_visit.h"

#include <algorithm>

namespace simiao::workflow {

namespace {

bool hasText(const VisitDraft &draft, const QString &section)
{
    const auto found = draft.sections.find(section);
    return found != draft.sections.end() && !found->second.trimmed().isEmpty();
}

void addMissingSections(std::vector<SigningObstacle> &found,
                        const VisitDraft &draft,
                        const NoteTemplate &noteTemplate)
{
    for (const auto &section : noteTemplate.sections) {
        if (section.isRequired && !hasText(draft, section.code))
            found.push_back({QStringLiteral("note.") + section.code, QStringLiteral("sign.section-missing"),
                             section.title});
    }
}

/// A quantity the prescriber said stands in for one that does not follow; a dose of nothing stays wrong.
Result<std::int64_t> quantityOf(const medications::Medication &medication,
                                const MedicationDraft &draft,
                                const medications::DosageTerms &terms)
{
    const auto counted = medications::unitsForCourse(draft.dosage, medication, terms);
    static const QStringList mended{QStringLiteral("dosage.doses-missing"),
                                    QStringLiteral("dosage.frequency-uncountable"),
                                    QStringLiteral("dosage.unit-mismatch")};
    const bool isSaid = draft.quantity && (counted || mended.contains(counted.error().code));
    if (!isSaid)
        return counted;
    return *draft.quantity > 0
        ? Result<std::int64_t>(*draft.quantity)
        : Result<std::int64_t>(Error{ErrorKind::Invalid, QStringLiteral("dosage.not-positive")});
}

/// What was said and what follows from the dose are two numbers: shown, since one of them may be a slip.
void addDifference(PreparedLine &line, const medications::DosageTerms &terms)
{
    const auto counted = medications::unitsForCourse(line.draft.dosage, line.medication, terms);
    if (!line.draft.quantity || !counted || *counted == *line.draft.quantity)
        return;
    const QString amount = QString::number(*counted) + QLatin1Char(' ') + line.medication.smallestUnit;
    line.issues.push_back(
        {Severity::Notice, QStringLiteral("dosage.quantity-differs"), {}, LocalText{amount, amount}});
}

bool hasSeverity(const PreparedLine &line, Severity severity)
{
    return std::ranges::find(line.issues, severity, &Issue::severity) != line.issues.end();
}

void addLineObstacles(std::vector<SigningObstacle> &found, const PreparedLine &line)
{
    const LocalText drug{line.medication.nameEn, line.medication.name};
    const QString field = QStringLiteral("medications");
    if (!line.quantity)
        found.push_back({field, line.quantity.error().code, drug});
    if (hasSeverity(line, Severity::Block))
        found.push_back({field, QStringLiteral("sign.blocked"), drug});
    else if (hasSeverity(line, Severity::Confirm) && line.draft.overrideReason.trimmed().isEmpty())
        found.push_back({field, QStringLiteral("sign.reason-missing"), drug});
}

void putGravestFirst(std::vector<Issue> &issues)
{
    std::vector<Issue> ordered;
    for (const auto severity : {Severity::Block, Severity::Confirm, Severity::Notice})
        std::ranges::copy_if(issues, std::back_inserter(ordered),
                             [severity](const Issue &issue) { return issue.severity == severity; });
    issues = std::move(ordered);
}

/// A line without a price cannot be signed: it would be given away.
void priceLine(PreparedLine &line)
{
    const auto price = lineTotal(line.medication.packPrice, *line.quantity, line.medication.packQuantity);
    if (price)
        line.price = *price;
    else
        line.quantity = price.error();
}

} // namespace

PreparedLine prepareLine(const medications::Medication &medication,
                         const MedicationDraft &draft,
                         const SigningFacts &facts,
                         const ReferenceData &reference)
{
    PreparedLine line;
    line.medication = medication;
    line.draft = draft;
    line.quantity = quantityOf(medication, draft, reference.dosage);
    if (line.quantity)
        priceLine(line);
    line.issues = medications::checkAllergies(medication, facts.patient.allergyStatus, facts.allergies,
                                              reference.allergies);
    const auto ofRules = medications::checkLine(medication, draft.dosage, prescriptionFacts(facts),
                                                reference.dosage, reference.prescriptions);
    line.issues.insert(line.issues.end(), ofRules.begin(), ofRules.end());
    addDifference(line, reference.dosage);
    putGravestFirst(line.issues);
    return line;
}

medications::PrescriptionFacts prescriptionFacts(const SigningFacts &facts)
{
    return {facts.patient, facts.today, facts.prescriberTitle};
}

std::map<int, std::vector<const PreparedLine *>> linesBySheet(const std::vector<PreparedLine> &lines)
{
    std::map<int, std::vector<const PreparedLine *>> sheets;
    for (const auto &line : lines)
        sheets[line.draft.sheet.value_or(1)].push_back(&line);
    return sheets;
}

std::vector<medications::Medication> drugsOf(const std::vector<const PreparedLine *> &lines)
{
    std::vector<medications::Medication> drugs;
    drugs.reserve(lines.size());
    for (const auto *line : lines)
        drugs.push_back(line->medication);
    return drugs;
}

std::vector<SheetFinding> sheetFindings(const std::vector<PreparedLine> &lines,
                                        const SigningFacts &facts,
                                        const ReferenceData &reference)
{
    std::vector<SheetFinding> found;
    for (const auto &[sheet, ofSheet] : linesBySheet(lines)) {
        for (const auto &issue :
             medications::checkSheet(drugsOf(ofSheet), prescriptionFacts(facts), reference.prescriptions))
            found.push_back({sheet, issue});
    }
    return found;
}

std::vector<MedicationDraft> splitBySheet(std::vector<MedicationDraft> lines,
                                          const medications::PrescriptionRules &rules)
{
    int most = int(lines.size());
    for (const auto &rule : rules.rules)
        most = std::min(most, rule.parameters.maxLines.value_or(most));
    for (int at = 0; at < int(lines.size()); ++at)
        lines[std::size_t(at)].sheet = most > 0 ? at / most + 1 : 1;
    return lines;
}

std::vector<SigningObstacle> lineObstacles(const std::vector<PreparedLine> &lines,
                                           const std::vector<SheetFinding> &sheets)
{
    std::vector<SigningObstacle> found;
    for (const auto &line : lines)
        addLineObstacles(found, line);
    for (const auto &sheet : sheets) {
        if (sheet.issue.severity == Severity::Block)
            found.push_back(
                {QStringLiteral("medications"), QStringLiteral("sign.sheet-blocked"), sheet.issue.text});
    }
    return found;
}

std::vector<SigningObstacle> obstacles(const VisitDraft &draft,
                                       const std::vector<PreparedLine> &lines,
                                       const NoteTemplate &noteTemplate,
                                       const std::vector<SheetFinding> &sheets)
{
    std::vector<SigningObstacle> found;
    addMissingSections(found, draft, noteTemplate);
    if (draft.diagnoses.empty())
        found.push_back({QStringLiteral("diagnoses"), QStringLiteral("sign.diagnosis-missing"), {}});
    if (!draft.orderText.trimmed().isEmpty())
        found.push_back({QStringLiteral("orderText"), QStringLiteral("sign.order-text-left"), {}});
    const auto onLines = lineObstacles(lines, sheets);
    found.insert(found.end(), onLines.begin(), onLines.end());
    return found;
}

} // namespace simiao::workflow
