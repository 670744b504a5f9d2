#include "sdk/prescribed_lines.h"

#include "sdk/desk.h"
#include "sdk/visit.h"

namespace simiao::sdk {

workflow::SigningFacts signingFacts(const Visit &visit)
{
    const auto context = visit.desk()->context();
    return {visit.record().patient, visit.record().allergies, context.clock->today(), context.session.title};
}

namespace {

/// A drug that cannot be looked up (not read yet, or gone from the list) stays a line in its place: what is shown and what
/// is meant must not shift against each other.
workflow::PreparedLine unknownLine(const workflow::MedicationDraft &draft)
{
    medications::Medication medication;
    medication.id = draft.medication;
    medication.name = QStringLiteral("?");
    const Error unknown{ErrorKind::NotFound, QStringLiteral("medication.unknown")};
    const Issue issue{
        Severity::Block,
        unknown.code,
        {QStringLiteral("This drug is not in the list now. Wait until the list is read, or remove the line."),
         QStringLiteral("药品目录中暂无此药。请等待目录读取完成，或删除该行。")},
        {}};
    return {medication, draft, unknown, {}, {issue}};
}

/// Quantity and price are those that were signed: neither today's price nor today's rules change them.
workflow::PreparedLine signedLine(const medications::MedicationRequest &request, const Visit &visit)
{
    const auto terminology = visit.desk()->terminology();
    const auto known = terminology ? terminology->medication(request.medication) : std::nullopt;
    auto medication = known.value_or(medications::Medication{});
    medication.id = request.medication;
    medication.name = request.medicationName;
    medication.nameEn = known ? known->nameEn : QString();
    medication.smallestUnit = request.quantityUnit;
    return {medication,
            {request.medication, request.dosage, request.overrideReason, request.quantity},
            std::int64_t(request.quantity),
            request.price,
            {}};
}

std::vector<workflow::PreparedLine> signedLines(const Visit &visit)
{
    std::vector<workflow::PreparedLine> lines;
    for (const auto &one : visit.record().signedParts->prescriptions) {
        for (const auto &request : one.lines)
            lines.push_back(signedLine(request, visit));
    }
    return lines;
}

} // namespace

std::vector<workflow::PreparedLine> preparedLines(const Visit &visit)
{
    if (!visit.canOrder() && visit.record().signedParts)
        return signedLines(visit);
    const auto terminology = visit.desk()->terminology();
    const auto facts = signingFacts(visit);
    std::vector<workflow::PreparedLine> lines;
    for (const auto &draft : visit.draft().medications) {
        const auto medication = terminology ? terminology->medication(draft.medication) : std::nullopt;
        lines.push_back(medication
                            ? workflow::prepareLine(*medication, draft, facts, visit.desk()->reference())
                            : unknownLine(draft));
    }
    return lines;
}

std::vector<workflow::SheetFinding> sheetFindings(const Visit &visit)
{
    if (!visit.canOrder())
        return {};
    return workflow::sheetFindings(preparedLines(visit), signingFacts(visit), visit.desk()->reference());
}

Money draftTotal(const Visit &visit)
{
    Money total;
    for (const auto &line : preparedLines(visit))
        total = total + line.price;
    return total;
}

} // namespace simiao::sdk
