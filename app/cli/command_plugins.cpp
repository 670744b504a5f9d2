#include "cli/command_table.h"
#include "sdk/desk.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Json noticesOf(const sdk::PluginStatus &plugin)
{
    Json list{Json::Array{}};
    for (const auto &notice : plugin.notices)
        list.append(Json(Json::Object{{u"code"_s, notice.code}, {u"detail"_s, notice.detail}}));
    return list;
}

Json jsonOf(const sdk::PluginStatus &plugin)
{
    return Json(Json::Object{{u"id"_s, plugin.id},
                             {u"version"_s, plugin.version},
                             {u"kind"_s, plugin.kind},
                             {u"state"_s, sdk::stateName(plugin.state)},
                             {u"reason"_s, plugin.reason},
                             {u"detail"_s, plugin.detail},
                             {u"file"_s, plugin.file},
                             {u"notices"_s, noticesOf(plugin)}});
}

QString lineOf(const sdk::PluginStatus &plugin)
{
    const QString line = u"%1 %2 %3 %4"_s.arg(plugin.id, -16)
                             .arg(plugin.version, -8)
                             .arg(plugin.kind, -8)
                             .arg(sdk::stateName(plugin.state), -9);
    if (plugin.state != sdk::PluginState::Refused)
        return line + u'\n';
    return line + u' ' + sdk::errorText({ErrorKind::Invalid, plugin.reason, plugin.detail}) + u'\n';
}

/// Reads manifests only: no plugin's code runs, and the profile is not opened.
Task<int> listPlugins(Call call)
{
    const auto settings = bootstrap::settingsFor(call.invocation.start);
    if (!settings)
        co_return call.fail(settings.error());
    const auto plugins =
        bootstrap::pluginsFor(*settings, bootstrap::foldersFor(call.invocation.start))->status();
    Json list{Json::Array{}};
    QString text;
    for (const auto &plugin : plugins) {
        list.append(jsonOf(plugin));
        text += lineOf(plugin);
    }
    if (call.invocation.isJson)
        call.print(list);
    else
        call.printText(text);
    co_return Good;
}

} // namespace

Commands pluginCommands()
{
    return {{u"plugins list"_s,
             {},
             u"What is installed, what runs, and why the rest does not."_s,
             listPlugins,
             0,
             Reach::NoStore}};
}

} // namespace simiao::cli
