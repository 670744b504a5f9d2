#include "command.h"

#include "output.h"

#include <QDir>

namespace simiao::cli {

using namespace Qt::StringLiterals;

Task<int> backUp(Invocation invocation)
{
    const auto graph = bootstrap::buildGraph(invocation.start);
    if (!graph)
        co_return fail(graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return fail({ErrorKind::NotFound, u"backend.no-maintenance"_s, (*graph)->backendName});
    const QString file = QDir::current().absoluteFilePath(invocation.arguments.first());
    auto copying = maintenance->backup(file);
    const auto copied = co_await copying;
    if (!copied)
        co_return fail(copied.error());
    print(Json(Json::Object{{u"ok"_s, true}, {u"file"_s, file}}));
    co_return Good;
}

} // namespace simiao::cli
