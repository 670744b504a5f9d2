#include "bootstrap/kept_server.h"
#include "cli/command_table.h"
#include "cli/open_doors.h"
#include "cli/store_report.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// "17 DESK-3": a finding is a result, not a failure of the command.
int reportChains(const Call &call, const Error &finding)
{
    bool isNumber = false;
    const auto record = finding.detail.section(u' ', 0, 0).toLongLong(&isNumber);
    if (!isNumber || !finding.code.startsWith("audit."_L1))
        return call.fail(finding);
    const auto workstation = finding.detail.section(u' ', 1);
    call.print(Json(Json::Object{{u"ok"_s, false},
                                 {u"code"_s, finding.code},
                                 {u"record"_s, record},
                                 {u"workstation"_s, workstation}}));
    call.say(u"The audit chain of %1 is broken at record %2: %3."_s.arg(workstation)
                 .arg(record)
                 .arg(finding.code));
    return Refused;
}

Task<int> verify(Call call)
{
    const auto server = bootstrap::keptServer(call.invocation.start, call.invocation.arguments.first());
    if (!server)
        co_return call.fail(server.error());
    const auto proof = (*server)->proof->proveChains((*server)->environment);
    if (!proof)
        co_return reportChains(call, proof.error());
    call.print(Json(Json::Object{{u"ok"_s, true},
                                 {u"records"_s, proof->links},
                                 {u"roots"_s, proof->roots},
                                 {u"day"_s, proof->lastDay},
                                 {u"root"_s, QString::fromLatin1(proof->lastRoot.toHex())}}));
    call.say(
        u"All audit chains are whole: %1 records, %2 daily roots. The last root, to be kept elsewhere: %3 %4"_s
            .arg(proof->links)
            .arg(proof->roots)
            .arg(proof->lastDay, QString::fromLatin1(proof->lastRoot.toHex())));
    co_return Good;
}

Task<int> check(Call call)
{
    const auto server = bootstrap::keptServer(call.invocation.start, call.invocation.arguments.first());
    if (!server)
        co_return call.fail(server.error());
    const auto problems = (*server)->proof->checkServer((*server)->environment);
    if (!problems)
        co_return call.fail(problems.error());
    const auto proof = (*server)->proof->proveChains((*server)->environment);
    const bool isGood = problems->empty() && proof;
    Json result(Json::Object{{u"ok"_s, isGood}, {u"problems"_s, asJson(*problems)}});
    if (!proof)
        result.insert(
            u"audit"_s,
            Json(Json::Object{{u"code"_s, proof.error().code}, {u"record"_s, proof.error().detail}}));
    call.print(result);
    call.say(isGood ? u"Every row and every link of the audit chains is as it was written."_s
                    : u"The database is damaged. Keep the desks out and restore the last good backup."_s);
    const auto doors = sayOpenDoors(call, **server);
    if (!doors)
        co_return call.fail(doors.error());
    const int code = isGood ? Good : Refused;
    co_return code;
}

} // namespace

Commands serverProofCommands()
{
    return {{u"audit verify"_s, u"ADDRESS"_s,
             u"Checks all chains of a server and its daily roots; names the first bad record."_s, verify, 1,
             Reach::NoStore},
            {u"db check"_s, u"ADDRESS"_s, u"Reads every row and audit link of a server."_s, check, 1,
             Reach::NoStore}};
}

} // namespace simiao::cli
