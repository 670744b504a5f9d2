#include "contract/store/sqlite_profile.h"
#include "core/json.h"
#include "sqlite/sqlite_connector.h"
#include "storage/migration/migration.h"
#include "support/logical_dump.h"
#include "support/small_disk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <map>
#include <random>

namespace simiao::test {

namespace {

using namespace Qt::StringLiterals;
using Migrations = std::vector<storage::Migration>;

/// A build under a sanitiser or on a busy machine is slow, not hung.
constexpr int kPatienceMs = 120'000;

QString copyOf(const QString &file, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    QFile::remove(to);
    if (!QFile::copy(file, to))
        qFatal("%s cannot be copied", qPrintable(file));
    return to;
}

/// As if the program had known no migration after the `count`-th.
Migrations first(const Migrations &migrations, int count)
{
    return {migrations.begin(), migrations.begin() + count};
}

} // namespace

/// Migrations of an empty database and of the demonstration clinic: there and back, killed, and on a disk that fills up.
class TestMigrationFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_disk = SmallDisk::make(48 << 20); // before any thread
        m_migrations = *storage::readMigrations(sqlFolder() + u"/sqlite/migrations"_s);
        QCOMPARE(cli({u"demo"_s, u"seed"_s}, u"seeded"_s), 0);
        m_older[newest()] = m_folder.filePath(u"seeded/data/simiao.db"_s);
        for (int version = newest() - 1; version > 0; --version) {
            const QString file =
                copyOf(m_older[version + 1], m_folder.filePath(u"older-%1.db"_s.arg(version)));
            if (!down(file)) // this clinic holds what the older tables could not say
                break;
            m_older[version] = file;
        }
        QVERIFY2(m_older.size() > 1, "the demonstration clinic cannot go back by a single migration");
    }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("isDemo");
        for (int version = 0; version < newest(); ++version) {
            QTest::addRow("empty, %d", version) << version << false;
            if (m_older.contains(version))
                QTest::addRow("demo, %d", version) << version << true;
        }
    }

    void comesBackAsItWas()
    {
        QFETCH(int, version);
        QFETCH(bool, isDemo);
        const QString file =
            isDemo ? copyOf(m_older[version], m_folder.filePath(u"turn.db"_s)) : empty(version);
        const auto before = logicalDump(file);

        QVERIFY(up(file, version + 1));
        const auto above = logicalDump(file);
        QVERIFY(above != before);
        QVERIFY(down(file));

        QCOMPARE(logicalDump(file), before);
        QVERIFY(up(file, version + 1));
        QCOMPARE(logicalDump(file), above);
    }

    /// Each migration is whole or not there, and the next start goes on from where it stood.
    void aKilledMigrationGoesOn()
    {
        constexpr int kRounds = 8;
        const int oldest = m_older.begin()->first;
        const auto stages = stagesFrom(oldest);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(cli({u"db"_s, u"migrate"_s}, profileOf(oldest, 0)), 0);
        const int whole = int(timer.elapsed());
        std::mt19937 dice(20261122);
        std::uniform_int_distribution<int> moment(whole / 4, whole);

        for (int round = 1; round <= kRounds; ++round) {
            const QString profile = profileOf(oldest, round);
            killed({u"db"_s, u"migrate"_s}, profile, moment(dice));

            const int version = versionOf(databaseOf(profile));
            QVERIFY(version >= oldest && version <= newest());
            QCOMPARE(logicalDump(databaseOf(profile)), stages.at(version));
            for (const auto &copy : copiesOf(profile))
                QCOMPARE(logicalDump(copy), stages.at(oldest));
            QCOMPARE(cli({u"db"_s, u"migrate"_s}, profile), 0);
            QCOMPARE(logicalDump(databaseOf(profile)), stages.at(newest()));
        }
    }

    /// Wherever the disk is full in the middle: the database as it was, a cause, and the same migration goes through afterwards.
    void aFullDiskLeavesTheOldDatabase()
    {
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        constexpr int kSteps = 12;
        const int oldest = m_older.begin()->first;
        const auto stages = stagesFrom(oldest);
        const qint64 step = (QFileInfo(m_older[oldest]).size() / 3 + 4095) / 4096 * 4096;
        int refused = 0;

        for (int i = 0; i < kSteps; ++i) {
            m_disk->clear();
            const sdk::BackendEnvironment environment{m_disk->path(), m_disk->path(), sqlFolder(), {}};
            const QString file = copyOf(m_older[oldest], m_disk->filePath(u"simiao.db"_s));
            m_disk->leaveFree(i * step);

            const auto refusal = migrated(environment);
            m_disk->release();
            if (refusal) {
                ++refused;
                QVERIFY2(isAboutTheDisk(*refusal), qPrintable(logLine(*refusal)));
                QCOMPARE(logicalDump(file), stages.at(versionOf(file)));
                QVERIFY(!migrated(environment));
            }
            QCOMPARE(logicalDump(file), stages.at(newest()));
        }
        QVERIFY2(refused > 0 && refused < kSteps, qPrintable(QString::number(refused)));
    }

private:
    int newest() const { return int(m_migrations.size()); }

    static bool isAboutTheDisk(const Error &error)
    {
        const bool isKnown = error.code == "sqlite.no-room"_L1 || error.code == "sqlite.cannot-open"_L1
            || error.code.startsWith("disk."_L1);
        return isKnown && error.kind == ErrorKind::Unavailable;
    }

    /// Opens, which migrates, and closes. \returns why not
    static std::optional<Error> migrated(const sdk::BackendEnvironment &environment)
    {
        const auto connection = sqlite::connector(environment)();
        return connection ? std::nullopt : std::optional(connection.error());
    }

    QString empty(int version) const
    {
        const QString file = m_folder.filePath(u"empty.db"_s);
        QFile::remove(file);
        if (version > 0 && !up(file, version))
            qFatal("an empty database cannot be made");
        if (version == 0) { // the table that counts migrations stands from the first look on
            const auto connection = sqlite::openPlain(file, sqlFolder());
            static_cast<void>(storage::schemaState(**connection, m_migrations));
        }
        return file;
    }

    bool up(const QString &file, int version) const
    {
        const auto connection = sqlite::openPlain(file, sqlFolder());
        return connection && storage::migrateUp(**connection, first(m_migrations, version)).has_value();
    }

    bool down(const QString &file) const
    {
        const auto connection = sqlite::openPlain(file, sqlFolder());
        return connection && storage::migrateDown(**connection, m_migrations).has_value();
    }

    int versionOf(const QString &file) const
    {
        const auto connection = sqlite::openPlain(file, sqlFolder());
        const auto state = storage::schemaState(**connection, m_migrations);
        return state ? state->version : -1;
    }

    /// What the clinic of version `oldest` is at each version above.
    std::map<int, QByteArray> stagesFrom(int oldest)
    {
        std::map<int, QByteArray> stages;
        const QString file = copyOf(m_older[oldest], m_folder.filePath(u"stages.db"_s));
        for (int version = oldest; version <= newest(); ++version) {
            if (version > oldest && !up(file, version))
                qFatal("migration %d fails", version);
            stages[version] = logicalDump(file);
        }
        return stages;
    }

    QString profileOf(int version, int round)
    {
        const QString name = u"profile-%1"_s.arg(round);
        copyOf(m_older[version], databaseOf(name));
        return name;
    }

    QString databaseOf(const QString &profile) const
    {
        return m_folder.filePath(profile + u"/data/simiao.db"_s);
    }

    QStringList copiesOf(const QString &profile) const
    {
        const QDir folder(m_folder.filePath(profile + u"/data/backups"_s));
        QStringList files;
        for (const auto &name : folder.entryList({u"*.db"_s}, QDir::Files))
            files.append(folder.filePath(name));
        return files;
    }

    void start(QProcess &program, const QStringList &words, const QString &profile) const
    {
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s,
                      words + QStringList{u"--profile"_s, m_folder.filePath(profile)});
    }

    int cli(const QStringList &words, const QString &profile) const
    {
        QProcess program;
        start(program, words, profile);
        program.waitForFinished(kPatienceMs);
        if (program.exitCode() != 0)
            qWarning("%s", program.readAllStandardError().constData());
        return program.exitCode();
    }

    /// SIGKILL after so many milliseconds, unless it was faster.
    void killed(const QStringList &words, const QString &profile, int afterMs) const
    {
        QProcess program;
        start(program, words, profile);
        if (program.waitForFinished(afterMs))
            return;
        program.kill();
        program.waitForFinished(kPatienceMs);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SmallDisk> m_disk;
    Migrations m_migrations;
    std::map<int, QString> m_older; ///< version -> the demonstration clinic as that program kept it
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestMigrationFaults)
#include "test_migration_faults.moc"
