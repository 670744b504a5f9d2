#include "integration/fhir/medication_reader.h"

#include "integration/fhir/absence.h"
#include "integration/fhir/date_reader.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using medications::MedicationEvidence;
using medications::MedicationStatement;
using medications::MedicationStatementStatus;

namespace {

/// The status, if it is one of those in which there is something to keep; else the resource is dropped.
std::optional<MedicationStatementStatus> readStatus(const Element &resource, const QStringList &without)
{
    const QString word = resource.text(u"status"_s);
    const auto status = fromCode<MedicationStatementStatus>(word);
    if (status && !without.contains(word))
        return status;
    resource.drop(u"status"_s, RemarkCode::ValueNotKept, u"not stored: "_s + word);
    return std::nullopt;
}

/// MedicationRequest.intent: whether the drug was ordered, and not merely proposed.
bool isOrder(const Element &resource)
{
    const QString intent = resource.text(u"intent"_s);
    const bool isOrdered = intent.endsWith("order"_L1); // order, original-order, reflex-order …
    if (!isOrdered)
        resource.drop(u"intent"_s, RemarkCode::ValueNotKept, u"not stored: "_s + intent);
    return isOrdered;
}

/// MedicationRequest.doNotPerform turns the order into its opposite.
bool isForbidding(const Element &resource)
{
    const bool isForbidden = resource.flag(u"doNotPerform"_s).value_or(false);
    if (isForbidden)
        resource.drop(u"doNotPerform"_s, RemarkCode::ValueNotKept, u"not stored: true"_s);
    return isForbidden;
}

/// Dosage.text of all lines.
QString readDosage(const Element &resource, const QString &name)
{
    QStringList lines;
    for (const auto &dosage : resource.list(name))
        lines.append(dosage.text(u"text"_s));
    lines.removeAll(QString());
    return lines.join(u"; "_s);
}

bool isDrug(const Element &resource, const Coding &medication)
{
    const bool isNamed = absenceOf(medication) == Absence::None;
    if (!isNamed)
        resource.drop({}, RemarkCode::ValueNotKept, u"not stored: names no drug"_s);
    return isNamed;
}

} // namespace

std::vector<MedicationStatement> readMedicationStatement(const Element &resource, const Coding &medication)
{
    const auto status = readStatus(resource, {u"entered-in-error"_s});
    if (!status || !isDrug(resource, medication))
        return {};
    MedicationStatement statement;
    statement.medication = medication;
    statement.status = *status;
    statement.dosage = readDosage(resource, u"dosage"_s);
    statement.effectiveStart = readDateTime(resource, u"effectiveDateTime"_s);
    if (resource.has(u"effectivePeriod"_s)) {
        const auto period = resource.member(u"effectivePeriod"_s);
        statement.effectiveStart = readDateTime(period, u"start"_s);
        statement.effectiveEnd = readDateTime(period, u"end"_s);
    }
    return {statement};
}

std::vector<MedicationStatement> readMedicationRequest(const Element &resource, const Coding &medication)
{
    // "intended" and "not-taken" are no statuses of a request.
    const auto status = readStatus(resource, {u"entered-in-error"_s, u"intended"_s, u"not-taken"_s});
    if (!status || !isOrder(resource) || isForbidding(resource) || !isDrug(resource, medication))
        return {};
    MedicationStatement statement;
    statement.medication = medication;
    statement.status = *status;
    statement.evidence = MedicationEvidence::Prescribed;
    statement.dosage = readDosage(resource, u"dosageInstruction"_s);
    statement.effectiveStart = readDateTime(resource, u"authoredOn"_s);
    return {statement};
}

} // namespace simiao::fhir
