#pragma once

#include "core/result.h"

#include <QStringList>

namespace simiao::postgresql {

/// The codes of the roles of `rulesFolder`/roles.json, in their order.
/// \returns Invalid `roles.shape` for one that could not be part of a name on the server
Result<QStringList> rolesIn(const QString &rulesFolder);

/// The server's role of a role of the hospital (policies.sql).
QString staffRole(const QString &code);

} // namespace simiao::postgresql
