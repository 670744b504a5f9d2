#include "command.h"

#include "output.h"

namespace simiao::cli {

namespace {

/// One "key = value  # origin" an element, secrets hidden.
Json linesOf(const Config &config)
{
    Json lines{Json::Array{}};
    for (const auto &line : config.print().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.append(line);
    return lines;
}

} // namespace

Task<int> printConfig(Invocation invocation)
{
    const auto settings = bootstrap::settingsFor(invocation.start);
    if (!settings)
        co_return fail(settings.error());
    if (invocation.isJson)
        print(linesOf(*settings));
    else
        printText(settings->print());
    co_return Good;
}

} // namespace simiao::cli
