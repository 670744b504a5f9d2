#include "host/plugin_switches.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::host;
using namespace Qt::StringLiterals;

class TestPluginSwitches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsOffAtFirst()
    {
        QVERIFY(switches().disabled().isEmpty());
        QVERIFY(!switches().damage());
    }

    void whatIsSwitchedStaysSo()
    {
        QVERIFY(switches().setEnabled(u"imaging"_s, false));
        QVERIFY(switches().setEnabled(u"cashier"_s, false));
        QCOMPARE(switches().disabled(), (QStringList{u"cashier"_s, u"imaging"_s}));

        QVERIFY(switches().setEnabled(u"imaging"_s, true));
        QVERIFY(switches().setEnabled(u"cashier"_s, true));
        QVERIFY(switches().disabled().isEmpty());
        QVERIFY(!switches().damage());
    }

    void aListOfAnOlderProgramIsTaken()
    {
        write("cashier\nimaging\n");
        QCOMPARE(switches().disabled(), (QStringList{u"cashier"_s, u"imaging"_s}));
        QVERIFY(!switches().damage());
    }

    /// Whatever is left of the file, what somebody switched off is not switched on by that.
    void cutAtAnyByteItSwitchesNothingOn()
    {
        QVERIFY(switches().setEnabled(u"imaging"_s, false));
        QVERIFY(switches().setEnabled(u"imaging"_s, true));
        QVERIFY(switches().setEnabled(u"imaging"_s, false));
        QVERIFY(switches().setEnabled(u"cashier"_s, false)); // the time before knows imaging alone
        const auto whole = read();

        for (qsizetype length = 0; length < whole.size(); ++length) {
            write(whole.first(length));
            QVERIFY2(switches().disabled().contains(u"imaging"_s), qPrintable(QString::number(length)));
            QCOMPARE(switches().damage()->code, u"plugin.switches"_s);
        }
    }

    void aKillBetweenTwoGenerationsLosesNothing()
    {
        QVERIFY(switches().setEnabled(u"imaging"_s, false));
        QVERIFY(QFile::rename(path(), path() + u".previous"_s));

        QCOMPARE(switches().disabled(), QStringList{u"imaging"_s});
        QVERIFY(!switches().damage());
    }

    void aFolderInItsPlaceIsTold()
    {
        QVERIFY(QDir().mkpath(path()));
        QVERIFY(switches().damage());
    }

private:
    PluginSwitches switches() const { return {systemDisk(), path()}; }
    QString path() const { return m_folder->filePath(u"plugins.disabled"_s); }

    QByteArray read() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPluginSwitches)
#include "test_plugin_switches.moc"
