#include "sqlite/joined_log.h"
#include "support/fault_calls.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <cerrno>
#include <climits>

namespace simiao::test {

namespace {

constexpr int kNever = INT_MAX;

/// A database with a write-ahead log, as the back-end keeps it.
struct Database
{
    explicit Database(const QString &path, const char *files)
    {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (sqlite3_open_v2(qPrintable(path), &handle, flags, files) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(handle));
        for (const char *setting : {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",
                                    "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0",
                                    "CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT)"})
            run(setting);
    }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database() { sqlite3_close(handle); }

    int run(const char *sql) const { return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); }
    QByteArray value(const char *sql) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
        const bool hasRow = sqlite3_step(statement) == SQLITE_ROW;
        const QByteArray found =
            hasRow ? reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)) : "";
        sqlite3_finalize(statement);
        return found;
    }
    /// Twenty pages and more.
    int save(const char *first) const
    {
        const int begun = run("BEGIN IMMEDIATE");
        const QByteArray insert =
            QByteArray("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19) "
                       "INSERT INTO t SELECT i + ")
            + first + ", printf('%.4000c', 'x') FROM n";
        const int written = begun == SQLITE_OK ? run(insert.constData()) : begun;
        const int stored = written == SQLITE_OK ? run("COMMIT") : written;
        if (stored != SQLITE_OK)
            run("ROLLBACK");
        return stored;
    }

    sqlite3 *handle = nullptr;
};

/// Calls of these kinds on the log while this lives; from the `first`-th on they fail.
class LogCalls
{
public:
    explicit LogCalls(int kinds, int first = kNever)
    {
        simiaoArmFault(kinds, "-wal", first, INT_MAX, ENOSPC);
    }
    LogCalls(const LogCalls &) = delete;
    LogCalls &operator=(const LogCalls &) = delete;
    ~LogCalls() { simiaoDisarmFault(); }

    int count() const { return simiaoFaultCalls(); }
};

} // namespace

/// The joined log writes what SQLite's own files write, only in fewer calls; a disk that refuses is heard of where SQLite asks.
class TestJoinedLog : public QObject
{
    Q_OBJECT

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        if (!joined())
            QSKIP("SQLite's library was not found when this was built");
    }

    void commitIsOneWriteAndOneFlush()
    {
        const Database plain(path("plain.db"), nullptr);
        const Database joinedOne(path("joined.db"), joined());
        QCOMPARE(plain.save("0"), SQLITE_OK);
        QCOMPARE(joinedOne.save("0"), SQLITE_OK);

        const auto writes = [](const Database &database, const char *from, int kinds) {
            const LogCalls calls(kinds);
            return database.save(from) == SQLITE_OK ? calls.count() : -1;
        };

        QVERIFY(writes(plain, "100", FaultOfWrite) > 40);
        QCOMPARE(writes(joinedOne, "100", FaultOfWrite), 1);
        QCOMPARE(writes(plain, "200", FaultOfSync), 1);
        QCOMPARE(writes(joinedOne, "200", FaultOfSync), 1);
    }

    /// A commit that was told of is in the file, not in this program: what a killed one leaves is read by anybody.
    void committedRowsAreInTheFileWhenItIsSaid()
    {
        const Database database(path("told.db"), joined());
        QCOMPARE(database.save("0"), SQLITE_OK);

        for (const char *end : {"", "-wal"})
            QVERIFY(QFile::copy(path("told.db") + QLatin1StringView(end),
                                path("left.db") + QLatin1StringView(end)));

        const Database left(path("left.db"), nullptr);
        QCOMPARE(left.value("SELECT count(*) FROM t"), "20");
        QCOMPARE(left.value("PRAGMA integrity_check"), "ok");
    }

    void refusedWriteOrFlushLosesNothingAndTheNextSaveGoesThrough_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("write") << int(FaultOfWrite);
        QTest::newRow("flush") << int(FaultOfSync);
    }
    void refusedWriteOrFlushLosesNothingAndTheNextSaveGoesThrough()
    {
        QFETCH(int, kind);
        const QString file = path(kind == FaultOfWrite ? "write.db" : "flush.db");
        {
            const Database database(file, joined());
            QCOMPARE(database.save("0"), SQLITE_OK);
            {
                const LogCalls calls(kind, 1);
                QVERIFY(database.save("100") != SQLITE_OK);
                QVERIFY(database.save("100") != SQLITE_OK);
                QVERIFY(calls.count() >= 2);
                QCOMPARE(database.run("PRAGMA shrink_memory"), SQLITE_OK);
                QCOMPARE(database.value("SELECT count(*) FROM t WHERE length(text) = 4000"), "20");
            }
            QCOMPARE(database.value("SELECT count(*) FROM t"), "20");
            QCOMPARE(database.save("100"), SQLITE_OK);
            QCOMPARE(database.value("SELECT count(*) FROM t"), "40");
        }

        const Database again(file, nullptr);
        QCOMPARE(again.value("SELECT count(*) FROM t WHERE id < 120"), "40");
        QCOMPARE(again.value("PRAGMA integrity_check"), "ok");
    }

    /// More than fits into the cache and into what is joined: pages go to the log and come back before there is a commit.
    void pagesThatLeaveTheCacheComeBack()
    {
        const QString file = path("large.db");
        {
            const Database database(file, joined());
            database.run("PRAGMA cache_size = 5");
            database.run("BEGIN IMMEDIATE");
            for (int i = 0; i < 20; ++i) {
                const QByteArray from = QByteArray::number(1000 + 20 * i);
                const QByteArray insert =
                    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE "
                    "i < 19) INSERT INTO t SELECT i + "
                    + from + ", printf('%.9000c', 'y') FROM n";
                QCOMPARE(database.run(insert.constData()), SQLITE_OK);
                QCOMPARE(database.run("UPDATE t SET text = text || 'z' WHERE id % 7 = 0"), SQLITE_OK);
            }
            QCOMPARE(database.value("SELECT count(*) FROM t WHERE length(text) >= 9000"), "400");
            QCOMPARE(database.run("COMMIT"), SQLITE_OK);

            database.run("BEGIN IMMEDIATE");
            QCOMPARE(database.run("UPDATE t SET text = 'gone'"), SQLITE_OK);
            QCOMPARE(database.value("SELECT count(*) FROM t WHERE text = 'gone'"), "400");
            QCOMPARE(database.run("ROLLBACK"), SQLITE_OK);
            QCOMPARE(database.value("SELECT count(*) FROM t WHERE length(text) >= 9000"), "400");
            QCOMPARE(database.run("PRAGMA wal_checkpoint(TRUNCATE)"), SQLITE_OK);
            QCOMPARE(database.save("0"), SQLITE_OK);
        }

        const Database again(file, nullptr);
        QCOMPARE(again.value("SELECT count(*) FROM t"), "420");
        QCOMPARE(again.value("PRAGMA integrity_check"), "ok");
    }

private:
    static const char *joined() { return sqlite::joinedLog(); }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestJoinedLog)
#include "test_joined_log.moc"
