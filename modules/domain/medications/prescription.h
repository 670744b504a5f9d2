#pragma once

#include "domain/administration/encounter.h"
#include "domain/medications/dosage.h"

namespace simiao::medications {

/// States of a prescription. Review comes before charging; returned goes back to the doctor and costs nobody a refund.
enum class PrescriptionStatus { Draft, Signed, Reviewed, Paid, Dispensed, HandedOver, Returned, Cancelled };

/// Printed form; the law gives each its colour (RX15).
enum class PrescriptionForm { Ordinary, Emergency, Paediatric, NarcoticPsychotropicOne, PsychotropicTwo };

/// One sheet of orders for drugs: MedicationRequest.groupIdentifier as a row of its own. FHIR RequestGroup.
struct Prescription : Record<Prescription>
{
    /// MedicationRequest.groupIdentifier.value: allocated at signing.
    QString number;
    /// RequestGroup.subject.
    Id<administration::Patient> patient;
    /// RequestGroup.encounter.
    Id<administration::Encounter> encounter;
    /// RequestGroup.author: prescriber.
    Id<security::Account> author;
    /// RequestGroup.status.
    PrescriptionStatus status = PrescriptionStatus::Draft;
    /// RequestGroup.code: printed form.
    PrescriptionForm form = PrescriptionForm::Ordinary;
    /// RequestGroup.authoredOn: when signed. UTC.
    std::optional<Instant> authoredOn;
    /// Task.owner of the review: the pharmacist.
    std::optional<Id<security::Account>> reviewer;
    /// Task.executionPeriod.end of the review. UTC.
    std::optional<Instant> reviewedAt;
    /// Task.note of the review: the pharmacist's words when returned.
    QString reviewNote;
    /// Task.note of the answer: what the prescriber changed, or why it stands, after the pharmacist returned it; absent
    /// when it was never returned.
    std::optional<QString> answer;

    bool operator==(const Prescription &) const = default;
};

/// Whether a prescription may go from one state to another; nothing else decides it.
bool isAllowed(PrescriptionStatus from, PrescriptionStatus to);

/// \source order 53 (2007), RX16: years below which the form is the paediatric one
inline constexpr int kPaediatricUnderYears = 14;

/// The form the law asks for. \source order 53 (2007): paediatric under 14 years (RX16), class by drug (RX15)
PrescriptionForm formFor(const std::vector<Medication> &drugs,
                         std::optional<Age> age,
                         int paediatricUnderYears = kPaediatricUnderYears);

/// FHIR MedicationRequestStatus.
enum class MedicationRequestStatus { Draft, Active, Completed, Stopped, Cancelled, EnteredInError };

/// One line of a prescription. FHIR MedicationRequest.
struct MedicationRequest : Record<MedicationRequest>
{
    /// MedicationRequest.groupIdentifier.
    Id<Prescription> prescription;
    /// MedicationRequest.subject.
    Id<administration::Patient> patient;
    /// MedicationRequest.encounter.
    Id<administration::Encounter> encounter;
    /// MedicationRequest.medicationReference.
    Id<Medication> medication;
    /// MedicationRequest.medicationCodeableConcept.text: name as it was when ordered.
    QString medicationName;
    /// Line on the sheet, from 1.
    int line = 1;
    /// MedicationRequest.status.
    MedicationRequestStatus status = MedicationRequestStatus::Draft;
    /// MedicationRequest.dosageInstruction.
    Dosage dosage;
    /// MedicationRequest.dispenseRequest.quantity: smallest units.
    qint64 quantity = 0;
    /// Unit of `quantity`.
    QString quantityUnit;
    /// ChargeItem.priceOverride: total of the line as shown when signed, fen.
    Money price;
    /// MedicationRequest.detectedIssue with mitigation: why signed in spite of a finding.
    QString overrideReason;

    bool operator==(const MedicationRequest &) const = default;
};

} // namespace simiao::medications

namespace simiao {

template <>
inline constexpr std::array kCodes<medications::PrescriptionStatus>{
    "draft", "signed", "reviewed", "paid", "dispensed", "handed-over", "returned", "cancelled"};
template <>
inline constexpr std::array kCodes<medications::PrescriptionForm>{
    "ordinary", "emergency", "paediatric", "narcotic-psychotropic-1", "psychotropic-2"};
template <>
inline constexpr std::array kCodes<medications::MedicationRequestStatus>{
    "draft", "active", "completed", "stopped", "cancelled", "entered-in-error"};

template <>
struct Describe<medications::Prescription>
{
    using P = medications::Prescription;
    static constexpr const char *name = "RequestGroup";
    static constexpr const char *table = "prescription";
    static constexpr auto fields =
        recordWith<P>(field("number", "MedicationRequest.groupIdentifier.value", &P::number),
                      field("patient", "RequestGroup.subject", &P::patient),
                      field("encounter", "RequestGroup.encounter", &P::encounter),
                      field("author", "RequestGroup.author", &P::author),
                      field("status", "RequestGroup.status", &P::status),
                      field("form", "RequestGroup.code", &P::form),
                      field("authored_on", "RequestGroup.authoredOn", &P::authoredOn),
                      field("reviewer", "Task.owner", &P::reviewer),
                      field("reviewed_at", "Task.executionPeriod.end", &P::reviewedAt),
                      field("review_note", "Task.note.text", &P::reviewNote, Privacy::Clinical),
                      field("answer", "Task.note.text", &P::answer, Privacy::Clinical));
};

template <>
struct Describe<medications::MedicationRequest>
{
    using R = medications::MedicationRequest;
    static constexpr const char *name = "MedicationRequest";
    static constexpr const char *table = "medication_request";
    static constexpr auto fields = recordWith<R>(
        field("prescription", "MedicationRequest.groupIdentifier", &R::prescription),
        field("patient", "MedicationRequest.subject", &R::patient),
        field("encounter", "MedicationRequest.encounter", &R::encounter),
        field("medication", "MedicationRequest.medicationReference", &R::medication),
        field("medication_name",
              "MedicationRequest.medicationCodeableConcept.text",
              &R::medicationName,
              Privacy::Clinical),
        field("line", "MedicationRequest.extension[line]", &R::line),
        field("status", "MedicationRequest.status", &R::status),
        field("dosage", "MedicationRequest.dosageInstruction", &R::dosage, Privacy::Clinical),
        field("quantity", "MedicationRequest.dispenseRequest.quantity.value", &R::quantity),
        field("quantity_unit", "MedicationRequest.dispenseRequest.quantity.unit", &R::quantityUnit),
        field("price", "ChargeItem.priceOverride", &R::price),
        field("override_reason",
              "MedicationRequest.detectedIssue.mitigation.action",
              &R::overrideReason,
              Privacy::Clinical));
};

} // namespace simiao
