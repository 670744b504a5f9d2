#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"

#include <QCoroTask>

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Every row says of which campus it is, so that a region can be divided by it.
class TestSites : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;

    QString asked(const QString &sql) { return m_server.psql(sql, m_database).trimmed(); }
    void take(const QString &site)
    {
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin);
        const auto taken = postgresql::takeSite(*admin->connection, site);
        QVERIFY2(taken, taken ? "" : qPrintable(logLine(taken.error())));
    }
    /// A patient is registered under a running number, and some time passes for who keeps the server.
    void work()
    {
        auto desk = m_hospital->open(m_database);
        QVERIFY(desk);
        auto world = aWorld(desk->store);
        world.context.session.site = u"EAST"_s;
        auto registering = aRegistration(world, world.context.newCommand(), u"M1"_s);
        auto patient = world.patient;
        patient.id = world.context.newId<administration::Patient>();
        patient.identityNumber.clear();
        auto numbered = world.context.begin(world.context.newCommand(), u"patient.register"_s, patient.id);
        numbered.insert(patient).numbered(&administration::Patient::mrn, {u"patient"_s, u"P"_s, 6});
        for (const auto &work : {registering, numbered})
            QVERIFY(QCoro::waitFor(desk->store->commit(work)));
        QTRY_COMPARE(asked(u"SELECT count(*) FROM simiao.audit_root"_s), u"1"_s);
    }
    /// Of what the server wrote by itself.
    QString sitesOf(const QString &table)
    {
        return asked(u"SELECT string_agg(DISTINCT site, ' ') FROM simiao.%1"_s.arg(table));
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }
    void init() { m_database = m_hospital->another(); }

    // Those that have none are of the server itself: modules/sync/README.md.
    void everyTableOfTheHospitalHasASite()
    {
        QCOMPARE(
            asked(
                u"SELECT string_agg(c.relname, ' ' ORDER BY c.relname COLLATE \"C\") FROM pg_class c WHERE "
                "c.relnamespace = 'simiao'::regnamespace AND c.relkind IN ('r', 'p') AND NOT "
                "c.relispartition "
                "AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'site')"_s),
            u"act_rule desk_login feed_notice generation later_column personal_login presence_lease "
            u"read_rule role_grant "
            "schema_version server_rule server_secret sign_in_failure sign_in_offer transfer unsigned_event"_s);
    }

    void whatTheServerWritesIsOfItsSite()
    {
        take(u"EAST"_s);
        work();
        for (const auto &table :
             {u"audit_event"_s, u"audit_head"_s, u"audit_root"_s, u"command"_s, u"number_sequence"_s})
            QCOMPARE(sitesOf(table), u"EAST"_s);
        QVERIFY(sitesOf(u"patient_name_part"_s).contains("EAST"_L1));
    }

    // Rows of another campus that came here by replication.
    void numbersAndChainsOfAnotherSiteStandBeside()
    {
        asked(u"INSERT INTO simiao.number_sequence (name, last, site) VALUES ('patient', 900, 'WEST')"_s);
        work();
        QCOMPARE(
            asked(u"SELECT string_agg(site || ' ' || last, ', ' ORDER BY site) FROM simiao.number_sequence "
                  "WHERE name = 'patient'"_s),
            u"MAIN 1, WEST 900"_s);
    }

    void siteStaysWhatItWasOnceSomebodyHasWorked()
    {
        take(u"EAST"_s);
        take(u"WEST"_s);
        work();
        take(u"MAIN"_s);
        QCOMPARE(asked(u"SELECT simiao.this_site()"_s), u"WEST"_s);
        QCOMPARE(asked(u"SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE proname = 'this_site'"_s),
                 u"simiao_owner"_s);
    }

    void siteIsTakenAsItIsWritten()
    {
        take(u"O'Neil $$ \\x"_s);
        QCOMPARE(asked(u"SELECT simiao.this_site()"_s), u"O'Neil $$ \\x"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestSites)
#include "test_sites.moc"
