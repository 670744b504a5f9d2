#include "cli/command_table.h"
#include "core/atomic_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

#include <algorithm>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLogLines = 500;

Json machine()
{
    return Json(Json::Object{{u"system"_s, QSysInfo::prettyProductName()},
                             {u"kernel"_s, QSysInfo::kernelVersion()},
                             {u"architecture"_s, QSysInfo::currentCpuArchitecture()},
                             {u"qt"_s, QString::fromLatin1(qVersion())}});
}

Json settings(const Config &config)
{
    Json lines{Json::Array{}};
    for (const auto &line : config.print().split(u'\n', Qt::SkipEmptyParts))
        lines.append(line);
    return lines;
}

Json plugins(const bootstrap::ApplicationGraph &graph)
{
    Json list{Json::Array{}};
    for (const auto &plugin : graph.plugins->status()) {
        list.append(Json(Json::Object{{u"id"_s, plugin.id},
                                      {u"version"_s, plugin.version},
                                      {u"state"_s, sdk::stateName(plugin.state)},
                                      {u"reason"_s, plugin.reason}}));
    }
    return list;
}

/// What the image source has to do without; null where nothing, or where there is none.
Json imageImpairment(const bootstrap::ApplicationGraph &graph)
{
    const auto impairment = graph.images ? graph.images->impairment() : std::nullopt;
    return impairment ? Json(logLine(*impairment)) : Json();
}

Json tables(const std::vector<workflow::TableContents> &contents)
{
    Json counts{Json::Object{}};
    for (const auto &table : contents)
        counts.insert(table.table, table.rows);
    return counts;
}

/// The last lines of all log files. The log holds ids and codes, never names; that is checked by a test.
Json logTail(const QString &folder)
{
    QStringList lines;
    const QDir place(folder);
    for (const auto &name : place.entryList({u"*.log"_s}, QDir::Files, QDir::Name)) {
        const auto bytes = systemDisk()->read(place.filePath(name));
        if (bytes)
            lines += QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    }
    Json tail{Json::Array{}};
    for (const auto &line : lines.mid(std::max(qsizetype(0), lines.size() - kLogLines)))
        tail.append(line);
    return tail;
}

Task<int> collect(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    Json bundle(Json::Object{{u"program"_s, QCoreApplication::applicationVersion()},
                             {u"machine"_s, machine()},
                             {u"settings"_s, settings((*graph)->config)},
                             {u"plugins"_s, plugins(**graph)},
                             {u"imageImpairment"_s, imageImpairment(**graph)},
                             {u"log"_s, logTail((*graph)->profile->folders().log)}});
    if (const auto maintenance = (*graph)->maintenance) {
        auto reading = maintenance->contents();
        const auto contents = co_await reading;
        bundle.insert(u"tables"_s, contents ? tables(*contents) : Json(logLine(contents.error())));
        auto verifying = maintenance->verifyAudit();
        const auto verified = co_await verifying;
        bundle.insert(u"audit"_s, verified ? Json(*verified) : Json(logLine(verified.error())));
    }
    const QString file = call.invocation.path(call.invocation.arguments.first());
    const auto written = AtomicFile(systemDisk()).write(file, bundle.pretty());
    if (!written)
        co_return call.fail(written.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"file"_s, file}}));
    call.say(u"The file holds versions, settings, counts and the log: no patient's name, number or phone."_s);
    co_return Good;
}

} // namespace

Commands diagnosticsCommands()
{
    return {
        {u"diagnostics"_s, u"FILE"_s, u"Everything a supporter needs, without any patient."_s, collect, 1}};
}

} // namespace simiao::cli
