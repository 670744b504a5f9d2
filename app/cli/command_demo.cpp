#include "bootstrap/demo_seed.h"
#include "cli/command_table.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Task<int> makeDemo(Call call)
{
    call.invocation.start.isDemo = true;
    call.invocation.start.mustExist = false;
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    auto seeding = bootstrap::seedDemo(bootstrap::demoPorts(**graph));
    const auto report = co_await seeding;
    if (!report)
        co_return call.fail(report.error());
    call.print(Json(Json::Object{{u"ok"_s, true},
                                 {u"seeded"_s, report->isSeeded},
                                 {u"patients"_s, report->patients},
                                 {u"medications"_s, report->medications},
                                 {u"waiting"_s, report->waiting},
                                 {u"studies"_s, report->studies}}));
    if (!report->isSeeded)
        call.say(u"The profile holds accounts already; nothing was touched."_s);
    co_return Good;
}

} // namespace

Commands demoCommands()
{
    return {{u"demo seed"_s,
             {},
             u"Fills an empty profile with the demonstration hospital."_s,
             makeDemo,
             0,
             Reach::Exclusive}};
}

} // namespace simiao::cli
