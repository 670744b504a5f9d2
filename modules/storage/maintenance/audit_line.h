#pragma once

#include "domain/security/audit_chain.h"

namespace simiao::storage {

/// A link of the audit chain as a line of an export: canonical JSON with `sequence`, `event` (its text, byte for byte, as
/// that is what is sealed), `previous` and `hash` in hexadecimal digits.
QByteArray auditLine(const security::AuditLink &link);

/// The inverse. Corrupt `row.value` with the member that does not fit.
Result<security::AuditLink> auditLinkOf(const QByteArray &line);

} // namespace simiao::storage
