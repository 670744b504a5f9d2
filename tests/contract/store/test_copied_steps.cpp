#include "contract/store/copied_hospital.h"
#include "contract/store/later_sql.h"
#include "sdk/desk.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Copies of a server that another program made: of the step before, of the next, and of the same with other functions.
class TestCopiedSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_here.server, m_here.hospital); }

    void init() { m_here.beginAnew(); }

    // Of before the last update of the program: as it was made, and then as this program needs it.
    void aCopyOfAnOlderStepIsBroughtUpToDate()
    {
        const auto made = backUp(m_here.placeOf(m_here.database), m_here.file());
        QVERIFY2(made, qPrintable(errorOf(made)));
        const LaterSql later({LaterSql::kNext});
        const auto database = m_here.empty();

        const auto restored = restoreCopy(m_here.placeOf(database, later.path()), m_here.file());

        QVERIFY2(restored, qPrintable(errorOf(restored)));
        QCOMPARE(restored->schema, 9);
        QCOMPARE(restored->databaseSchema, 10);
        QCOMPARE(restored->tables, made->tables);
        QCOMPARE(m_here.counted(database, u"schema_version WHERE number = 10"_s), u"1"_s);
        QCOMPARE(m_here.counted(database, u"interpreter"_s), u"0"_s);
        for (const auto &sql : {later.path(), postgresSqlFolder()}) { // desks of both programs
            auto environment = m_here.hospital->environment(database);
            environment.sqlFolder = sql;
            const auto desk = m_here.hospital->openAt(environment);
            QVERIFY(desk);
            auto patient = QCoro::waitFor(workflow::load(desk->store, m_here.world.patient.id));
            QVERIFY(patient);
            patient->address += u'!';
            auto work = m_here.world.context.begin(m_here.world.context.newCommand(), u"patient.register"_s);
            work.update(*patient);
            QVERIFY(QCoro::waitFor(desk->store->commit(work)));
            QVERIFY(QCoro::waitFor(desk->maintenance->check())->empty());
            QVERIFY(QCoro::waitFor(desk->maintenance->verifyAudit()));
        }
        const auto drilled = drill(m_here.placeOf(m_here.database, later.path()), m_here.file());
        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
        QCOMPARE(m_here.scratchDatabases(), u"0"_s);
    }

    void aCopyThatCannotBeBroughtUpToDateLeavesNothing()
    {
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        LaterSql later({LaterSql::kNext});
        later.lengthen(LaterSql::kNext, "SELECT 1 / count(*) FROM interpreter"); // there is none
        const auto database = m_here.empty();

        const auto refused = restoreCopy(m_here.placeOf(database, later.path()), m_here.file());

        QVERIFY2(errorOf(refused).startsWith(u"server.copy-update "_s), qPrintable(errorOf(refused)));
        QVERIFY(sdk::errorText(refused.error()).contains(u"emptied again"_s));
        QCOMPARE(m_here.tablesIn(database), u"0"_s);
        const auto withItsOwn = restoreCopy(m_here.placeOf(database), m_here.file());
        QVERIFY2(withItsOwn, qPrintable(errorOf(withItsOwn)));
        QVERIFY(m_here.hospital->open(database));
    }

    void aCopyOfALaterStepIsRefused()
    {
        const LaterSql later({LaterSql::kNext});
        const auto admin = m_here.hospital->adminOf(m_here.database);
        QVERIFY(admin && postgresql::setUpDatabase(*admin->connection, later.path()));
        QVERIFY(backUp(m_here.placeOf(m_here.database, later.path()), m_here.file()));
        const auto database = m_here.empty();

        const auto refused = restoreCopy(m_here.placeOf(database), m_here.file());

        QCOMPARE(errorOf(refused), u"server.copy-newer 10 9"_s);
        QVERIFY(sdk::errorText(refused.error()).contains(u"with that program"_s));
        QCOMPARE(m_here.tablesIn(database), u"0"_s);
        QVERIFY(restoreCopy(m_here.placeOf(database, later.path()), m_here.file()));
    }

    // The step is the same, a function was corrected since: what is restored has the corrected one.
    void whatWasCorrectedSinceTheCopyStaysSo()
    {
        const auto asked = u"SELECT md5(prosrc) FROM pg_proc WHERE proname = 'column_not_allowed'"_s;
        const auto corrected = m_here.server.psql(asked, m_here.database);
        m_here.server.psql(
            u"CREATE OR REPLACE FUNCTION simiao.column_not_allowed(name text, wanted jsonb, allowed "
            u"text[], me text) RETURNS text LANGUAGE sql AS 'SELECT CAST(NULL AS text)'"_s,
            m_here.database);
        QVERIFY(m_here.server.psql(asked, m_here.database) != corrected);
        QVERIFY(backUp(m_here.placeOf(m_here.database), m_here.file()));
        const auto database = m_here.empty();

        QVERIFY(restoreCopy(m_here.placeOf(database), m_here.file()));

        QCOMPARE(m_here.server.psql(asked, database), corrected);
    }

private:
    CopiedHospital m_here;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestCopiedSteps)

#include "test_copied_steps.moc"
