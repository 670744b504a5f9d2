#include "staff_roles.h"

#include "core/disk.h"
#include "core/try.h"

#include <QRegularExpression>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

Result<std::shared_ptr<const security::RolePolicy>> policyIn(const QString &rulesFolder)
{
    TRY(const auto bytes, systemDisk()->read(rulesFolder + u"/roles.json"_s));
    return security::RolePolicy::parse(bytes);
}

Result<QStringList> rolesIn(const QString &rulesFolder)
{
    static const QRegularExpression plain(u"^[a-z][a-z-]{0,40}$"_s);
    TRY(const auto policy, policyIn(rulesFolder));
    QStringList codes;
    for (const auto &role : policy->roles()) {
        if (!plain.match(role.code).hasMatch())
            return Error{ErrorKind::Invalid, u"roles.shape"_s, role.code};
        codes.append(role.code);
    }
    return codes;
}

QString staffRole(const QString &code)
{
    return u"simiao_role_"_s + code;
}

} // namespace simiao::postgresql
