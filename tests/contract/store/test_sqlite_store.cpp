#include "contract/store/sqlite_profile.h"
#include "contract/store/store_contract.h"
#include "domain/administration/library.h"
#include "sqlite/idle_checkpoint.h"
#include "sqlite/sqlite_connector.h"
#include "sqlite/sqlite_copy.h"
#include "storage/entity_types.h"
#include "storage/migration/migration.h"
#include "support/patience.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace simiao::test {

class TestSqliteStore : public StoreContract
{
    Q_OBJECT

protected:
    std::shared_ptr<workflow::Store> makeStore() override
    {
        m_profiles.push_back(std::make_unique<Profile>());
        auto backend = m_profiles.back()->open();
        if (!backend)
            qFatal("%s", qPrintable(logLine(backend.error())));
        return backend->store;
    }

private Q_SLOTS:
    void schemaHasEveryFieldAndNoOther()
    {
        Profile profile;
        QVERIFY(profile.open());
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("schema"));
            database.setDatabaseName(profile.path("simiao.db"));
            QVERIFY(database.open());
            for (const auto *type : storage::entityTypes()) {
                QSqlQuery query(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(type->table),
                                database);
                QSet<QString> columns;
                while (query.next())
                    columns.insert(query.value(0).toString());
                QSet<QString> expected{QStringLiteral("row_hash")};
                for (const auto &field : type->fields)
                    expected.insert(QString(field.name));
                QVERIFY2(columns == expected, type->table.data());
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("schema"));
    }

    void migrationGoesUpDownUp()
    {
        QTemporaryDir folder;
        const auto migrations = storage::readMigrations(sqlFolder() + QStringLiteral("/sqlite/migrations"));
        QVERIFY(migrations);
        auto connection = sqlite::connector({folder.path(), folder.path(), sqlFolder(), {}})();
        QVERIFY(connection);

        for (std::size_t i = 0; i < migrations->size(); ++i)
            QVERIFY(storage::migrateDown(**connection, *migrations));
        const auto left =
            (*connection)->readColumn(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'"));
        QCOMPARE(*left, QStringList{QStringLiteral("schema_version")});
        const auto state = storage::migrateUp(**connection, *migrations);

        QVERIFY(state);
        QCOMPARE(state->version, migrations->back().number);
    }

    // What was installed stays as it was; only its status moves, and of one name one version is active.
    void installedRulesAreNeverChanged()
    {
        using namespace administration;
        Profile profile;
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        Library first;
        first.id = world.context.newId<Library>();
        first.name = QStringLiteral("allergy-rules");
        first.release = QStringLiteral("1");
        first.status = PublicationStatus::Active;
        first.content = QStringLiteral("{}");
        auto second = first;
        second.id = world.context.newId<Library>();
        second.release = QStringLiteral("2");
        second.status = PublicationStatus::Draft;
        const auto commit = [&](workflow::UnitOfWork work) {
            return QCoro::waitFor(backend->store->commit(std::move(work)));
        };
        QVERIFY(commit(begin(world).insert(first).insert(second)));
        first.version = second.version = 1;

        auto changed = first;
        changed.content = QStringLiteral("{ }");
        const auto otherText = commit(begin(world).update(changed));
        second.status = PublicationStatus::Active;
        const auto twoActive = commit(begin(world).update(second));
        first.status = PublicationStatus::Retired;
        const auto moved = commit(begin(world).update(first).update(second));

        QCOMPARE(otherText.error().code, QStringLiteral("store.constraint"));
        QCOMPARE(twoActive.error().code, QStringLiteral("store.unique"));
        QVERIFY(moved);
    }

    void visitsSurviveTheirTableBeingMadeAnew()
    {
        Profile profile;
        administration::Encounter visit;
        financial::ChargeItem fee;
        {
            const auto backend = profile.open();
            const auto world = aWorld(backend->store);
            visit.id = world.context.newId<administration::Encounter>();
            visit.patient = world.patient.id;
            visit.department = world.department.id;
            visit.practitioner = world.physician.id;
            fee.id = world.context.newId<financial::ChargeItem>();
            fee.patient = visit.patient;
            fee.encounter = visit.id;
            QVERIFY(QCoro::waitFor(backend->store->commit(begin(world).insert(visit).insert(fee))));
        }
        goBackTo(profile, 2);

        const auto backend = profile.open();

        QVERIFY(backend);
        const auto kept = QCoro::waitFor(workflow::load(backend->store, visit.id));
        QVERIFY(kept);
        QVERIFY(kept->department == visit.department);
        QVERIFY(QCoro::waitFor(workflow::load(backend->store, fee.id)));
    }

    void changedMigrationFileIsRefused()
    {
        Profile profile;
        QVERIFY(profile.open());
        profile.tamper(QStringLiteral("UPDATE schema_version SET checksum = 'x'"));
        QCOMPARE(profile.open().error().code, QStringLiteral("migration.changed"));
    }

    void newerDatabaseIsLeftAlone()
    {
        Profile profile;
        QVERIFY(profile.open());
        profile.tamper(QStringLiteral("INSERT INTO schema_version VALUES (9999, 'future', 'x')"));
        QCOMPARE(profile.open().error().code, QStringLiteral("migration.newer"));
    }

    void foreignDatabaseIsRefused()
    {
        Profile profile;
        profile.tamper(QStringLiteral("CREATE TABLE invoices (x)"));
        QCOMPARE(profile.open().error().code, QStringLiteral("migration.foreign"));
    }

    void fileThatIsNoDatabaseIsRefused()
    {
        Profile profile;
        QFile file(profile.path("simiao.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(profile.open().error().code, QStringLiteral("sqlite.not-a-database"));
    }

    void secondProcessIsRefusedAtOnce()
    {
        Profile profile;
        const auto owner = profile.open();
        QVERIFY(owner);
        QProcess shell;
        shell.start(QStringLiteral("sqlite3"),
                    {profile.path("simiao.db"), QStringLiteral("SELECT * FROM patient")});
        QVERIFY(shell.waitForFinished());
        QVERIFY(shell.readAllStandardError().contains("locked"));
    }

    void logIsMovedIntoTheDatabaseWhenNobodySaves()
    {
        Profile profile;
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        const auto bytesOf = [&profile](const char *name) { return QFileInfo(profile.path(name)).size(); };
        const qint64 before = bytesOf("simiao.db");
        auto work = begin(world);
        for (int i = 0; i < 200; ++i) {
            auto patient = world.patient;
            patient.id = world.context.newId<administration::Patient>();
            patient.mrn = QStringLiteral("L%1").arg(i);
            patient.identityNumber.clear();
            work.insert(patient);
        }
        QVERIFY(QCoro::waitFor(backend->store->commit(std::move(work))));
        QCOMPARE(bytesOf("simiao.db"), before); // not inside the save

        QTRY_VERIFY(bytesOf("simiao.db") > before);
    }

    void auditChainVerifies()
    {
        Profile profile;
        const auto backend = profile.open();
        aWorld(backend->store);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), 1);
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("record");
        const QString open =
            QStringLiteral("DROP TRIGGER audit_event_no_update; DROP TRIGGER audit_event_no_delete; ");
        QTest::newRow("edit")
            << open
                + QStringLiteral(
                    "UPDATE audit_event SET event = replace(event, 'seed', 'feed') WHERE sequence = 1")
            << "audit.edited" << "1";
        QTest::newRow("deletion") << open + QStringLiteral("DELETE FROM audit_event WHERE sequence = 2")
                                  << "audit.gap" << "2";
        QTest::newRow("reorder") << open
                + QStringLiteral("UPDATE audit_event SET sequence = 99 WHERE sequence = 2; "
                                 "UPDATE audit_event SET sequence = 2 WHERE sequence = 3; "
                                 "UPDATE audit_event SET sequence = 3 WHERE sequence = 99")
                                 << "audit.order" << "2";
    }
    void tamperingIsNamed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, code);
        QFETCH(QString, record);
        Profile profile;
        fillWithThreeEvents(profile);
        profile.tamper(sql);

        const auto backend = profile.open();
        QVERIFY(backend);
        const auto verified = QCoro::waitFor(backend->maintenance->verifyAudit());

        QCOMPARE(verified.error().code, code);
        QCOMPARE(verified.error().detail, record);
    }

    void truncationIsNoticedAtOpen()
    {
        Profile profile;
        fillWithThreeEvents(profile);
        profile.tamper(
            QStringLiteral("DROP TRIGGER audit_event_no_delete; DELETE FROM audit_event WHERE sequence = 3"));
        const auto opened = profile.open();
        QCOMPARE(opened.error().code, QStringLiteral("audit.truncated"));
        QCOMPARE(opened.error().detail, QStringLiteral("3"));
    }

    void flippedRowIsNoticedBeforeItIsShown()
    {
        Profile profile;
        Id<administration::Patient> id;
        {
            const auto backend = profile.open();
            id = aWorld(backend->store).patient.id;
        }
        profile.tamper(QStringLiteral("UPDATE patient SET phone = '19900000002'"));

        const auto backend = profile.open();
        const auto patient = QCoro::waitFor(workflow::load(backend->store, id));

        QCOMPARE(patient.error().code, QStringLiteral("row.hash"));
    }

    void auditEventsCannotBeChangedInPlace()
    {
        Profile profile;
        fillWithThreeEvents(profile);
        QProcess shell;
        shell.start(QStringLiteral("sqlite3"),
                    {profile.path("simiao.db"), QStringLiteral("UPDATE audit_event SET event = ''")});
        QVERIFY(shell.waitForFinished());
        QVERIFY(shell.readAllStandardError().contains("append-only"));
    }

    void backupIsAWholeCopy()
    {
        Profile profile;
        Profile copy;
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);

        QVERIFY(QCoro::waitFor(backend->maintenance->backup(copy.path("simiao.db"))));
        QCOMPARE(QCoro::waitFor(backend->maintenance->backup(copy.path("simiao.db"))).error().code,
                 QStringLiteral("backup.exists"));

        const auto restored = copy.open();
        QVERIFY(restored);
        QCOMPARE(QCoro::waitFor(workflow::load(restored->store, world.patient.id))->mrn, world.patient.mrn);
    }

    void backupTellsWhatItHolds()
    {
        Profile profile;
        QTemporaryDir elsewhere;
        const auto backend = profile.open();
        aWorld(backend->store);

        const auto proof =
            QCoro::waitFor(backend->maintenance->backup(elsewhere.filePath(QStringLiteral("a.db"))));

        QVERIFY(proof);
        QCOMPARE(*proof, *QCoro::waitFor(backend->maintenance->contents()));
        QCOMPARE(rowsOf(*proof, "patient"), 1);
    }

    void restoreBringsBackWhatTheBackupHeld()
    {
        Profile profile;
        QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(QStringLiteral("copy.db"));
        std::vector<workflow::TableContents> held;
        {
            const auto backend = profile.open();
            const auto world = aWorld(backend->store);
            held = *QCoro::waitFor(backend->maintenance->backup(copy));
            auto later = world.patient;
            later.id = world.context.newId<administration::Patient>();
            later.mrn = QStringLiteral("900001");
            later.identityNumber.clear();
            QVERIFY(QCoro::waitFor(backend->store->commit(begin(world).insert(later))));
        }

        const auto restored = sqlite::restoreFrom(profile.environment(), copy);

        QVERIFY(restored);
        QCOMPARE(*restored, held);
        const auto backend = profile.open();
        QVERIFY(backend);
        QCOMPARE(*QCoro::waitFor(backend->maintenance->contents()), held);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
        QVERIFY(QFile::exists(profile.path("simiao.db.before-restore-1")));
    }

    void aBackupThatCannotBeReadReplacesNothing_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        QTest::newRow("flipped row") << "UPDATE patient SET phone = '1'" << "row.hash";
        QTest::newRow("newer program")
            << "INSERT INTO schema_version VALUES (9999, 'future', 'x')" << "migration.newer";
        QTest::newRow("lost reference")
            << "PRAGMA foreign_keys = OFF; DELETE FROM organization" << "store.foreign-key";
    }
    void aBackupThatCannotBeReadReplacesNothing()
    {
        QFETCH(QString, sql);
        QFETCH(QString, code);
        Profile profile;
        Profile other;
        {
            const auto backend = profile.open();
            aWorld(backend->store);
            QVERIFY(QCoro::waitFor(backend->maintenance->backup(other.path("simiao.db"))));
        }
        other.tamper(sql);

        QCOMPARE(sqlite::restoreFrom(profile.environment(), other.path("simiao.db")).error().code, code);

        const auto backend = profile.open();
        QCOMPARE(rowsOf(*QCoro::waitFor(backend->maintenance->contents()), "patient"), 1);
        QVERIFY(!QFile::exists(profile.path("simiao.db.incoming")));
    }

    void checkNamesWhatIsWrong()
    {
        Profile profile;
        {
            const auto backend = profile.open();
            aWorld(backend->store);
            QCOMPARE(QCoro::waitFor(backend->maintenance->check())->size(), 0U);
        }
        profile.tamper(QStringLiteral("UPDATE patient SET phone = '1'"));

        const auto problems = *QCoro::waitFor(profile.open()->maintenance->check());

        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().code, QStringLiteral("row.hash"));
        QVERIFY(problems.front().place.startsWith(QStringLiteral("patient ")));
    }

    void anOlderDatabaseIsCopiedBeforeItIsMigrated()
    {
        Profile profile;
        goBackToTheFirstSchema(profile);
        auto environment = profile.environment();
        environment.mayMigrate = false;
        QCOMPARE(sqlite::openBackend(environment).error().code, QStringLiteral("migration.pending"));
        QCOMPARE(sqlite::schemaOf(environment)->stored, 1);

        const auto backend = profile.open();

        QVERIFY(backend);
        QCOMPARE(rowsOf(*QCoro::waitFor(backend->maintenance->contents()), "patient"), 1);
        const auto copies = QDir(profile.path("backups")).entryList(QDir::Files);
        QCOMPARE(copies.size(), 1);
        QVERIFY(copies.front().startsWith(QStringLiteral("before-migration-1-to-")));
    }

    /// A log that once was long must not make every later save move it.
    void aLongLogIsMovedAndShortened()
    {
        const Profile profile;
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        const auto sizeOf = [&](const char *name) { return QFileInfo(profile.path(name)).size(); };
        auto large = begin(world);
        for (int i = 0; i < 8000; ++i) {
            auto patient = world.patient;
            patient.id = world.context.newId<administration::Patient>();
            patient.mrn = QString::number(i);
            patient.identityNumber.clear();
            large.insert(patient);
        }
        QVERIFY(QCoro::waitFor(backend->store->commit(std::move(large))));
        QVERIFY(sizeOf("simiao.db-wal") > sqlite::kLogLimit);
        QTRY_VERIFY(sizeOf("simiao.db") > sqlite::kLogLimit);

        QVERIFY(QCoro::waitFor(backend->store->commit(begin(world))));

        QVERIFY(sizeOf("simiao.db-wal") <= sqlite::kLogLimit);
    }

private:
    static void fillWithThreeEvents(const Profile &profile)
    {
        const auto backend = profile.open();
        const auto world = aWorld(backend->store);
        for (int i = 0; i < 2; ++i) {
            auto work = world.context.begin(world.context.newCommand(), QStringLiteral("test.act"));
            QVERIFY(QCoro::waitFor(
                backend->store->commit(work.apply(workflow::effect::bookSlot, world.slot.id))));
        }
    }

    static workflow::UnitOfWork begin(const World &world)
    {
        return world.context.begin(world.context.newCommand(), QStringLiteral("test.act"));
    }

    static qint64 rowsOf(const std::vector<workflow::TableContents> &contents, const char *table)
    {
        return std::ranges::find(contents, QString::fromLatin1(table), &workflow::TableContents::table)->rows;
    }

    /// The small hospital as the first program kept it.
    static void goBackToTheFirstSchema(const Profile &profile)
    {
        {
            const auto backend = profile.open();
            aWorld(backend->store);
        }
        goBackTo(profile, 1);
    }

    /// The database as it was before later migrations.
    static void goBackTo(const Profile &profile, int version)
    {
        const auto migrations = storage::readMigrations(sqlFolder() + QStringLiteral("/sqlite/migrations"));
        auto connection = sqlite::openPlain(profile.path("simiao.db"), sqlFolder());
        while (storage::schemaState(**connection, *migrations)->version > version)
            QVERIFY(storage::migrateDown(**connection, *migrations));
    }

    std::vector<std::unique_ptr<Profile>> m_profiles;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestSqliteStore)
#include "test_sqlite_store.moc"
