#pragma once

#include "domain/administration/patient.h"
#include "domain/base/coding.h"
#include "domain/base/partial_date_time.h"

namespace simiao::medications {

/// FHIR MedicationStatementStatus (R4).
enum class MedicationStatementStatus {
    Active,
    Completed,
    EnteredInError,
    Intended,
    Stopped,
    OnHold,
    Unknown,
    NotTaken,
};

/// What the statement rests on: somebody said so, or another hospital prescribed it.
enum class MedicationEvidence { Reported, Prescribed };

/// A drug the patient takes or took by the record of another system: history, never an order of ours.
/// FHIR MedicationStatement.
struct MedicationStatement : Record<MedicationStatement>
{
    /// MedicationStatement.subject.
    Id<administration::Patient> patient;
    /// MedicationStatement.medicationCodeableConcept; `display` is the drug as it was written there.
    Coding medication;
    /// MedicationStatement.status.
    MedicationStatementStatus status = MedicationStatementStatus::Unknown;
    /// MedicationStatement.derivedFrom: a report, or a MedicationRequest.
    MedicationEvidence evidence = MedicationEvidence::Reported;
    /// MedicationStatement.dosage.text; empty when it was not said in words.
    QString dosage;
    /// MedicationStatement.effectivePeriod.start, effectiveDateTime, or MedicationRequest.authoredOn.
    std::optional<PartialDateTime> effectiveStart;
    /// MedicationStatement.effectivePeriod.end.
    std::optional<PartialDateTime> effectiveEnd;

    bool operator==(const MedicationStatement &) const = default;
};

} // namespace simiao::medications

namespace simiao {

template <>
inline constexpr std::array kCodes<medications::MedicationStatementStatus>{
    "active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "unknown", "not-taken"};
template <>
inline constexpr std::array kCodes<medications::MedicationEvidence>{"reported", "prescribed"};

template <>
struct Describe<medications::MedicationStatement>
{
    using S = medications::MedicationStatement;
    static constexpr const char *name = "MedicationStatement";
    static constexpr const char *table = "medication_statement";
    static constexpr auto fields = recordWith<S>(
        field("patient", "MedicationStatement.subject", &S::patient),
        field("medication",
              "MedicationStatement.medicationCodeableConcept",
              &S::medication,
              Privacy::Clinical),
        field("status", "MedicationStatement.status", &S::status, Privacy::Clinical),
        field("evidence", "MedicationStatement.derivedFrom", &S::evidence),
        field("dosage", "MedicationStatement.dosage.text", &S::dosage, Privacy::Clinical),
        field("effective_start", "MedicationStatement.effectivePeriod.start", &S::effectiveStart),
        field("effective_end", "MedicationStatement.effectivePeriod.end", &S::effectiveEnd));
};

} // namespace simiao
