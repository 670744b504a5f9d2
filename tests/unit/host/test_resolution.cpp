#include "host/resolution.h"

#include <QTest>

#include <algorithm>

using namespace simiao::host;
using namespace Qt::StringLiterals;

namespace {

/// One plugin in a line: "id version[/compatVersion][: dependency version[?], ...]"; "?" marks an optional
/// dependency.
FoundPlugin aPlugin(const QString &line)
{
    const QStringList parts = line.split(u": "_s);
    const QStringList words = parts[0].split(u' ');
    const QStringList versions = words[1].split(u'/');
    FoundPlugin plugin;
    plugin.file = words[0] + u".so"_s;
    plugin.manifest.id = words[0];
    plugin.manifest.version = QVersionNumber::fromString(versions.first());
    plugin.manifest.compatVersion = QVersionNumber::fromString(versions.last());
    for (const auto &wanted : parts.value(1).split(u", "_s, Qt::SkipEmptyParts)) {
        const auto type = wanted.endsWith(u'?') ? simiao::sdk::DependencyType::Optional
                                                : simiao::sdk::DependencyType::Required;
        const QStringList dependency = QString(wanted).remove(u'?').split(u' ');
        plugin.manifest.requires_.push_back({dependency[0], QVersionNumber::fromString(dependency[1]), type});
    }
    return plugin;
}

Discovery discoveryOf(const QStringList &lines)
{
    Discovery discovery;
    for (const auto &line : lines)
        discovery.found.push_back(aPlugin(line));
    return discovery;
}

QString orderOf(const Resolution &resolution)
{
    QStringList ids;
    for (const auto &plugin : resolution.order)
        ids.append(plugin.manifest.id);
    return ids.join(u' ');
}

QString refusedOf(const Resolution &resolution)
{
    QStringList refused;
    for (const auto &plugin : resolution.refused)
        refused.append(u"%1 %2 (%3)"_s.arg(plugin.manifest.id, plugin.reason.mid(7), plugin.detail));
    return refused.join(u"; "_s);
}

} // namespace

class TestResolution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersAndRefuses_data()
    {
        QTest::addColumn<QStringList>("plugins");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("refused");

        const auto row = [](const char *name, QStringList plugins, const char *order, const char *refused) {
            QTest::newRow(name) << plugins << QString::fromLatin1(order) << QString::fromLatin1(refused);
        };
        row("nothing", {}, "", "");
        row("no dependencies keep their order", {u"b 1.0"_s, u"a 1.0"_s}, "b a", "");
        row("dependencies come first", {u"a 1.0: b 1.0"_s, u"b 1.0: c 1.0"_s, u"c 1.0"_s}, "c b a", "");
        row("missing", {u"a 1.0: x 1.0"_s, u"b 1.0"_s}, "b", "a dependency-missing (x)");
        row("too old", {u"a 1.0: b 1.2"_s, u"b 1.1"_s}, "b", "a dependency-too-old (b 1.1, wanted 1.2)");
        row("serves older users", {u"a 1.0: b 1.2"_s, u"b 2.0/1.0"_s}, "b a", "");
        row("serves exactly the oldest", {u"a 1.0: b 1.0"_s, u"b 2.0/1.0"_s}, "b a", "");
        row("no longer serves", {u"a 1.0: b 1.2"_s, u"b 2.0/1.5"_s}, "b",
            "a dependency-incompatible (b 2.0, wanted 1.2)");
        row("refusal spreads", {u"a 1.0: b 1.0"_s, u"b 1.0: c 1.0"_s, u"d 1.0"_s}, "d",
            "b dependency-missing (c); a dependency-refused (b)");
        row("circle of two", {u"a 1.0: b 1.0"_s, u"b 1.0: a 1.0"_s, u"c 1.0"_s}, "c",
            "a cycle (a, b); b cycle (a, b)");
        row("circle of one", {u"a 1.0: a 1.0"_s}, "", "a cycle (a)");
        row("two circles", {u"a 1.0: b 1.0"_s, u"b 1.0: a 1.0"_s, u"c 1.0: c 1.0"_s}, "",
            "a cycle (a, b); b cycle (a, b); c cycle (c)");
        row("who needs a circle", {u"a 1.0: b 1.0"_s, u"b 1.0: c 1.0"_s, u"c 1.0: b 1.0"_s}, "",
            "b cycle (b, c); c cycle (b, c); a dependency-refused (b)");
        row("what a circle needs stays", {u"a 1.0: b 1.0, c 1.0"_s, u"b 1.0: a 1.0"_s, u"c 1.0"_s}, "c",
            "a cycle (a, b); b cycle (a, b)");
        row("optional and there", {u"a 1.0: b 1.0?"_s, u"b 1.0"_s}, "b a", "");
        row("optional and missing", {u"a 1.0: b 1.0?"_s}, "a", "");
        row("optional and too old", {u"a 1.0: b 9.0?"_s, u"b 1.0"_s}, "b a", "");
        row("optional circle", {u"a 1.0: b 1.0?"_s, u"b 1.0: a 1.0?"_s}, "a b", "");
        row("half optional circle", {u"a 1.0: b 1.0"_s, u"b 1.0: a 1.0?"_s}, "b a", "");
    }

    void ordersAndRefuses()
    {
        QFETCH(QStringList, plugins);

        const auto resolution = resolve(discoveryOf(plugins));

        QTEST(orderOf(resolution), "order");
        QTEST(refusedOf(resolution), "refused");
    }

    void firstFileOfAnIdWins()
    {
        auto discovery = discoveryOf({u"a 1.0"_s, u"a 2.0"_s});
        discovery.found[1].file = u"elsewhere/a.so"_s;

        const auto resolution = resolve(discovery);

        QCOMPARE(resolution.order.size(), std::size_t(1));
        QCOMPARE(resolution.order[0].file, u"a.so"_s);
        QCOMPARE(resolution.refused[0].file, u"elsewhere/a.so"_s);
        QCOMPARE(resolution.refused[0].reason, u"plugin.duplicate"_s);
        QCOMPARE(resolution.refused[0].detail, u"a.so"_s);
    }

    void whatWasRefusedBeforeIsNotMissing()
    {
        auto discovery = discoveryOf({u"a 1.0: b 1.0"_s});
        discovery.refused.push_back({u"b.so"_s, aPlugin(u"b 1.0"_s).manifest, u"plugin.sdk"_s, {}});

        QCOMPARE(refusedOf(resolve(discovery)), u"b sdk (); a dependency-refused (b)"_s);
    }

    /// The order of the files decides nothing but the order among equals.
    void everyOrderOfFilesRunsTheSamePlugins()
    {
        QStringList plugins{u"a 1.0: b 1.0"_s, u"b 1.0: d 1.0?"_s, u"c 1.0: x 1.0"_s, u"d 1.0: a 1.0?"_s,
                            u"e 1.0: c 1.0"_s};
        plugins.sort();
        do {
            const auto resolution = resolve(discoveryOf(plugins));

            QStringList running = orderOf(resolution).split(u' ');
            QVERIFY(running.indexOf(u"b"_s) < running.indexOf(u"a"_s));
            running.sort();
            QCOMPARE(running, QStringList({u"a"_s, u"b"_s, u"d"_s}));
        } while (std::ranges::next_permutation(plugins).found);
    }
};

QTEST_GUILESS_MAIN(TestResolution)
#include "test_resolution.moc"
