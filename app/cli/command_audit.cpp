#include "command.h"

#include "output.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

bool isOfChain(const Error &error)
{
    return error.code.startsWith("audit."_L1) && error.kind == ErrorKind::Corrupt;
}

/// A finding is a result, not a failure of the command: it names the record.
int report(const Error &finding)
{
    bool isNumber = false;
    const auto record = finding.detail.toLongLong(&isNumber);
    if (!isOfChain(finding) || !isNumber)
        return fail(finding);
    print(Json(Json::Object{{u"ok"_s, false}, {u"code"_s, finding.code}, {u"record"_s, record}}));
    say(u"The audit chain is broken at record %1: %2."_s.arg(record).arg(finding.code));
    return Refused;
}

} // namespace

/// A truncated chain is refused by the store when it opens; that is the finding then.
Task<int> verifyAudit(Invocation invocation)
{
    const auto graph = bootstrap::buildGraph(invocation.start);
    if (!graph)
        co_return report(graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return fail({ErrorKind::NotFound, u"backend.no-maintenance"_s, (*graph)->backendName});
    auto verifying = maintenance->verifyAudit();
    const auto verified = co_await verifying;
    if (!verified)
        co_return report(verified.error());
    print(Json(Json::Object{{u"ok"_s, true}, {u"records"_s, *verified}}));
    say(u"The audit chain is whole: %1 records."_s.arg(*verified));
    co_return Good;
}

} // namespace simiao::cli
