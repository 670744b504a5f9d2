#include "contract/store/postgres_database.h"
#include "domain/terminology/concept.h"
#include "postgresql/bulk_work.h"
#include "support/world.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Lists of a real size: more rows in one save than a server stores while somebody waits at a screen.
class TestPostgresBulk : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    static workflow::UnitOfWork aList(const World &world, int rows)
    {
        auto work = world.context.begin(world.context.newCommand(), u"demo.seed"_s);
        for (int row = 0; row < rows; ++row) {
            terminology::Concept entry;
            entry.id = world.context.newId<terminology::Concept>();
            entry.system = u"urn:test"_s;
            entry.code = u"C%1"_s.arg(row);
            entry.display = u"诊断"_s;
            work.insert(entry);
        }
        return work;
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void patienceGrowsWithTheRows()
    {
        const auto opened = m_hospital->open(m_hospital->another());
        QVERIFY(opened);
        const auto world = aWorld(opened->store);

        QVERIFY(!postgresql::isBulk(aList(world, 40)));
        QVERIFY(postgresql::isBulk(aList(world, 1'000)));
        QVERIFY(postgresql::patienceFor(aList(world, 10'000))
                > postgresql::patienceFor(aList(world, 1'000)) + 60s);
    }

    // A server that takes longer for all of it than a click may last, and longer than its own limit for statements of desks.
    void bulkOutlastsAClick()
    {
        const auto database = m_hospital->another();
        const auto opened = m_hospital->open(database);
        QVERIFY(opened);
        const auto world = aWorld(opened->store);
        const auto made = m_server.psql(
            u"CREATE TABLE public.seen (statement_timeout text); "
            "CREATE FUNCTION public.take_long() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ "
            "BEGIN "
            "IF new.code = 'C0' THEN PERFORM pg_sleep(4); "
            "INSERT INTO public.seen VALUES (current_setting('statement_timeout')); END IF; RETURN new; END "
            "$$; "
            "CREATE TRIGGER take_long BEFORE INSERT ON simiao.concept FOR EACH ROW EXECUTE FUNCTION "
            "public.take_long()"_s,
            database);
        QVERIFY2(!made.contains("ERROR"_L1), qPrintable(made));

        const auto stored = QCoro::waitFor(opened->store->commit(aList(world, 1'000)));

        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.concept WHERE system = 'urn:test'"_s, database)
                     .trimmed(),
                 u"1000"_s);
        QCOMPARE(m_server.psql(u"SELECT statement_timeout FROM public.seen"_s, database).trimmed(), u"0"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresBulk)
#include "test_postgres_bulk.moc"
