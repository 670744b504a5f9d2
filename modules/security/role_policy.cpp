#include "security/role_policy.h"

#include "core/json.h"
#include "core/try.h"

namespace simiao::security {

namespace {

Error refused(const QString &code, const QString &place)
{
    return {ErrorKind::Invalid, code, place};
}

QString at(const QString &place, const char *key, qsizetype index)
{
    return place + QLatin1String(key) + QStringLiteral("[%1]").arg(index);
}

/// The non-empty string at `place`.
Result<QString> word(const Json &json, const QString &place)
{
    if (json.toString().isEmpty())
        return refused(QStringLiteral("roles.shape"), place);
    return json.toString();
}

LocalText titleOf(const Json &json)
{
    const auto &title = json[QStringLiteral("title")];
    return {title[QStringLiteral("en")].toString(), title[QStringLiteral("zh_CN")].toString()};
}

} // namespace

/// Reads the file once, from top to bottom.
class RolePolicyReader
{
public:
    Result<std::shared_ptr<const RolePolicy>> read(const Json &file)
    {
        TRY_VOID(readPermissions(file[QStringLiteral("permissions")]));
        TRY_VOID(readRoles(file[QStringLiteral("roles")]));
        return std::shared_ptr<const RolePolicy>(new RolePolicy(std::move(m_titles), std::move(m_roles)));
    }

private:
    Result<void> readPermissions(const Json &permissions)
    {
        for (qsizetype i = 0; i < permissions.array().size(); ++i) {
            const auto place = at({}, "permissions", i);
            TRY(const auto code, word(permissions.array()[i][QStringLiteral("code")], place));
            if (m_permissions.contains(code))
                return refused(QStringLiteral("roles.duplicate"), place);
            m_permissions.insert(code);
            m_titles.push_back({code, titleOf(permissions.array()[i])});
        }
        return ok();
    }

    Result<void> readRoles(const Json &roles)
    {
        if (roles.array().isEmpty())
            return refused(QStringLiteral("roles.shape"), QStringLiteral("roles"));
        for (qsizetype i = 0; i < roles.array().size(); ++i) {
            TRY(auto role, readRole(roles.array()[i], at({}, "roles", i)));
            m_roles.push_back(std::move(role));
        }
        return ok();
    }

    Result<RolePolicy::Role> readRole(const Json &json, const QString &place)
    {
        RolePolicy::Role role;
        TRY(role.code, word(json[QStringLiteral("code")], place + QLatin1String(".code")));
        for (const auto &earlier : m_roles) {
            if (earlier.code == role.code)
                return refused(QStringLiteral("roles.duplicate"), place);
        }
        role.title = titleOf(json);
        TRY(role.permissions, readGrants(json[QStringLiteral("permissions")], place));
        TRY(role.desks, readDesks(json[QStringLiteral("desks")], place));
        return role;
    }

    Result<QSet<QString>> readGrants(const Json &grants, const QString &role) const
    {
        QSet<QString> granted;
        for (qsizetype i = 0; i < grants.array().size(); ++i) {
            const auto place = at(role, ".permissions", i);
            TRY(const auto permission, word(grants.array()[i], place));
            if (!m_permissions.contains(permission))
                return refused(QStringLiteral("roles.permission-unknown"),
                               place + QLatin1String(": ") + permission);
            granted.insert(permission);
        }
        return granted;
    }

    static Result<QStringList> readDesks(const Json &desks, const QString &role)
    {
        QStringList found;
        for (qsizetype i = 0; i < desks.array().size(); ++i) {
            TRY(auto desk, word(desks.array()[i], at(role, ".desks", i)));
            found.append(std::move(desk));
        }
        return found;
    }

    QSet<QString> m_permissions;
    std::vector<workflow::NamedCode> m_titles;
    std::vector<RolePolicy::Role> m_roles;
};

Result<std::shared_ptr<const RolePolicy>> RolePolicy::parse(const QByteArray &rolesJson)
{
    TRY(const auto file, Json::parse(rolesJson));
    return RolePolicyReader().read(file);
}

bool RolePolicy::isGranted(const QStringList &roles, const QString &act) const
{
    for (const auto &role : m_roles) {
        if (roles.contains(role.code) && role.permissions.contains(act))
            return true;
    }
    return false;
}

QStringList RolePolicy::desksOf(const QStringList &roles) const
{
    QStringList desks;
    for (const auto &code : roles) {
        for (const auto &role : m_roles) {
            if (role.code == code)
                desks += role.desks;
        }
    }
    desks.removeDuplicates();
    return desks;
}

QStringList RolePolicy::rolesFor(const QString &act) const
{
    QStringList roles;
    for (const auto &role : m_roles) {
        if (role.permissions.contains(act))
            roles.append(role.code);
    }
    return roles;
}

std::vector<workflow::NamedCode> RolePolicy::roles() const
{
    std::vector<workflow::NamedCode> named;
    for (const auto &role : m_roles)
        named.push_back({role.code, role.title});
    return named;
}

} // namespace simiao::security
