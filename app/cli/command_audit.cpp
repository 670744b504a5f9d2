#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "workflow/ports/audit_queries.h"
#include "workflow/ports/queries.h"

#include <algorithm>
#include <limits>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualPage = 50;

bool isOfChain(const Error &error)
{
    return error.code.startsWith("audit."_L1) && error.kind == ErrorKind::Corrupt;
}

/// A finding is a result, not a failure of the command: it names the record.
int report(const Call &call, const Error &finding)
{
    bool isNumber = false;
    const auto record = finding.detail.toLongLong(&isNumber);
    if (!isOfChain(finding) || !isNumber)
        return call.fail(finding);
    call.print(Json(Json::Object{{u"ok"_s, false}, {u"code"_s, finding.code}, {u"record"_s, record}}));
    call.say(u"The audit chain is broken at record %1: %2."_s.arg(record).arg(finding.code));
    return Refused;
}

/// A truncated chain is refused by the store when it opens; that is the finding then.
Task<int> verifyAudit(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return report(call, graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return call.fail({ErrorKind::NotFound, u"backend.no-maintenance"_s, (*graph)->backendName});
    auto verifying = maintenance->verifyAudit();
    const auto verified = co_await verifying;
    if (!verified)
        co_return report(call, verified.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"records"_s, *verified}}));
    call.say(u"The audit chain is whole: %1 records."_s.arg(*verified));
    co_return Good;
}

/// The id of the patient with this MRN as the trail writes it; empty for an empty MRN.
Task<Result<QString>> patientId(workflow::Context context, QString mrn)
{
    if (mrn.isEmpty())
        co_return QString();
    auto finding = workflow::find(context.store, workflow::query::patientSearch, mrn, 5);
    CO_TRY(const auto found, co_await finding);
    const auto exact = std::ranges::find(found, mrn, &administration::Patient::mrn);
    if (exact == found.end())
        co_return Error{ErrorKind::NotFound, u"store.not-found"_s, u"patient"_s};
    co_return exact->id.toString();
}

Task<Result<std::vector<workflow::AuditRecord>>> readTrail(workflow::Context context, Invocation invocation)
{
    auto authorising = workflow::authorise(context, u"audit.read"_s);
    CO_TRY_VOID(co_await authorising);
    auto resolving = patientId(context, invocation.patient);
    CO_TRY(const auto patient, co_await resolving);
    const int limit = invocation.limit > 0 ? invocation.limit : kUsualPage;
    auto finding =
        workflow::find(context.store, workflow::query::auditPage, std::numeric_limits<qint64>::max(),
                       invocation.act, QString(), patient, QString(), limit);
    CO_TRY(const auto records, co_await finding);
    auto recording = context.store->commit(context.begin(context.newCommand(), u"audit.read"_s));
    CO_TRY_VOID(co_await recording);
    co_return records;
}

Task<int> showAudit(Call call)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    auto reading = readTrail(seat->context, call.invocation);
    const auto records = co_await reading;
    if (!records)
        co_return call.fail(records.error());
    Json list{Json::Array{}};
    for (const auto &record : *records) {
        auto event = Json::parse(record.event.toUtf8()).value_or(Json(Json::Object{}));
        event.insert(u"sequence"_s, record.sequence);
        list.append(event);
    }
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"events"_s, list}}));
    co_return Good;
}

} // namespace

Commands auditCommands()
{
    return {{u"audit verify"_s, {}, u"Checks the audit chain; names the first bad record."_s, verifyAudit},
            {u"audit show"_s, {}, u"The latest events (--patient, --act, --limit)."_s, showAudit}};
}

} // namespace simiao::cli
