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
    line.quantity = medications::unitsForCourse(draft.dosage, medication, reference.dosage);
    if (line.quantity)
        priceLine(line);
    line.issues = medications::checkAllergies(medication, facts.patient.allergyStatus, facts.allergies,
                                              reference.allergies);
    return line;
}

std::vector<SigningObstacle> obstacles(const VisitDraft &draft,
                                       const std::vector<PreparedLine> &lines,
                                       const NoteTemplate &noteTemplate)
{
    std::vector<SigningObstacle> found;
    addMissingSections(found, draft, noteTemplate);
    if (draft.diagnoses.empty())
        found.push_back({QStringLiteral("diagnoses"), QStringLiteral("sign.diagnosis-missing"), {}});
    if (!draft.orderText.trimmed().isEmpty())
        found.push_back({QStringLiteral("orderText"), QStringLiteral("sign.order-text-left"), {}});
    for (const auto &line : lines)
        addLineObstacles(found, line);
    return found;
}

} // namespace simiao::workflow
