#include "host/plugin_switches.h"
#include "starter.h"

#include <QTest>

namespace simiao::test {

namespace {

/// A tree of the tests' own plugins.
struct Samples : PluginTree
{
    Samples(std::initializer_list<const char *> ids)
    {
        const QString folder =
            qEnvironmentVariable("SIMIAO_BUILD") + QStringLiteral("/tests/sample-plugins/");
        for (const auto *id : ids)
            add(folder + QString::fromLatin1(id) + QStringLiteral(".so"), QStringLiteral("features"));
    }
};

} // namespace

class TestPluginHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAGoodPluginAndMakesItsPanel()
    {
        const auto start = Samples{"good"}.start(QStringLiteral("consult.side"));

        QVERIFY(start.says("good running"));
        QVERIFY(start.says("panel good.panel made"));
    }

    void loadsADisplaysPluginWhenItIsOpened()
    {
        const Samples tree{"wall", "good"};
        QVERIFY(tree.start().says("wall resolved"));

        const auto start = tree.start(QStringLiteral("display.window"));

        QVERIFY(start.says("wall resolved"));
        QVERIFY(start.says("display wall.panel made"));
        QVERIFY(start.says("wall running"));
    }

    void aDisplayThatFailsToLoadIsRefusedAlone()
    {
        const auto start = Samples{"broken-wall", "good"}.start(QStringLiteral("display.window"));

        QVERIFY(start.says("display broken-wall.panel plugin.threw"));
        QVERIFY(start.says("broken-wall refused plugin.threw"));
        QVERIFY(start.says("good running"));
    }

    void loadsADisplaysPluginAtOnceForWhoRequiresIt()
    {
        const auto start = Samples{"wall", "needs-wall"}.start();

        QVERIFY(start.says("wall running"));
        QVERIFY(start.says("needs-wall running"));
    }

    void offersOnlyWhatWasRegistered()
    {
        const auto start = Samples{"good"}.start(QStringLiteral("consult.side"));

        QVERIFY(!start.lines.filter(QStringLiteral("panel good.gone")).size());
        QVERIFY(start.says("notice good plugin.component-missing good.gone"));
    }

    void reportsKeysThatTwoPluginsWant()
    {
        const auto start = Samples{"good", "rival"}.start();

        QVERIFY(start.says("good running"));
        QVERIFY(start.says("rival running"));
        QVERIFY(start.says("notice rival plugin.key-clash consult.side Alt+4: good"));
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *plugin, const char *reason) {
            const auto line =
                QStringLiteral("%1 refused %2").arg(QLatin1String(plugin), QLatin1String(reason));
            QTest::newRow(plugin) << QString::fromLatin1(plugin) << line;
        };
        row("needs-nobody", "plugin.dependency-missing");
        row("needs-newer", "plugin.dependency-too-old");
        row("circle-a", "plugin.dependency-missing");
        row("other-sdk", "plugin.sdk");
        row("throws", "plugin.threw");
        row("fails", "sample.refused");
    }

    void refusesWithAReason()
    {
        QFETCH(QString, plugin);
        QFETCH(QString, line);

        const auto start = Samples{"good", "needs-good", qPrintable(plugin)}.start();

        QVERIFY2(start.lines.contains(line), qPrintable(start.lines.join(QLatin1Char('\n'))));
        QVERIFY(start.says("good running"));
        QVERIFY(start.says("needs-good running"));
    }

    void refusesBothOfACircle()
    {
        const auto start = Samples{"circle-a", "circle-b", "good"}.start();

        QVERIFY(start.says("circle-a refused plugin.cycle"));
        QVERIFY(start.says("circle-b refused plugin.cycle"));
        QVERIFY(start.says("good running"));
    }

    void refusesWhateverRequiresOneThatFails()
    {
        const auto start = Samples{"throws", "needs-throws", "good"}.start();

        QVERIFY(start.says("throws refused plugin.threw"));
        QVERIFY(start.says("needs-throws refused plugin.dependency-refused"));
        QVERIFY(start.says("good running"));
    }

    void leavesOutOnceWhoTookTheProgramDown()
    {
        const Samples tree{"crashes", "good"};

        QVERIFY(tree.start().isCrashed);

        const auto second = tree.start();
        QVERIFY(!second.isCrashed);
        QVERIFY(second.says("crashes refused plugin.crashed-before"));
        QVERIFY(second.says("good running"));

        QVERIFY(tree.start().isCrashed);
    }

    /// As by somebody who is impatient, or by a power cut.
    void nobodyIsLeftOutBecauseTheProgramWasKilled()
    {
        const Samples tree{"slow", "good"};
        tree.killWhileItLoads(QStringLiteral("slow"));

        const auto second = tree.start();

        QVERIFY(second.says("slow running"));
        QVERIFY(second.says("good running"));
    }

    void namesWhoDoesNotComeBackAndLeavesItOutNextTime()
    {
        const Samples tree{"hangs", "good"};

        QCOMPARE(tree.startUntilItHangs(), QStringLiteral("plugin.hangs: hangs"));

        const auto second = tree.start();
        QVERIFY(second.says("hangs refused plugin.crashed-before"));
        QVERIFY(second.says("good running"));
    }

    void leavesOutWhatIsSwitchedOff()
    {
        const Samples tree{"good", "rival"};
        host::PluginSwitches switches(systemDisk(), tree.switchesFile());
        QVERIFY(switches.setEnabled(QStringLiteral("good"), false));

        const auto start = tree.start(QStringLiteral("consult.side"));

        QVERIFY(start.says("good refused plugin.disabled"));
        QVERIFY(start.says("rival running"));
        QVERIFY(switches.setEnabled(QStringLiteral("good"), true));
        QVERIFY(tree.start().says("good running"));
    }

    void endsInGoodOrder()
    {
        const Samples tree{"good", "needs-good"};
        QVERIFY(!tree.start().isCrashed);
        QVERIFY(!QFile::exists(tree.guardFile()));
    }

    void aFileThatIsNoPluginIsRefused()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("text.so")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no library");
        file.close();
        Samples tree{"good"};
        tree.add(file.fileName(), QStringLiteral("features"));

        const auto start = tree.start();

        QVERIFY(start.says("text refused plugin.not-a-plugin"));
        QVERIFY(start.says("good running"));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPluginHost)
#include "test_plugin_host.moc"
