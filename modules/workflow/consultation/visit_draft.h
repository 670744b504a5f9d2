#pragma once

#include "domain/base/coding.h"
#include "domain/base/issue.h"
#include "domain/medications/dosage.h"
#include "workflow/ports/draft_journal.h"

#include <map>
#include <vector>

namespace simiao::workflow {

/// One diagnosis not yet signed.
struct DiagnosisDraft
{
    Coding code;
    QString note;

    bool operator==(const DiagnosisDraft &) const = default;
};

/// One drug line not yet signed.
struct MedicationDraft
{
    Id<medications::Medication> medication;
    medications::Dosage dosage;
    /// Why it is signed in spite of a finding that asks for a reason.
    QString overrideReason;
    /// What is to be dispensed, smallest units, where the prescriber said so; else it follows from the dosage.
    std::optional<qint64> quantity = {};
    /// Sheet the line stands on, from 1; absent means the first.
    std::optional<int> sheet = {};

    bool operator==(const MedicationDraft &) const = default;
};

/// Everything a physician typed for one visit and has not signed.
struct VisitDraft
{
    /// Text by section code.
    std::map<QString, QString> sections;
    std::vector<DiagnosisDraft> diagnoses;
    std::vector<MedicationDraft> medications;
    /// What stands in the order line and was not taken over; blocks signing.
    QString orderText;
    /// Code of the template the note follows; empty until somebody chose or wrote.
    QString noteTemplate;
    /// Why a returned prescription is signed again; empty for a visit that is signed for the first time.
    QString answer;

    bool operator==(const VisitDraft &) const = default;
    bool isEmpty() const;
};

/// The draft's fields as the journal keeps them: "note.<code>", "diagnoses", "medications", "orderText", "noteTemplate",
/// "answer".
std::map<QString, QString> draftFields(const VisitDraft &draft);
/// The inverse; a field that cannot be read is left out and named in `unreadable` (nothing is dropped silently).
VisitDraft draftFromFields(const std::vector<DraftEntry> &entries, QStringList *unreadable);

} // namespace simiao::workflow

namespace simiao {

template <>
struct Describe<workflow::DiagnosisDraft>
{
    using D = workflow::DiagnosisDraft;
    static constexpr auto fields =
        FieldTable{field("code", "Condition.code", &D::code), field("note", "Condition.note.text", &D::note)};
};

template <>
struct Describe<workflow::MedicationDraft>
{
    using M = workflow::MedicationDraft;
    static constexpr auto fields =
        FieldTable{field("medication", "MedicationRequest.medicationReference", &M::medication),
                   field("dosage", "MedicationRequest.dosageInstruction", &M::dosage),
                   field("override_reason", "MedicationRequest.detectedIssue.mitigation", &M::overrideReason),
                   field("quantity", "MedicationRequest.dispenseRequest.quantity", &M::quantity),
                   field("sheet", "MedicationRequest.groupIdentifier", &M::sheet)};
};

} // namespace simiao
