#include "bootstrap/settings.h"
#include "bootstrap/settings_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace simiao;
using namespace simiao::bootstrap;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kGood =
    "# East campus\n[site]\ncode = \"EAST\"\n[plugins]\npath = \"/opt/simiao\"\n[ui]\nlanguage = \"en\"\n";

} // namespace

/// A settings file that a power cut, a slip or somebody else has left.
class TestSettingsFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cutAtAnyByteTheLastGoodSettingsCount()
    {
        keepGood();
        for (qsizetype length = 0; length < kGood.size(); ++length) {
            const QByteArray cut = kGood.first(length);
            write(path(), cut);

            const auto config = readSettings({{}, path(), {}, {}});

            QVERIFY2(config, qPrintable(QString::number(length)));
            if (cut.endsWith('\n')) // nobody can tell this from an edit
                continue;
            QVERIFY2(settingsFault(path()), qPrintable(QString::number(length)));
            QCOMPARE(config->value(u"site.code"_s), u"EAST"_s);
            QCOMPARE(config->value(u"plugins.path"_s), u"/opt/simiao"_s);
            QCOMPARE(config->value(u"ui.language"_s), u"en"_s);
            QVERIFY(config->print().contains(u".last-good"_s));
        }
    }

    void anyByteChangedIsReadOrGivesWay()
    {
        keepGood();
        for (qsizetype at = 0; at < kGood.size(); ++at) {
            for (const char byte : {'\0', '"', '=', char(0xff)}) {
                auto changed = kGood;
                changed[at] = byte;
                write(path(), changed);
                QVERIFY2(readSettings({{}, path(), {}, {}}), qPrintable(QString::number(at)));
            }
        }
    }

    void zeroesAfterAPowerCutGiveWay()
    {
        keepGood();
        write(path(), QByteArray(kGood.size(), '\0'));

        QCOMPARE(readSettings({{}, path(), {}, {}})->value(u"site.code"_s), u"EAST"_s);
        QCOMPARE(settingsFault(path())->code, u"config.last-good"_s);
    }

    void valuesOfAnotherKindGiveWay()
    {
        keepGood();
        write(path(), "[site]\ncode = 1.5\n");

        QCOMPARE(readSettings({{}, path(), {}, {}})->value(u"site.code"_s), u"EAST"_s);
        QCOMPARE(settingsFault(path())->detail, path() + u":2:8"_s);
    }

    void aFileThatIsGoneIsNotTakenForNone()
    {
        keepGood();
        QVERIFY(QFile::remove(path()));

        QCOMPARE(readSettings({{}, path(), {}, {}})->value(u"site.code"_s), u"EAST"_s);
        QCOMPARE(settingsFault(path())->code, u"config.missing"_s);
    }

    void somethingElseInItsPlaceGivesWay_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"folder", "link", "pipe", "gigabyte"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void somethingElseInItsPlaceGivesWay()
    {
        QFETCH(QString, what);
        keepGood();
        QVERIFY(QFile::remove(path()));
        put(what);

        QCOMPARE(readSettings({{}, path(), {}, {}})->value(u"site.code"_s), u"EAST"_s);
        QCOMPARE(settingsFault(path())->code, u"config.last-good"_s);
    }

    void withoutAnOlderGenerationTheStartIsRefused_data() { somethingElseInItsPlaceGivesWay_data(); }

    void withoutAnOlderGenerationTheStartIsRefused()
    {
        QFETCH(QString, what);
        put(what);

        const auto config = readSettings({{}, path(), {}, {}});

        QVERIFY(!config);
        QVERIFY(config.error().code.startsWith(u"disk."_s));
        QVERIFY(config.error().detail.contains(path()));
    }

    void theHospitalsFileIsNeverDoneWithout_data() { somethingElseInItsPlaceGivesWay_data(); }

    void theHospitalsFileIsNeverDoneWithout()
    {
        QFETCH(QString, what);
        put(what);

        QVERIFY(!readSettings({path(), {}, {}, {}}));
    }

    void anEditIsTaken()
    {
        keepGood();
        write(path(), "[site]\ncode = \"WEST\"\n");

        QCOMPARE(readSettings({{}, path(), {}, {}})->value(u"site.code"_s), u"WEST"_s);
        QVERIFY(!settingsFault(path()));
        QVERIFY(readSettings({{}, path(), {}, {}})->value(u"plugins.path"_s).isEmpty());
    }

    void aDamagedFileNeverBecomesTheGoodOne()
    {
        keepGood();
        write(path(), "[site");
        QVERIFY(settingsFault(path()));
        // buildGraph() keeps the file only after a start without a fault; the older generation is as it was.
        QCOMPARE(readSettings({{}, path() + u".last-good"_s, {}, {}})->value(u"site.code"_s), u"EAST"_s);
    }

private:
    QString path() const { return m_folder->filePath(u"config.toml"_s); }

    void keepGood() const
    {
        write(path(), kGood);
        QVERIFY(!settingsFault(path()));
        keepSettingsFile(path());
    }

    void put(const QString &what) const
    {
        if (what == u"folder"_s)
            QVERIFY(QDir().mkpath(path()));
        else if (what == u"link"_s)
            QVERIFY(QFile::link(m_folder->filePath(u"gone"_s), path()));
        else if (what == u"pipe"_s)
            QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        else {
            write(path(), "#");
            QVERIFY(QFile::resize(path(), qint64(1) << 30));
        }
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSettingsFaults)
#include "test_settings_faults.moc"
