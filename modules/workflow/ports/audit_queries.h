#pragma once

#include "domain/security/audit_event.h"
#include "workflow/ports/store.h"

namespace simiao::workflow {

/// One link of the audit trail as it is stored. Written by the store alone; read only.
struct AuditRecord
{
    /// Place in the workstation's chain, from 1.
    qint64 sequence = 0;
    /// The sealed event, canonical JSON: the AuditEvent, the command and what it changed.
    QString event;
    /// Place among the events of all workstations that the store keeps, as it wrote them.
    qint64 position = 0;

    bool operator==(const AuditRecord &) const = default;
};

} // namespace simiao::workflow

namespace simiao {

template <>
struct Describe<workflow::AuditRecord>
{
    using A = workflow::AuditRecord;
    static constexpr const char *name = "AuditEvent";
    static constexpr const char *table = "audit_event";
    static constexpr bool isCounter = true; // its own chain proves it, no row hash
    static constexpr auto fields =
        FieldTable{field("sequence", "AuditEvent.extension[sequence]", &A::sequence),
                   field("event", "AuditEvent", &A::event),
                   field("position", "AuditEvent.extension[position]", &A::position)};
};

} // namespace simiao

namespace simiao::workflow::query {

// clang-format off
/// \param patient, agent  ids as text
inline constexpr Query<AuditRecord, QString, int> auditOfPatient{"audit_event/of_patient", {"patient", "limit"}};
inline constexpr Query<AuditRecord, QString, int> auditOfAgent{"audit_event/of_agent", {"agent", "limit"}};
/// Events before a position, the latest first; empty filters fit everything.
inline constexpr Query<AuditRecord, qint64, QString, QString, QString, QString, int> auditPage{"audit_event/page", {"before", "act", "agent", "patient", "outcome", "limit"}};
/// What was written last at a desk, the latest first; of a server only `recorded` and `command` of each event, and before anybody logs in too.
inline constexpr Query<AuditRecord, QString, int> latestAtDesk{"audit_event/latest_at_desk", {"workstation", "limit"}};
// clang-format on

} // namespace simiao::workflow::query
