#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "postgresql/server_copy.h"
#include "server_files.h"
#include "support/postgres_cluster.h"
#include "support/postgres_server.h"
#include "support/server_account.h"

#include <QFile>
#include <QTest>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
constexpr int kCopyMs = 60'000;

class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        if (!m_files.isComplete())
            QSKIP("needs openssl");
    }

    void bringsBackTheMomentBeforeTheAccident()
    {
        PostgresServer server;
        QVERIFY2(server.start({.includes = {m_files.path(u"postgresql/archive.conf"_s)},
                               .accessRules = {u"local replication postgres trust"_s}}),
                 qPrintable(server.log()));
        QCOMPARE(server.psql(u"CREATE TABLE visit AS SELECT generate_series(1, 100) AS n"_s), QString());
        const auto backup = m_files.path(u"backups/base"_s);
        const auto copied = runAsServerAccount(postgresPrograms() + u"/pg_basebackup"_s,
                                               {u"--pgdata="_s + backup, u"--dbname="_s + server.conninfo(),
                                                u"--checkpoint=fast"_s, u"--no-sync"_s},
                                               kCopyMs);
        QVERIFY2(copied.code == 0, qPrintable(copied.text));

        QCOMPARE(server.psql(u"INSERT INTO visit SELECT generate_series(101, 200)"_s), QString());
        const auto moment = server.psql(u"SELECT clock_timestamp()"_s);
        QCOMPARE(server.psql(u"DELETE FROM visit"_s), QString());
        const auto last = server.psql(u"SELECT pg_walfile_name(pg_switch_wal())"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_files.path(u"backups/wal/"_s + last)), kPatienceMs);
        server.kill9();

        PostgresServer restored;
        const auto fromBackup = [&](const QString &folder) {
            const auto moved = runAsServerAccount(
                u"/bin/sh"_s,
                {u"-c"_s, u"cp -a \"$0\" \"$1\" && touch \"$1\"/recovery.signal"_s, backup, folder}, kCopyMs);
            return moved.text;
        };
        QVERIFY2(restored.startFrom(fromBackup,
                                    {.values = {{u"recovery_target_time"_s, moment}},
                                     .includes = {m_files.path(u"postgresql/restore.conf"_s)}}),
                 qPrintable(restored.log()));

        QTRY_COMPARE_WITH_TIMEOUT(restored.psql(u"SELECT pg_is_in_recovery()"_s), u"f"_s, kPatienceMs);
        QCOMPARE(restored.psql(u"SELECT count(*), max(n) FROM visit"_s), u"200|200"_s);
    }

    // A desk whose own last save is there has no way to see that another's is not.
    void deskThatOnlyReadNoticesOnceItIsSaid()
    {
        PostgresServer server;
        std::unique_ptr<HospitalDatabase> hospital;
        QVERIFY2(server.start({.accessRules = {u"local replication postgres trust"_s}}),
                 qPrintable(server.log()));
        hospital = std::make_unique<HospitalDatabase>(server);
        QCOMPARE(hospital->make(), QString());
        const auto environment = [&hospital](const PostgresServer &at) {
            auto reader = hospital->environment(u"hospital"_s, {at.port()}, u"reader"_s);
            return simiao::postgresql::openBackend(reader);
        };
        const auto writing = hospital->open(u"hospital"_s);
        QVERIFY(writing);
        const auto world = aWorld(writing->store);
        const auto backup = m_files.path(u"backups/of-hospital"_s);
        const auto copied = runAsServerAccount(postgresPrograms() + u"/pg_basebackup"_s,
                                               {u"--pgdata="_s + backup, u"--dbname="_s + server.conninfo(),
                                                u"--checkpoint=fast"_s, u"--no-sync"_s},
                                               kCopyMs);
        QVERIFY2(copied.code == 0, qPrintable(copied.text));
        const auto work = aRegistration(world, world.context.newCommand(), u"GONE"_s);
        QVERIFY(QCoro::waitFor(writing->store->commit(work)));
        {
            const auto reading = environment(server);
            QVERIFY(reading);
            QVERIFY(QCoro::waitFor(simiao::workflow::load(reading->store, world.patient.id)));
            reading->store->close();
        }
        writing->store->close();
        server.kill9();
        PostgresServer restored;
        QVERIFY2(restored.startFrom([&](const QString &folder) {
            return runAsServerAccount(u"/bin/cp"_s, {u"-a"_s, backup, folder}, kCopyMs).text;
        }),
                 qPrintable(restored.log()));

        const auto address = simiao::postgresql::parseAddress(restored.conninfo(u"hospital"_s), u"keeper"_s);
        QVERIFY(address);
        const auto catalogue = simiao::postgresql::catalogueIn(postgresSqlFolder());
        QVERIFY(catalogue);
        const auto noted = simiao::postgresql::noteRestored(
            {{*address, *catalogue}, postgresSqlFolder(), {}, u"KEEPER"_s, {}});
        QVERIFY2(noted, qPrintable(noted ? QString() : simiao::logLine(noted.error())));

        const auto again = environment(restored);
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"server.restored"_s);
        QCOMPARE(
            restored.psql(u"SELECT workstation FROM simiao.audit_event WHERE act = 'database.maintain'"_s,
                          u"hospital"_s),
            u"KEEPER"_s);
    }

    void archivesEachPieceOnceAndWhole()
    {
        const auto wal = m_files.path(u"backups/wal"_s);
        QVERIFY(m_files.rewrite(u"backups/piece"_s, u"one"_s));
        QVERIFY(m_files.rewrite(u"backups/other"_s, u"two"_s));
        const auto archive = [&](const QString &piece) {
            return runAsServerAccount(m_files.path(u"postgresql/archive_wal"_s),
                                      {m_files.path(piece), u"000000010000000000000009"_s, wal}, kCopyMs);
        };

        QCOMPARE(archive(u"backups/piece"_s).code, 0);
        QCOMPARE(archive(u"backups/piece"_s).code, 0);
        const auto refused = archive(u"backups/other"_s);

        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.text.contains("two servers write there"_L1), qPrintable(refused.text));
        QCOMPARE(m_files.text(u"backups/wal/000000010000000000000009"_s), u"one"_s);
        QVERIFY(archive(u"backups/nothing"_s).code > 0);
    }

private:
    ServerFiles m_files;
};

} // namespace

QTEST_GUILESS_MAIN(TestRestore)

#include "test_restore.moc"
