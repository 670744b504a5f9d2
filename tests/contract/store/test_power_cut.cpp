#include "contract/store/recorded_files.h"
#include "sqlite/joined_log.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>

namespace simiao::test {

namespace {

constexpr int kSaves = 120;
constexpr int kCuts = 400;
constexpr int kSector = 512; // bytes a disk writes at once

/// One connection as the back-end sets it up.
struct Database
{
    Database(const QString &path, const char *files, const char *synchronous)
    {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (sqlite3_open_v2(qPrintable(path), &handle, flags, files) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(handle));
        run("PRAGMA locking_mode = EXCLUSIVE");
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA wal_autocheckpoint = 12"); // often, so that cuts fall into checkpoints too
        run(QByteArray("PRAGMA synchronous = ") + synchronous);
    }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database() { sqlite3_close(handle); }

    bool run(const QByteArray &sql) const
    {
        return sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    QByteArray value(const char *sql) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
        QByteArray found;
        if (sqlite3_step(statement) == SQLITE_ROW)
            found = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return found;
    }

    sqlite3 *handle = nullptr;
};

/// What was saved, and how far the record was when each save was said to be done.
struct Run
{
    std::vector<RecordedFiles::Act> acts;
    std::vector<std::size_t> toldAt;
};

Run saveOften(const QString &path, const char *files, const char *synchronous)
{
    RecordedFiles::begin();
    Run run;
    const Database database(path, files, synchronous);
    database.run("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)");
    database.run("CREATE TABLE trail (id INTEGER PRIMARY KEY, previous INTEGER)");
    for (int save = 1; save <= kSaves; ++save) {
        const QByteArray id = QByteArray::number(save);
        const QByteArray size = QByteArray::number(100 + save * 97 % 9000);
        const bool isSaved =
            database.run("BEGIN IMMEDIATE;INSERT INTO note VALUES (" + id + ", hex(randomblob(" + size
                         + ")));INSERT INTO trail VALUES (" + id + ", " + id + " - 1);COMMIT");
        if (!isSaved)
            qFatal("%s", sqlite3_errmsg(database.handle));
        run.toldAt.push_back(RecordedFiles::acts().size());
    }
    run.acts = RecordedFiles::acts();
    return run;
}

void put(QByteArray &file, qint64 at, const QByteArray &bytes)
{
    if (file.size() < at + bytes.size())
        file.resize(at + bytes.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), file.begin() + at);
}

/// What was not flushed comes to the disk in any order, by sectors, some never and some as nonsense.
void putSome(QByteArray &file, const RecordedFiles::Act &act, QRandomGenerator &random)
{
    for (qint64 from = 0; from < act.bytes.size();) {
        const qint64 size = std::min(kSector - (act.at + from) % kSector, act.bytes.size() - from);
        const quint32 fate = random.bounded(8U);
        if (fate == 0)
            put(file, act.at + from, QByteArray(size, char(random.bounded(256))));
        else if (fate < 5)
            put(file, act.at + from, act.bytes.mid(from, size));
        from += size;
    }
}

/// The files as they may be found when the power went before the `cut`-th act.
RecordedFiles::Image filesAfter(const Run &run, std::size_t cut, QRandomGenerator &random)
{
    RecordedFiles::Image image;
    for (const auto file : {RecordedFiles::Database, RecordedFiles::Log}) {
        std::size_t flushed = 0;
        for (std::size_t i = 0; i < cut; ++i) {
            if (run.acts[i].file == file && run.acts[i].kind == RecordedFiles::Flush)
                flushed = i;
        }
        for (std::size_t i = 0; i < cut; ++i) {
            const auto &act = run.acts[i];
            if (act.file != file || act.kind == RecordedFiles::Flush)
                continue;
            const bool isSafe = i < flushed;
            if (act.kind == RecordedFiles::Truncate) {
                if (isSafe || random.bounded(2) == 0)
                    image[file].resize(act.at, '\0');
            } else if (isSafe) {
                put(image[file], act.at, act.bytes);
            } else {
                putSome(image[file], act, random);
            }
        }
    }
    return image;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// What somebody finds who starts again after the cut.
struct Found
{
    int lost = 0;    ///< cuts that took a save that was said to be done
    int damaged = 0; ///< cuts after which the database is not whole, or holds half a save
};

Found startedAgain(const Run &run, const QString &folder)
{
    QRandomGenerator random(20'261'122);
    Found found;
    const std::size_t first = run.toldAt.front();
    for (int trial = 0; trial < kCuts; ++trial) {
        const std::size_t cut = first + random.bounded(quint32(run.acts.size() - first));
        const auto image = filesAfter(run, cut, random);
        const QString path = folder + QStringLiteral("/found.db");
        writeFile(path, image[RecordedFiles::Database]);
        writeFile(path + QStringLiteral("-wal"), image[RecordedFiles::Log]);
        const auto told = std::ranges::count_if(run.toldAt, [cut](std::size_t at) { return at <= cut; });

        const Database database(path, nullptr, "FULL");
        const QByteArray saves = database.value("SELECT count(*) FROM note");
        const bool isWhole = database.value("PRAGMA integrity_check") == "ok"
            && database.value("SELECT count(*) FROM trail") == saves
            && database.value("SELECT coalesce(max(id), 0) FROM note") == saves;
        found.damaged += isWhole ? 0 : 1;
        found.lost += isWhole && saves.toLongLong() < told ? 1 : 0;
    }
    return found;
}

} // namespace

/// The power goes at any moment: what was said to be saved is there, and nothing is there by halves.
class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { RecordedFiles::install(); }

    void nothingThatWasSaidToBeSavedIsLost_data()
    {
        QTest::addColumn<bool>("isJoined");
        QTest::newRow("the log as SQLite writes it") << false;
        QTest::newRow("the log joined") << true;
    }
    void nothingThatWasSaidToBeSavedIsLost()
    {
        QFETCH(bool, isJoined);
        const QTemporaryDir folder;
        const auto run = saveOften(folder.filePath(QStringLiteral("saved.db")),
                                   isJoined ? sqlite::joinedLog() : nullptr, "FULL");

        const auto found = startedAgain(run, folder.path());

        QCOMPARE(found.damaged, 0);
        QCOMPARE(found.lost, 0);
    }

    /// Whether this test would see it: without flushes saves must be lost.
    void savesAreLostWithoutFlushes()
    {
        const QTemporaryDir folder;
        const auto run =
            saveOften(folder.filePath(QStringLiteral("saved.db")), sqlite::joinedLog(), "NORMAL");

        QVERIFY(startedAgain(run, folder.path()).lost > 0);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPowerCut)
#include "test_power_cut.moc"
