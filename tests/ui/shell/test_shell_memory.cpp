#include "shell/shell_memory.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestShellMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersOverARestart()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"layout.json"_s);
        {
            shell::ShellMemory memory(systemDisk(), path);
            memory.set(u"language"_s, u"en"_s);
            memory.set(u"language"_s, u"zh_CN"_s);
        }

        const shell::ShellMemory again(systemDisk(), path);

        QCOMPARE(again.value(u"language"_s), u"zh_CN"_s);
    }

    void startsEmptyWhenTheFileCannotBeRead()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"layout.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{not json");
        file.close();

        const shell::ShellMemory memory(systemDisk(), path);

        QVERIFY(memory.value(u"language"_s).isEmpty());
    }

    void cutAtAnyByteItIsAsTheTimeBefore()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"layout.json"_s);
        remember(path, u"dark"_s);
        remember(path, u"light"_s);
        const auto whole = read(path);

        for (qsizetype length = 0; length < whole.size(); ++length) {
            write(path, whole.first(length));
            const auto theme = shell::ShellMemory(systemDisk(), path).value(u"theme"_s);
            const bool isWholeWithoutItsEnd = theme == u"light"_s && whole.sliced(length).trimmed().isEmpty();
            QVERIFY2(theme == u"dark"_s || isWholeWithoutItsEnd, qPrintable(QString::number(length)));
        }
    }

    void aKillBetweenTwoGenerationsLosesNothing()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"layout.json"_s);
        remember(path, u"dark"_s);
        QVERIFY(QFile::rename(path, path + u".previous"_s));

        QCOMPARE(shell::ShellMemory(systemDisk(), path).value(u"theme"_s), u"dark"_s);
    }

    void anotherThingInItsPlaceIsOnlyForgotten()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"layout.json"_s);
        QVERIFY(QDir().mkpath(path));
        QVERIFY(shell::ShellMemory(systemDisk(), path).value(u"theme"_s).isEmpty());

        QVERIFY(QDir().rmdir(path));
        write(path, "{");
        QVERIFY(QFile::resize(path, qint64(1) << 30));
        QVERIFY(shell::ShellMemory(systemDisk(), path).value(u"theme"_s).isEmpty());

        write(path, "[\"theme\", \"dark\"]");
        QVERIFY(shell::ShellMemory(systemDisk(), path).value(u"theme"_s).isEmpty());
        write(path, "{\"theme\": 7}");
        QVERIFY(shell::ShellMemory(systemDisk(), path).value(u"theme"_s).isEmpty());
    }

private:
    static void remember(const QString &path, const QString &theme)
    {
        shell::ShellMemory memory(systemDisk(), path);
        memory.set(u"theme"_s, theme);
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
};

QTEST_GUILESS_MAIN(TestShellMemory)
#include "test_shell_memory.moc"
