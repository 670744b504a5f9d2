#include "storage/maintenance/audit_line.h"

#include "core/json.h"
#include "core/try.h"

namespace simiao::storage {

using namespace Qt::StringLiterals;

QByteArray auditLine(const security::AuditLink &link)
{
    return Json(Json::Object{{u"sequence"_s, link.sequence},
                             {u"event"_s, QString::fromUtf8(link.event)},
                             {u"previous"_s, QString::fromLatin1(link.previous.toHex())},
                             {u"hash"_s, QString::fromLatin1(link.hash.toHex())}})
        .canonical();
}

Result<security::AuditLink> auditLinkOf(const QByteArray &line)
{
    TRY(const auto json, Json::parse(line));
    security::AuditLink link{json[u"sequence"_s].toInteger(), json[u"event"_s].toString().toUtf8(),
                             QByteArray::fromHex(json[u"previous"_s].toString().toLatin1()),
                             QByteArray::fromHex(json[u"hash"_s].toString().toLatin1())};
    if (auditLine(link) != line)
        return Error{ErrorKind::Corrupt, u"row.value"_s, u"audit_event"_s};
    return link;
}

} // namespace simiao::storage
