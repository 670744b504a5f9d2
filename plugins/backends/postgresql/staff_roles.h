#pragma once

#include "core/result.h"
#include "security/role_policy.h"

#include <QStringList>

#include <memory>

namespace simiao::postgresql {

/// What `rulesFolder`/roles.json says. \returns errors of the disk and of RolePolicy::parse()
Result<std::shared_ptr<const security::RolePolicy>> policyIn(const QString &rulesFolder);

/// The codes of the roles of `rulesFolder`/roles.json, in their order.
/// \returns Invalid `roles.shape` for one that could not be part of a name on the server
Result<QStringList> rolesIn(const QString &rulesFolder);

/// The server's role of a role of the hospital (demands.sql).
QString staffRole(const QString &code);

} // namespace simiao::postgresql
