#pragma once

#include "core/result.h"
#include "domain/base/local_text.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace simiao::workflow {

/// A role or a permission as people read it.
struct NamedCode
{
    QString code;
    LocalText title;
};

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
    /// The roles there are, in the order in which they are offered.
    virtual std::vector<NamedCode> roles() const { return {}; }
    /// What may be granted at all, in the order in which it is shown.
    virtual std::vector<NamedCode> permissions() const { return {}; }
};

} // namespace simiao::workflow
