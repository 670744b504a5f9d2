#pragma once

#include "core/json.h"
#include "domain/security/audit_chain.h"
#include "workflow/ports/unit_of_work.h"

#include <functional>

namespace simiao::storage {

class Connection;

/// A link as store/append_audit takes it, with the columns that the trail is searched by: what `event`, which is the link's,
/// says itself.
workflow::Parameters linkParameters(const security::AuditLink &link, const Json &event);

/// Takes one link that was checked. An error ends the walk.
using TakeLink = std::function<Result<void>(const security::AuditLink &link)>;

/// Walks the stored chain from its first link and checks each against the one before and its own columns.
/// \param witnessed  where the chain was known to stand; the empty head asks for nothing
/// \param take       may be empty
/// \returns where it stands; Corrupt `audit.…` with the first bad record, or the first error of `take`
Result<security::AuditHead> walkChain(Connection &connection,
                                      const security::AuditHead &witnessed,
                                      const TakeLink &take = {});

/// The same, of the chain of `workstation`.
using TakeLinkOf = std::function<Result<void>(const QString &workstation, const security::AuditLink &link)>;

/// The same of a store that keeps one chain a workstation: all of them, each against the place where the store says it stands.
/// \param take  may be empty
/// \returns number of links; Corrupt `audit.…` with the first bad record and its workstation, or the first error of `take`
Result<qint64> walkChains(Connection &connection, const TakeLinkOf &take = {});

} // namespace simiao::storage
