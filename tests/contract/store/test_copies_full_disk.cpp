#include "contract/store/postgres_database.h"
#include "postgresql/server_copy.h"
#include "postgresql/server_drill.h"
#include "sdk/desk.h"
#include "support/small_disk.h"
#include "support/world.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using postgresql::CopyPlace;

namespace {

constexpr qint64 kDisk = 256 << 20;
constexpr int kPatients = 20'000;

QString errorOf(const Result<sdk::ServerCopy> &copy)
{
    return copy ? u"nothing"_s : copy.error().code + u' ' + copy.error().detail;
}

} // namespace

/// Copies of a hospital whose server has no room left: nothing by halves, and what was there stays.
class TestCopiesFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        m_disk = SmallDisk::make(kDisk); // before any thread
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        const PostgresSettings settings{
            .values = {{u"max_wal_size"_s, u"64MB"_s},
                       {u"min_wal_size"_s, u"32MB"_s},
                       {u"work_mem"_s, u"64kB"_s}, // what is sorted needs the disk, as in a large hospital
                       {u"checkpoint_timeout"_s, u"1h"_s}},
            .isFlushed = true,
            .place = m_disk->path()};
        QVERIFY2(m_server.start(settings), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        makePatients();
        m_file = m_folder.filePath(u"hospital.dump"_s);
        const auto made = backUp(placeOf(u"hospital"_s), m_file);
        QVERIFY2(made, qPrintable(errorOf(made)));
    }

    void cleanup()
    {
        if (!m_disk)
            return;
        m_disk->release();
        // What was there, whatever became of the copy.
        QCOMPARE(counted(u"hospital"_s), QString::number(kPatients + 1));
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY(backend);
        const auto problems = QCoro::waitFor(backend->maintenance->check());
        QVERIFY(problems && problems->empty());
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }

    void aRestoreLeavesTheDatabaseEmpty_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("from the start") << 0;
        QTest::newRow("among the tables") << (2 << 20);
        QTest::newRow("among the rows") << (6 << 20);
    }
    void aRestoreLeavesTheDatabaseEmpty()
    {
        QFETCH(const int, left);
        const auto database = u"empty_%1"_s.arg(left);
        m_server.psql(u"CREATE DATABASE %1 ENCODING 'UTF8' TEMPLATE template0"_s.arg(database));
        fillDisk(left);

        const auto refused = restoreCopy(placeOf(database), m_file);

        QCOMPARE(errorOf(refused), u"server.copy-no-room "_s);
        QVERIFY(sdk::errorText(refused.error()).contains(u"Make room"_s));
        m_disk->release();
        QCOMPARE(schemasOf(database), u"0"_s);
        const auto restored = restoreCopy(placeOf(database), m_file);
        QVERIFY2(restored, qPrintable(errorOf(restored)));
        QCOMPARE(counted(database), counted(u"hospital"_s));
        m_server.psql(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(database));
    }

    void aDrillLeavesNothing_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("no room for a database") << 0;
        QTest::newRow("no room for what is in it") << (14 << 20);
    }
    void aDrillLeavesNothing()
    {
        QFETCH(const int, left);
        fillDisk(left);

        const auto refused = drill(placeOf(u"hospital"_s), m_file);

        QCOMPARE(errorOf(refused), u"server.copy-no-room "_s);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM pg_database WHERE datname LIKE 'simiao\\_drill%'"_s),
                 u"0"_s);
        m_disk->release();
        const auto drilled = drill(placeOf(u"hospital"_s), m_file);
        QVERIFY2(drilled, qPrintable(errorOf(drilled)));
    }

    // What a backup is held against is sorted on the server's disk.
    void aBackupLeavesNoFile()
    {
        const auto file = m_folder.filePath(u"another.dump"_s);
        fillDisk(0);

        const auto refused = backUp(placeOf(u"hospital"_s), file);

        QCOMPARE(errorOf(refused), u"server.copy-no-room "_s);
        QCOMPARE(QDir(m_folder.path()).entryList({u"another*"_s}, QDir::Files), QStringList());
        m_disk->release();
        const auto made = backUp(placeOf(u"hospital"_s), file);
        QVERIFY2(made, qPrintable(errorOf(made)));
    }

private:
    void makePatients()
    {
        aWorld(m_hospital->open(u"hospital"_s)->store);
        const auto made = PostgresServer::psqlAs(
            m_server.conninfo(u"hospital"_s),
            u"INSERT INTO simiao.patient SELECT (jsonb_populate_record(p, jsonb_build_object('id', "
            u"gen_random_uuid(), 'mrn', 'M-' || n, 'identity_number', '', "
            u"'address', repeat(md5(n::text), 8)))).* FROM simiao.patient p, generate_series(1, %1) n; "
            u"UPDATE simiao.patient p SET row_hash = sha256(convert_to(simiao.canonical_patient(p), 'UTF8'))"_s
                .arg(kPatients),
            120'000);
        QVERIFY2(made.isEmpty(), qPrintable(made));
    }

    /// All but `left` bytes, and the room that the server's log has by itself.
    void fillDisk(qint64 left)
    {
        m_server.psql(u"SELECT pg_switch_wal()"_s);
        m_server.psql(u"CHECKPOINT"_s);
        m_disk->leaveFree(left);
    }

    CopyPlace placeOf(const QString &database)
    {
        return {{*postgresql::parseAddress(m_server.conninfo(database), u"test"_s),
                 *postgresql::catalogueIn(postgresSqlFolder())},
                postgresSqlFolder(),
                postgresql::toolFolders(),
                u"KEEPER"_s,
                {}};
    }

    QString counted(const QString &database)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao.patient"_s, database).trimmed();
    }
    QString schemasOf(const QString &database)
    {
        return m_server.psql(u"SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'simiao%'"_s, database)
            .trimmed();
    }

    std::unique_ptr<SmallDisk> m_disk;
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QTemporaryDir m_folder;
    QString m_file;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestCopiesFullDisk)
#include "test_copies_full_disk.moc"
