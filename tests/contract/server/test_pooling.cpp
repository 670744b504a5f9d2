#include "server_files.h"
#include "support/free_port.h"
#include "support/pgbouncer.h"
#include "support/postgres_server.h"

#include <QTcpSocket>
#include <QTest>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
bool isListening(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(200);
}

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
    }

    void isSafeFromTheDeskToTheServer()
    {
        PostgresSettings settings{.values = {{u"listen_addresses"_s, u"127.0.0.1"_s},
                                             {u"hba_file"_s, m_files.path(u"postgresql/pg_hba.conf"_s)}},
                                  .includes = {m_files.path(u"postgresql/simiao.conf"_s)}};
        const auto rules = u"postgresql/pg_hba.conf"_s;
        m_files.rewrite(
            rules,
            m_files.text(rules).replace("peer"_L1, "trust"_L1).replace("10.20.0.0/16"_L1, "127.0.0.1/32"_L1));
        PostgresServer server;
        QVERIFY2(server.start(settings), qPrintable(server.log()));
        QCOMPARE(server.psql(u"CREATE DATABASE simiao"_s), QString());
        QCOMPARE(server.psql(u"CREATE ROLE desks LOGIN PASSWORD 'pw'"_s), QString());
        const auto secret = server.psql(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'desks'"_s);
        QVERIFY(secret.startsWith("SCRAM-SHA-256$"_L1));
        QVERIFY(m_files.rewrite(u"pgbouncer/users.txt"_s, u"\"desks\" \"%1\"\n"_s.arg(secret)));
        const auto port = freePort();
        auto ini = m_files.text(u"pgbouncer/pgbouncer.ini"_s);
        ini.replace("db1.hospital.example port=5432"_L1, u"127.0.0.1 port=%1"_s.arg(server.port()));
        ini.replace("listen_port = 6432"_L1, u"listen_port = %1"_s.arg(port));
        ini.replace("listen_addr = *"_L1, "listen_addr = 127.0.0.1"_L1);
        QVERIFY(m_files.rewrite(u"pgbouncer/pgbouncer.ini"_s, ini));
        LeashedProcess pool;
        QVERIFY(pool.start(PgBouncer::program(), {m_files.path(u"pgbouncer/pgbouncer.ini"_s)},
                           m_files.path(u"pgbouncer/log"_s), m_files.path(QString())));
        QTRY_VERIFY2_WITH_TIMEOUT(isListening(port), qPrintable(m_files.text(u"pgbouncer/log"_s)),
                                  kPatienceMs);

        const auto asked = [&](const QString &password, const QString &options) {
            const auto conninfo =
                u"host=127.0.0.1 port=%1 dbname=simiao user=desks password=%2 "_s.arg(port).arg(password);
            return PostgresServer::psqlAs(
                conninfo + options,
                u"SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s);
        };
        QCOMPARE(asked(u"pw"_s, m_files.tls()), u"desks|t"_s);
        QVERIFY(asked(u"wrong"_s, m_files.tls()).contains("authentication failed"_L1));
        QVERIFY(asked(u"pw"_s, u"sslmode=disable"_s).contains("SSL required"_L1));
        QVERIFY(!asked(u"pw"_s, u"sslmode=require"_s).contains("desks"_L1));
        const auto log = m_files.text(u"pgbouncer/log"_s);
        QVERIFY2(!log.contains("unknown parameter"_L1) && !log.contains("invalid value"_L1), qPrintable(log));
    }

private:
    ServerFiles m_files;
};

} // namespace

QTEST_GUILESS_MAIN(TestPooling)

#include "test_pooling.moc"
