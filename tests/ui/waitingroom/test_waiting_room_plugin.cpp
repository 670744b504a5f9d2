#include "core/disk.h"
#include "host/discovery.h"
#include "host/plugin_host.h"
#include "sdk/display.h"
#include "support/memory_store.h"
#include "support/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const QString kId = u"waitingroom"_s;

sdk::PluginState stateOf(const host::PluginHost &plugins, const QString &id)
{
    const auto all = plugins.status();
    const auto found = std::ranges::find(all, id, &sdk::PluginStatus::id);
    return found == all.end() ? sdk::PluginState::Refused : found->state;
}

} // namespace

/// The plugin as the program finds it.
class TestWaitingRoomPlugin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLoadedWhenItsWindowIsOpened()
    {
        const QTemporaryDir folder;
        const auto root = qEnvironmentVariable("SIMIAO_BUILD") + u"/lib/simiao/plugins"_s;
        host::PluginHost plugins({root}, {systemDisk(), folder.filePath(u"guard"_s)});
        plugins.startFeatures();
        QCOMPARE(stateOf(plugins, kId), sdk::PluginState::Resolved);
        const auto placed = plugins.extensionsAt(u"display.window"_s, {});
        QCOMPARE(placed.size(), 1U);
        QCOMPARE(placed.front().extension.display, u"waiting-room"_s);
        const auto world = test::aWorld(std::make_shared<test::MemoryStore>());
        const workflow::ReferenceData reference;

        const auto window =
            plugins.makeDisplay(placed.front().extension.component, {world.context, &reference, QLocale()});

        QCOMPARE(stateOf(plugins, kId), sdk::PluginState::Running);
        if (!window && window.error().code == "display.view"_L1)
            QSKIP(qPrintable(u"The QML modules are not installed: "_s + window.error().detail));
        QVERIFY(window && *window);
        QCOMPARE((*window)->objectName(), u"display.waitingRoom"_s);
    }
};

QTEST_MAIN(TestWaitingRoomPlugin)
#include "test_waiting_room_plugin.moc"
