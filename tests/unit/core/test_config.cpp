#include "core/config.h"

#include <QTest>

using namespace simiao;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterLayersWinAndSayWhereTheyStand()
    {
        Config config;
        config.setDefault(text("ui.language"), text("zh_CN"));
        config.setDefault(text("backend.driver"), text("sqlite"));
        QVERIFY(config.readToml("[ui]\nlanguage = \"en\"\n", text("config.toml")));
        config.readEnvironment({text("SIMIAO_BACKEND_DRIVER=postgresql")});

        const QString printed = config.print();

        QVERIFY(printed.contains(text("ui.language = \"en\"  # config.toml:2")));
        QVERIFY(
            printed.contains(text("backend.driver = \"postgresql\"  # environment SIMIAO_BACKEND_DRIVER")));
    }

    void brokenFileChangesNothing()
    {
        Config config;
        config.setDefault(text("ui.language"), text("zh_CN"));

        const auto read = config.readToml("[ui]\nlanguage = \"en\"\nscale = [\n", text("config.toml"));

        QCOMPARE(read.error().code, text("config.syntax"));
        QVERIFY(read.error().detail.startsWith(text("config.toml:")));
        QCOMPARE(config.value(text("ui.language")), text("zh_CN"));
    }

    void datesAndFloatsAreNoSettings()
    {
        Config config;
        const auto read = config.readToml("a = 1\nb = 2026-01-01\n", text("f"));
        QCOMPARE(read.error().code, text("config.value-type"));
        QCOMPARE(read.error().detail, text("f:2:5"));
        QVERIFY(config.value(text("a")).isEmpty());
    }

    void mistypedKeysAreNamed()
    {
        Config config;
        config.setDefault(text("ui.language"), text("zh_CN"));
        QVERIFY(config.readToml("ui.langauge = \"en\"", text("f")));
        QCOMPARE(config.unknownKeys(), QStringList{text("ui.langauge")});
    }

    void keysOfAPluginAreItsOwn()
    {
        Config config;
        config.allowArea(text("dicomweb."));
        QVERIFY(config.readToml("dicomweb.pacs.url = \"x\"\ndicomwebs = \"y\"", text("f")));
        QCOMPARE(config.unknownKeys(), QStringList{text("dicomwebs")});
    }

    void secretsAreNotPrinted()
    {
        Config config;
        config.set(text("backend.password"), text("hunter2"), text("command line"));
        QVERIFY(!config.print().contains(text("hunter2")));
    }

    void listsSplit()
    {
        Config config;
        QVERIFY(config.readToml("plugins.path = [\"/a\", \"/b c\"]", text("f")));
        QCOMPARE(config.list(text("plugins.path")), QStringList({text("/a"), text("/b c")}));
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "test_config.moc"
