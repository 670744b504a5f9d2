#include "support/pgbouncer.h"
#include "support/postgres_server.h"
#include "support/psql_session.h"

#include <QSet>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
const QString kDesk = u"desk"_s;
const QString kPassword = u"pw of \"desk\""_s;
const QString kDatabase = u"postgres"_s;

class TestPgBouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!PostgresServer::isInstalled() || !PgBouncer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot() + u"; "_s + PgBouncer::whyNot()));
        m_server = std::make_unique<PostgresServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->log()));
        QCOMPARE(m_server->psql(u"CREATE ROLE desk LOGIN PASSWORD '%1'"_s.arg(kPassword)), QString());
    }
    void cleanup() { m_server.reset(); }

    void lendsFewConnectionsToMany()
    {
        constexpr int kDesks = 12;
        PgBouncer pool;
        QVERIFY2(pool.start(m_server->port(), {{kDesk, kPassword}}, {{u"default_pool_size"_s, u"2"_s}}),
                 qPrintable(pool.log()));
        const auto conninfo = pool.conninfo(kDesk, u"'pw of \"desk\"'"_s, kDatabase);
        std::vector<std::unique_ptr<PsqlSession>> desks;
        for (int i = 0; i < kDesks; ++i)
            desks.push_back(std::make_unique<PsqlSession>(conninfo));

        for (const auto &desk : desks)
            desk->say(u"SELECT pg_backend_pid()"_s);

        QSet<QString> backends;
        for (const auto &desk : desks) {
            QTRY_VERIFY_WITH_TIMEOUT(desk->hasAnswer(), kPatienceMs);
            backends << desk->answer();
        }
        QVERIFY(!backends.contains(QString()));
        QVERIFY(backends.size() <= 2);
        const auto count = m_server->psql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'desk'"_s);
        QVERIFY2(count == "1"_L1 || count == "2"_L1, qPrintable(count));
    }

    void checksPasswordsItself()
    {
        PgBouncer pool;
        QVERIFY2(pool.start(m_server->port(), {{kDesk, kPassword}}), qPrintable(pool.log()));

        const auto refused =
            PostgresServer::psqlAs(pool.conninfo(kDesk, u"wrong"_s, kDatabase), u"SELECT 1"_s);

        QVERIFY2(refused.contains("authentication failed"_L1), qPrintable(refused));
    }

    void endsWithTheTest()
    {
        quint16 port = 0;
        {
            PgBouncer pool;
            QVERIFY2(pool.start(m_server->port(), {{kDesk, kPassword}}), qPrintable(pool.log()));
            port = pool.port();
        }

        QTcpSocket caller;
        caller.connectToHost(QHostAddress::LocalHost, port);
        QVERIFY(!caller.waitForConnected());
        QCOMPARE(caller.error(), QAbstractSocket::ConnectionRefusedError);
    }

private:
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace

QTEST_GUILESS_MAIN(TestPgBouncer)

#include "test_pgbouncer.moc"
