#include "keeper_shell.h"
#include "support/patience.h"
#include "support/psql_session.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

#include <csignal>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

/// What pg_restore does until it is stopped.
const QByteArray kSlowRestore = "#!/bin/sh\n"
                                "case \"$1\" in --version) echo 'pg_restore (PostgreSQL) 99.0'; exit;; esac\n"
                                "case \"$*\" in *--file=*) exit;; esac\n"
                                "echo $$ > slow.pid\n"
                                "echo 'pg_restore: processing data for table \"simiao.patient\"' >&2\n"
                                "exec sleep 1000\n";
const QByteArray kDump = "#!/bin/sh\necho 'pg_dump (PostgreSQL) 99.0'\n";

/// Who keeps the server stops what is under way (Ctrl+C), or the machine does (SIGTERM): nothing is left that looks whole, and the
/// same command called again does it.
class TestStoppedCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_server.start(), qPrintable(m_server.log()));
        m_keeper = std::make_unique<KeeperShell>(m_server, m_folder.path());
        m_slow = std::make_unique<KeeperShell>(m_server, m_folder.path(), m_folder.filePath(u"slow"_s));
        QDir(m_folder.path()).mkdir(u"slow"_s);
        write(u"slow/pg_restore"_s, kSlowRestore);
        write(u"slow/pg_dump"_s, kDump);
        make(u"simiao"_s);
        QCOMPARE(m_keeper->run(u"simiao-cli db init "_s + m_keeper->address(u"simiao"_s)), QString());
        QCOMPARE(m_keeper->run(u"simiao-cli db backup %1 whole.dump"_s.arg(m_keeper->address(u"simiao"_s))),
                 QString());
    }

    void init() { QFile::remove(m_folder.filePath(u"slow.pid"_s)); }

    void aDrillLeavesNoDatabase_data() { signalsOf(); }
    void aDrillLeavesNoDatabase()
    {
        const auto drill = u"exec simiao-cli db drill %1 whole.dump"_s.arg(m_keeper->address(u"simiao"_s));

        stopInTheMiddle(drill, u"server.copy-stopped"_s);

        QCOMPARE(m_server.psql(u"SELECT count(*) FROM pg_database WHERE datname LIKE 'simiao\\_drill%'"_s),
                 u"0"_s);
        QCOMPARE(m_keeper->run(drill), QString());
    }

    void aRestoreLeavesTheDatabaseEmpty_data() { signalsOf(); }
    void aRestoreLeavesTheDatabaseEmpty()
    {
        const auto database = u"restored_%1"_s.arg(++m_databases);
        make(database);
        const auto restore = u"exec simiao-cli db restore %1 whole.dump"_s.arg(m_keeper->address(database));

        stopInTheMiddle(restore, u"server.copy-stopped"_s);

        QCOMPARE(m_server.psql(u"SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'simiao%'"_s, database),
                 u"0"_s);
        QCOMPARE(m_keeper->run(restore), QString());
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.generation"_s, database), u"2"_s);
    }

    // Nobody is asked: what it started ends with it, and the next one takes away what is left.
    void aRestoreThatIsKilledIsBegunAnew()
    {
        const auto database = u"killed"_s;
        make(database);
        const auto restore = u"exec simiao-cli db restore %1 whole.dump"_s.arg(m_keeper->address(database));
        QProcess killed;
        m_slow->start(killed, restore);
        QTRY_VERIFY_WITH_TIMEOUT(slowProgram() > 0, kPatienceMs);

        killed.kill();
        killed.waitForFinished(kPatienceMs);

        QTRY_VERIFY_WITH_TIMEOUT(::kill(slowProgram(), 0) != 0, kPatienceMs);
        QCOMPARE(m_keeper->run(restore), QString());
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.generation"_s, database), u"2"_s);
    }

    // While the server is at a statement that does not end by itself.
    void aBackupLeavesNoFile_data() { signalsOf(); }
    void aBackupLeavesNoFile()
    {
        QFETCH(const int, signal);
        const auto file = u"copy-%1.dump"_s.arg(signal);
        const auto backup = u"exec simiao-cli db backup %1 %2"_s.arg(m_keeper->address(u"simiao"_s), file);
        QProcess stopped;
        {
            PsqlSession other(m_server.conninfo(u"simiao"_s));
            hold(other, u"patient IN ACCESS EXCLUSIVE"_s);
            m_keeper->start(stopped, backup);
            QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"1"_s, kPatienceMs);

            ::kill(pid_t(stopped.processId()), signal);

            expectStopped(stopped, u"server.copy-stopped"_s);
            QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"0"_s, kPatienceMs);
        }
        QCOMPARE(QDir(m_folder.path()).entryList({file + u'*'}, QDir::Files), QStringList());
        QCOMPARE(m_keeper->run(backup), QString());
    }

    // Asking a server to cancel what it is at waits for it too.
    void aBackupEndsAlsoWhereTheServerIsFrozen()
    {
        QProcess stopped;
        {
            PsqlSession other(m_server.conninfo(u"simiao"_s));
            hold(other, u"patient IN ACCESS EXCLUSIVE"_s);
            m_keeper->start(
                stopped, u"exec simiao-cli db backup %1 frozen.dump"_s.arg(m_keeper->address(u"simiao"_s)));
            QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"1"_s, kPatienceMs);
            m_server.freeze();

            ::kill(pid_t(stopped.processId()), SIGINT);

            const bool hasEnded = stopped.waitForFinished(kPatienceMs);
            m_server.thaw();
            QVERIFY2(hasEnded, "it waits for a server that is frozen");
        }
        QCOMPARE(QDir(m_folder.path()).entryList({u"frozen.dump*"_s}, QDir::Files), QStringList());
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"0"_s, kPatienceMs);
    }

    void aMoveGoesOnWhereItWas_data() { signalsOf(); }
    void aMoveGoesOnWhereItWas()
    {
        QFETCH(const int, signal);
        const auto database = u"clinic_%1"_s.arg(signal);
        make(database);
        const auto address = m_keeper->address(database);
        QCOMPARE(m_keeper->run(
                     u"simiao-cli demo seed --profile %1 && simiao-cli db init %2"_s.arg(database, address)),
                 QString());
        const auto transfer = u"exec simiao-cli db transfer --from %1 --to %2"_s.arg(database, address);
        QProcess stopped;
        {
            PsqlSession other(m_server.conninfo(database));
            hold(other, u"patient IN SHARE"_s); // against rows that come
            m_keeper->start(stopped, transfer);
            QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"1"_s, kPatienceMs);

            ::kill(pid_t(stopped.processId()), signal);

            expectStopped(stopped, u"transfer.stopped"_s);
        }
        QVERIFY(!QFile::exists(m_folder.filePath(database + u"/cache/transfer"_s))); // it held every patient
        QCOMPARE(
            m_server.psql(u"SELECT has_database_privilege('simiao_desk', current_database(), 'CONNECT')"_s,
                          database),
            u"f"_s);
        QCOMPARE(m_keeper->run(transfer), QString());
        QCOMPARE(m_keeper->run(u"simiao-cli db check --server "_s + address), QString());
    }

private:
    static void signalsOf()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("the machine goes down") << SIGTERM;
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void make(const QString &database)
    {
        QCOMPARE(m_server.psql(u"CREATE DATABASE %1 ENCODING 'UTF8' TEMPLATE template0"_s.arg(database)),
                 QString());
    }

    static void hold(PsqlSession &session, const QString &what)
    {
        session.say(u"BEGIN"_s);
        session.say(u"LOCK TABLE simiao.%1 MODE"_s.arg(what));
        session.say(u"SELECT 'held'"_s);
        QTRY_VERIFY(session.hasAnswer());
    }
    QString waiting() { return m_server.psql(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s); }

    pid_t slowProgram() const
    {
        QFile file(m_folder.filePath(u"slow.pid"_s));
        return file.open(QIODevice::ReadOnly) ? pid_t(file.readAll().trimmed().toInt()) : 0;
    }

    /// The signal comes to all programs of the terminal while pg_restore is at it.
    void stopInTheMiddle(const QString &command, const QString &code)
    {
        QFETCH(const int, signal);
        QProcess stopped;
        stopped.setChildProcessModifier([] { ::setpgid(0, 0); });
        m_slow->start(stopped, command);
        QTRY_VERIFY_WITH_TIMEOUT(slowProgram() > 0, kPatienceMs);

        ::kill(-pid_t(stopped.processId()), signal);

        expectStopped(stopped, code);
        QVERIFY(::kill(slowProgram(), 0) != 0);
    }

    static void expectStopped(QProcess &stopped, const QString &code)
    {
        QVERIFY(stopped.waitForFinished(kPatienceMs));
        const auto said = stopped.readAll();
        QVERIFY2(said.contains('"' + code.toUtf8() + '"') && said.contains("Stopped, as asked"),
                 said.constData());
        QCOMPARE(stopped.exitStatus(), QProcess::NormalExit);
        QCOMPARE(stopped.exitCode(), 2);
    }

    PostgresServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<KeeperShell> m_keeper;
    std::unique_ptr<KeeperShell> m_slow;
    int m_databases = 0;
};

} // namespace

QTEST_GUILESS_MAIN(TestStoppedCopies)

#include "test_stopped_copies.moc"
