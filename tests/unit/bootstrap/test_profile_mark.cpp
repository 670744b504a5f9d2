#include "bootstrap/profile_mark.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::bootstrap;
using namespace Qt::StringLiterals;
using sdk::ProfileKind;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestProfileMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_folders = foldersBelow(m_folder->path());
    }

    void anEmptyProfileBecomesWhatIsAskedForAndStaysIt_data()
    {
        QTest::addColumn<ProfileKind>("kind");
        QTest::newRow("training") << ProfileKind::Training;
        QTest::newRow("demo") << ProfileKind::Demo;
    }
    void anEmptyProfileBecomesWhatIsAskedForAndStaysIt()
    {
        QFETCH(const ProfileKind, kind);
        QCOMPARE(expectedKind(m_folders, kind), kind);
        QCOMPARE(opened(kind)->kind(), kind);
        write(data(u"simiao.db"_s), "rows");

        QCOMPARE(opened(ProfileKind::Real)->kind(), kind); // without the option
        QCOMPARE(expectedKind(m_folders, ProfileKind::Real), kind);
    }

    void aProfileThatNobodyMarkedIsReal()
    {
        QCOMPARE(opened(ProfileKind::Real)->kind(), ProfileKind::Real);
        QVERIFY(!QFileInfo::exists(data(u"profile.kind"_s)));
    }

    void realDataAreNeverPractice()
    {
        opened(ProfileKind::Real);
        write(data(u"simiao.db"_s), "rows");

        QCOMPARE(expectedKind(m_folders, ProfileKind::Training), ProfileKind::Real);
        const auto refused = Profile::open(m_folders, ProfileKind::Training);

        QCOMPARE(refused.error().code, u"profile.not-training"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(!QFileInfo::exists(data(u"profile.kind"_s)));
    }

    void practiceAndDemonstrationAreNotMixed()
    {
        opened(ProfileKind::Demo);

        const auto refused = Profile::open(m_folders, ProfileKind::Training);

        QCOMPARE(refused.error().code, u"profile.other-kind"_s);
        QCOMPARE(refused.error().detail, u"demo"_s);
    }

    void dataWithoutAMarkStayRealForADemonstration()
    {
        opened(ProfileKind::Real);
        write(data(u"simiao.db"_s), "rows");

        QCOMPARE(opened(ProfileKind::Demo)->kind(), ProfileKind::Real); // the store is asked
    }

    void aMarkThatCannotBeReadOpensNothing()
    {
        opened(ProfileKind::Training);
        write(data(u"profile.kind"_s), "trainin");

        QCOMPARE(Profile::open(m_folders).error().code, u"profile.kind"_s);
    }

    void isPutBackToItsBeginningAtTheNextOpening()
    {
        opened(ProfileKind::Training);
        fill();
        QVERIFY(askForReset(m_folders));

        QCOMPARE(opened(ProfileKind::Real)->kind(), ProfileKind::Training);

        QCOMPARE(QDir(m_folders.data).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"profile.kind"_s});
        QVERIFY(QDir(m_folders.drafts).isEmpty());
        QVERIFY(QDir(m_folders.cache).isEmpty());
    }

    void whatAnInterruptionLeftIsFinished()
    {
        opened(ProfileKind::Training);
        fill();
        QVERIFY(askForReset(m_folders));
        QVERIFY(QFile::remove(data(u"simiao.db"_s))); // as far as it came

        opened(ProfileKind::Training);

        QVERIFY(!QFileInfo::exists(data(u"backups"_s)));
        QVERIFY(!QFileInfo::exists(data(u"profile.reset"_s)));
    }

    void onlyPracticeCanBePutBack()
    {
        opened(ProfileKind::Real);
        fill();
        QCOMPARE(askForReset(m_folders).error().code, u"profile.not-training"_s);

        write(data(u"profile.reset"_s), "reset\n"); // wherever it came from
        QCOMPARE(Profile::open(m_folders).error().code, u"profile.not-training"_s);

        QVERIFY(QFileInfo::exists(data(u"simiao.db"_s)));
        QVERIFY(QFileInfo::exists(m_folders.drafts + u"/li.journal"_s));
    }

    void theyHavePlacesOfTheirOwn()
    {
        QVERIFY(platformFolders(ProfileKind::Training).data != platformFolders(ProfileKind::Demo).data);
        QVERIFY(platformFolders(ProfileKind::Training).data != platformFolders(ProfileKind::Real).data);
        QVERIFY(platformFolders(ProfileKind::Training).data.contains(u"simiao-training"_s));
    }

private:
    std::unique_ptr<Profile> opened(ProfileKind asked) const
    {
        auto profile = Profile::open(m_folders, asked);
        if (!profile)
            qFatal("%s", qPrintable(profile.error().code));
        return *std::move(profile);
    }

    QString data(const QString &name) const { return QDir(m_folders.data).filePath(name); }

    void fill() const
    {
        write(data(u"simiao.db"_s), "rows");
        QDir(m_folders.data).mkpath(u"backups"_s);
        write(data(u"backups/old.db"_s), "rows");
        write(m_folders.drafts + u"/li.journal"_s, "draft");
        write(m_folders.cache + u"/frames"_s, "cache");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProfileFolders m_folders;
};

QTEST_GUILESS_MAIN(TestProfileMark)
#include "test_profile_mark.moc"
