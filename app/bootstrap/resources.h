#pragma once

#include "core/json.h"

namespace simiao::bootstrap {

/// The folder of sql, rules, templates, themes …: `configured` (SIMIAO_RESOURCES), else beside an installed
/// program, else that of the build tree. NotFound `resources.missing` with the last place looked at.
Result<QString> findResources(const QString &binFolder, const QString &configured);

/// The bytes of `<folder>/<name>`; NotFound `resources.missing` with the name.
Result<QByteArray> readResource(const QString &folder, const QString &name);

/// The same as JSON; an error of JSON as "name:line:column".
Result<Json> readJsonResource(const QString &folder, const QString &name);

} // namespace simiao::bootstrap
