#include "command.h"

#include "bootstrap/demo_seed.h"
#include "output.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

Task<int> makeDemo(Invocation invocation)
{
    invocation.start.isDemo = true;
    invocation.start.mustExist = false;
    const auto graph = bootstrap::buildGraph(invocation.start);
    if (!graph)
        co_return fail(graph.error());
    auto seeding = bootstrap::seedDemo(bootstrap::demoPorts(**graph));
    const auto report = co_await seeding;
    if (!report)
        co_return fail(report.error());
    print(Json(Json::Object{{u"ok"_s, true},
                            {u"seeded"_s, report->isSeeded},
                            {u"patients"_s, report->patients},
                            {u"medications"_s, report->medications},
                            {u"waiting"_s, report->waiting},
                            {u"studies"_s, report->studies}}));
    if (!report->isSeeded)
        say(u"The profile holds accounts already; nothing was touched."_s);
    co_return Good;
}

} // namespace simiao::cli
