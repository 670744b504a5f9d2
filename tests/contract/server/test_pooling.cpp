#include "server_files.h"
#include "support/free_port.h"
#include "support/pgbouncer.h"
#include "support/postgres_server.h"
#include "support/psql_session.h"

#include <QTest>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
class TestPooling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled() || !PgBouncer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot() + u"; "_s + PgBouncer::whyNot()));
        if (!m_files.isComplete())
            QSKIP("needs openssl");
        PostgresSettings settings{.values = {{u"listen_addresses"_s, u"127.0.0.1"_s},
                                             {u"hba_file"_s, m_files.path(u"postgresql/pg_hba.conf"_s)}},
                                  .includes = {m_files.path(u"postgresql/simiao.conf"_s)}};
        const auto rules = u"postgresql/pg_hba.conf"_s;
        m_files.rewrite(
            rules,
            m_files.text(rules).replace("peer"_L1, "trust"_L1).replace("10.20.0.0/16"_L1, "127.0.0.1/32"_L1));
        QVERIFY2(m_server.start(settings), qPrintable(m_server.log()));
        QCOMPARE(m_server.psql(u"CREATE DATABASE simiao"_s), QString());
        QCOMPARE(m_server.psql(u"CREATE ROLE desks LOGIN PASSWORD 'pw'"_s), QString());
        const auto secret = m_server.psql(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'desks'"_s);
        QVERIFY(secret.startsWith("SCRAM-SHA-256$"_L1));
        QVERIFY(m_files.rewrite(u"pgbouncer/users.txt"_s, u"\"desks\" \"%1\"\n"_s.arg(secret)));
        m_port = freePort();
        auto ini = m_files.text(u"pgbouncer/pgbouncer.ini"_s);
        ini.replace("db1.hospital.example port=5432"_L1, u"127.0.0.1 port=%1"_s.arg(m_server.port()));
        ini.replace("listen_port = 6432"_L1, u"listen_port = %1"_s.arg(m_port));
        ini.replace("listen_addr = *"_L1, "listen_addr = 127.0.0.1"_L1);
        // So that one keeps it from all.
        ini.replace("default_pool_size = 20"_L1, "default_pool_size = 1"_L1);
        ini.replace("reserve_pool_size = 5"_L1, "reserve_pool_size = 0"_L1);
        QVERIFY(m_files.rewrite(u"pgbouncer/pgbouncer.ini"_s, ini));
        QVERIFY(m_pool.start(PgBouncer::program(), {m_files.path(u"pgbouncer/pgbouncer.ini"_s)},
                             m_files.path(u"pgbouncer/log"_s), m_files.path(QString())));
        QTRY_VERIFY2_WITH_TIMEOUT(isListening(m_port), qPrintable(m_files.text(u"pgbouncer/log"_s)),
                                  kPatienceMs);
    }

    void isSafeFromTheDeskToTheServer()
    {
        QCOMPARE(asked(u"pw"_s, m_files.tls()), u"desks|t"_s);
        QVERIFY(asked(u"wrong"_s, m_files.tls()).contains("authentication failed"_L1));
        QVERIFY(asked(u"pw"_s, u"sslmode=disable"_s).contains("SSL required"_L1));
        QVERIFY(!asked(u"pw"_s, u"sslmode=require"_s).contains("desks"_L1));
        const auto log = m_files.text(u"pgbouncer/log"_s);
        QVERIFY2(!log.contains("unknown parameter"_L1) && !log.contains("invalid value"_L1), qPrintable(log));
    }

    // By the password of the desks and psql: no lock that others wait for, and still nobody would get a connection.
    void whoStaysInATransactionGivesItsConnectionBack()
    {
        PsqlSession idle(conninfo(u"pw"_s) + m_files.tls());
        idle.say(u"BEGIN"_s);
        idle.say(u"SELECT 1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(idle.hasAnswer(), kPatienceMs);

        // Who asks waits for two seconds (query_wait_timeout).
        QCOMPARE(asked(u"pw"_s, m_files.tls()), u"desks|t"_s);
    }

private:
    QString conninfo(const QString &password) const
    {
        return u"host=127.0.0.1 port=%1 dbname=simiao user=desks password=%2 "_s.arg(m_port).arg(password);
    }
    QString asked(const QString &password, const QString &options) const
    {
        return PostgresServer::psqlAs(
            conninfo(password) + options,
            u"SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s);
    }

    ServerFiles m_files;
    PostgresServer m_server;
    LeashedProcess m_pool;
    quint16 m_port = 0;
};

} // namespace

QTEST_GUILESS_MAIN(TestPooling)

#include "test_pooling.moc"
