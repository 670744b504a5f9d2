#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "contract/store/store_contract.h"
#include "postgresql/wire_statements.h"
#include "security/login.h"
#include "security/password_hash.h"
#include "support/pgbouncer.h"
#include "support/postgres_pair.h"

#include <QElapsedTimer>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// A call may take its deadline, three seconds, and what the machine needs to notice: a busy one needs seconds.
const qint64 kBoundMs = isMachineOurs() ? 3'500 : 10'000;
constexpr int kPool = 3;
constexpr int kDesks = 24;

} // namespace

/// Desks behind PgBouncer in transaction mode: the next statement is perhaps run on a connection that somebody else had before.
class TestPostgresPooled : public StoreContract
{
    Q_OBJECT

protected:
    std::shared_ptr<workflow::Store> makeStore() override { return open(m_hospital->another()).store; }

private:
    static inline const auto kPassword = u"right horse"_s;

    sdk::Backend open(const QString &database, const char *login = HospitalDatabase::kProgram)
    {
        auto backend = m_hospital->open(database, {}, {}, login);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_pooler.log()));
        return *backend;
    }

    /// As who knows the password of a desk's log-in and nothing else.
    QString asDesk(const QString &database, const QString &sql)
    {
        return PostgresServer::psqlAs(m_pooler.conninfo(u"desk_1"_s, u"of-desk-1"_s, database), sql)
            .trimmed();
    }

    /// "read committed off": isolation, and whether it only reads; of a transaction as any statement of a desk has it.
    /// The first column, asked as a desk asks.
    static QByteArray answerTo(const QString &sql, const postgresql::OpenServer &server)
    {
        const auto asking = postgresql::readingWithWire(server.wire)(sql, {});
        if (!asking)
            return logLine(asking.error()).toUtf8();
        if (const auto asked = (*asking)->run({}); !asked)
            return logLine(asked.error()).toUtf8();
        return (*asking)->next() ? (*asking)->bytes(0) : QByteArray();
    }
    static QByteArray kindOfTransaction(const postgresql::OpenServer &server)
    {
        return answerTo(u"SELECT concat_ws(' ', current_setting('transaction_isolation'), "
                        "current_setting('transaction_read_only'))"_s,
                        server);
    }

    PostgresServer m_server;
    PgBouncer m_pooler;
    std::unique_ptr<HospitalDatabase> m_hospital;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled() || !PgBouncer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot() + u"; "_s + PgBouncer::whyNot()));
        QVERIFY2(m_server.start({{{u"max_connections"_s, u"300"_s}}}), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        QVERIFY2(m_pooler.start(
                     m_server.port(), {{u"desk_1"_s, u"of-desk-1"_s}, {u"program_1"_s, u"of-program-1"_s}},
                     {{u"default_pool_size"_s, QString::number(kPool)}, {u"server_login_retry"_s, u"1"_s}}),
                 qPrintable(m_pooler.log()));
        m_hospital->comeThrough({m_pooler.port()});
    }

    // What is done in one session, or by the keeper's own tools, needs one.
    void whoKeepsTheServerGoesToItDirectly()
    {
        const auto environment = m_hospital->environment(u"hospital"_s);
        QVERIFY(postgresql::setupOf(environment)->address.isPooled());
        const auto keeper = postgresql::keeperSetupOf(environment);
        QVERIFY(!keeper->address.isPooled());
        QCOMPARE(keeper->address.parameters.value(u"port"_s), QString::number(m_server.port()));
        const auto server = postgresql::openForKeeper(environment);
        QVERIFY2(server, qPrintable(server ? QString() : logLine(server.error())));
        QVERIFY(!server->wire->isLent());
    }

    void whatOneDeskStoresTheOtherHears()
    {
        const auto database = m_hospital->another();
        const auto here = open(database);
        const auto there = open(database);
        const auto world = aWorld(here.store);
        const auto work = aRegistration(world, world.context.newCommand(), u"HEARD"_s);
        int heard = 0;
        QObject::connect(there.store->changes(), &workflow::ChangeFeed::committed, this,
                         [&, command = work.command()](const workflow::Receipt &receipt) {
                             heard += receipt.command == command;
                         });

        QVERIFY(QCoro::waitFor(here.store->commit(work)));

        QTRY_COMPARE(heard, 1);
        const auto links =
            QCoro::waitFor(there.maintenance->verifyAudit()); // reads row by row, without a deadline
        QVERIFY2(links, qPrintable(links ? QString() : logLine(links.error())));
    }

    void whatIsRefusedAtTheEndOfACommitIsNotCalledStored()
    {
        const auto store = makeStore();
        const auto world = aWorld(store);
        scheduling::Appointment appointment;
        appointment.id = world.context.newId<scheduling::Appointment>();
        appointment.patient = world.patient.id;
        appointment.slot = world.context.newId<scheduling::Slot>(); // there is none
        auto work = world.context.begin(world.context.newCommand(), u"appointment.book"_s, world.patient.id);
        work.insert(appointment);
        QCOMPARE(QCoro::waitFor(store->commit(std::move(work))).error().code, u"store.constraint"_s);
        QVERIFY(QCoro::waitFor(workflow::load(store, world.patient.id)));
    }

    // All desks share a log-in, and so the connections: one of them would be seen by whoever comes next as who had it before.
    void nobodyIsTakenForWhoHadTheConnectionBefore()
    {
        const auto database = m_hospital->another();
        auto world = aWorld(open(database).store);
        auto account = world.physician;
        account.id = world.context.newId<security::Account>();
        account.loginName = u"li"_s;
        account.passwordHash = *security::hashPassword(kPassword);
        auto seeding = world.context.begin(world.context.newCommand(), u"demo.seed"_s);
        seeding.insert(account);
        QVERIFY(QCoro::waitFor(world.context.store->commit(std::move(seeding))));
        const auto hers = open(database, HospitalDatabase::kDesk).store;
        const auto nobodys = open(database, HospitalDatabase::kDesk).store;
        security::LoginPorts ports{.store = hers,
                                   .clock = world.clock,
                                   .rng = world.context.rng,
                                   .throttle = std::make_shared<security::LoginThrottle>(),
                                   .passwords = {},
                                   .site = u"MAIN"_s,
                                   .workstation = u"DESK-1"_s};
        const auto session = QCoro::waitFor(security::logIn(ports, u"li"_s, kPassword));
        QVERIFY2(session, qPrintable(session ? QString() : logLine(session.error())));

        for (int i = 0; i < 4 * kPool; ++i) {
            // The pooler lends what was given back last.
            QVERIFY(QCoro::waitFor(workflow::load(hers, world.patient.id)));
            QCOMPARE(asDesk(database, u"SELECT count(*) FROM simiao_api.patient"_s), u"0"_s);
            QVERIFY(QCoro::waitFor(workflow::load(hers, world.patient.id)));
            const auto seen = QCoro::waitFor(workflow::load(nobodys, world.patient.id));
            QVERIFY(!seen);
            QCOMPARE(seen.error().kind, ErrorKind::NotFound);
        }
        // In her name, by a program that somebody changed.
        auto context = world.context;
        context.session = *session;
        const auto work = context.begin(context.newCommand(), u"session.lock"_s);
        QCOMPARE(QCoro::waitFor(nobodys->commit(work)).error().code, u"server.signed-out"_s);
        QVERIFY(QCoro::waitFor(hers->commit(work)));
    }

    // What a session sets stays on the connection: whoever has it next is not led astray.
    void whatSomebodyLeftOnAConnectionIsNotFollowed()
    {
        const auto database = m_hospital->another();
        const auto world = aWorld(open(database).store);
        const auto store = open(database, HospitalDatabase::kDesk).store;
        m_server.psql(
            u"GRANT TEMPORARY ON DATABASE %1 TO simiao_desk"_s.arg(database)); // db init takes it away
        for (int i = 0; i < 2 * kPool; ++i) {
            const auto left =
                asDesk(database,
                       u"SELECT set_config('simiao.session', 'left behind', false); "
                       "CREATE TEMPORARY TABLE IF NOT EXISTS organization (id uuid); "
                       "SET search_path = nowhere; SET lock_timeout = 1; SET statement_timeout = 1"_s);
            // One that was left so before may end the next to leave something.
            QVERIFY2(!left.contains("ERROR"_L1) || left.contains("statement timeout"_L1), qPrintable(left));
            const auto department = QCoro::waitFor(workflow::load(store, world.department.id));
            QVERIFY2(department, qPrintable(department ? QString() : logLine(department.error())));
        }
    }

    // Which setting keeps the next from her work nobody can list: servers of later years have new ones.
    void noSettingOfSomebodyElseIsLeft_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("views are closed")
            << u"restrict_nonsystem_relation_kind"_s << u"view"_s; // since August 2024
        QTest::newRow("another day") << u"TimeZone"_s << u"Pacific/Kiritimati"_s;
        QTest::newRow("slow plans") << u"enable_indexscan"_s << u"off"_s;
        QTest::newRow("of nobody's making") << u"somebody.kept"_s << u"this"_s;
    }

    void noSettingOfSomebodyElseIsLeft()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        if (!name.contains(u'.')
            && m_server.psql(u"SELECT count(*) FROM pg_settings WHERE name = '%1'"_s.arg(name)) == "0"_L1)
            QSKIP("an older server has no such setting");
        const auto database = m_hospital->another();
        const auto world = aWorld(open(database).store);
        const auto store = open(database, HospitalDatabase::kDesk).store;
        const auto setup =
            postgresql::setupOf(m_hospital->environment(database, {}, {}, HospitalDatabase::kDesk));
        QVERIFY(setup);
        const auto reader = HospitalDatabase::connectTo(*setup);
        QVERIFY(reader);
        for (int i = 0; i < 2 * kPool; ++i) {
            QCOMPARE(asDesk(database, u"SET %1 = '%2'"_s.arg(name, value)), QString());
            const auto department = QCoro::waitFor(workflow::load(store, world.department.id));
            QVERIFY2(department, qPrintable(department ? QString() : logLine(department.error())));
            QCOMPARE(asDesk(database, u"SET %1 = '%2'"_s.arg(name, value)), QString());
            const auto kept =
                answerTo(u"SELECT coalesce(current_setting('%1', true), '')"_s.arg(name), *reader);
            QVERIFY2(kept != value.toUtf8() && !kept.contains("server."), kept.constData());
        }
    }

    void kindOfTransactionIsNotWhatSomebodySetBefore_data()
    {
        QTest::addColumn<QString>("left");
        QTest::newRow("read only") << u"SET default_transaction_read_only = on"_s;
        QTest::newRow("serializable") << u"SET default_transaction_isolation = 'serializable'"_s;
        QTest::newRow("both")
            << u"SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s;
    }

    void kindOfTransactionIsNotWhatSomebodySetBefore()
    {
        QFETCH(const QString, left);
        const auto database = m_hospital->another();
        const auto backend = open(database);
        const auto world = aWorld(backend.store);
        const auto setup = postgresql::setupOf(m_hospital->environment(database));
        QVERIFY(setup);
        const auto reader = HospitalDatabase::connectTo(*setup);
        QVERIFY(reader);
        for (int i = 0; i < 2 * kPool; ++i) {
            // The pooler lends what was given back last.
            const auto conninfo = m_pooler.conninfo(u"program_1"_s, u"of-program-1"_s, database);
            QCOMPARE(PostgresServer::psqlAs(conninfo, left), QString());
            QCOMPARE(kindOfTransaction(*reader), QByteArray("read committed off"));
            QCOMPARE(PostgresServer::psqlAs(conninfo, left), QString());
            const auto stored = QCoro::waitFor(
                backend.store->commit(aRegistration(world, world.context.newCommand(), u"KIND-%1"_s.arg(i))));
            QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        }
        QVERIFY2(!m_server.log().contains("WARNING"_L1), qPrintable(m_server.log()));
    }

    // In the middle of an update desks of both programs share the connections: each is shown the rows as it knows them.
    void stepOfAnotherProgramIsNotTakenForOnesOwn()
    {
        const auto database = m_hospital->another();
        const auto world = aWorld(open(database).store);
        const auto store = open(database).store;
        m_server.psql(u"SET search_path = simiao; INSERT INTO later_column VALUES ('patient', 'phone', 5); "
                      "SELECT make_row_functions('patient'); SELECT make_views(); SET ROLE simiao_owner; "
                      "UPDATE patient SET phone = '1'; UPDATE patient p SET row_hash = "
                      "sha256(convert_to(canonical_patient(p), 'UTF8'))"_s,
                      database);
        for (int i = 0; i < 2 * kPool; ++i) {
            QCOMPARE(PostgresServer::psqlAs(m_pooler.conninfo(u"program_1"_s, u"of-program-1"_s, database),
                                            u"SELECT set_config('simiao.step', '4', false)"_s)
                         .trimmed(),
                     u"4"_s);
            const auto patient = QCoro::waitFor(workflow::load(store, world.patient.id));
            QVERIFY2(patient, qPrintable(patient ? QString() : logLine(patient.error())));
            QCOMPARE(patient->phone, u"1"_s);
        }
    }

    void manyDesksShareFewConnections()
    {
        const auto database = m_hospital->another();
        const auto world = aWorld(open(database).store);
        std::vector<sdk::Backend> desks;
        for (int i = 0; i < kDesks; ++i)
            desks.push_back(open(database));
        int stored = 0;
        for (int i = 0; i < 10 * kDesks; ++i) {
            const auto work = aRegistration(world, world.context.newCommand(), u"MANY-%1"_s.arg(i));
            QCoro::connect(desks[std::size_t(i % kDesks)].store->commit(work), this,
                           [&stored](const auto &receipt) { stored += bool(receipt); });
        }
        QTRY_COMPARE_WITH_TIMEOUT(stored, 10 * kDesks, 30'000);

        const auto sessions =
            m_server
                .psql(
                    u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND usename = 'program_1'"_s
                        .arg(database))
                .toInt();
        // Each hears what others save on a session of its own, as the desk of the world does.
        QVERIFY2(sessions > kDesks && sessions <= kDesks + 1 + kPool, qPrintable(QString::number(sessions)));
    }

    // Each machine has its own pooler before it, which does not know that its server is gone for good.
    void standbyThatTookOverIsFoundBehindItsOwnPooler()
    {
        PostgresPair pair;
        QVERIFY2(pair.start(), qPrintable(pair.log()));
        HospitalDatabase hospital(pair.primary());
        const auto trouble = hospital.make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const QMap<QString, QString> passwords{{u"program_1"_s, u"of-program-1"_s}};
        const QMap<QString, QString> settings{
            {u"server_login_retry"_s, u"1"_s},
            // Neither of them says that its server is gone, however long a desk waits:
            {u"query_wait_timeout"_s, u"60"_s}};
        PgBouncer first;
        PgBouncer second;
        QVERIFY(first.start(pair.primary().port(), passwords, settings));
        QVERIFY(second.start(pair.standby().port(), passwords, settings));
        hospital.comeThrough({first.port(), second.port()}, {pair.primary().port(), pair.standby().port()});
        if (isMachineOurs())
            hospital.waitAsDesksDo();
        const auto here = hospital.open(u"hospital"_s);
        const auto there = hospital.open(u"hospital"_s);
        QVERIFY2(here && there, qPrintable(first.log()));
        const auto world = aWorld(here->store);

        pair.killPrimary();
        QVERIFY2(pair.promote(), qPrintable(pair.log()));
        const auto work = aRegistration(world, world.context.newCommand(), u"AFTER"_s);
        int heard = 0;
        QObject::connect(there->store->changes(), &workflow::ChangeFeed::committed, this,
                         [&, command = work.command()](const workflow::Receipt &receipt) {
                             heard += receipt.command == command;
                         });

        QElapsedTimer time;
        time.start();
        const auto stored =
            QCoro::waitFor(here->store->commit(work)); // within its deadline, at the first attempt
        qInfo("stored %lld ms after the promotion", time.elapsed());
        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        QCOMPARE(
            pair.standby().psql(u"SELECT count(*) FROM simiao.patient WHERE mrn = 'AFTER'"_s, u"hospital"_s),
            u"1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(heard, 1, 20'000);
    }

    // Last: what is before it wants the server.
    void deskIsAnsweredInTimeWhenTheServerBehindIsSilentOrGone()
    {
        m_hospital->waitAsDesksDo();
        const auto database = m_hospital->another();
        const auto store = open(database).store;
        const auto world = aWorld(store);
        QElapsedTimer time;

        m_server.freeze();
        time.start();
        const auto loaded = QCoro::waitFor(workflow::load(store, world.patient.id));
        auto took = time.elapsed();
        m_server.thaw();
        QVERIFY2(took < kBoundMs, qPrintable(QString::number(took)));
        QCOMPARE(loaded.error().kind, ErrorKind::Unavailable);
        QTRY_VERIFY_WITH_TIMEOUT(QCoro::waitFor(workflow::load(store, world.patient.id)), 20'000);

        m_server.kill9();
        const auto work = aRegistration(world, world.context.newCommand(), u"KILLED"_s);
        time.start();
        const auto refused = QCoro::waitFor(store->commit(work));
        took = time.elapsed();
        QVERIFY2(took < kBoundMs, qPrintable(QString::number(took)));
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);

        QVERIFY2(m_server.restart(), qPrintable(m_server.log()));
        // What was unknown may have been settled by now as never to be stored: then it is done anew, once.
        QString refusal;
        auto attempt = work;
        const auto isStored = [&] {
            const auto stored = QCoro::waitFor(store->commit(attempt));
            refusal = stored ? QString() : logLine(stored.error());
            if (!stored && stored.error().code == "store.given-up"_L1)
                attempt = aRegistration(world, world.context.newCommand(), u"KILLED"_s);
            return stored.has_value();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isStored(), qPrintable(refusal), 20'000);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.patient WHERE mrn = 'KILLED'"_s, database),
                 u"1"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresPooled)
#include "test_postgres_pooled.moc"
