#include "bootstrap/profile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::bootstrap;
using namespace Qt::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesItsFoldersForNobodyElse()
    {
        const auto profile = Profile::open(foldersBelow(m_parent.filePath(u"new"_s)));

        QVERIFY(profile);
        const auto folders = (*profile)->folders();
        for (const auto &folder : {folders.data, folders.drafts, folders.cache, folders.log}) {
            const auto others = QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
                | QFileDevice::ExeOther;
            QVERIFY(QFileInfo(folder).isDir());
            QVERIFY(!(QFileInfo(folder).permissions() & others));
        }
    }

    void leavesAFolderThatStandsThereAsItIs()
    {
        const auto everybody = QFileInfo(u"/tmp"_s).permissions();
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(), everybody);

        QVERIFY(Profile::open(foldersBelow(folder.path())));

        QCOMPARE(QFileInfo(folder.path()).permissions(), everybody);
    }

    void belongsToOneProcessAndSaysWhich()
    {
        const auto folders = foldersBelow(m_parent.filePath(u"shared"_s));
        const auto first = Profile::open(folders);

        const auto second = Profile::open(folders);

        QVERIFY(first);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QCOMPARE(second.error().code, u"profile.in-use"_s);
        QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
    }

    void isFreeAgainAfterItsOwnerWent()
    {
        const auto folders = foldersBelow(m_parent.filePath(u"again"_s));
        Profile::open(folders).value().reset();

        QVERIFY(Profile::open(folders));
    }

    void isFreeAgainAfterItsOwnerWasKilled()
    {
        const auto folders = foldersBelow(m_parent.filePath(u"killed"_s));
        QDir().mkpath(QFileInfo(folders.lockFile).path());
        QFile lock(folders.lockFile);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("2147483646\nsimiao\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();

        QVERIFY(Profile::open(folders));
    }

    void saysWhichFolderCannotBeMade()
    {
        QFile file(m_parent.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));

        const auto profile = Profile::open(foldersBelow(file.fileName()));

        QCOMPARE(profile.error().code, u"profile.folder"_s);
    }

private:
    QTemporaryDir m_parent;
};

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
