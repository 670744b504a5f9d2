#include "storage/audit/link_row.h"

#include "core/try.h"
#include "storage/sql/connection.h"

#include <map>

namespace simiao::storage {

namespace {

// columns of store/read_audit
enum Column { Sequence, Event, Previous, Hash, IsIndexed, Workstation };

security::AuditLink linkOf(const ReadingStatement &row)
{
    return {row.integer(Sequence), row.bytes(Event), row.bytes(Previous), row.bytes(Hash)};
}

Result<void> checkLink(const ReadingStatement &row, security::AuditChainCheck &check, const TakeLink &take)
{
    const auto link = linkOf(row);
    if (row.integer(IsIndexed) == 0)
        return Error{ErrorKind::Corrupt, QStringLiteral("audit.edited"), QString::number(link.sequence)};
    TRY_VOID(check.add(link));
    return take ? take(link) : ok();
}

Scalar textOrNull(const Json &value)
{
    return value.isString() ? Scalar{value.toString()} : Scalar{};
}

/// Where each chain stands, by workstation (store/audit_heads).
Result<std::map<QByteArray, security::AuditHead>> headsOf(Connection &connection)
{
    std::map<QByteArray, security::AuditHead> heads;
    TRY(const auto rows, connection.run(QStringLiteral("store/audit_heads"), {}));
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return heads;
        heads.emplace(rows->bytes(0), security::AuditHead{rows->integer(1), rows->bytes(2)});
    }
}

Error ofDesk(Error error, const QByteArray &workstation)
{
    error.detail += QLatin1Char(' ') + QString::fromUtf8(workstation);
    return error;
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
    TRY(const auto rows, connection.run(QStringLiteral("store/read_audit"), {}));
    security::AuditChainCheck check(witnessed);
    for (auto isThere = rows->next();; isThere = rows->next()) {
        if (!isThere)
            return Error{ErrorKind::Corrupt, QStringLiteral("store.corrupt"), QStringLiteral("audit_event")};
        if (!*isThere)
            break;
        TRY_VOID(checkLink(*rows, check, take));
    }
    TRY_VOID(check.finish());
    return check.head();
}

Result<qint64> walkChains(Connection &connection, const TakeLinkOf &take)
{
    TRY(const auto heads, headsOf(connection));
    std::map<QByteArray, security::AuditChainCheck> checks;
    for (const auto &[workstation, head] : heads)
        checks.emplace(workstation, security::AuditChainCheck(head));
    TRY(const auto rows, connection.run(QStringLiteral("store/read_audit"), {}));
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            break;
        const QByteArray workstation = rows->bytes(Workstation);
        const auto check =
            checks.emplace(workstation, security::AuditChainCheck(security::emptyAuditHead())).first;
        if (const auto checked = checkLink(*rows, check->second, {}); !checked)
            return ofDesk(checked.error(), workstation);
        if (take) {
            TRY_VOID(take(QString::fromUtf8(workstation), linkOf(*rows)));
        }
    }
    qint64 links = 0;
    for (const auto &[workstation, check] : checks) {
        if (const auto whole = check.finish(); !whole)
            return ofDesk(whole.error(), workstation);
        links += check.head().count;
    }
    return links;
}

} // namespace simiao::storage
