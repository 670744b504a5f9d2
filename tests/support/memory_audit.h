#pragma once

#include "workflow/ports/store.h"

namespace simiao::test {

/// The trail as the queries audit_event/… read it: (sequence, event) rows, the latest first.
Result<std::vector<Row>> auditAnswer(const std::vector<security::AuditEvent> &trail,
                                     const QString &query,
                                     const workflow::Parameters &parameters);

} // namespace simiao::test
