#include "server_files.h"
#include "support/postgres_server.h"
#include "support/psql_session.h"
#include "support/server_account.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
/// What this machine need not have: addresses of a hospital, memory of a big server.
const QMap<QString, QString> kOurs{{u"listen_addresses"_s, u"127.0.0.1"_s}, {u"shared_buffers"_s, u"32MB"_s}};

QString allIn(const QString &folder)
{
    QString text;
    for (const auto &entry : QDir(folder).entryInfoList(QDir::Files))
        if (QFile file(entry.filePath()); file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll());
    return text;
}

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        m_files = std::make_unique<ServerFiles>();
        if (!m_files->isComplete())
            QSKIP("needs openssl");
    }

    void areTakenByTheServer_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("small primary")
            << QStringList{u"simiao"_s, u"machine-2-core-8-gb"_s, u"synchronous-primary"_s, u"archive"_s};
        QTest::newRow("large standby")
            << QStringList{u"simiao"_s, u"machine-16-core-64-gb"_s, u"synchronous-standby"_s, u"archive"_s};
    }

    void areTakenByTheServer()
    {
        QFETCH(QStringList, names);
        PostgresSettings settings{.values = kOurs};
        QMap<QString, QString> wanted;
        for (const auto &name : names) {
            const auto file = u"postgresql/%1.conf"_s.arg(name);
            settings.includes << m_files->path(file);
            QVERIFY(!m_files->values(file).isEmpty());
            wanted.insert(m_files->values(file));
        }
        PostgresServer server;
        QVERIFY2(server.start(settings), qPrintable(server.log()));
        // By TCP: of a socket in a folder there are no keepalives to be told. No standby is there to wait for.
        server.psql(u"SET synchronous_commit = local; ALTER ROLE postgres PASSWORD 'pw'"_s);
        const auto conninfo = server.conninfo(u"postgres"_s, u"pw"_s, u"postgres"_s) + m_files->tls();

        QCOMPARE(server.psql(u"SELECT name, error FROM pg_file_settings WHERE error IS NOT NULL"_s),
                 QString());
        for (auto value = wanted.cbegin(); value != wanted.cend(); ++value) {
            if (kOurs.contains(value.key()))
                continue;
            const auto shown = PostgresServer::psqlAs(conninfo, u"SHOW "_s + value.key());
            // Since 15 the method is told where "on" is set.
            const bool isMethod = value.key() == "wal_compression"_L1 && shown == "pglz"_L1;
            QVERIFY2(shown == value.value() || isMethod, qPrintable(value.key() + u": "_s + shown));
        }
        const auto memory =
            server.psql(u"SELECT DISTINCT setting FROM pg_file_settings WHERE name = 'shared_buffers'"_s);
        QVERIFY(memory.split(u'\n').contains(wanted.value(u"shared_buffers"_s)));
    }

    void areKnownToPostgresql12_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &entry : QDir(ServerFiles::source() + u"/postgresql"_s).entryList({u"[!p]*.conf"_s}))
            QTest::newRow(qPrintable(entry)) << entry;
    }

    void areKnownToPostgresql12()
    {
        QFETCH(QString, name);
        // From the release notes of 13, 14 and 15.
        static const QSet<QString> newer{u"autovacuum_vacuum_insert_scale_factor"_s,
                                         u"autovacuum_vacuum_insert_threshold"_s,
                                         u"client_connection_check_interval"_s,
                                         u"hash_mem_multiplier"_s,
                                         u"huge_page_size"_s,
                                         u"idle_session_timeout"_s,
                                         u"log_parameter_max_length"_s,
                                         u"log_parameter_max_length_on_error"_s,
                                         u"log_recovery_conflict_waits"_s,
                                         u"log_startup_progress_interval"_s,
                                         u"logical_decoding_work_mem"_s,
                                         u"maintenance_io_concurrency"_s,
                                         u"max_slot_wal_keep_size"_s,
                                         u"min_dynamic_shared_memory"_s,
                                         u"remove_temp_files_after_crash"_s,
                                         u"ssl_crl_dir"_s,
                                         u"wal_keep_size"_s,
                                         u"wal_skip_threshold"_s};
        for (const auto &key : m_files->values(u"postgresql/"_s + name).keys())
            QVERIFY2(!newer.contains(key), qPrintable(key));
        QVERIFY2(!m_files->text(u"postgresql/"_s + name).contains("wal_compression = lz4"_L1),
                 "methods came with 15");
    }

    void letInWhomTheyShould()
    {
        PostgresSettings settings{.values = kOurs, .includes = {m_files->path(u"postgresql/simiao.conf"_s)}};
        settings.values.insert(u"hba_file"_s, m_files->path(u"postgresql/pg_hba.conf"_s));
        const auto rules = m_files->text(u"postgresql/pg_hba.conf"_s);
        // Where the test is not root the server's account has another name than the superuser.
        m_files->rewrite(
            u"postgresql/pg_hba.conf"_s,
            QString(rules).replace("peer"_L1, "trust"_L1).replace("10.20.0.0/16"_L1, "127.0.0.1/32"_L1));
        PostgresServer server;
        QVERIFY2(server.start(settings), qPrintable(server.log()));

        QCOMPARE(server.psql(u"SELECT line_number, error FROM pg_hba_file_rules WHERE error IS NOT NULL"_s),
                 QString());
        // The certificate is pgbouncer's.
        for (const auto *login : {"desk_1", "desks", "pgbouncer"})
            QCOMPARE(server.psql(u"CREATE ROLE %1 LOGIN PASSWORD 'pw'"_s.arg(QLatin1StringView(login))),
                     QString());
        QCOMPARE(server.psql(u"CREATE DATABASE simiao"_s), QString());
        const auto asked = [&](const QString &login, const QString &database, const QString &options) {
            return PostgresServer::psqlAs(server.conninfo(login, u"pw"_s, database) + u' ' + options,
                                          u"SELECT 1"_s);
        };
        QCOMPARE(asked(u"pgbouncer"_s, u"simiao"_s, m_files->tls()), u"1"_s);
        QCOMPARE(asked(u"desks"_s, u"simiao"_s, m_files->tls()), u"1"_s);
        QVERIFY(asked(u"desk_1"_s, u"simiao"_s, m_files->tls()).contains("authentication failed"_L1));
        for (const auto &login : {u"desks"_s, u"pgbouncer"_s}) {
            QVERIFY(asked(login, u"simiao"_s, u"sslmode=require"_s)
                        .contains("requires a valid client certificate"_L1));
            QVERIFY(asked(login, u"simiao"_s, u"sslmode=disable"_s).contains("pg_hba.conf rejects"_L1));
            QVERIFY(asked(login, u"postgres"_s, m_files->tls()).contains("pg_hba.conf rejects"_L1));
        }
    }

    void keysAreMadeAsTheReadmeSays()
    {
        QTemporaryDir authority;
        auto script = ServerFiles::commandsOf(u"Keys"_s).join(u'\n');
        QVERIFY(script.contains("issue desk_1"_L1));
        script.replace("/srv/simiao-authority"_L1, authority.path())
            .replace("/etc/simiao"_L1, m_files->path(QString()))
            .remove(" -o postgres"_L1);
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-ec"_s, script});
        QVERIFY(shell.waitForFinished(kPatienceMs));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QVERIFY(giveToServerAccount(m_files->path(QString())) && giveToServerAccount(authority.path()));
        PostgresSettings settings{.values = kOurs, .includes = {m_files->path(u"postgresql/simiao.conf"_s)}};
        settings.values.insert(u"hba_file"_s, m_files->path(u"postgresql/pg_hba.conf"_s));
        m_files->rewrite(u"postgresql/pg_hba.conf"_s,
                         m_files->text(u"postgresql/pg_hba.conf"_s)
                             .replace("peer"_L1, "trust"_L1)
                             .replace("10.20.0.0/16"_L1, "127.0.0.1/32"_L1));
        PostgresServer server;
        QVERIFY2(server.start(settings), qPrintable(server.log()));
        QCOMPARE(
            server.psql(u"CREATE ROLE desk_1 LOGIN PASSWORD 'pw'; CREATE ROLE desk_2 LOGIN PASSWORD 'pw'"_s),
            QString());
        QCOMPARE(server.psql(u"CREATE DATABASE simiao"_s), QString());
        const auto asked = [&](const QString &login, const QString &name) {
            return PostgresServer::psqlAs(
                server.conninfo(login, u"pw"_s, u"simiao"_s)
                    + u" host=%1 hostaddr=127.0.0.1 sslmode=verify-full sslrootcert=%2/ca.crt sslcert=%2/desk_1.crt sslkey=%2/desk_1.key"_s
                          .arg(name, authority.path()),
                u"SELECT 1"_s);
        };

        QCOMPARE(asked(u"desk_1"_s, u"db1.hospital.example"_s), u"1"_s);
        QVERIFY(asked(u"desk_2"_s, u"db1.hospital.example"_s).contains("authentication failed"_L1));
        QVERIFY(asked(u"desk_1"_s, u"db2.hospital.example"_s).contains("does not match host name"_L1));
    }

    void keepPatientsOutOfTheLog()
    {
        const auto name = u"\u8d75\u4e91\u9f99"_s;
        PostgresSettings settings{.values = kOurs, .includes = {m_files->path(u"postgresql/simiao.conf"_s)}};
        settings.values.insert(u"deadlock_timeout"_s, u"50ms"_s);
        PostgresServer server;
        QVERIFY2(server.start(settings), qPrintable(server.log()));
        QCOMPARE(server.psql(u"CREATE TABLE patient (id int, name text UNIQUE CHECK (length(name) < 9))"_s),
                 QString());
        QCOMPARE(server.psql(u"INSERT INTO patient VALUES (1, '%1')"_s.arg(name)), QString());

        QVERIFY(
            server.psql(u"INSERT INTO patient VALUES (2, '%1')"_s.arg(name)).contains("duplicate key"_L1));
        QVERIFY(server.psql(u"INSERT INTO patient VALUES (2, '%1')"_s.arg(QString(name).repeated(4)))
                    .contains("check constraint"_L1));
        QVERIFY(server.psql(u"SELECT nothing FROM patient WHERE name = '%1'"_s.arg(name))
                    .contains("does not exist"_L1));
        QVERIFY(server.psql(u"SELECT pg_sleep(0.1) WHERE '%1' <> ''"_s.arg(name)).isEmpty());
        PsqlSession holding(server.conninfo());
        holding.say(u"BEGIN; UPDATE patient SET name = name RETURNING id"_s);
        QTRY_VERIFY_WITH_TIMEOUT(holding.hasAnswer(), kPatienceMs);
        const auto late = u"SET lock_timeout = '300ms'; UPDATE patient SET name = 'x' WHERE name = '%1'"_s;
        QVERIFY(server.psql(late.arg(name)).contains("lock timeout"_L1));

        const auto log = server.log() + allIn(server.dataFolder() + u"/log"_s);
        QVERIFY2(log.contains("duplicate key value violates unique constraint"_L1), qPrintable(log));
        QVERIFY2(log.contains("still waiting for"_L1), qPrintable(log));
        QVERIFY2(!log.contains(name), qPrintable(log));
    }

private:
    std::unique_ptr<ServerFiles> m_files;
};

} // namespace

QTEST_GUILESS_MAIN(TestSettings)

#include "test_settings.moc"
