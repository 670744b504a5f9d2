#include "host/discovery.h"
#include "starter.h"

#include <QTest>

#include <algorithm>

namespace simiao::test {

namespace {

using host::FoundPlugin;

bool doesRequire(const FoundPlugin &plugin, const QString &id)
{
    return std::ranges::any_of(plugin.manifest.requires_, [&](const sdk::Dependency &dependency) {
        return dependency.id == id && dependency.type == sdk::DependencyType::Required;
    });
}

} // namespace

/// Take any one plugin file away and the rest runs.
class TestAnyPluginMissing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString root = qEnvironmentVariable("SIMIAO_BUILD") + QStringLiteral("/lib/simiao/plugins");
        const auto discovery = host::discoverPlugins({root});
        QCOMPARE(discovery.refused.size(), std::size_t(0));
        m_plugins = discovery.found;
        QVERIFY(m_plugins.size() > 1);
    }

    void theOthersRun_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::newRow("all there") << QString();
        for (const auto &plugin : m_plugins)
            QTest::newRow(qPrintable(plugin.manifest.id)) << plugin.manifest.id;
    }

    void theOthersRun()
    {
        QFETCH(QString, missing);
        PluginTree tree;
        for (const auto &plugin : m_plugins) {
            if (plugin.manifest.id != missing)
                tree.add(plugin.file, plugin.manifest.kind + QLatin1Char('s'));
        }

        const auto start = tree.start();

        QVERIFY(!start.isCrashed);
        for (const auto &plugin : m_plugins) {
            const auto &id = plugin.manifest.id;
            const bool isUp = start.lines.contains(id + QStringLiteral(" running"))
                || start.lines.contains(id + QStringLiteral(" loaded"))
                || start.lines.contains(id + QStringLiteral(" resolved")); // of displays, until one is opened
            QVERIFY2(isUp != (id == missing || doesRequire(plugin, missing)), qPrintable(id));
        }
    }

private:
    std::vector<FoundPlugin> m_plugins;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAnyPluginMissing)
#include "test_any_plugin_missing.moc"
