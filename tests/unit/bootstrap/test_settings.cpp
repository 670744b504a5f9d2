#include "bootstrap/resources.h"
#include "bootstrap/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::bootstrap;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterSourcesWin()
    {
        const auto site =
            write(u"site.toml"_s, "[site]\ncode = \"EAST\"\n[ui]\ntheme = \"dark\"\nlanguage = \"en\"\n");
        const auto profile = write(u"config.toml"_s, "[ui]\ntheme = \"light\"\n");

        const auto config =
            readSettings({site, profile, {u"SIMIAO_IMAGES_SOURCE=none"_s}, {u"workstation.name=desk 3"_s}});

        QVERIFY(config);
        QCOMPARE(config->value(u"site.code"_s), u"EAST"_s);
        QCOMPARE(config->value(u"ui.theme"_s), u"light"_s);
        QCOMPARE(config->value(u"ui.language"_s), u"en"_s);
        QCOMPARE(config->value(u"images.source"_s), u"none"_s);
        QCOMPARE(config->value(u"workstation.name"_s), u"desk 3"_s);
        QVERIFY(config->print().contains(u"ui.theme = \"light\"  # "_s + profile + u":2"_s));
    }

    void filesMayBeAbsent()
    {
        const auto config = readSettings({{}, m_folder.filePath(u"none.toml"_s), {}, {}});

        QCOMPARE(config->value(u"backend.driver"_s), u"sqlite"_s);
    }

    void saysWhereAFileIsWrong()
    {
        const auto profile = write(u"bad.toml"_s, "[ui]\ntheme = \n");

        const auto config = readSettings({{}, profile, {}, {}});

        QCOMPARE(config.error().code, u"config.syntax"_s);
        QVERIFY(config.error().detail.contains(u"bad.toml:2"_s));
    }

    void refusesAnOverrideWithoutAKey_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::newRow("no sign") << u"ui.theme"_s;
        QTest::newRow("no key") << u"=dark"_s;
    }

    void refusesAnOverrideWithoutAKey()
    {
        QFETCH(QString, argument);

        QCOMPARE(readSettings({{}, {}, {}, {argument}}).error().code, u"config.override"_s);
    }

    void findsResourcesOfTheBuildTree()
    {
        const QDir folder(m_folder.path());
        QVERIFY(folder.mkpath(u"resources/rules"_s) && folder.mkpath(u"build/release/bin"_s));

        const auto found = findResources(folder.filePath(u"build/release/bin"_s), {});

        QCOMPARE(found.value_or(QString()), folder.filePath(u"resources"_s));
    }

    void aConfiguredFolderThatIsNoneIsAnError()
    {
        QCOMPARE(findResources(u"/bin"_s, m_folder.filePath(u"none"_s)).error().code, u"resources.missing"_s);
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
