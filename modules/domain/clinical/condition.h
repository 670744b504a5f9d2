#pragma once

#include "domain/administration/encounter.h"
#include "domain/base/coding.h"
#include "domain/base/partial_date_time.h"

namespace simiao::clinical {

/// FHIR ConditionVerificationStatus, those in use.
enum class VerificationStatus { Provisional, Confirmed, EnteredInError };

/// FHIR ConditionClinicalStatus.
enum class ClinicalStatus { Active, Recurrence, Relapse, Inactive, Remission, Resolved };

/// A diagnosis of a visit, or a problem another system has on record. FHIR Condition.
struct Condition : Record<Condition>
{
    /// Condition.subject.
    Id<administration::Patient> patient;
    /// Condition.encounter; absent for a problem that belongs to no visit.
    std::optional<Id<administration::Encounter>> encounter;
    /// Condition.code.
    Coding code;
    /// Encounter.diagnosis.rank: 1 is the main diagnosis, 0 was not ranked.
    int rank = 1;
    /// Condition.verificationStatus.
    VerificationStatus verificationStatus = VerificationStatus::Confirmed;
    /// Condition.note.text: addition in words (side, stage).
    QString note;
    /// Condition.clinicalStatus, when it was said.
    std::optional<ClinicalStatus> clinicalStatus;
    /// Condition.onsetDateTime.
    std::optional<PartialDateTime> onset;
    /// Condition.abatementDateTime.
    std::optional<PartialDateTime> abatement;

    bool operator==(const Condition &) const = default;
};

} // namespace simiao::clinical

namespace simiao {

template <>
inline constexpr std::array kCodes<clinical::VerificationStatus>{"provisional", "confirmed",
                                                                 "entered-in-error"};
template <>
inline constexpr std::array kCodes<clinical::ClinicalStatus>{"active",   "recurrence", "relapse",
                                                             "inactive", "remission",  "resolved"};

template <>
struct Describe<clinical::Condition>
{
    using C = clinical::Condition;
    static constexpr const char *name = "Condition";
    static constexpr const char *table = "condition";
    static constexpr auto fields =
        recordWith<C>(field("patient", "Condition.subject", &C::patient),
                      field("encounter", "Condition.encounter", &C::encounter),
                      field("code", "Condition.code", &C::code, Privacy::Clinical),
                      field("rank", "Encounter.diagnosis.rank", &C::rank),
                      field("verification_status", "Condition.verificationStatus", &C::verificationStatus),
                      field("note", "Condition.note.text", &C::note, Privacy::Clinical),
                      field("clinical_status", "Condition.clinicalStatus", &C::clinicalStatus),
                      field("onset", "Condition.onsetDateTime", &C::onset, Privacy::Clinical),
                      field("abatement", "Condition.abatementDateTime", &C::abatement, Privacy::Clinical));
};

} // namespace simiao
