#include "audit_roots.h"

#include "core/hash.h"
#include "core/json.h"
#include "core/try.h"
#include "storage/audit/link_row.h"

#include <map>
#include <utility>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using security::AuditLink;
using storage::Connection;

namespace {

// columns of store/audit_roots
enum Column { Day, Heads, Previous, Hash };

/// What the hash of a link was, by workstation and number.
using Points = std::map<std::pair<QString, qint64>, QByteArray>;

struct Roots
{
    sdk::ChainsProof proof;
    Points points;
};

Error badRoot(const QByteArray &day)
{
    return {ErrorKind::Corrupt, u"audit.root"_s, QString::fromLatin1(day)};
}

Error ofRecord(const QString &code, qint64 number, const QString &workstation)
{
    return {ErrorKind::Corrupt, code, u"%1 %2"_s.arg(number).arg(workstation)};
}

Result<void> addPoints(const QByteArray &day, const QByteArray &heads, Points &points)
{
    const auto json = Json::parse(heads);
    if (!json)
        return badRoot(day);
    for (const auto &[workstation, head] : json->object())
        points.insert_or_assign({workstation, head[u"links"_s].toInteger()},
                                QByteArray::fromHex(head[u"hash"_s].toString().toLatin1()));
    return ok();
}

/// The chain of the roots themselves.
Result<Roots> readRoots(Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/audit_roots"_s, {}));
    Roots roots;
    roots.proof.lastRoot = security::emptyAuditHead().hash;
    for (;;) {
        TRY(const bool isThere, rows->next());
        if (!isThere)
            return roots;
        const auto day = rows->bytes(Day);
        const auto previous = rows->bytes(Previous);
        const auto heads = rows->bytes(Heads);
        if (previous != roots.proof.lastRoot || rows->bytes(Hash) != sha256(day + ':' + previous + heads))
            return badRoot(day);
        TRY_VOID(addPoints(day, heads, roots.points));
        ++roots.proof.roots;
        roots.proof.lastDay = QString::fromLatin1(day);
        roots.proof.lastRoot = rows->bytes(Hash);
    }
}

} // namespace

Result<sdk::ChainsProof> proveChains(Connection &connection)
{
    TRY(auto roots, readRoots(connection));
    const auto compare = [&roots](const QString &workstation, const AuditLink &link) -> Result<void> {
        const auto point = roots.points.find({workstation, link.sequence});
        if (point == roots.points.end())
            return ok();
        if (point->second != link.hash)
            return ofRecord(u"audit.head-differs"_s, link.sequence, workstation);
        roots.points.erase(point);
        return ok();
    };
    TRY(roots.proof.links, storage::walkChains(connection, compare));
    if (!roots.points.empty()) { // its day saw a link that is not there
        const auto &[workstation, number] = roots.points.begin()->first;
        return ofRecord(u"audit.truncated"_s, number, workstation);
    }
    return roots.proof;
}

} // namespace simiao::postgresql
