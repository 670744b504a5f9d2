#include "contract/store/later_sql.h"
#include "contract/store/postgres_database.h"
#include "postgresql/copy_manifest.h"
#include "postgresql/server_copy.h"
#include "postgresql/server_drill.h"
#include "sdk/desk.h"
#include "support/small_disk.h"
#include "support/world.h"

#include <QFileInfo>

namespace simiao::test {

using namespace Qt::StringLiterals;
using postgresql::CopyPlace;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString errorOf(const Result<sdk::ServerCopy> &copy)
{
    return copy ? u"nothing"_s : copy.error().code + u' ' + copy.error().detail;
}

} // namespace

/// Backup, restore and drill of a hospital's database by whoever keeps the server.
class TestServerCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        m_disk = SmallDisk::make(4 << 20); // before any thread
        QVERIFY2(m_server.start(), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = m_hospital->another();
        const auto backend = m_hospital->open(m_database, {}, u"desk"_s + m_database);
        QVERIFY2(backend, qPrintable(m_server.log()));
        m_world = aWorld(backend->store);
        QVERIFY(QCoro::waitFor(workflow::load(backend->store, m_world.patient.id)));
        backend->store->close();
    }

    void aRestoredDatabaseHoldsWhatWasBackedUp()
    {
        QStringList steps;
        auto from = placeOf(m_database);
        from.progress = [&steps](const QString &step) { steps.append(step); };
        const auto made = backUp(from, file());
        QVERIFY2(made, qPrintable(errorOf(made)));
        QVERIFY(steps.contains(u"patient"_s));
        QVERIFY(made->auditLinks > 0);
        QCOMPARE(QFileInfo(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto database = empty();

        const auto restored = restoreCopy(placeOf(database), file());

        QVERIFY2(restored, qPrintable(errorOf(restored)));
        QCOMPARE(restored->tables, made->tables);
        QCOMPARE(restored->auditLinks, made->auditLinks);
        QCOMPARE(counted(database, u"patient"_s), counted(m_database, u"patient"_s));
        // The trail goes on, with the restoring in it.
        QCOMPARE(counted(database, u"audit_event WHERE act = 'database.maintain'"_s), u"1"_s);
        // Not in the copy: it is of the database, and made anew with it.
        QCOMPARE(
            m_server.psql(u"SELECT has_function_privilege('public', 'pg_advisory_lock(bigint)', 'EXECUTE')"_s,
                          database),
            u"f"_s);
    }

    void desksWorkOnAndThoseThatKnewTheDatabaseNotice()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();
        QVERIFY(restoreCopy(placeOf(database), file()));

        QCOMPARE(m_hospital->open(database, {}, u"desk"_s + m_database).error().code, u"server.restored"_s);
        const auto fresh = m_hospital->open(database);
        QVERIFY(fresh);
        auto patient = m_world.patient;
        patient.id = m_world.context.newId<administration::Patient>();
        patient.mrn = u"AFTER"_s;
        patient.identityNumber.clear();
        auto work = m_world.context.begin(m_world.context.newCommand(), u"patient.register"_s);
        work.insert(patient);
        const auto stored = QCoro::waitFor(fresh->store->commit(work));
        QVERIFY(stored);
        QVERIFY(QCoro::waitFor(fresh->maintenance->verifyAudit()));
        QVERIFY(QCoro::waitFor(fresh->maintenance->check())->empty());
    }

    // A server counts its transactions for itself: what is ahead of it would be news for ever.
    void nothingOldIsNewsAfterwards()
    {
        m_server.psql(u"UPDATE simiao.command SET xid = 4000000000"_s, m_database);
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();

        QVERIFY(restoreCopy(placeOf(database), file()));

        QCOMPARE(counted(database, u"command WHERE xid > txid_current()"_s), u"0"_s);
    }

    void aDrillSaysHowLongItTakesAndLeavesNothing()
    {
        QVERIFY(backUp(placeOf(m_database), file()));

        const auto drilled = drill(placeOf(m_database), file());

        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
        QVERIFY(drilled->tookMs > 0);
        QCOMPARE(scratchDatabases(), u"0"_s);
    }

    void aDrillDropsWhatAKilledOneLeft()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto left = u"simiao_drill_"_s
            + m_server.psql(u"SELECT oid FROM pg_database WHERE datname = '%1'"_s.arg(m_database)).trimmed();
        m_server.psql(u"CREATE DATABASE "_s + left);
        QCOMPARE(scratchDatabases(), u"1"_s);

        QVERIFY(drill(placeOf(m_database), file()));

        QCOMPARE(scratchDatabases(), u"0"_s);
    }

    void aDamagedCopyIsRefused_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("first byte") << 0;
        QTest::newRow("middle") << 50;
        QTest::newRow("last byte") << 100;
        QTest::newRow("cut") << -1;
    }
    void aDamagedCopyIsRefused()
    {
        QFETCH(const int, percent);
        QVERIFY(backUp(placeOf(m_database), file()));
        auto bytes = readFile(file());
        if (percent < 0)
            bytes.chop(1);
        else
            bytes[(bytes.size() - 1) * percent / 100] ^= 1;
        writeFile(file(), bytes);

        QCOMPARE(errorOf(drill(placeOf(m_database), file())), u"server.copy-damaged "_s + file());
        QCOMPARE(scratchDatabases(), u"0"_s);
    }

    // Somebody changed the copy and gave it a fitting hash.
    void aManifestThatSaysOtherwiseIsFound_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("error");
        QTest::newRow("rows") << QByteArray("\"patient\": {\n") << QByteArray("\"patienz\": {\n")
                              << u"server.copy-differs patienz"_s;
        QTest::newRow("newer") << QByteArray("\"schema\": ") << QByteArray("\"schema\": 9")
                               << u"server.copy-newer 99 9"_s;
        QTest::newRow("older") << QByteArray("\"schema\": 9") << QByteArray("\"schema\": 8")
                               << u"server.copy-differs schema"_s;
        QTest::newRow("another format")
            << QByteArray("\"formatVersion\": 1") << QByteArray("\"formatVersion\": 2")
            << u"server.copy-manifest format"_s;
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[") << u"server.copy-manifest"_s;
    }
    void aManifestThatSaysOtherwiseIsFound()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, error);
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto manifest = readFile(postgresql::manifestOf(file()));
        QVERIFY(manifest.contains(from));
        writeFile(postgresql::manifestOf(file()), QByteArray(manifest).replace(from, to));
        const auto database = empty();

        const auto said = errorOf(restoreCopy(placeOf(database), file()));

        QVERIFY2(said.startsWith(error), qPrintable(said));
        QCOMPARE(tablesIn(database), u"0"_s); // as empty as before
        QVERIFY(!m_hospital->open(database));
    }

    // Of before the last update of the program: as it was made, and then as this program needs it.
    void aCopyOfAnOlderStepIsBroughtUpToDate()
    {
        const auto made = backUp(placeOf(m_database), file());
        QVERIFY2(made, qPrintable(errorOf(made)));
        const LaterSql later({LaterSql::kNext});
        const auto database = empty();

        const auto restored = restoreCopy(placeOf(database, later.path()), file());

        QVERIFY2(restored, qPrintable(errorOf(restored)));
        QCOMPARE(restored->schema, 9);
        QCOMPARE(restored->databaseSchema, 10);
        QCOMPARE(restored->tables, made->tables);
        QCOMPARE(counted(database, u"schema_version WHERE number = 10"_s), u"1"_s);
        QCOMPARE(counted(database, u"interpreter"_s), u"0"_s);
        for (const auto &sql : {later.path(), postgresSqlFolder()}) { // desks of both programs
            auto environment = m_hospital->environment(database);
            environment.sqlFolder = sql;
            const auto desk = postgresql::openBackend(environment);
            QVERIFY(desk);
            auto patient = QCoro::waitFor(workflow::load(desk->store, m_world.patient.id));
            QVERIFY(patient);
            patient->address += u'!';
            auto work = m_world.context.begin(m_world.context.newCommand(), u"patient.register"_s);
            work.update(*patient);
            QVERIFY(QCoro::waitFor(desk->store->commit(work)));
            QVERIFY(QCoro::waitFor(desk->maintenance->check())->empty());
            QVERIFY(QCoro::waitFor(desk->maintenance->verifyAudit()));
        }
        const auto drilled = drill(placeOf(m_database, later.path()), file());
        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
        QCOMPARE(scratchDatabases(), u"0"_s);
    }

    void aCopyThatCannotBeBroughtUpToDateLeavesNothing()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        LaterSql later({LaterSql::kNext});
        later.lengthen(LaterSql::kNext, "SELECT 1 / count(*) FROM interpreter"); // there is none
        const auto database = empty();

        const auto refused = restoreCopy(placeOf(database, later.path()), file());

        QVERIFY2(errorOf(refused).startsWith(u"server.copy-update "_s), qPrintable(errorOf(refused)));
        QVERIFY(sdk::errorText(refused.error()).contains(u"emptied again"_s));
        QCOMPARE(tablesIn(database), u"0"_s);
        const auto withItsOwn = restoreCopy(placeOf(database), file());
        QVERIFY2(withItsOwn, qPrintable(errorOf(withItsOwn)));
        QVERIFY(m_hospital->open(database));
    }

    void aCopyOfALaterStepIsRefused()
    {
        const LaterSql later({LaterSql::kNext});
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin && postgresql::setUpDatabase(*admin->connection, later.path()));
        QVERIFY(backUp(placeOf(m_database, later.path()), file()));
        const auto database = empty();

        const auto refused = restoreCopy(placeOf(database), file());

        QCOMPARE(errorOf(refused), u"server.copy-newer 10 9"_s);
        QVERIFY(sdk::errorText(refused.error()).contains(u"with that program"_s));
        QCOMPARE(tablesIn(database), u"0"_s);
        QVERIFY(restoreCopy(placeOf(database, later.path()), file()));
    }

    // The step is the same, a function was corrected since: what is restored has the corrected one.
    void whatWasCorrectedSinceTheCopyStaysSo()
    {
        const auto asked = u"SELECT md5(prosrc) FROM pg_proc WHERE proname = 'column_not_allowed'"_s;
        const auto corrected = m_server.psql(asked, m_database);
        m_server.psql(
            u"CREATE OR REPLACE FUNCTION simiao.column_not_allowed(name text, wanted jsonb, allowed "
            u"text[], me text) RETURNS text LANGUAGE sql AS 'SELECT CAST(NULL AS text)'"_s,
            m_database);
        QVERIFY(m_server.psql(asked, m_database) != corrected);
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();

        QVERIFY(restoreCopy(placeOf(database), file()));

        QCOMPARE(m_server.psql(asked, database), corrected);
    }

    void aCopyWithoutItsManifestIsNone()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        QVERIFY(QFile::remove(postgresql::manifestOf(file())));

        QCOMPARE(errorOf(drill(placeOf(m_database), file())), u"server.copy-unfinished "_s + file());
    }

    // What was changed behind the program's back is copied, and found by the drill.
    void aDrillFindsWhatSomebodyChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("error");
        QTest::newRow("a row") << u"UPDATE simiao.patient SET phone = '0'"_s << u"row.hash"_s;
        QTest::newRow("a link")
            << u"ALTER TABLE simiao.audit_event DISABLE TRIGGER USER;"
               "UPDATE simiao.audit_event SET event = replace(event, 'test', 'tent') WHERE sequence = 1"_s
            << u"audit.edited"_s;
        QTest::newRow("the last link") << u"ALTER TABLE simiao.audit_event DISABLE TRIGGER USER;"
                                          "DELETE FROM simiao.audit_event e WHERE sequence ="
                                          " (SELECT max(sequence) FROM simiao.audit_event)"_s
                                       << u"audit.truncated"_s;
    }
    void aDrillFindsWhatSomebodyChanged()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, error);
        QCOMPARE(m_server.psql(sql, m_database), QString());
        QVERIFY(backUp(placeOf(m_database), file()));

        const auto said = errorOf(drill(placeOf(m_database), file()));

        QVERIFY2(said.startsWith(error), qPrintable(said));
        QCOMPARE(scratchDatabases(), u"0"_s);
    }

    void aDatabaseThatHoldsSomethingIsLeftAlone()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto patients = counted(m_database, u"patient"_s);

        QVERIFY(errorOf(restoreCopy(placeOf(m_database), file())).startsWith(u"server.not-empty"_s));

        QCOMPARE(counted(m_database, u"patient"_s), patients);
        QVERIFY(m_hospital->open(m_database, {}, u"desk"_s + m_database)); // desks were not kept out
    }

    // The server dies when all rows are in and nothing is compared yet.
    void whatACutRestoreLeftIsTakenAwayByTheNext()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();
        auto place = placeOf(database);
        place.progress = [this](const QString &step) {
            if (step == "compare"_L1)
                m_server.kill9();
        };

        const auto said = errorOf(restoreCopy(place, file()));

        QVERIFY2(said.startsWith(u"server.copy-left "_s), qPrintable(said));
        QVERIFY2(m_server.restart(), qPrintable(m_server.log()));
        QVERIFY(tablesIn(database).toInt() > 0);
        const auto kept = m_hospital->open(database);
        QVERIFY(!kept && kept.error().code == "server.login"_L1);
        const auto again = restoreCopy(placeOf(database), file());
        QVERIFY2(again, qPrintable(errorOf(again)));
        QCOMPARE(counted(database, u"patient"_s), counted(m_database, u"patient"_s));
        QVERIFY(m_hospital->open(database));
        QVERIFY(errorOf(restoreCopy(placeOf(database), file())).startsWith(u"server.not-empty"_s));
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
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();
        auto place = placeOf(database);
        std::stop_source stop;
        place.stop = stop.get_token();
        place.progress = [&](const QString &step) {
            if (step == at)
                stop.request_stop();
        };

        QCOMPARE(errorOf(restoreCopy(place, file())), u"server.copy-stopped "_s);

        QCOMPARE(m_server.psql(u"SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'simiao%'"_s, database),
                 u"0"_s);
        QVERIFY(restoreCopy(placeOf(database), file()));
    }

    void twoDoNotRestoreIntoOne()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();
        auto place = placeOf(database);
        QString other;
        place.progress = [&](const QString &step) {
            if (step == "compare"_L1)
                other = errorOf(restoreCopy(placeOf(database), file()));
        };

        QVERIFY(restoreCopy(place, file()));

        QCOMPARE(other, u"server.restore-running "_s);
    }

    void aFileIsNeverOverwritten()
    {
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto bytes = readFile(file());

        QCOMPARE(errorOf(backUp(placeOf(m_database), file())), u"backup.exists "_s + file());
        QCOMPARE(readFile(file()), bytes);
        const QString nowhere = m_folder->filePath(u"no/such/folder"_s);
        QCOMPARE(errorOf(backUp(placeOf(m_database), nowhere)), u"backup.folder "_s + nowhere);
    }

    void programsThatAreMissingOrOldAreNamed()
    {
        auto place = placeOf(m_database);
        place.tools = {m_folder->path()};
        QCOMPARE(errorOf(backUp(place, file())), u"server.tools-missing pg_dump, pg_restore"_s);

        for (const auto *name : {"pg_dump", "pg_restore"}) {
            const auto path = m_folder->filePath(QLatin1StringView(name));
            writeFile(path, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6'\n");
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        const auto said = errorOf(backUp(place, file()));
        QVERIFY2(said.startsWith(u"server.tools-old 9 "_s), qPrintable(said));
    }

    void whoMayNotIsTold()
    {
        auto place = placeOf(m_database);
        auto desk = postgresql::parseAddress(m_hospital->address(m_database), u"test"_s);
        QVERIFY(desk);
        place.setup.address = *desk;

        QVERIFY(errorOf(backUp(place, file())).startsWith(u"server.refused"_s));

        QVERIFY(!QFile::exists(file()));
        QVERIFY(backUp(placeOf(m_database), file()));
        QVERIFY(errorOf(drill(place, file())).startsWith(u"server.refused"_s));
    }

    // Who owns the database and may make roles is enough: no superuser is needed.
    void anOwnerWhoIsNoSuperuserKeepsTheServer()
    {
        m_server.psql(u"DO $$ BEGIN CREATE ROLE keeper LOGIN CREATEROLE CREATEDB PASSWORD 'of-keeper';"
                      " EXCEPTION WHEN duplicate_object THEN NULL; END $$"_s);
        QVERIFY(backUp(placeOf(m_database), file()));
        const auto database = empty();
        m_server.psql(u"ALTER DATABASE %1 OWNER TO keeper; GRANT simiao_owner TO keeper"_s.arg(database));
        const auto passFile = m_folder->filePath(u"pass"_s);
        writeFile(passFile, "*:*:*:keeper:of-keeper\n");
        QFile::setPermissions(passFile, QFile::ReadOwner | QFile::WriteOwner);
        auto place = placeOf(database);
        auto address = postgresql::parseAddress(
            u"postgresql://keeper@127.0.0.1:%1/%2?passfile=%3"_s.arg(m_server.port()).arg(database, passFile),
            u"test"_s);
        QVERIFY(address);
        place.setup.address = *address;

        const auto restored = restoreCopy(place, file());
        QVERIFY2(restored, qPrintable(errorOf(restored) + m_server.log()));
        const auto drilled = drill(place, file());
        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
        QVERIFY(backUp(place, file() + u"2"_s));
    }

    void aFullDiskIsSaidAndNothingIsLeft()
    {
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        m_disk->leaveFree(8192);
        const auto path = m_disk->filePath(u"copy"_s);

        const auto said = errorOf(backUp(placeOf(m_database), path));

        QVERIFY2(said.startsWith(u"disk.full"_s), qPrintable(said));
        QVERIFY(!QFile::exists(path) && !QFile::exists(path + u".part"_s));
        m_disk->release();
        QVERIFY(backUp(placeOf(m_database), path));
        const auto pages = (QFileInfo(path).size() + 4095) / 4096;
        m_disk->clear();

        m_disk->leaveFree(pages * 4096); // the copy has room, its manifest has not
        QVERIFY(!backUp(placeOf(m_database), path));

        m_disk->release();
        QCOMPARE(QDir(m_disk->path()).entryList(QDir::Files), QStringList());
        QVERIFY(backUp(placeOf(m_database), path));
        m_disk->clear();
    }

private:
    QString file() const { return m_folder->filePath(u"hospital.dump"_s); }

    CopyPlace placeOf(const QString &database, const QString &sqlFolder = postgresSqlFolder())
    {
        return {{*postgresql::parseAddress(m_server.conninfo(database), u"test"_s),
                 *postgresql::catalogueIn(sqlFolder)},
                sqlFolder,
                postgresql::toolFolders(),
                u"KEEPER"_s,
                {}};
    }

    QString empty()
    {
        const auto name = u"empty_%1"_s.arg(++m_empty);
        m_server.psql(u"CREATE DATABASE %1 ENCODING 'UTF8' TEMPLATE template0"_s.arg(name));
        return name;
    }

    QString counted(const QString &database, const QString &what)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + what, database).trimmed();
    }
    QString tablesIn(const QString &database)
    {
        return m_server.psql(u"SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'simiao%'"_s, database)
            .trimmed();
    }
    QString scratchDatabases()
    {
        return m_server.psql(u"SELECT count(*) FROM pg_database WHERE datname LIKE 'simiao\\_drill\\_%'"_s)
            .trimmed();
    }

    std::unique_ptr<SmallDisk> m_disk;
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    World m_world;
    int m_empty = 0;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestServerCopies)

#include "test_server_copies.moc"
