#include "bootstrap/demo_seed.h"
#include "cli/command_table.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

bootstrap::DemoPorts portsOf(const Call &call, const bootstrap::ApplicationGraph &graph)
{
    auto ports = bootstrap::demoPorts(graph);
    if (call.invocation.size == "full"_L1)
        ports.size = bootstrap::DemoSize::Full;
    ports.progress = [call](int done, int of) {
        call.say(u"%1 of %2 generated patients"_s.arg(done).arg(of));
    };
    return ports;
}

Json jsonOf(const bootstrap::DemoReport &report)
{
    Json::Object rows;
    for (const auto &[type, count] : report.rows)
        rows.insert({type, count});
    return Json(Json::Object{{u"ok"_s, true},
                             {u"seeded"_s, report.isSeeded},
                             {u"patients"_s, report.patients},
                             {u"medications"_s, report.medications},
                             {u"waiting"_s, report.waiting},
                             {u"studies"_s, report.studies},
                             {u"rows"_s, rows}});
}

Task<int> makeDemo(Call call)
{
    call.invocation.start.isDemo = true;
    call.invocation.start.mustExist = false;
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    auto seeding = bootstrap::seedDemo(portsOf(call, **graph));
    const auto report = co_await seeding;
    if (!report)
        co_return call.fail(report.error());
    call.print(jsonOf(*report));
    if (!report->isSeeded)
        call.say(u"The profile holds accounts already; nothing was touched."_s);
    co_return Good;
}

} // namespace

Commands demoCommands()
{
    return {{u"demo seed"_s,
             {},
             u"Fills an empty profile with the demonstration hospital; --size full adds to it."_s,
             makeDemo,
             0,
             Reach::Exclusive}};
}

} // namespace simiao::cli
