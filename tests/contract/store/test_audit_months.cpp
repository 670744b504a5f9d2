#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "support/day_ahead.h"
#include "support/psql_session.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// The trail of a server lies in parts by the month; it is one trail all the same.
class TestAuditMonths : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    sdk::Backend m_desk;
    World m_world;

    QString asked(const QString &sql) { return m_server.psql(sql, m_database).trimmed(); }
    QString parts()
    {
        return asked(
            u"SELECT string_agg(substr(CAST(inhrelid AS regclass)::text, 20), ' ' ORDER BY 1) FROM "
            "(SELECT inhrelid FROM pg_inherits WHERE inhparent = 'simiao.audit_event'::regclass ORDER BY "
            "CAST(inhrelid AS regclass)::text) p"_s);
    }
    /// Names of this month and the three after it.
    QString months()
    {
        return asked(
            u"SELECT string_agg(to_char(date_trunc('month', now() AT TIME ZONE 'UTC') + n * interval '1 "
            "month', 'YYYY_MM'), ' ' ORDER BY n) FROM generate_series(0, 3) n"_s);
    }
    QString placesOfRows()
    {
        return asked(
            u"SELECT string_agg(DISTINCT substr(tableoid::regclass::text, 20), ' ') FROM simiao.audit_event"_s);
    }
    QString save(const QString &mrn)
    {
        const auto stored =
            QCoro::waitFor(m_desk.store->commit(aRegistration(m_world, m_world.context.newCommand(), mrn)));
        return stored ? QString() : logLine(stored.error());
    }
    QString proved()
    {
        const auto links = QCoro::waitFor(m_desk.maintenance->verifyAudit());
        return links ? QString::number(*links) : logLine(links.error());
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init()
    {
        QVERIFY(hasDayAhead());
        m_database = m_hospital->another();
        auto backend = m_hospital->open(m_database);
        QVERIFY2(backend, qPrintable(m_server.log()));
        m_desk = *backend;
        m_world = aWorld(m_desk.store);
        // The day begins behind the first save: else it would make the months again that a test takes away.
        QTRY_COMPARE(asked(u"SELECT count(*) FROM simiao.audit_root"_s), u"1"_s);
    }

    void linksLieInTheMonthInWhichTheyWereWritten()
    {
        QCOMPARE(parts(), months() + u" other"_s);
        QCOMPARE(save(u"MONTH-1"_s), QString());
        QCOMPARE(placesOfRows(), months().section(u' ', 0, 0));
        QCOMPARE(proved(), asked(u"SELECT count(*) FROM simiao.audit_event"_s));
    }

    void eachPartIsAppendOnly_data()
    {
        QTest::addColumn<QString>("sql");
        for (const auto *statement :
             {"UPDATE simiao.%1 SET act = 'other'", "DELETE FROM simiao.%1", "TRUNCATE simiao.%1"})
            QTest::newRow(statement) << QString::fromLatin1(statement);
    }

    void eachPartIsAppendOnly()
    {
        QFETCH(const QString, sql);
        for (const auto &table : {u"audit_event"_s, u"audit_event_"_s + months().section(u' ', 0, 0),
                                  u"audit_event_"_s + months().section(u' ', 3, 3), u"audit_event_other"_s}) {
            const auto said = asked(sql.arg(table));
            QVERIFY2(said.contains("is append-only"_L1), qPrintable(table + u": "_s + said));
        }
    }

    void deskSeesOneTrailAndNoParts()
    {
        QCOMPARE(asked(u"SELECT count(*) FROM pg_views WHERE viewname LIKE 'audit_event%'"_s), u"1"_s);
    }

    // The day's first notice was never sent, or the server's clock is of another century.
    void nothingIsRefusedForWantOfAMonth()
    {
        const auto month = months().section(u' ', 0, 0);
        asked(u"ALTER TABLE simiao.audit_event DETACH PARTITION simiao.audit_event_%1; "
              "INSERT INTO simiao.audit_event SELECT * FROM simiao.audit_event_%1; "
              "DROP TABLE simiao.audit_event_%1"_s.arg(month));

        QCOMPARE(save(u"NO-MONTH"_s), QString());
        QCOMPARE(placesOfRows(), u"other"_s);
        QCOMPARE(asked(u"SELECT simiao.make_months()"_s), QString());
        QVERIFY(!parts().contains(month)); // what lies there already goes on lying there
        QCOMPARE(save(u"NO-MONTH-2"_s), QString());
        QCOMPARE(proved(), asked(u"SELECT count(*) FROM simiao.audit_event"_s));
    }

    void monthsToComeAreMadeWithTheDay()
    {
        asked(u"DROP TABLE simiao.audit_event_%1"_s.arg(months().section(u' ', 3, 3)));
        asked(u"ALTER TABLE simiao.audit_root DISABLE TRIGGER USER; DELETE FROM simiao.audit_root"_s);
        QCOMPARE(save(u"NEW-DAY"_s), QString());
        QTRY_COMPARE(parts(), months() + u" other"_s);
        QCOMPARE(
            asked(
                u"SELECT string_agg(DISTINCT tableowner, ' ') FROM pg_tables WHERE tablename LIKE 'audit_event%'"_s),
            u"simiao_owner"_s);
    }

    // Whatever keeps a part from being made keeps nobody from working.
    void dayBeginsWithoutItsMonths()
    {
        asked(u"DROP TABLE simiao.audit_event_%1"_s.arg(months().section(u' ', 3, 3)));
        asked(u"REVOKE CREATE ON SCHEMA simiao FROM simiao_owner"_s);
        asked(u"ALTER TABLE simiao.audit_root DISABLE TRIGGER USER; DELETE FROM simiao.audit_root"_s);
        QCOMPARE(save(u"NEW-DAY"_s), QString());
        QTRY_COMPARE(asked(u"SELECT count(*) FROM simiao.audit_root"_s), u"1"_s);
        QVERIFY(!parts().contains(months().section(u' ', 3, 3)));
        QVERIFY(m_server.log().contains("no part of audit_event"_L1));
    }

    // Making a part would have to wait for whoever reads all of the trail, and everybody else behind it.
    void whoReadsAllOfTheTrailHoldsUpNobody()
    {
        const auto last = months().section(u' ', 3, 3);
        asked(u"DROP TABLE simiao.audit_event_%1"_s.arg(last));
        PsqlSession reader(m_server.conninfo(m_database));
        reader.say(u"BEGIN; SELECT count(*) > 0 FROM simiao.audit_event"_s);
        QTRY_VERIFY(reader.hasAnswer());

        QCOMPARE(asked(u"SELECT simiao.make_months()"_s), QString());
        QVERIFY(!parts().contains(last));
        QCOMPARE(save(u"MEANWHILE"_s), QString());
    }

    void linksThatComeFromElsewhereLieInTheirOwnMonths()
    {
        const auto take = [this](int first, const QString &recorded) {
            const auto event = u"{\\\"act\\\":\\\"test\\\",\\\"recorded\\\":\\\"%1\\\"}"_s.arg(recorded);
            return asked(
                u"SELECT simiao.take_links('origin', 'OLD-DESK', %1, '{\"event\":\"%2\",\"hash\":\"00\","
                "\"previous\":\"00\",\"sequence\":%3}')"_s.arg(first)
                    .arg(event)
                    .arg(first + 1));
        };
        QCOMPARE(take(0, u"2024-02-29T15:59:59.000000Z"_s), u"1"_s);
        QCOMPARE(take(1, u"1970-01-01T00:00:00.000000Z"_s), u"2"_s); // its battery was empty
        QCOMPARE(asked(u"SELECT string_agg(substr(tableoid::regclass::text, 20), ' ' ORDER BY sequence) FROM "
                       "simiao.audit_event WHERE workstation = 'OLD-DESK'"_s),
                 u"2024_02 "_s + months().section(u' ', 0, 0));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAuditMonths)
#include "test_audit_months.moc"
