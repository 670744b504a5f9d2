// plugin_starter <root> <guard file> <switches file> [<point>]: starts all plugins below <root> and prints what became of each,
// "id state reason" a line, with its notices, "notice id code detail"; then makes the panels of a physician at <point>
// without a visit, or its windows without a store, which only the samples bear, and prints the states once more.

#include "host/plugin_host.h"
#include "host/plugin_switches.h"
#include "sdk/display.h"

#include <QApplication>

#include <cstdio>

using namespace simiao;

namespace {

void print(const QStringList &words)
{
    std::puts(qUtf8Printable(words.join(QLatin1Char(' '))));
}

void printStatus(const host::PluginHost &plugins)
{
    for (const auto &plugin : plugins.status()) {
        print({plugin.id, sdk::stateName(plugin.state), plugin.reason});
        for (const auto &notice : plugin.notices)
            print({QStringLiteral("notice"), plugin.id, notice.code, notice.detail});
    }
}

void printPanels(const host::PluginHost &plugins, const QString &point)
{
    for (const auto &placed : plugins.extensionsAt(point, {QStringLiteral("physician")})) {
        const std::unique_ptr<QWidget> panel(
            plugins.makeVisitPanel(placed.extension.component, nullptr, nullptr));
        print({QStringLiteral("panel"), placed.extension.component,
               panel ? QStringLiteral("made") : QString()});
    }
}

void printDisplays(host::PluginHost &plugins)
{
    for (const auto &placed : plugins.extensionsAt(QStringLiteral("display.window"), {})) {
        const auto &component = placed.extension.component;
        const auto window = plugins.makeDisplay(component, {});
        print({QStringLiteral("display"), component, window ? QStringLiteral("made") : window.error().code});
    }
    printStatus(plugins);
}

} // namespace

int main(int count, char **arguments)
{
    const QApplication application(count, arguments);
    const auto words = QApplication::arguments();
    host::PluginHost plugins({words.at(1)}, {systemDisk(), words.at(2)},
                             host::PluginSwitches(systemDisk(), words.at(3)).disabled());
    for (const auto &plugin : plugins.status()) {
        if (plugin.kind == QLatin1String("backend"))
            static_cast<void>(plugins.backend(plugin.id));
    }
    plugins.startFeatures();
    printStatus(plugins);
    if (words.value(4) == QLatin1String("display.window"))
        printDisplays(plugins);
    else
        printPanels(plugins, words.value(4));
    plugins.shutdown();
}
