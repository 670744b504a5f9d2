#include "contract/store/workers.h"
#include "postgresql/acting_person.h"
#include "postgresql/server_login.h"
#include "security/password_key.h"
#include "support/psql_session.h"
#include "workflow/ports/sign_in.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOwn = "li_ming";

/// How a computer comes to the server: with the log-in of a desk or with that of the person who works there.
enum class Place { Desk, Own };

} // namespace

/// A person who signs in twice, and log-ins of the server that are one person's own.
class TestPostgresSessions : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QTemporaryDir m_folder;
    QString m_database;
    World m_world; ///< of a program; its physician can sign in
    std::vector<std::shared_ptr<workflow::Store>> m_stores;

    /// A computer at which nobody has signed in; each says that it is DESK-1.
    World computer(Place place)
    {
        auto environment = m_hospital->environment(m_database, {}, {}, kOwn);
        if (place == Place::Own)
            environment.config.set(
                u"backend"_s,
                u"postgresql://%1@%2:%3/%4?passfile=%5"_s.arg(QLatin1StringView(kOwn), PostgresServer::host())
                    .arg(m_server.port())
                    .arg(m_database, m_folder.filePath(u"pass"_s)),
                u"test"_s);
        const auto backend = place == Place::Own
            ? m_hospital->openAt(environment)
            : m_hospital->open(m_database, {}, {}, HospitalDatabase::kDesk);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        m_stores.push_back(backend->store);
        auto world = m_world;
        world.context.store = backend->store;
        return world;
    }

    /// The same with the physician signed in.
    World signedIn(Place place)
    {
        const auto world = computer(place);
        return withStore(world, world.context.store, Worker::Person);
    }

    /// "stored", or why not.
    static QString outcome(const World &world, const QString &act = u"session.lock"_s)
    {
        const auto &context = world.context;
        const auto stored = QCoro::waitFor(context.store->commit(context.begin(context.newCommand(), act)));
        return stored ? u"stored"_s : stored.error().code;
    }
    static QString read(const World &world)
    {
        const auto patient = QCoro::waitFor(workflow::load(world.context.store, world.patient.id));
        return patient ? u"read"_s : patient.error().code;
    }

    QString openSessions() const
    {
        return m_server.psql(u"SELECT count(*) FROM simiao.staff_session WHERE ended IS NULL"_s, m_database);
    }
    void letSignInOnce()
    {
        m_server.psql(u"UPDATE simiao.server_rule SET one_per_person = true"_s, m_database);
    }

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        QFile file(m_folder.filePath(u"pass"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("*:*:*:li_ming:of-li-ming\n");
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // libpq reads no other
    }

    void init()
    {
        m_database = m_hospital->another();
        const auto backend = m_hospital->open(m_database);
        QVERIFY(backend);
        m_stores = {backend->store};
        m_world = aStaffedWorld(backend->store);
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin);
        QVERIFY(postgresql::admit(*admin,
                                  {QString::fromLatin1(kOwn), u"of-li-ming"_s, sdk::ServerLogin::Kind::Person,
                                   m_world.physician.loginName}));
    }

    void cleanup()
    {
        for (const auto &store : m_stores)
            store->close();
        m_stores.clear();
    }

    void whoSignsInElsewhereHasLeft_data()
    {
        QTest::addColumn<Place>("first");
        QTest::addColumn<Place>("second");
        QTest::newRow("at two desks of one name") << Place::Desk << Place::Desk;
        QTest::newRow("twice with her own log-in") << Place::Own << Place::Own;
        QTest::newRow("at a desk, then with her own") << Place::Desk << Place::Own;
    }

    void whoSignsInElsewhereHasLeft()
    {
        QFETCH(const Place, first);
        QFETCH(const Place, second);
        letSignInOnce();
        const auto before = signedIn(first);
        QCOMPARE(outcome(before), u"stored"_s);

        const auto now = signedIn(second);

        QCOMPARE(outcome(before), u"server.signed-out"_s);
        QCOMPARE(read(before), u"server.signed-out"_s);
        QCOMPARE(outcome(now), u"stored"_s);
        QCOMPARE(openSessions(), u"1"_s);
    }

    void whoMayWorksAtTwoDesks()
    {
        const auto before = signedIn(Place::Own);
        const auto now = signedIn(Place::Own);
        QCOMPARE(outcome(before), u"stored"_s);
        QCOMPARE(outcome(now), u"stored"_s);
    }

    // Neither sees that the other has begun.
    void ofTwoAtOnceTheSecondEndsTheFirst()
    {
        letSignInOnce();
        const auto &person = m_world.physician;
        const auto desk = m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database);
        const auto salt =
            PostgresServer::psqlAs(desk, u"SELECT simiao_api.salt_for('%1')"_s.arg(person.loginName));
        const auto key = security::passwordKey(salt.trimmed(), u"right horse"_s);
        QVERIFY(key);
        const auto token = postgresql::ActingPerson::freshToken();
        const auto proof = postgresql::ActingPerson::proof(*key, token, person.loginName, u"DESK-2"_s);
        PsqlSession first(desk);
        PostgresServer::psqlAs(desk,
                               u"SELECT simiao_api.offer_proof('%1', 'DESK-2', '%2', '\\x%3')"_s.arg(
                                   person.loginName, token, QString::fromLatin1(proof.toHex())));
        first.say(u"BEGIN"_s);
        first.say(u"SELECT simiao_api.sign_in('%1')"_s.arg(token));
        QTRY_VERIFY(first.hasAnswer());
        QCOMPARE(first.answer(), person.id.toString());

        auto world = computer(Place::Desk);
        auto *gate = dynamic_cast<workflow::SignIn *>(world.context.store.get());
        QVERIFY(gate);
        std::optional<Result<bool>> second;
        QCoro::connect(gate->signIn(person.loginName, *key), this,
                       [&second](const Result<bool> &isIn) { second = isIn; });
        QTRY_COMPARE(m_server.psql(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s), u"1"_s);
        first.say(u"COMMIT"_s);

        QTRY_VERIFY(second);
        QVERIFY(*second && **second);
        QCOMPARE(openSessions(), u"1"_s);
    }

    void nobodyElseSignsInWithAnOwnLogIn()
    {
        auto another = m_world.physician;
        another.id = m_world.context.newId<security::Account>();
        another.loginName = u"wang"_s;
        auto work = m_world.context.begin(m_world.context.newCommand(), u"demo.seed"_s);
        QVERIFY(QCoro::waitFor(m_world.context.store->commit(work.insert(another))));
        auto world = computer(Place::Own);
        world.physician = another;

        QCOMPARE(signIn(world, u"DESK-1"_s).error().code, u"server.own-login"_s);

        // Nor does a session help that somebody put there.
        const auto token = postgresql::ActingPerson::freshToken();
        m_server.psql(
            u"INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until) VALUES "
            "(sha256('%1'), '%2', '%3', 'DESK-1', 'infinity')"_s.arg(token, another.id.toString(),
                                                                     QLatin1StringView(kOwn)),
            m_database);
        const auto said = PostgresServer::psqlAs(
            m_server.conninfo(QString::fromLatin1(kOwn), u"of-li-ming"_s, m_database),
            u"SELECT set_config('simiao.session', '%1', false); SELECT count(*) FROM simiao_api.patient"_s
                .arg(token));
        QVERIFY2(said.contains("server.signed-out"_L1), qPrintable(said));
    }

    void ownLogInNeedsTheServersRoleAlsoOfWhoSignsIn()
    {
        const auto world = signedIn(Place::Own);
        QCOMPARE(read(world), u"read"_s);

        m_server.psql(u"REVOKE simiao_role_physician, simiao_role_registrar FROM li_ming"_s);

        QCOMPARE(read(world), u"store.not-found"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresSessions)
#include "test_postgres_sessions.moc"
