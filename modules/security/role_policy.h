#pragma once

#include "workflow/ports/access_policy.h"

#include <QByteArray>
#include <QSet>

#include <memory>
#include <vector>

namespace simiao::security {

/// The access policy that `resources/rules/roles.json` describes. Default deny: an unknown role grants
/// nothing.
class RolePolicy : public workflow::AccessPolicy
{
public:
    /// \returns an error of JSON, `roles.permission-unknown` when a role has a word that `permissions` does
    ///          not declare, `roles.duplicate` or `roles.shape`; each with the place in `detail`:
    ///          roles[2].permissions[0]
    static Result<std::shared_ptr<const RolePolicy>> parse(const QByteArray &rolesJson);

    bool isGranted(const QStringList &roles, const QString &act) const override;
    QStringList desksOf(const QStringList &roles) const override;
    QStringList rolesFor(const QString &act) const override;
    std::vector<workflow::NamedCode> roles() const override;
    std::vector<workflow::NamedCode> permissions() const override { return m_permissions; }

private:
    struct Role
    {
        QString code;
        LocalText title;
        QSet<QString> permissions;
        QStringList desks;
    };

    RolePolicy(std::vector<workflow::NamedCode> permissions, std::vector<Role> roles)
        : m_permissions(std::move(permissions))
        , m_roles(std::move(roles))
    {
    }
    friend class RolePolicyReader;

    std::vector<workflow::NamedCode> m_permissions;
    std::vector<Role> m_roles; ///< in the order of the file
};

} // namespace simiao::security
