#include "staff_roles.h"

#include "core/disk.h"
#include "core/json.h"
#include "core/try.h"

#include <QRegularExpression>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

Result<QStringList> rolesIn(const QString &rulesFolder)
{
    static const QRegularExpression plain(u"^[a-z][a-z-]{0,40}$"_s);
    TRY(const auto bytes, systemDisk()->read(rulesFolder + u"/roles.json"_s));
    TRY(const auto json, Json::parse(bytes));
    QStringList codes;
    for (const auto &role : json[u"roles"_s].array()) {
        const QString code = role[u"code"_s].toString();
        if (!plain.match(code).hasMatch())
            return Error{ErrorKind::Invalid, u"roles.shape"_s, code};
        codes.append(code);
    }
    return codes;
}

QString staffRole(const QString &code)
{
    return u"simiao_role_"_s + code;
}

} // namespace simiao::postgresql
