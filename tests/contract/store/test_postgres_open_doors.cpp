#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "postgresql/open_doors.h"
#include "postgresql/server_login.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using Kind = sdk::ServerLogin::Kind;

/// What PostgreSQL itself lets whoever has a desk's log-in do, beside the functions of Simiao.
class TestPostgresOpenDoors : public QObject
{
    Q_OBJECT

private:
    /// As who knows the password of a desk's log-in and nothing else.
    QString asDesk(const QString &sql) const
    {
        return PostgresServer::psqlAs(m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, u"hospital"_s), sql);
    }

    sdk::OpenDoors doors(const QString &database = u"hospital"_s)
    {
        const auto admin = m_hospital->adminOf(database);
        const auto found = admin ? postgresql::openDoors(*admin->connection) : admin.error();
        if (!found)
            qFatal("%s", qPrintable(logLine(found.error())));
        return *found;
    }

    QString admitted(const sdk::ServerLogin &login)
    {
        const auto admin = m_hospital->adminOf(u"hospital"_s);
        const auto done = admin ? postgresql::admit(*admin, login) : admin.error();
        return done ? QString() : logLine(done.error());
    }

    /// Of a log-in, without what every log-in may be made to have.
    QString rolesOf(const QString &login) const
    {
        return m_server.psql(
            u"SELECT string_agg(CAST(m.roleid AS regrole)::text, ' ' ORDER BY 1) FROM pg_auth_members m "
            "WHERE m.member = '%1'::regrole"_s.arg(login));
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void deskCannotStandInTheWayOfOthers_data()
    {
        QTest::addColumn<QString>("call");
        QTest::newRow("end a session") << u"pg_terminate_backend(pg_backend_pid())"_s;
        QTest::newRow("stop a statement") << u"pg_cancel_backend(pg_backend_pid())"_s;
        QTest::newRow("the line before a counter") << u"pg_advisory_lock(hashtextextended('visit', 1))"_s;
        QTest::newRow("for a transaction") << u"pg_advisory_xact_lock(1)"_s;
        QTest::newRow("where it is free") << u"pg_try_advisory_lock(1, 2)"_s;
        QTest::newRow("shared") << u"pg_try_advisory_xact_lock_shared(1)"_s;
        QTest::newRow("large object") << u"lo_from_bytea(0, 'x')"_s;
        QTest::newRow("empty large object") << u"lo_creat(-1)"_s;
        QTest::newRow("log of changes") << u"pg_logical_emit_message(false, 'x', repeat('x', 1000))"_s;
    }

    void deskCannotStandInTheWayOfOthers()
    {
        QFETCH(const QString, call);
        const auto refused = asDesk(u"SELECT "_s + call);
        QVERIFY2(refused.contains("permission denied for function"_L1), qPrintable(refused));
    }

    // Counters, receipts and the trail use some of what is closed to desks.
    void whatIsStoredIsStoredAllTheSame()
    {
        QCOMPARE(doors().functions, QStringList());
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY(backend);
        const auto world = aWorld(backend->store);
        const auto work = aRegistration(world, world.context.newCommand(), u"STORED"_s);
        const auto first = QCoro::waitFor(backend->store->commit(work));
        QVERIFY2(first, qPrintable(first ? QString() : logLine(first.error())));
        QVERIFY(QCoro::waitFor(backend->store->commit(work))); // the first receipt
        const auto program = m_server.conninfo(u"program_1"_s, u"of-program-1"_s, u"hospital"_s);
        QCOMPARE(PostgresServer::psqlAs(program, u"SELECT simiao_api.settle_command(gen_random_uuid())"_s),
                 QString());
    }

    void whatCannotBeClosedIsNamed()
    {
        m_server.psql(
            u"CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'of-keeper'; GRANT simiao_owner, simiao_desk TO keeper"_s);
        m_server.psql(u"CREATE DATABASE kept OWNER keeper ENCODING 'UTF8' TEMPLATE template0"_s);
        const auto passFile = m_folder.filePath(u"pass"_s);
        QFile file(passFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("*:*:*:keeper:of-keeper\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.close();
        auto address = postgresql::parseAddress(
            u"postgresql://keeper@127.0.0.1:%1/kept?passfile=%2"_s.arg(m_server.port()).arg(passFile),
            u"keeper"_s);
        QVERIFY(address);
        auto catalogue = postgresql::catalogueIn(postgresSqlFolder());
        QVERIFY(catalogue);
        const auto keeper = HospitalDatabase::connectTo({*address, *catalogue});
        QVERIFY2(keeper, qPrintable(keeper ? QString() : logLine(keeper.error())));

        const auto set = postgresql::setUpDatabase(*keeper->connection, postgresSqlFolder());
        QVERIFY2(set, qPrintable(set ? QString() : logLine(set.error())));
        QVERIFY(doors(u"kept"_s).functions.join(u' ').contains(u"pg_terminate_backend("_s));

        QVERIFY(m_hospital->setUp(u"kept"_s)); // by a superuser
        QCOMPARE(doors(u"kept"_s).functions, QStringList());
    }

    // Anybody may set something for her own log-in, and so for all desks that share it.
    void whatALoginSetsForItselfIsNamedAndTakenBack()
    {
        QCOMPARE(asDesk(u"ALTER ROLE desk_1 SET statement_timeout = 1"_s), QString());
        QCOMPARE(
            asDesk(
                u"SET statement_timeout = 0; ALTER ROLE desk_1 IN DATABASE hospital SET work_mem = '64kB'"_s),
            QString());
        QCOMPARE(doors().settings, (QStringList{u"desk_1 statement_timeout=1"_s, u"desk_1 work_mem=64kB"_s}));

        QCOMPARE(admitted({u"desk_1"_s, u"of-desk-1"_s}), QString());
        QCOMPARE(doors().settings, QStringList());
    }

    // Until somebody looks, desks go on: what a session needs it says itself.
    void sessionIsOfTheKindThatADeskNeeds()
    {
        QCOMPARE(m_server.psql(u"ALTER ROLE program_1 SET default_transaction_read_only = on; "
                               "ALTER ROLE program_1 SET default_transaction_isolation = 'serializable'"_s),
                 QString());
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY2(backend, qPrintable(backend ? QString() : logLine(backend.error())));
        const auto world = aWorld(backend->store);
        const auto work = aRegistration(world, world.context.newCommand(), u"READ-ONLY"_s);
        const auto stored = QCoro::waitFor(backend->store->commit(work));
        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        m_server.psql(u"ALTER ROLE program_1 RESET ALL"_s);
    }

    // One that opens as many as there are would keep everybody else out.
    void loginTakesNoMoreConnectionsThanItsDesksNeed()
    {
        const auto limit = [this] {
            return m_server.psql(u"SELECT rolconnlimit FROM pg_roles WHERE rolname = 'bounded'"_s);
        };
        QCOMPARE(admitted({u"bounded"_s, u"x"_s, Kind::Desk, {}, {u"DESK-1"_s}}), QString());
        QCOMPARE(limit(), u"12"_s);
        QCOMPARE(admitted({u"bounded"_s, u"x"_s, Kind::Desk, {}, {u"DESK-1"_s, u"DESK-2"_s}}), QString());
        QCOMPARE(limit(), u"24"_s);
        QCOMPARE(admitted({u"bounded"_s, u"x"_s}), QString()); // shared, as behind a pooler
        QCOMPARE(limit(), u"-1"_s);
    }

    void loginIsOfOneKind()
    {
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY(backend);
        auto world = aWorld(backend->store);
        auto account = world.physician;
        account.id = world.context.newId<security::Account>();
        account.loginName = u"li"_s;
        account.roles = {u"physician"_s};
        auto seeding = world.context.begin(world.context.newCommand(), u"demo.seed"_s);
        seeding.insert(account);
        QVERIFY(QCoro::waitFor(backend->store->commit(std::move(seeding))));
        const sdk::ServerLogin desk{u"lis"_s, u"of-lis"_s};
        const sdk::ServerLogin program{u"lis"_s, u"of-lis"_s, Kind::Program};
        const sdk::ServerLogin person{u"lis"_s, u"of-lis"_s, Kind::Person, u"li"_s};
        const QMap<int, QString> roles{{int(Kind::Desk), u"simiao_desk"_s},
                                       {int(Kind::Program), u"simiao_service"_s},
                                       {int(Kind::Person), u"simiao_desk simiao_role_physician"_s}};

        for (const auto &login : {desk, program, person, program, desk, person, desk}) {
            QCOMPARE(admitted(login), QString());
            QCOMPARE(rolesOf(u"lis"_s), roles.value(int(login.kind)));
            QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.personal_login WHERE login = 'lis'"_s,
                                   u"hospital"_s),
                     login.kind == Kind::Person ? u"1"_s : u"0"_s);
        }
    }

private:
    QTemporaryDir m_folder;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresOpenDoors)
#include "test_postgres_open_doors.moc"
