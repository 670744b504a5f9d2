#include "shell/shell_memory.h"

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
};

QTEST_GUILESS_MAIN(TestShellMemory)
#include "test_shell_memory.moc"
