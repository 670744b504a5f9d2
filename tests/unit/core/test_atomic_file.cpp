#include "core/atomic_file.h"
#include "support/fault_disk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace simiao;

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readerFindsOldOrNewWhole_whicheverStepFails()
    {
        int failAt = 1;
        for (bool failed = true; failed; ++failAt) {
            QTemporaryDir directory;
            const QString path = directory.filePath(QStringLiteral("config.toml"));
            QVERIFY(AtomicFile(systemDisk()).write(path, "old"));
            const auto disk = std::make_shared<test::FaultDisk>(failAt);

            const auto written = AtomicFile(disk).write(path, "new");

            failed = !written;
            const auto content = AtomicFile(systemDisk()).read(path);
            QVERIFY2(content, qPrintable(QStringLiteral("nothing readable after step %1").arg(failAt)));
            const bool isOldAllowed = failed;
            QVERIFY(*content == "new" || (isOldAllowed && *content == "old"));
            if (!written && written.error().code != QLatin1String("disk.not-durable"))
                QCOMPARE(*content, QByteArray("old"));
        }
        QVERIFY(failAt > 7);
    }

    void keepsThePreviousGeneration()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("head"));
        const AtomicFile file(systemDisk());
        QVERIFY(file.write(path, "1"));
        QVERIFY(file.write(path, "2"));
        QCOMPARE(*systemDisk()->read(path + QStringLiteral(".previous")), QByteArray("1"));
    }

    void missingFileIsNotFound()
    {
        const auto content = AtomicFile(systemDisk()).read(QStringLiteral("/nonexistent/x"));
        QCOMPARE(content.error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
