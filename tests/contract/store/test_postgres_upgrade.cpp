#include "contract/store/later_sql.h"
#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "sdk/desk.h"
#include "support/psql_session.h"
#include "workflow/ports/queries.h"
#include "workflow/ports/read_only.h"

#include <future>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStored = 9; // the step of this program
constexpr auto kNext = LaterSql::kNext;
constexpr auto kAfterNext = LaterSql::kAfterNext;

} // namespace

/// A hospital whose server is a step ahead of some desks, or behind others, and the step itself.
class TestPostgresUpgrade : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    const LaterSql m_next{{kNext}};

    QString asked(const QString &database, const QString &sql)
    {
        return m_server.psql(sql, database).trimmed();
    }
    int schemaOf(const QString &database)
    {
        return asked(database, u"SELECT max(number) FROM simiao.schema_version"_s).toInt();
    }

    Result<storage::SchemaState> update(const QString &database, const LaterSql &sql)
    {
        TRY(const auto admin, m_hospital->adminOf(database));
        return postgresql::setUpDatabase(*admin.connection, sql.path());
    }
    Result<storage::SchemaState> takeBack(const QString &database, const LaterSql &sql)
    {
        TRY(const auto admin, m_hospital->adminOf(database));
        return postgresql::takeBackMigration(*admin.connection, sql.path());
    }
    Result<sdk::Backend> openWith(const LaterSql &sql, const QString &database)
    {
        auto environment = m_hospital->environment(database);
        environment.sqlFolder = sql.path();
        return m_hospital->openAt(environment);
    }

    /// The desk reads the patient's row and writes it.
    Result<workflow::Receipt> changeAddress(const sdk::Backend &desk, const World &world, int number)
    {
        TRY(auto patient, QCoro::waitFor(workflow::load(desk.store, world.patient.id)));
        patient.address = u"address %1"_s.arg(number);
        auto changing = world.context.begin(world.context.newCommand(), u"patient.register"_s);
        changing.update(patient);
        return QCoro::waitFor(desk.store->commit(changing));
    }

    /// As the next program does it.
    void fillLanguage(const QString &database)
    {
        asked(database, u"UPDATE simiao.patient SET preferred_language = 'yue'"_s);
        asked(database,
              u"UPDATE simiao.patient p SET row_hash = "
              u"sha256(convert_to(simiao.canonical_patient(p), 'UTF8'))"_s);
    }

    /// People and things, stored by this program.
    World aWorldOf(const QString &database)
    {
        const auto backend = m_hospital->open(database);
        if (!backend)
            qFatal("%s", qPrintable(logLine(backend.error())));
        return aWorld(backend->store);
    }

    /// What all rows say, by the server's own words for them, and the trail.
    QString dump(const QString &database)
    {
        const auto tables = asked(database,
                                  u"SELECT substr(proname, 11) FROM pg_proc WHERE pronamespace = "
                                  u"'simiao'::regnamespace AND proname LIKE 'canonical\\_%' ORDER BY 1"_s)
                                .split(u'\n');
        QStringList said;
        for (const auto &table : tables)
            said.append(
                table + u' '
                + asked(database,
                        u"SELECT count(*), md5(string_agg(simiao.canonical_%1(t) || encode(row_hash, 'hex'), "
                        u"',' ORDER BY id)) FROM simiao.%1 t"_s.arg(table)));
        said.append(asked(database,
                          u"SELECT count(*), md5(string_agg(event || encode(hash, 'hex'), ',' ORDER BY "
                          u"workstation, sequence)) FROM simiao.audit_event"_s));
        return said.join(u'\n');
    }

    /// What rows are kept in: columns, indexes, views and functions.
    QString shape(const QString &database)
    {
        return asked(database,
                     u"SELECT table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || "
                     u"' ' || is_nullable AS it "
                     u"FROM information_schema.columns WHERE table_schema LIKE 'simiao%' "
                     u"UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'simiao' "
                     u"UNION ALL SELECT pronamespace::regnamespace || '.' || proname || ' ' || md5(prosrc) "
                     u"FROM pg_proc WHERE "
                     u"pronamespace::regnamespace::text LIKE 'simiao%' ORDER BY it"_s);
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    // Some desks have the new program, some still have this one; the database is updated while those work.
    void deskThatIsOneStepBehindGoesOnWorking()
    {
        const auto database = m_hospital->another();
        const auto running = m_hospital->open(database);
        QVERIFY(running);
        const auto &store = running->store;
        const auto world = aWorld(store);
        QVERIFY(QCoro::waitFor(store->commit(aRegistration(world, world.context.newCommand(), u"BEFORE"_s))));
        const auto before = QCoro::waitFor(workflow::load(store, world.patient.id));
        QVERIFY(before);

        const auto updated = update(database, m_next);

        QVERIFY2(updated, qPrintable(updated ? QString() : logLine(updated.error())));
        QCOMPARE(updated->version, kStored + 1);
        const auto started = m_hospital->open(database);
        QVERIFY2(started, qPrintable(started ? QString() : logLine(started.error())));
        int number = 0;
        for (const auto &desk : {running, started}) {
            const auto stored = changeAddress(*desk, world, ++number);
            QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
            QVERIFY(QCoro::waitFor(desk->store->commit(
                aRegistration(world, world.context.newCommand(), u"AFTER-%1"_s.arg(number)))));
        }
        QCOMPARE(asked(database, u"SELECT count(*) FROM simiao.patient"_s), u"4"_s);
        const auto problems = QCoro::waitFor(started->maintenance->check());
        QVERIFY(problems && problems->empty());
        QVERIFY(QCoro::waitFor(started->maintenance->verifyAudit()));
    }

    // The new program fills what the old one does not know: that reads and writes the row, and leaves it as it was.
    void deskThatIsOneStepBehindKeepsWhatItDoesNotKnow()
    {
        const auto database = m_hospital->another();
        const auto running = m_hospital->open(database);
        QVERIFY(running);
        const auto world = aWorld(running->store);
        QVERIFY(update(database, m_next));
        const auto started = m_hospital->open(database);
        QVERIFY(started);
        fillLanguage(database);
        int number = 0;
        for (const auto &desk : {running, started}) {
            const auto stored = changeAddress(*desk, world, ++number);
            QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
            QCOMPARE(
                asked(database,
                      u"SELECT address, preferred_language, row_hash = "
                      u"sha256(convert_to(simiao.canonical_patient(p), 'UTF8')) FROM simiao.patient p"_s),
                u"address %1|yue|t"_s.arg(number)); // also as the next program sees it
        }
        const auto problems = QCoro::waitFor(started->maintenance->check());
        QVERIFY(problems && problems->empty());
        QVERIFY(QCoro::waitFor(started->maintenance->verifyAudit()));
    }

    // What it does not know does not hide damage in what it knows, nor the other way round.
    void deskThatIsOneStepBehindSeesDamage_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("in what it knows") << u"name = 'somebody'"_s;
        QTest::newRow("in what it does not know") << u"preferred_language = 'nan'"_s;
        QTest::newRow("that takes away what it does not know") << u"preferred_language = NULL"_s;
    }
    void deskThatIsOneStepBehindSeesDamage()
    {
        QFETCH(const QString, damage);
        const auto database = m_hospital->another();
        const auto world = aWorldOf(database);
        QVERIFY(update(database, m_next));
        fillLanguage(database);
        const auto desk = m_hospital->open(database);
        QVERIFY(desk);
        QVERIFY(QCoro::waitFor(workflow::load(desk->store, world.patient.id)));

        asked(database, u"UPDATE simiao.patient SET %1"_s.arg(damage));

        const auto patient = QCoro::waitFor(workflow::load(desk->store, world.patient.id));
        QVERIFY(!patient);
        QCOMPARE(patient.error().code, u"row.hash"_s);
    }

    // A person's act may change some columns only: what she cannot know is none that she has changed.
    void whatAPersonCannotKnowIsNotHeldAgainstHer()
    {
        const auto database = m_hospital->another();
        aWorldOf(database);
        QVERIFY(update(database, m_next));
        fillLanguage(database);
        const auto tried =
            u"SET simiao.step = %1; SELECT coalesce(simiao.column_not_allowed('patient', "
            u"CAST(simiao.canonical_patient(p) AS jsonb) - 'preferred_language', '{}', ''), 'none') "
            u"FROM simiao.patient p"_s;
        QVERIFY(asked(database, tried.arg(9)).endsWith(u"none"_s));
        QVERIFY(asked(database, tried.arg(10)).endsWith(u"preferred_language"_s));
    }

    // It reads and says why it does nothing else; the trail of who reads goes on.
    void programThatIsAheadOfItsServerReads()
    {
        const auto database = m_hospital->another();
        const auto before = m_hospital->open(database);
        QVERIFY(before);
        const auto world = aWorld(before->store);
        const auto rows = dump(database).section(u'\n', 0, -2); // all but the trail
        const auto ahead = openWith(m_next, database);
        QVERIFY2(ahead, qPrintable(ahead ? QString() : logLine(ahead.error())));
        const auto *readOnly = workflow::readOnlyOf(*ahead->store->changes());
        QVERIFY(readOnly);
        QTRY_VERIFY(readOnly->reason());
        QCOMPARE(readOnly->reason()->detail, u"9 10"_s);
        const auto patient = QCoro::waitFor(workflow::load(ahead->store, world.patient.id));
        QVERIFY2(patient, qPrintable(patient ? QString() : logLine(patient.error())));
        QCOMPARE(patient->name, world.patient.name);

        const auto refused = QCoro::waitFor(
            ahead->store->commit(aRegistration(world, world.context.newCommand(), u"AHEAD"_s)));
        const auto opened = QCoro::waitFor(ahead->store->commit(
            world.context.begin(world.context.newCommand(), u"record.open"_s, world.patient.id)));

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.schema-older"_s);
        QCOMPARE(refused.error().detail, u"9 10"_s);
        const auto words = sdk::errorText(refused.error());
        QVERIFY2(words.contains(u"everything can be read"_s) && words.contains(u"Tell IT"_s),
                 qPrintable(words));
        QVERIFY2(opened, qPrintable(opened ? QString() : logLine(opened.error())));
        QCOMPARE(dump(database).section(u'\n', 0, -2), rows);
        QCOMPARE(asked(database, u"SELECT count(*) FROM simiao.audit_event WHERE act = 'record.open'"_s),
                 u"1"_s);
        QCOMPARE(schemaOf(database), kStored); // whoever keeps the server updates it, no desk does
    }

    // Nobody starts anything anew: the next save finds the server updated.
    void programThatIsAheadWritesWhenItsServerFollows()
    {
        const auto database = m_hospital->another();
        const auto ahead = openWith(m_next, database);
        QVERIFY(ahead);
        const auto world = aWorldOf(database);
        const auto *readOnly = workflow::readOnlyOf(*ahead->store->changes());
        QTRY_VERIFY(readOnly->reason());

        QVERIFY(update(database, m_next));
        const auto stored = QCoro::waitFor(
            ahead->store->commit(aRegistration(world, world.context.newCommand(), u"FOLLOWS"_s)));

        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        QTRY_VERIFY(!readOnly->reason());
    }

    // What asks for a column that is not there yet is refused by itself; all else is read.
    void viewThatNeedsALaterColumnIsRefusedWithWords()
    {
        const LaterSql asking({kNext});
        const auto question = asking.path() + u"/postgresql/statements/queries/account/all.sql"_s;
        QDir().mkpath(QFileInfo(question).path());
        QFile file(question);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SELECT *, preferred_language FROM account");
        file.close();
        const auto database = m_hospital->another();
        const auto world = aWorldOf(database);
        const auto ahead = openWith(asking, database);
        QVERIFY2(ahead, qPrintable(ahead ? QString() : logLine(ahead.error())));

        const auto refused = QCoro::waitFor(workflow::find(ahead->store, workflow::query::accounts));

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.schema-older"_s);
        QVERIFY(QCoro::waitFor(workflow::load(ahead->store, world.patient.id)));
    }

    void programThatIsTwoStepsBehindDoesNotTouchAnything()
    {
        const auto database = m_hospital->another();
        const auto updated = update(database, LaterSql({kNext, kAfterNext}));
        QVERIFY2(updated, qPrintable(updated ? QString() : logLine(updated.error())));
        const auto refused = m_hospital->open(database);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"migration.newer"_s);
    }

    // Ten thousand patients, a million with SIMIAO_SOAK.
    void stepThatIsTakenBackLeavesWhatWasThere()
    {
        const auto database = m_hospital->another();
        {
            const auto backend = m_hospital->open(database);
            QVERIFY(backend);
            aWorld(backend->store);
        }
        const int patients = qEnvironmentVariableIsSet("SIMIAO_SOAK") ? 1'000'000 : 10'000;
        const auto admin = m_server.conninfo(database);
        const auto made = PostgresServer::psqlAs(
            admin,
            u"INSERT INTO simiao.patient SELECT (jsonb_populate_record(p, jsonb_build_object('id', "
            u"gen_random_uuid(), "
            u"'mrn', 'M-' || n, 'identity_number', '', 'name', '病人' || n))).* FROM simiao.patient p, "
            u"generate_series(1, %1) n; "
            u"UPDATE simiao.patient p SET row_hash = sha256(convert_to(simiao.canonical_patient(p), 'UTF8'))"_s
                .arg(patients),
            600'000);
        QVERIFY2(made.isEmpty(), qPrintable(made));
        const auto before = dump(database);
        const auto shapeBefore = shape(database);
        QVERIFY2(before.contains(u"patient %1|"_s.arg(patients + 1)), qPrintable(before));

        QElapsedTimer time;
        time.start();
        QVERIFY(update(database, m_next));
        const auto up = time.restart();
        const auto after = dump(database);
        QVERIFY(shape(database) != shapeBefore);
        time.restart();
        const auto down = takeBack(database, m_next);
        const auto downTook = time.restart();
        QVERIFY2(down, qPrintable(down ? QString() : logLine(down.error())));
        QCOMPARE(down->version, kStored);

        QCOMPARE(dump(database), before);
        QCOMPARE(shape(database), shapeBefore);
        QCOMPARE(after, before); // nobody has used what is new
        QVERIFY(update(database, m_next));
        QCOMPARE(dump(database), before);
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto problems = QCoro::waitFor(backend->maintenance->check());
        QVERIFY(problems && problems->empty());
        qInfo("%d patients: up %lld ms, down %lld ms", patients, up, downTook);
    }

    // The plug is pulled while the step is half done; it is begun anew.
    void stepThatIsKilledIsBegunAnew()
    {
        const auto database = m_hospital->another();
        const auto before = dump(database);
        PsqlSession other(m_server.conninfo(database));
        other.say(u"BEGIN"_s);
        other.say(u"LOCK TABLE simiao.patient IN ACCESS SHARE MODE"_s);
        other.say(u"SELECT 'locked'"_s);
        QTRY_VERIFY(other.hasAnswer());
        auto updating = std::async(std::launch::async, [&] { return update(database, m_next); });
        QTRY_COMPARE(asked(u"postgres"_s, u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s), u"1"_s);

        m_server.kill9();

        QVERIFY(!updating.get());
        QVERIFY2(m_server.restart(), qPrintable(m_server.log()));
        QCOMPARE(schemaOf(database), kStored);
        QCOMPARE(dump(database), before);
        const auto again = update(database, m_next);
        QVERIFY2(again, qPrintable(again ? QString() : logLine(again.error())));
        QCOMPARE(again->version, kStored + 1);
        QCOMPARE(dump(database), before);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresUpgrade)
#include "test_postgres_upgrade.moc"
