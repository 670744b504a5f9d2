#include "host/factory_table.h"
#include "sdk/display.h"

#include <QTest>

#include <stdexcept>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// Registers one display under "wall".
class WallPlugin : public sdk::FeaturePlugin
{
public:
    explicit WallPlugin(sdk::DisplayFactory factory)
        : m_factory(std::move(factory))
    {
    }

    Result<void> initialize(sdk::Registry &registry) override
    {
        registry.addDisplay(u"wall"_s, m_factory);
        return ok();
    }

private:
    sdk::DisplayFactory m_factory;
};

Result<std::unique_ptr<QWindow>> makeWindow(const sdk::DisplayContext &)
{
    return std::make_unique<QWindow>();
}

Result<std::unique_ptr<QWindow>> fail(const sdk::DisplayContext &)
{
    return Error{ErrorKind::Unavailable, u"display.view"_s};
}

Result<std::unique_ptr<QWindow>> throwSomething(const sdk::DisplayContext &)
{
    throw std::runtime_error("no glass");
}

host::FactoryTable tableWith(sdk::DisplayFactory factory)
{
    host::FactoryTable table;
    WallPlugin plugin(std::move(factory));
    if (!table.fill(u"plugin"_s, plugin))
        qFatal("the plugin cannot be initialised");
    return table;
}

} // namespace

class TestFactoryTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheDisplayThatWasRegistered()
    {
        const auto table = tableWith(makeWindow);

        QVERIFY(table.has(u"wall"_s, u"plugin"_s));
        const auto window = table.makeDisplay(u"wall"_s, {});
        QVERIFY(window && *window);
    }

    void saysWhyThereIsNoDisplay()
    {
        QCOMPARE(tableWith(makeWindow).makeDisplay(u"kiosk"_s, {}).error().code, u"plugin.missing"_s);
        QCOMPARE(tableWith(fail).makeDisplay(u"wall"_s, {}).error().code, u"display.view"_s);
        QCOMPARE(tableWith(throwSomething).makeDisplay(u"wall"_s, {}).error().code, u"plugin.threw"_s);
    }

    void forgetsThePluginsDisplays()
    {
        auto table = tableWith(makeWindow);
        table.forget(u"plugin"_s);
        QVERIFY(!table.has(u"wall"_s, u"plugin"_s));
        QVERIFY(!table.makeDisplay(u"wall"_s, {}));
    }
};

QTEST_MAIN(TestFactoryTable)
#include "test_factory_table.moc"
