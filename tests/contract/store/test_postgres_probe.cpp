#include "contract/store/postgres_database.h"
#include "sdk/desk.h"

#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::HospitalDatabase;
using test::PostgresServer;

/// What a desk is told that connects to a server which is not as it should be.
class TestPostgresProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void aServerThatHasAllIsOpened() { QVERIFY(connect(m_hospital->another(), HospitalDatabase::kDesk)); }

    void aDatabaseWithoutTheSchemaIsNotSetUp()
    {
        m_server.psql(u"CREATE DATABASE bare ENCODING 'UTF8' TEMPLATE template0"_s);

        const auto refused = connect(u"bare"_s, HospitalDatabase::kDesk).error();

        QCOMPARE(refused.code, u"server.not-set-up"_s);
        QVERIFY(sdk::errorText(refused).contains(u"simiao-cli db init"_s));
    }

    void aDatabaseOfOtherLettersIsNamed()
    {
        m_server.psql(
            u"CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"_s);

        const auto refused = connect(u"latin"_s, HospitalDatabase::kDesk).error();

        QCOMPARE(refused.code, u"server.encoding"_s);
        QVERIFY(sdk::errorText(refused).contains(u"LATIN1"_s));
    }

    // Somebody made a role and let it into the database by hand: the schema is there, and hidden from it.
    void aLogInThatIsNoDesksIsNamed()
    {
        const auto database = m_hospital->another();
        m_server.psql(
            u"CREATE ROLE stranger LOGIN PASSWORD 'of-stranger'; GRANT CONNECT ON DATABASE %1 TO stranger"_s
                .arg(database),
            database);

        const auto refused = connect(database, "stranger").error();

        QCOMPARE(refused.code, u"server.no-desk"_s);
        QCOMPARE(refused.kind, ErrorKind::Forbidden);
        QVERIFY(sdk::errorText(refused).contains(u"simiao-cli db grant stranger"_s));
    }

    void whatDesksMayNoLongerReadOrCallIsNamed_data()
    {
        QTest::addColumn<QString>("taken");
        QTest::addColumn<QString>("named");
        QTest::newRow("views") << u"SELECT ON simiao_api.patient, simiao_api.task"_s << u"patient, task"_s;
        QTest::newRow("function") << u"EXECUTE ON FUNCTION simiao_api.commit(uuid, text)"_s << u"commit"_s;
        QTest::newRow("schema") << u"USAGE ON SCHEMA simiao_api"_s << u"simiao_api"_s;
    }
    void whatDesksMayNoLongerReadOrCallIsNamed()
    {
        QFETCH(QString, taken);
        QFETCH(QString, named);
        const auto database = m_hospital->another();
        m_server.psql(u"REVOKE "_s + taken + u" FROM simiao_desk"_s, database);

        const auto refused = connect(database, HospitalDatabase::kDesk).error();

        QCOMPARE(refused.code, u"server.no-rights"_s);
        QCOMPARE(refused.detail, named);
    }

private:
    Result<sdk::Backend> connect(const QString &database, const char *login)
    {
        return m_hospital->open(database, {}, {}, login);
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
};

QTEST_MAIN(TestPostgresProbe)
#include "test_postgres_probe.moc"
