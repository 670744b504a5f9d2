#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace simiao::workflow {

/// Who may do what. Everything that is not granted is refused.
/// \thread  any; immutable
class AccessPolicy
{
public:
    virtual ~AccessPolicy() = default;
    /// Whether one of `roles` may do `act` (`area.verb`).
    virtual bool isGranted(const QStringList &roles, const QString &act) const = 0;
    /// Desks that `roles` open, the first being the one shown after log-in.
    virtual QStringList desksOf(const QStringList &roles) const = 0;
    /// Roles that may do `act`: what a refusal tells the person.
    virtual QStringList rolesFor(const QString &act) const = 0;
};

} // namespace simiao::workflow
