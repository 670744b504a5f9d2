#include "cli/command_table.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// One "key = value  # origin" an element, secrets hidden.
Json linesOf(const Config &config)
{
    Json lines{Json::Array{}};
    for (const auto &line : config.print().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.append(line);
    return lines;
}

Task<int> printConfig(Call call)
{
    const auto settings = bootstrap::settingsFor(call.invocation.start);
    if (!settings)
        co_return call.fail(settings.error());
    if (call.invocation.isJson)
        call.print(linesOf(*settings));
    else
        call.printText(settings->print());
    co_return Good;
}

} // namespace

Commands configCommands()
{
    return {{u"config"_s, {}, u"All settings with their origins."_s, printConfig, 0, Reach::NoStore}};
}

} // namespace simiao::cli
