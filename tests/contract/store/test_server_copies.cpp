#include "contract/store/copied_hospital.h"
#include "support/small_disk.h"

#include <QFileInfo>

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Backup, restore and drill of a hospital's database by whoever keeps the server.
class TestServerCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (PostgresServer::isInstalled())
            m_disk = SmallDisk::make(4 << 20); // before any thread
        BEGIN_HOSPITAL(m_here.server, m_here.hospital);
    }

    void init() { m_here.beginAnew(); }

    void aRestoredDatabaseHoldsWhatWasBackedUp()
    {
        QStringList steps;
        auto from = m_here.placeOf(m_here.database);
        from.progress = [&steps](const QString &step) { steps.append(step); };
        const auto made = backUp(from, m_here.file());
        QVERIFY2(made, qPrintable(errorOf(made)));
        QVERIFY(steps.contains(u"patient"_s));
        QVERIFY(made->auditLinks > 0);
        QCOMPARE(QFileInfo(m_here.file()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto database = m_here.empty();

        const auto restored = restoreCopy(m_here.placeOf(database), m_here.file());

        QVERIFY2(restored, qPrintable(errorOf(restored)));
        QCOMPARE(restored->tables, made->tables);
        QCOMPARE(restored->auditLinks, made->auditLinks);
        QCOMPARE(m_here.counted(database, u"patient"_s), m_here.counted(m_here.database, u"patient"_s));
        // The trail goes on, with the restoring in it.
        QCOMPARE(m_here.counted(database, u"audit_event WHERE act = 'database.maintain'"_s), u"1"_s);
        // Not in the copy: it is of the database, and made anew with it.
        QCOMPARE(m_here.server.psql(
                     u"SELECT has_function_privilege('public', 'pg_advisory_lock(bigint)', 'EXECUTE')"_s,
                     database),
                 u"f"_s);
    }

    void desksWorkOnAndThoseThatKnewTheDatabaseNotice()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();
        QVERIFY(restoreCopy(m_here.placeOf(database), m_here.file()));

        QCOMPARE(m_here.hospital->open(database, {}, u"desk"_s + m_here.database).error().code,
                 u"server.restored"_s);
        const auto fresh = m_here.hospital->open(database);
        QVERIFY(fresh);
        auto patient = m_here.world.patient;
        patient.id = m_here.world.context.newId<administration::Patient>();
        patient.mrn = u"AFTER"_s;
        patient.identityNumber.clear();
        auto work = m_here.world.context.begin(m_here.world.context.newCommand(), u"patient.register"_s);
        work.insert(patient);
        const auto stored = QCoro::waitFor(fresh->store->commit(work));
        QVERIFY(stored);
        QVERIFY(QCoro::waitFor(fresh->maintenance->verifyAudit()));
        QVERIFY(QCoro::waitFor(fresh->maintenance->check())->empty());
    }

    // A server counts its transactions for itself: what is ahead of it would be news for ever.
    void nothingOldIsNewsAfterwards()
    {
        m_here.server.psql(u"UPDATE simiao.command SET xid = 4000000000"_s, m_here.database);
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();

        QVERIFY(restoreCopy(m_here.placeOf(database), m_here.file()));

        QCOMPARE(m_here.counted(database, u"command WHERE xid > txid_current()"_s), u"0"_s);
    }

    void aDrillSaysHowLongItTakesAndLeavesNothing()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));

        const auto drilled = drill(m_here.placeOf(m_here.database), m_here.file());

        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
        QVERIFY(drilled->tookMs > 0);
        QCOMPARE(m_here.scratchDatabases(), u"0"_s);
    }

    void aDrillDropsWhatAKilledOneLeft()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto left = u"simiao_drill_"_s
            + m_here.server.psql(u"SELECT oid FROM pg_database WHERE datname = '%1'"_s.arg(m_here.database))
                  .trimmed();
        m_here.server.psql(u"CREATE DATABASE "_s + left);
        QCOMPARE(m_here.scratchDatabases(), u"1"_s);

        QVERIFY(drill(m_here.placeOf(m_here.database), m_here.file()));

        QCOMPARE(m_here.scratchDatabases(), u"0"_s);
    }

    void aDatabaseThatHoldsSomethingIsLeftAlone()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto patients = m_here.counted(m_here.database, u"patient"_s);

        QVERIFY(errorOf(restoreCopy(m_here.placeOf(m_here.database), m_here.file()))
                    .startsWith(u"server.not-empty"_s));

        QCOMPARE(m_here.counted(m_here.database, u"patient"_s), patients);
        QVERIFY(m_here.hospital->open(m_here.database, {},
                                      u"desk"_s + m_here.database)); // desks were not kept out
    }

    // The server dies when all rows are in and nothing is compared yet.
    void whatACutRestoreLeftIsTakenAwayByTheNext()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();
        auto place = m_here.placeOf(database);
        place.progress = [this](const QString &step) {
            if (step == "compare"_L1)
                m_here.server.kill9();
        };

        const auto said = errorOf(restoreCopy(place, m_here.file()));

        QVERIFY2(said.startsWith(u"server.copy-left "_s), qPrintable(said));
        QVERIFY2(m_here.server.restart(), qPrintable(m_here.server.log()));
        QVERIFY(m_here.tablesIn(database).toInt() > 0);
        const auto kept = m_here.hospital->open(database);
        QVERIFY(!kept && kept.error().code == "server.login"_L1);
        const auto again = restoreCopy(m_here.placeOf(database), m_here.file());
        QVERIFY2(again, qPrintable(errorOf(again)));
        QCOMPARE(m_here.counted(database, u"patient"_s), m_here.counted(m_here.database, u"patient"_s));
        QVERIFY(m_here.hospital->open(database));
        QVERIFY(
            errorOf(restoreCopy(m_here.placeOf(database), m_here.file())).startsWith(u"server.not-empty"_s));
    }

    void aRestoreThatIsStoppedIsTakenBack_data()
    {
        QTest::addColumn<QString>("at");
        QTest::newRow("among the tables") << u"patient"_s;
        QTest::newRow("all rows are in") << u"compare"_s;
        QTest::newRow("all is compared") << u"update"_s;
    }
    void aRestoreThatIsStoppedIsTakenBack()
    {
        QFETCH(const QString, at);
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();
        auto place = m_here.placeOf(database);
        std::stop_source stop;
        place.stop = stop.get_token();
        place.progress = [&](const QString &step) {
            if (step == at)
                stop.request_stop();
        };

        QCOMPARE(errorOf(restoreCopy(place, m_here.file())), u"server.copy-stopped "_s);

        QCOMPARE(
            m_here.server.psql(u"SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'simiao%'"_s, database),
            u"0"_s);
        QVERIFY(restoreCopy(m_here.placeOf(database), m_here.file()));
    }

    void twoDoNotRestoreIntoOne()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();
        auto place = m_here.placeOf(database);
        QString other;
        place.progress = [&](const QString &step) {
            if (step == "compare"_L1)
                other = errorOf(restoreCopy(m_here.placeOf(database), m_here.file()));
        };

        QVERIFY(restoreCopy(place, m_here.file()));

        QCOMPARE(other, u"server.restore-running "_s);
    }

    void aFileIsNeverOverwritten()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto bytes = readFile(m_here.file());

        QCOMPARE(errorOf(backUp(m_here.placeOf(m_here.database), m_here.file())),
                 u"backup.exists "_s + m_here.file());
        QCOMPARE(readFile(m_here.file()), bytes);
        const QString nowhere = m_here.folder->filePath(u"no/such/folder"_s);
        QCOMPARE(errorOf(backUp(m_here.placeOf(m_here.database), nowhere)), u"backup.folder "_s + nowhere);
    }

    void programsThatAreMissingOrOldAreNamed()
    {
        auto place = m_here.placeOf(m_here.database);
        place.tools = {m_here.folder->path()};
        QCOMPARE(errorOf(backUp(place, m_here.file())), u"server.tools-missing pg_dump, pg_restore"_s);

        for (const auto *name : {"pg_dump", "pg_restore"}) {
            const auto path = m_here.folder->filePath(QLatin1StringView(name));
            writeFile(path, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6'\n");
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        const auto said = errorOf(backUp(place, m_here.file()));
        QVERIFY2(said.startsWith(u"server.tools-old 9 "_s), qPrintable(said));
    }

    void whoMayNotIsTold()
    {
        auto place = m_here.placeOf(m_here.database);
        auto desk = postgresql::parseAddress(m_here.hospital->address(m_here.database), u"test"_s);
        QVERIFY(desk);
        place.setup.address = *desk;

        QVERIFY(errorOf(backUp(place, m_here.file())).startsWith(u"server.refused"_s));

        QVERIFY(!QFile::exists(m_here.file()));
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        QVERIFY(errorOf(drill(place, m_here.file())).startsWith(u"server.refused"_s));
    }

    // Who owns the database and may make roles is enough: no superuser is needed.
    void anOwnerWhoIsNoSuperuserKeepsTheServer()
    {
        m_here.server.psql(u"DO $$ BEGIN CREATE ROLE keeper LOGIN CREATEROLE CREATEDB PASSWORD 'of-keeper';"
                           " EXCEPTION WHEN duplicate_object THEN NULL; END $$"_s);
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();
        m_here.server.psql(
            u"ALTER DATABASE %1 OWNER TO keeper; GRANT simiao_owner TO keeper"_s.arg(database));
        const auto passFile = m_here.folder->filePath(u"pass"_s);
        writeFile(passFile, "*:*:*:keeper:of-keeper\n");
        QFile::setPermissions(passFile, QFile::ReadOwner | QFile::WriteOwner);
        auto place = m_here.placeOf(database);
        auto address = postgresql::parseAddress(
            u"postgresql://keeper@127.0.0.1:%1/%2?passfile=%3"_s.arg(m_here.server.port())
                .arg(database, passFile),
            u"test"_s);
        QVERIFY(address);
        place.setup.address = *address;

        const auto restored = restoreCopy(place, m_here.file());
        QVERIFY2(restored, qPrintable(errorOf(restored) + m_here.server.log()));
        const auto drilled = drill(place, m_here.file());
        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
        QVERIFY(backUp(place, m_here.file() + u"2"_s));
    }

    void aFullDiskIsSaidAndNothingIsLeft()
    {
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        m_disk->leaveFree(8192);
        const auto path = m_disk->filePath(u"copy"_s);

        const auto said = errorOf(backUp(m_here.placeOf(m_here.database), path));

        QVERIFY2(said.startsWith(u"disk.full"_s), qPrintable(said));
        QVERIFY(!QFile::exists(path) && !QFile::exists(path + u".part"_s));
        m_disk->release();
        QVERIFY(backUp(m_here.placeOf(m_here.database), path));
        const auto pages = (QFileInfo(path).size() + 4095) / 4096;
        m_disk->clear();

        m_disk->leaveFree(pages * 4096); // the copy has room, its manifest has not
        QVERIFY(!backUp(m_here.placeOf(m_here.database), path));

        m_disk->release();
        QCOMPARE(QDir(m_disk->path()).entryList(QDir::Files), QStringList());
        QVERIFY(backUp(m_here.placeOf(m_here.database), path));
        m_disk->clear();
    }

private:
    CopiedHospital m_here;
    std::unique_ptr<SmallDisk> m_disk;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestServerCopies)

#include "test_server_copies.moc"
