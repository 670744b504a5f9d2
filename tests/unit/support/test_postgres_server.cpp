#include "support/postgres_server.h"
#include "support/server_account.h"
#include "support/small_disk.h"
#include "support/test_certificates.h"

#include <QFile>
#include <QTest>

#include <sys/shm.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
bool areGone(const QList<qint64> &pids)
{
    return std::ranges::all_of(pids, [](qint64 pid) { return ::kill(pid_t(pid), 0) != 0; });
}

/// Its System V segment, by the seventh line of postmaster.pid; other servers have theirs, so that counting them says nothing.
int segmentOf(const QString &folder)
{
    QFile file(folder + u"/data/postmaster.pid"_s);
    const auto lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    return lines.value(6).simplified().split(' ').value(1, "-1").toInt();
}

bool hasSegment(int id)
{
    shmid_ds state;
    return ::shmctl(id, IPC_STAT, &state) == 0;
}

/// What the test below kills: a program with a server, which says where it is and waits.
int serveUntilKilled(bool isFrozen)
{
    PostgresServer server;
    if (!server.start())
        return 1;
    const auto pids = server.pids();
    if (isFrozen)
        server.freeze();
    QByteArray line = QFile::encodeName(server.folder());
    for (const auto pid : pids)
        line += ' ' + QByteArray::number(pid);
    std::puts(line.constData());
    std::fflush(stdout);
    for (;;)
        ::pause();
}

class TestPostgresServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
    }

    void leavesNoTraceWhenItEnds()
    {
        int segment = -1;
        QString folder;
        QList<qint64> pids;
        {
            PostgresServer server;
            QVERIFY2(server.start({.values = {{u"max_connections"_s, u"33"_s}}}), qPrintable(server.log()));
            folder = server.folder();
            pids = server.pids();
            segment = segmentOf(folder);
            QVERIFY(hasSegment(segment));

            QCOMPARE(server.psql(u"SHOW max_connections"_s), u"33"_s);
            QCOMPARE(server.psql(u"SHOW server_encoding"_s), u"UTF8"_s);
            QCOMPARE(server.psql(u"SELECT '\u8d75' ~ '^[[:alpha:]]$'"_s), u"t"_s);
            QVERIFY(pids.size() > 3);
            QVERIFY(server.stop());
            QVERIFY(areGone(pids));
            QVERIFY(!server.isRunning());
        }

        QVERIFY(!QFile::exists(folder));
        QVERIFY(!hasSegment(segment));
    }

    void leavesNoTraceWhenItIsKilled()
    {
        int segment = -1;
        QString folder;
        QList<qint64> pids;
        {
            PostgresServer server;
            QVERIFY2(server.start(), qPrintable(server.log()));
            folder = server.folder();
            pids = server.pids();
            segment = segmentOf(folder);
            QVERIFY(hasSegment(segment));
            server.freeze();
        }

        QVERIFY(areGone(pids));
        QVERIFY(!QFile::exists(folder));
        QVERIFY(!hasSegment(segment));
    }

    void letsRolesInByTcpWithTheirPassword()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));
        QCOMPARE(server.psql(u"CREATE ROLE nurse LOGIN PASSWORD 'right'"_s), QString());

        const auto right = server.conninfo(u"nurse"_s, u"right"_s, u"postgres"_s);
        const auto wrong = server.conninfo(u"nurse"_s, u"wrong"_s, u"postgres"_s);

        QCOMPARE(PostgresServer::psqlAs(right, u"SELECT current_user"_s), u"nurse"_s);
        QVERIFY(PostgresServer::psqlAs(wrong, u"SELECT 1"_s).contains("password authentication failed"_L1));
    }

    void recoversAfterKill9()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));
        QCOMPARE(server.psql(u"CREATE TABLE kept (n int)"_s), QString());
        QCOMPARE(server.psql(u"INSERT INTO kept SELECT generate_series(1, 1000)"_s), QString());
        const auto port = server.port();
        const auto pids = server.pids();

        server.kill9();
        QVERIFY(areGone(pids));
        QVERIFY(server.psql(u"SELECT 1"_s).startsWith("psql: error:"_L1));
        QVERIFY2(server.restart(), qPrintable(server.log()));

        QCOMPARE(server.port(), port);
        QCOMPARE(server.psql(u"SELECT count(*), sum(n) FROM kept"_s), u"1000|500500"_s);
        QVERIFY(server.log().contains("automatic recovery in progress"_L1));
    }

    void restartsWithOtherSettings()
    {
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));

        QVERIFY2(server.restart(PostgresSettings{.values = {{u"work_mem"_s, u"7MB"_s}}, .isFlushed = true}),
                 qPrintable(server.log()));

        QCOMPARE(server.psql(u"SHOW work_mem"_s), u"7MB"_s);
        QCOMPARE(server.psql(u"SHOW fsync"_s), u"on"_s);
    }

    void answersNothingWhileItIsFrozen()
    {
        constexpr int kShortMs = 700;
        PostgresServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));

        server.freeze();
        const auto frozen = PostgresServer::psqlAs(server.conninfo(), u"SELECT 1"_s, kShortMs);
        server.thaw();

        QVERIFY2(frozen.startsWith("no end of"_L1), qPrintable(frozen));
        QCOMPARE(server.psql(u"SELECT 1"_s), u"1"_s);
    }

    void servesFromADiskThatFills()
    {
        constexpr qint64 kDisk = 160LL << 20;
        constexpr qint64 kLeft = 1LL << 20;
        const auto disk = SmallDisk::make(kDisk);
        if (!disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        PostgresServer server;
        QVERIFY2(server.start({.place = disk->path()}), qPrintable(server.log()));
        QVERIFY(server.folder().startsWith(disk->path()));
        QCOMPARE(server.psql(u"CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n"_s), QString());

        disk->leaveFree(kLeft);
        server.psql(u"CREATE TABLE much AS SELECT repeat('x', 100) FROM generate_series(1, 200000)"_s);
        const auto log = server.log();
        disk->release();
        QVERIFY2(server.restart(), qPrintable(server.log()));

        QVERIFY2(log.contains("No space left on device"_L1), qPrintable(log));
        QCOMPARE(server.psql(u"SELECT count(*) FROM kept"_s), u"1000"_s);
    }

    void asksForCertificates()
    {
        QTemporaryDir folder;
        const auto server = makeCertificate(folder.path(), u"server"_s, u"IP:127.0.0.1"_s);
        const auto desk = makeCertificate(folder.path(), u"desk7"_s, u"DNS:desk7"_s);
        if (!server || !desk)
            QSKIP("needs openssl");
        // For psql, which runs as the server does.
        QVERIFY(giveToServerAccount(folder.path()));
        PostgresServer postgres;
        const PostgresTls tls{server->certificateFile, server->keyFile, desk->certificateFile};
        QVERIFY2(postgres.start({.tls = tls}), qPrintable(postgres.log()));
        const auto roles = u"CREATE ROLE desk7 LOGIN PASSWORD 'pw'; CREATE ROLE desk8 LOGIN PASSWORD 'pw'"_s;
        QCOMPARE(postgres.psql(roles), QString());

        const auto asked = [&](const QString &role, const QString &options) {
            const auto conninfo = postgres.conninfo(role, u"pw"_s, u"postgres"_s) + u' ' + options;
            return PostgresServer::psqlAs(
                conninfo, u"SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s);
        };
        const auto shown = u" sslcert=%1 sslkey=%2"_s.arg(desk->certificateFile, desk->keyFile);
        const auto full = u"sslmode=verify-full sslrootcert="_s + server->certificateFile;

        QCOMPARE(asked(u"desk7"_s, full + shown), u"t|TLSv1.3"_s);
        QVERIFY(asked(u"desk7"_s, u"sslmode=disable"_s).contains("no encryption"_L1));
        QVERIFY(asked(u"desk7"_s, full).contains("requires a valid client certificate"_L1));
        QVERIFY(asked(u"desk8"_s, full + shown).contains("authentication failed"_L1));
        QVERIFY2(postgres.log().contains("CN mismatch"_L1), qPrintable(postgres.log()));
        const auto stranger = u"sslmode=verify-full sslrootcert="_s + desk->certificateFile;
        QVERIFY(asked(u"desk7"_s, stranger + shown).contains("certificate verify failed"_L1));
    }

    void takesItsServerAlongWhenItIsKilled_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("while it serves") << u"--serve"_s;
        QTest::newRow("while it is frozen") << u"--serve-frozen"_s;
    }

    void takesItsServerAlongWhenItIsKilled()
    {
        QFETCH(QString, how);
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {how});
        QTRY_VERIFY_WITH_TIMEOUT(victim.canReadLine() || victim.state() == QProcess::NotRunning, kPatienceMs);
        const auto words = victim.readLine().simplified().split(' ');
        QVERIFY(words.size() > 3);
        QList<qint64> pids;
        for (const auto &word : words.sliced(1))
            pids << word.toLongLong();
        const auto folder = QFile::decodeName(words.first());
        const int segment = segmentOf(folder);
        QVERIFY(!areGone(pids.first(1)));
        QVERIFY(hasSegment(segment));

        victim.kill();
        QVERIFY(victim.waitForFinished());

        QTRY_VERIFY_WITH_TIMEOUT(areGone(pids), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(folder), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!hasSegment(segment), kPatienceMs);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 2 && QByteArrayView(argv[1]).startsWith("--serve"))
        return serveUntilKilled(QByteArrayView(argv[1]) == "--serve-frozen");
    TestPostgresServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_postgres_server.moc"
