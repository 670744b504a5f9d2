#pragma once

#include "domain/administration/encounter.h"
#include "domain/base/coding.h"

namespace simiao::clinical {

/// FHIR ConditionVerificationStatus, those in use.
enum class VerificationStatus { Provisional, Confirmed, EnteredInError };

/// A diagnosis of a visit. FHIR Condition.
struct Condition : Record<Condition>
{
    /// Condition.subject.
    Id<administration::Patient> patient;
    /// Condition.encounter.
    Id<administration::Encounter> encounter;
    /// Condition.code.
    Coding code;
    /// Encounter.diagnosis.rank: 1 is the main diagnosis.
    int rank = 1;
    /// Condition.verificationStatus.
    VerificationStatus verificationStatus = VerificationStatus::Confirmed;
    /// Condition.note.text: addition in words (side, stage).
    QString note;

    bool operator==(const Condition &) const = default;
};

} // namespace simiao::clinical

namespace simiao {

template <>
inline constexpr std::array kCodes<clinical::VerificationStatus>{"provisional", "confirmed",
                                                                 "entered-in-error"};

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
                      field("note", "Condition.note.text", &C::note, Privacy::Clinical));
};

} // namespace simiao
