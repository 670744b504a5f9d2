#pragma once

#include "domain/administration/organization.h"
#include "domain/administration/patient.h"

namespace simiao::administration {

/// FHIR EncounterStatus (R4), those an outpatient visit passes.
enum class EncounterStatus { Arrived, InProgress, OnLeave, Finished, Cancelled, EnteredInError };

/// One visit: an outpatient visit of ours, or a visit elsewhere as another system tells of it. FHIR Encounter.
struct Encounter : Record<Encounter>
{
    /// Encounter.identifier: visit number of the day, allocated at registration; empty for a visit elsewhere.
    QString visitNumber;
    /// Encounter.subject.
    Id<Patient> patient;
    /// Encounter.serviceProvider: the department; absent for a visit elsewhere.
    std::optional<Id<Organization>> department;
    /// Encounter.participant.individual: the physician booked, then the one who called; absent for a visit elsewhere.
    std::optional<Id<security::Account>> practitioner;
    /// Encounter.status.
    EncounterStatus status = EncounterStatus::Arrived;
    /// Encounter.period.start: UTC.
    Instant start;
    /// Encounter.period.end: UTC; absent while the visit runs.
    std::optional<Instant> end;

    bool operator==(const Encounter &) const = default;
};

} // namespace simiao::administration

namespace simiao {

template <>
inline constexpr std::array kCodes<administration::EncounterStatus>{
    "arrived", "in-progress", "onleave", "finished", "cancelled", "entered-in-error"};

template <>
struct Describe<administration::Encounter>
{
    using E = administration::Encounter;
    static constexpr const char *name = "Encounter";
    static constexpr const char *table = "encounter";
    static constexpr auto fields =
        recordWith<E>(field("visit_number", "Encounter.identifier.value", &E::visitNumber),
                      field("patient", "Encounter.subject", &E::patient),
                      field("department", "Encounter.serviceProvider", &E::department),
                      field("practitioner", "Encounter.participant.individual", &E::practitioner),
                      field("status", "Encounter.status", &E::status),
                      field("period_start", "Encounter.period.start", &E::start),
                      field("period_end", "Encounter.period.end", &E::end));
};

} // namespace simiao
