#include "contract/store/postgres_database.h"
#include "postgresql/audit_roots.h"
#include "support/day_ahead.h"
#include "support/world.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// What somebody says first who may do everything on the server.
const auto kUnguarded = u"ALTER TABLE simiao.audit_event DISABLE TRIGGER USER;"
                        "ALTER TABLE simiao.audit_root DISABLE TRIGGER USER;"_s;

/// Days of roots are those of UTC, wherever the server stands.
const auto kToday = u"CAST(now() AT TIME ZONE 'UTC' AS date)"_s;
/// A root of the day before, as that day made it.
const auto kYesterday = u"WITH y AS (SELECT "_s + kToday
    + u" - 1 AS day, '{}' AS heads, decode(repeat('00', 32), 'hex') AS previous)"
      " INSERT INTO simiao.audit_root SELECT day, heads, previous,"
      " sha256(convert_to(to_char(day, 'YYYY-MM-DD') || ':', 'UTF8') || previous || convert_to(heads, 'UTF8')) FROM y;"_s;

} // namespace

/// Somebody who may do everything on the server changes the trail: each way is found, and the first bad place is named.
class TestAuditRoots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init()
    {
        QVERIFY(hasDayAhead());
        m_database = m_hospital->another();
        const auto backend = m_hospital->open(m_database);
        QVERIFY2(backend, qPrintable(m_server.log()));
        m_world = aWorld(backend->store);
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(
                backend->store->commit(m_world.context.begin(m_world.context.newCommand(), u"test.act"_s))));
        QTRY_COMPARE(counted(u"audit_root"_s), u"1"_s); // by the first work of the day
        backend->store->close();
        QCOMPARE(m_server.psql(kUnguarded + kYesterday, m_database), QString());
        m_server.psql(u"DELETE FROM simiao.audit_root WHERE day = "_s + kToday
                          + u"; SELECT simiao.seal_day();"_s,
                      m_database);
        m_last = counted(u"audit_event"_s);
        m_desk = m_server.psql(u"SELECT workstation FROM simiao.audit_head"_s, m_database).trimmed();
    }

    void aTrailThatNobodyTouchedIsWhole()
    {
        const auto proof = proved();

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QCOMPARE(QString::number(proof->links), m_last);
        QCOMPARE(proof->roots, 2);
        QCOMPARE(proof->lastRoot.toHex(),
                 m_server
                     .psql(u"SELECT encode(hash, 'hex') FROM simiao.audit_root WHERE day = "_s + kToday,
                           m_database)
                     .trimmed()
                     .toLatin1());
    }

    void whatIsDoneLaterIsBehindTheRoot()
    {
        const auto backend = m_hospital->open(m_database);
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(
            backend->store->commit(m_world.context.begin(m_world.context.newCommand(), u"test.act"_s))));

        QCOMPARE(*QCoro::waitFor(backend->maintenance->verifyAudit()), m_last.toLongLong() + 1);
        QCOMPARE(counted(u"audit_root"_s), u"2"_s); // one a day
    }

    void eachChangeIsFoundAndNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("finding"); // %1: the last record, %2: the workstation
        QTest::newRow("an event")
            << u"UPDATE simiao.audit_event SET event = replace(event, 'success', 'refused') WHERE sequence = 2"_s
            << u"audit.edited 2 %2"_s;
        QTest::newRow("what it is found by")
            << u"UPDATE simiao.audit_event SET act = 'other' WHERE sequence = 2"_s << u"audit.edited 2 %2"_s;
        QTest::newRow("one taken out")
            << u"DELETE FROM simiao.audit_event WHERE sequence = 2"_s << u"audit.gap 2 %2"_s;
        QTest::newRow("the last taken off")
            << u"DELETE FROM simiao.audit_event WHERE sequence = (SELECT max(sequence) FROM simiao.audit_event)"_s
            << u"audit.truncated %1 %2"_s;
        QTest::newRow("the last taken off, and the head")
            << u"DELETE FROM simiao.audit_event WHERE sequence = (SELECT max(sequence) FROM "
               u"simiao.audit_event);"
               "UPDATE simiao.audit_head h SET sequence = e.sequence, previous = e.previous, hash = e.hash"
               " FROM simiao.audit_event e WHERE e.sequence = (SELECT max(sequence) FROM simiao.audit_event)"_s
            << u"audit.truncated %1 %2"_s;
        QTest::newRow("the last written anew, and the head")
            << u"UPDATE simiao.audit_event SET event = replace(event, 'success', 'failure'), outcome = "
               u"'failure'"
               " WHERE sequence = (SELECT max(sequence) FROM simiao.audit_event);"
               "UPDATE simiao.audit_event SET hash = sha256(convert_to(sequence || ':', 'UTF8') || previous "
               "|| convert_to(event, 'UTF8'))"
               " WHERE sequence = (SELECT max(sequence) FROM simiao.audit_event);"
               "UPDATE simiao.audit_head h SET hash = e.hash FROM simiao.audit_event e WHERE e.sequence = h.sequence"_s
            << u"audit.head-differs %1 %2"_s;
        QTest::newRow("all of it") << u"DELETE FROM simiao.audit_event; DELETE FROM simiao.audit_head"_s
                                   << u"audit.truncated %1 %2"_s;
        QTest::newRow("the first root taken out")
            << u"DELETE FROM simiao.audit_root WHERE day < "_s + kToday << u"audit.root "_s;
        QTest::newRow("a root")
            << u"UPDATE simiao.audit_root SET heads = replace(heads, '\"links\":', '\"links\":1')"_s
            << u"audit.root "_s;
        QTest::newRow("a root of another day")
            << u"UPDATE simiao.audit_root SET day = day - 5 WHERE day < "_s + kToday << u"audit.root "_s;
    }
    void eachChangeIsFoundAndNamed()
    {
        QFETCH(const QString, sql);
        QFETCH(QString, finding);
        QVERIFY(proved());
        QCOMPARE(m_server.psql(sql, m_database), QString());

        const auto proof = proved();

        QVERIFY(!proof);
        const auto said = proof.error().code + u' ' + proof.error().detail;
        finding.replace(u"%1"_s, m_last).replace(u"%2"_s, m_desk);
        QVERIFY2(said.startsWith(finding), qPrintable(said + u" is not "_s + finding));
    }

    void rootsAreOnlyAdded()
    {
        m_server.psql(u"ALTER TABLE simiao.audit_root ENABLE TRIGGER USER"_s, m_database);
        for (const auto *change : {"UPDATE simiao.audit_root SET heads = ''", "DELETE FROM simiao.audit_root",
                                   "TRUNCATE simiao.audit_root"}) {
            const auto said = m_server.psql(QString::fromLatin1(change), m_database);
            QVERIFY2(said.contains("is append-only"_L1), qPrintable(said));
        }
    }

private:
    Result<sdk::ChainsProof> proved()
    {
        const auto server = m_hospital->adminOf(m_database);
        return server ? postgresql::proveChains(*server->connection)
                      : Result<sdk::ChainsProof>(server.error());
    }
    QString counted(const QString &what)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + what, m_database).trimmed();
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    QString m_last; ///< number of the last record
    QString m_desk;
    World m_world;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAuditRoots)

#include "test_audit_roots.moc"
