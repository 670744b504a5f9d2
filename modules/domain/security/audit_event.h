#pragma once

#include "domain/administration/patient.h"
#include "domain/security/account.h"

namespace simiao::security {

/// FHIR AuditEvent.outcome.
enum class AuditOutcome { Success, Refused };

/// One thing that was done, before it is sealed into the chain. FHIR AuditEvent.
struct AuditEvent
{
    /// AuditEvent.type: the act, `area.verb` as the permissions name it.
    QString act;
    /// AuditEvent.outcome.
    AuditOutcome outcome = AuditOutcome::Success;
    /// AuditEvent.recorded. UTC.
    Instant recorded;
    /// AuditEvent.agent.who.
    Id<Account> agent;
    /// AuditEvent.source.site: the workstation.
    QString workstation;
    /// AuditEvent.entity.what[Patient].
    std::optional<Id<administration::Patient>> patient;
    /// AuditEvent.entity.detail: ids, codes and counts; never names or free text.
    QString detail;

    bool operator==(const AuditEvent &) const = default;
};

} // namespace simiao::security

namespace simiao {

template <>
inline constexpr std::array kCodes<security::AuditOutcome>{"success", "refused"};

template <>
struct Describe<security::AuditEvent>
{
    using A = security::AuditEvent;
    static constexpr auto fields = FieldTable{field("act", "AuditEvent.type", &A::act),
                                              field("outcome", "AuditEvent.outcome", &A::outcome),
                                              field("recorded", "AuditEvent.recorded", &A::recorded),
                                              field("agent", "AuditEvent.agent.who", &A::agent),
                                              field("workstation", "AuditEvent.source.site", &A::workstation),
                                              field("patient", "AuditEvent.entity.what", &A::patient),
                                              field("detail", "AuditEvent.entity.detail", &A::detail)};
};

} // namespace simiao
