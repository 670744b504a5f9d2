#pragma once

#include <QString>

namespace simiao::security {

/// Whether people can log in with `name`: 2 to 32 small ASCII letters, digits, dots and hyphens, a letter or digit first.
bool isLoginName(const QString &name);

} // namespace simiao::security
