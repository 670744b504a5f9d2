#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// The trail says of each row that was written which it was, and to nobody who only reads it what stood there: a number that is shown with stars has
/// ten million possible ones, which are tried in a second where their hash is known.
class TestTrailHashes : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void hashInTheTrailIsNotTheOneThatAnybodyCanMake()
    {
        const auto database = m_hospital->another();
        const auto opened = m_hospital->open(database);
        QVERIFY(opened);
        const auto world = aWorld(opened->store);
        const auto work = aRegistration(world, world.context.newCommand(), u"TRAIL-1"_s);
        QVERIFY(QCoro::waitFor(opened->store->commit(work)));

        const auto sealed = u"FROM simiao.patient p CROSS JOIN simiao.server_secret s, simiao.audit_event e, "
                            "json_array_elements(CAST(e.event AS json) -> 'changes') AS change WHERE p.mrn = "
                            "'TRAIL-1' AND change ->> 'id' = CAST(p.id AS text)"_s;
        QCOMPARE(
            m_server.psql(u"SELECT count(*), bool_or(e.event LIKE '%' || encode(p.row_hash, 'hex') || '%') "_s
                              + sealed,
                          database),
            u"1|f"_s);
        // Whoever keeps the server can still prove which row it was.
        QCOMPARE(m_server.psql(u"SELECT change ->> 'hash' = encode(sha256(p.row_hash || convert_to(s.secret, "
                               "'UTF8')), 'hex') "_s
                                   + sealed,
                               database),
                 u"t"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestTrailHashes)
#include "test_trail_hashes.moc"
