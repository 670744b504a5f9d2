#include "storage/audit/link_row.h"

#include "core/try.h"
#include "storage/sql/connection.h"

#include <QSqlError>

namespace simiao::storage {

namespace {

security::AuditLink linkOf(const QSqlQuery &query)
{
    return {query.value(0).toLongLong(), query.value(1).toString().toUtf8(), query.value(2).toByteArray(),
            query.value(3).toByteArray()};
}

Result<void> checkLink(const QSqlQuery &query, security::AuditChainCheck &check, const TakeLink &take)
{
    const auto link = linkOf(query);
    if (!query.value(QStringLiteral("is_indexed")).toBool())
        return Error{ErrorKind::Corrupt, QStringLiteral("audit.edited"), QString::number(link.sequence)};
    TRY_VOID(check.add(link));
    return take ? take(link) : ok();
}

Scalar textOrNull(const Json &value)
{
    return value.isString() ? Scalar{value.toString()} : Scalar{};
}

} // namespace

workflow::Parameters linkParameters(const security::AuditLink &link, const Json &event)
{
    workflow::Parameters parameters{{QStringLiteral("sequence"), link.sequence},
                                    {QStringLiteral("event"), QString::fromUtf8(link.event)},
                                    {QStringLiteral("previous"), link.previous},
                                    {QStringLiteral("hash"), link.hash}};
    for (const auto &column : {QStringLiteral("act"), QStringLiteral("agent"), QStringLiteral("patient"),
                               QStringLiteral("outcome")})
        parameters.insert_or_assign(column, textOrNull(event[column]));
    return parameters;
}

Result<security::AuditHead> walkChain(Connection &connection,
                                      const security::AuditHead &witnessed,
                                      const TakeLink &take)
{
    TRY(auto *query, connection.run(QStringLiteral("store/read_audit"), {}));
    security::AuditChainCheck check(witnessed);
    auto checked = ok();
    while (checked && query->next())
        checked = checkLink(*query, check, take);
    const bool isCutShort = checked && query->lastError().isValid();
    query->finish();
    TRY_VOID(checked);
    if (isCutShort)
        return Error{ErrorKind::Corrupt, QStringLiteral("store.corrupt"), QStringLiteral("audit_event")};
    TRY_VOID(check.finish());
    return check.head();
}

} // namespace simiao::storage
