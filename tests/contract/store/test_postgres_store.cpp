#include "contract/store/postgres_database.h"
#include "contract/store/store_contract.h"
#include "storage/entity_types.h"
#include "storage/migration/migration.h"

namespace simiao::test {

class TestPostgresStore : public StoreContract
{
    Q_OBJECT

protected:
    std::shared_ptr<workflow::Store> makeStore() override { return openStore(m_hospital->another()); }

private:
    std::shared_ptr<workflow::Store> openStore(const QString &database)
    {
        auto backend = m_hospital->open(database);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_hospital->server().log()));
        return backend->store;
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_server.start({{{QStringLiteral("max_connections"), QStringLiteral("300")}}}),
                 qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void schemaHasEveryFieldAndNoOther()
    {
        for (const auto *type : storage::entityTypes()) {
            const auto stored = m_hospital->server().psql(
                QStringLiteral("SELECT column_name FROM information_schema.columns "
                               "WHERE table_schema = 'simiao' AND table_name = '%1'")
                    .arg(type->table),
                QStringLiteral("hospital"));
            const auto lines = stored.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            QSet<QString> expected{QStringLiteral("row_hash")};
            for (const auto &field : type->fields)
                expected.insert(QString(field.name));
            QVERIFY2(QSet<QString>(lines.begin(), lines.end()) == expected, qPrintable(stored));
        }
    }

    void migrationGoesUpDownUp()
    {
        const auto database = m_hospital->another();
        const auto admin = m_hospital->adminOf(database);
        QVERIFY(admin);
        const auto migrations =
            storage::readMigrations(postgresSqlFolder() + QStringLiteral("/postgresql/migrations"));
        const auto tables = [&] {
            return m_hospital->server().psql(
                QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = 'simiao'"), database);
        };
        const auto functions = [&] {
            return m_hospital->server().psql(
                QStringLiteral("SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
                               "WHERE n.nspname LIKE 'simiao%'"),
                database);
        };
        const auto before = functions();

        for (std::size_t i = 0; i < migrations->size(); ++i)
            QVERIFY(postgresql::takeBackMigration(*admin->connection, postgresSqlFolder()));
        QCOMPARE(tables().trimmed(), QStringLiteral("schema_version"));
        QCOMPARE(functions().trimmed(), QStringLiteral("0"));
        const auto state = postgresql::setUpDatabase(*admin->connection, postgresSqlFolder());

        QVERIFY(state);
        QCOMPARE(state->version, migrations->back().number);
        QCOMPARE(functions(), before);
    }

    void anotherSchemaIsRefusedWithItsNumbers()
    {
        const auto database = m_hospital->another();
        m_hospital->server().psql(QStringLiteral("UPDATE simiao.schema_version SET number = number + 1"),
                                  database);
        QVERIFY(m_hospital->open(database)); // the next program's, whose migrations keep what this one uses
        m_hospital->server().psql(QStringLiteral("UPDATE simiao.schema_version SET number = number + 1"),
                                  database);
        QCOMPARE(m_hospital->open(database).error().code, QStringLiteral("migration.newer"));
    }

    void databaseThatIsNotOursIsNamed()
    {
        m_hospital->server().psql(QStringLiteral("CREATE DATABASE foreign_one"));
        QCOMPARE(m_hospital->open(QStringLiteral("foreign_one")).error().code,
                 QStringLiteral("server.not-set-up"));
        m_hospital->waitAsDesksDo(); // a refusal at the door is told at the end of the deadline
        const auto refused = m_hospital->open(QStringLiteral("nowhere")).error();
        m_hospital->waitForTheMachine();
        QCOMPARE(refused.code, QStringLiteral("server.login"));
        QVERIFY2(refused.detail.contains(QLatin1StringView("nowhere")), qPrintable(refused.detail));
    }

    // One desk's commit is announced on the other's screen, once on each.
    void whatOneDeskStoresTheOtherHears()
    {
        const auto database = m_hospital->another();
        const auto here = openStore(database);
        const auto there = openStore(database);
        const auto world = aWorld(here);
        int heardHere = 0;
        int heardThere = 0;
        auto patient = world.patient;
        patient.id = world.context.newId<administration::Patient>();
        patient.mrn = QStringLiteral("OTHER-1");
        patient.identityNumber.clear();
        const auto isIt = [id = patient.id.uuid](const workflow::Receipt &receipt) {
            return receipt.changes.size() == 1 && receipt.changes.front().id == id;
        };
        QObject::connect(here->changes(), &workflow::ChangeFeed::committed, this,
                         [&](const auto &receipt) { heardHere += isIt(receipt); });
        QObject::connect(there->changes(), &workflow::ChangeFeed::committed, this,
                         [&](const auto &receipt) { heardThere += isIt(receipt); });

        auto work = world.context.begin(world.context.newCommand(), QStringLiteral("test.act"));
        work.insert(patient);
        QVERIFY(QCoro::waitFor(here->commit(std::move(work))));

        // Behind a second one nothing of the first is on its way any more.
        int seconds = 0;
        QObject::connect(here->changes(), &workflow::ChangeFeed::committed, this, [&] { ++seconds; });
        patient.id = world.context.newId<administration::Patient>();
        patient.mrn = QStringLiteral("OTHER-2");
        auto second = world.context.begin(world.context.newCommand(), QStringLiteral("test.act"));
        second.insert(patient);
        QVERIFY(QCoro::waitFor(there->commit(std::move(second))));
        QTRY_COMPARE(seconds, 1);
        QTRY_COMPARE(heardThere, 1);
        QCOMPARE(heardHere, 1);
        QCOMPARE(QCoro::waitFor(workflow::load(here, patient.id))->mrn, patient.mrn);
    }

    // References to what many change at once are looked at when the transaction ends, behind the answer of its statement.
    void whatIsRefusedAtTheEndOfACommitIsNotCalledStored()
    {
        const auto database = m_hospital->another();
        const auto store = openStore(database);
        const auto world = aWorld(store);
        scheduling::Appointment appointment;
        appointment.id = world.context.newId<scheduling::Appointment>();
        appointment.patient = world.patient.id;
        appointment.slot = world.context.newId<scheduling::Slot>(); // there is none
        auto work = world.context.begin(world.context.newCommand(), QStringLiteral("appointment.book"),
                                        world.patient.id);
        work.insert(appointment);

        const auto refused = QCoro::waitFor(store->commit(std::move(work)));

        QCOMPARE(
            m_hospital->server().psql(QStringLiteral("SELECT count(*) FROM simiao.appointment"), database),
            QStringLiteral("0"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("store.constraint"));
        QVERIFY(QCoro::waitFor(workflow::load(store, world.patient.id)));
    }

    // What a desk's log-in may do without the program: no more than the program.
    void deskReachesNothingButTheViewsAndFunctions_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("table") << QStringLiteral("SELECT * FROM simiao.patient")
                               << QStringLiteral("permission denied");
        QTest::newRow("change through a view")
            << QStringLiteral("DELETE FROM simiao_api.patient") << QStringLiteral("permission denied");
        QTest::newRow("inner function")
            << QStringLiteral("SELECT simiao.append_audit('{}')") << QStringLiteral("permission denied");
        QTest::newRow("file of the server") << QStringLiteral("COPY (SELECT 1) TO PROGRAM 'true'")
                                            << QStringLiteral("pg_execute_server_program");
        QTest::newRow("an act that the trail would not tell")
            << QStringLiteral("SELECT simiao_api.commit('01a205cb-fc42-73a1-8b5a-f582d34718a1', "
                              "'{\"recorded\":\"2026-11-22T08:00:00Z\",\"event\":\"{}\",\"changes\":\"x\","
                              "\"steps\":[]}')")
            << QStringLiteral("server.event");
    }

    void deskReachesNothingButTheViewsAndFunctions()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, refusal);
        const auto said =
            PostgresServer::psqlAs(m_server.conninfo(QStringLiteral("desk_1"), QStringLiteral("of-desk-1"),
                                                     QStringLiteral("hospital")),
                                   sql);
        QVERIFY2(said.contains(refusal), qPrintable(said));
    }

    void trailOfAllDesksIsVerifiedAndAnEditIsFound()
    {
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        aWorld(backend->store);
        const auto links = QCoro::waitFor(backend->maintenance->verifyAudit());
        QVERIFY(links);
        QVERIFY(*links > 0);

        auto &server = m_hospital->server();
        server.psql(QStringLiteral(
                        "ALTER TABLE simiao.audit_event DISABLE TRIGGER ALL; UPDATE simiao.audit_event SET "
                        "event = replace(event, 'success', 'refused') WHERE sequence = 1"),
                    database);

        const auto found = QCoro::waitFor(backend->maintenance->verifyAudit());
        QCOMPARE(found.error().code, QStringLiteral("audit.edited"));
        QVERIFY2(found.error().detail.startsWith(QLatin1StringView("1 ")), qPrintable(found.error().detail));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresStore)
#include "test_postgres_store.moc"
