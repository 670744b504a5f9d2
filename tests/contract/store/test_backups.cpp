#include "contract/store/sqlite_profile.h"
#include "sqlite/sqlite_backups.h"
#include "sqlite/sqlite_connector.h"
#include "sqlite/sqlite_copy.h"
#include "storage/migration/migration.h"
#include "support/world.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace simiao::test {

/// Copies of the database: where they are known from, what reading them shows, and what happens when the database itself is gone.
class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKnownWhereverTheyWerePut()
    {
        const Profile profile;
        const QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(QStringLiteral("monday.db"));
        backUp(profile, file);

        auto known = sqlite::knownBackups(profile.environment());
        QCOMPARE(known.size(), 1U);
        QCOMPARE(known.front().file, file);
        QCOMPARE(known.front().bytes, QFileInfo(file).size());

        QVERIFY(QFile::remove(file));
        QVERIFY(sqlite::knownBackups(profile.environment()).empty());
    }

    void aListThatCannotBeReadHidesNoCopyOfTheProfile()
    {
        const Profile profile;
        QVERIFY(QDir(profile.folder.path()).mkpath(QStringLiteral("backups")));
        backUp(profile, profile.path("backups/before.db"));
        QFile list(profile.path("backups.json"));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write("[\"/x") == 4);
        list.close();

        const auto known = sqlite::knownBackups(profile.environment());

        QCOMPARE(known.size(), 1U);
        QCOMPARE(known.front().file, profile.path("backups/before.db"));
    }

    void areForTheirOwnerAlone()
    {
        const Profile profile;
        backUp(profile, profile.path("copy.db"));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
            | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(profile.path("copy.db")) & others, QFileDevice::Permissions());
    }

    void aFolderThatIsNotThereIsSaid()
    {
        const Profile profile;
        const auto backend = profile.open();

        const auto copied = QCoro::waitFor(backend->maintenance->backup(profile.path("no/copy.db")));

        QCOMPARE(copied.error().code, QStringLiteral("backup.folder"));
        QVERIFY(sqlite::knownBackups(profile.environment()).empty());
    }

    void readingACopyTellsWhatItHoldsAndChangesNothing()
    {
        const Profile profile;
        std::vector<workflow::TableContents> held;
        {
            const auto backend = profile.open();
            aWorld(backend->store);
            held = *QCoro::waitFor(backend->maintenance->backup(profile.path("copy.db")));
        }
        const auto copy = profile.bytesOf("copy.db");
        const auto database = profile.bytesOf("simiao.db");

        const auto proof = sqlite::proveCopy(profile.environment(), profile.path("copy.db"));

        QVERIFY(proof);
        QCOMPARE(proof->tables, held);
        QCOMPARE(proof->auditLinks, 1);
        QCOMPARE(proof->lastAct, std::optional(FakeClock().now()));
        QCOMPARE(profile.bytesOf("copy.db"), copy);
        QCOMPARE(profile.bytesOf("simiao.db"), database);
        QVERIFY(QDir(profile.folder.path()).entryList({QStringLiteral("*.proving*")}).isEmpty());
    }

    void aCopyOfAnOlderProgramIsReadAndStaysOlder()
    {
        const Profile profile;
        backUp(profile, profile.path("copy.db"));
        {
            const auto migrations =
                storage::readMigrations(sqlFolder() + QStringLiteral("/sqlite/migrations"));
            const auto connection = sqlite::openPlain(profile.path("copy.db"), sqlFolder());
            QVERIFY(storage::migrateDown(**connection, *migrations));
        }
        const auto older = profile.bytesOf("copy.db");

        QVERIFY(sqlite::proveCopy(profile.environment(), profile.path("copy.db")));

        QCOMPARE(profile.bytesOf("copy.db"), older);
    }

    void aChangedAuditLinkIsFoundBeforeAnythingIsReplaced()
    {
        const Profile profile;
        const Profile other;
        backUp(profile, other.path("simiao.db"));
        other.tamper(QStringLiteral("DROP TRIGGER audit_event_no_update; "
                                    "UPDATE audit_event SET event = replace(event, 'seed', 'feed')"));

        const auto restored = sqlite::restoreFrom(profile.environment(), other.path("simiao.db"));

        QCOMPARE(restored.error().code, QStringLiteral("audit.edited"));
        QVERIFY(profile.open());
        QVERIFY(!QFile::exists(profile.path("simiao.db.before-restore-1")));
    }

    void aDatabaseThatIsGoneIsNotBegunAnew_data()
    {
        QTest::addColumn<bool>("isEmptied");
        QTest::newRow("removed") << false;
        QTest::newRow("emptied") << true;
    }

    void aDatabaseThatIsGoneIsNotBegunAnew()
    {
        QFETCH(bool, isEmptied);
        const Profile profile;
        fill(profile);
        QVERIFY(isEmptied ? QFile::resize(profile.path("simiao.db"), 0)
                          : QFile::remove(profile.path("simiao.db")));

        const auto opened = profile.open();

        QCOMPARE(opened.error().code, QStringLiteral("store.missing"));
        QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
        QCOMPARE(QFileInfo(profile.path("simiao.db")).size(), 0);
        QCOMPARE(QFile::exists(profile.path("simiao.db")), isEmptied);
    }

    void copiesTellThatThereWasADatabase()
    {
        const Profile profile;
        backUp(profile, profile.path("copy.db"));
        QVERIFY(QFile::remove(profile.path("simiao.db")) && QFile::remove(profile.path("audit.head")));

        QCOMPARE(profile.open().error().code, QStringLiteral("store.missing"));
        QVERIFY(sqlite::restoreFrom(profile.environment(), profile.path("copy.db")));
        QVERIFY(profile.open());
    }

    void aNewProfileBegins()
    {
        const Profile profile;
        QVERIFY(profile.open());
    }

    /// A kill leaves the last commits in the log beside the database: without it they are missing, and that is noticed.
    void aDeletedLogIsNoticed()
    {
        const Profile profile;
        const Profile twin;
        QVERIFY(profile.open());
        // As commits leave it until their log is moved into it, which happens whenever nobody saves for a moment.
        QVERIFY(QFile::copy(profile.path("simiao.db"), twin.path("simiao.db")));
        fill(profile); // to its end: nobody waits for the witness of a commit
        QVERIFY(QFile::copy(profile.path("audit.head"), twin.path("audit.head")));

        const auto opened = twin.open();

        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("audit.truncated"));
    }

private:
    static void fill(const Profile &profile)
    {
        const auto backend = profile.open();
        QVERIFY(backend);
        aWorld(backend->store);
    }

    static void backUp(const Profile &profile, const QString &file)
    {
        const auto backend = profile.open();
        QVERIFY(backend);
        aWorld(backend->store);
        QVERIFY(QCoro::waitFor(backend->maintenance->backup(file)));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestBackups)
#include "test_backups.moc"
