#include "keeper_shell.h"
#include "server_files.h"

#include <QFile>
#include <QTest>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

/// What packaging/server tells people to do with copies, word for word, with the program they do it with.
class TestCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_server.start(), qPrintable(m_server.log()));
        QCOMPARE(m_server.psql(u"CREATE DATABASE simiao ENCODING 'UTF8' TEMPLATE template0"_s), QString());
    }

    void theCommandsOfTheReadmeDoWhatItSays()
    {
        const auto commands = ServerFiles::commandsOf(u"Set up: five commands"_s);
        QCOMPARE(commands.size(), 2 + 5); // the addresses and a password stand before them
        const auto addresses = here(commands.first());
        for (const auto &command : commands.mid(1))
            QCOMPARE(run(addresses + u"; "_s + here(command)), QString());

        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.generation"_s, u"simiao_new"_s), u"2"_s);
        QVERIFY(QFile::exists(m_folder.filePath(u"monday.dump.manifest.json"_s)));
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM pg_database WHERE datname LIKE 'simiao_drill%'"_s),
                 u"0"_s);
    }

    void aDrillSaysOneSentence()
    {
        const auto drill = u"simiao-cli db drill %1 monday.dump"_s.arg(m_keeper.address(u"simiao"_s));
        QCOMPARE(
            run(drill
                + u" > out 2> said; test ! -s out; tail -n 1 said | grep -q '^The backup can be restored'; "
                  "test -z \"$(sort said | uniq -d)\""_s), // a line a table on the way
            QString());
        QCOMPARE(run(drill + u" --json 2> said | grep -q '\"patient\":'"_s), QString());
    }

    // What a server lets every log-in do is told where it is looked for, and where it could have been closed.
    void whatIsOpenIsSaid()
    {
        const auto address = m_keeper.address(u"simiao"_s);
        QCOMPARE(run(u"simiao-cli db access "_s + address), QString());
        m_server.psql(
            u"GRANT EXECUTE ON FUNCTION pg_cancel_backend(int) TO PUBLIC; ALTER ROLE desk_1 SET work_mem = '64kB'"_s,
            u"simiao"_s);

        QCOMPARE(
            run(u"simiao-cli db access %1 2> said && exit 1; grep -q 'pg_cancel_backend(integer)' said; grep -q 'desk_1 work_mem=64kB' said"_s
                    .arg(address)),
            QString());
        QCOMPARE(run(u"simiao-cli db check --server %1 2> said; grep -q 'desk_1 work_mem=64kB' said"_s.arg(
                     address)),
                 QString());
        QCOMPARE(
            run(u"simiao-cli db init %1 && simiao-cli db grant %1 desk_1 --new-password-file desk_1.pw && simiao-cli db access %1"_s
                    .arg(address)),
            QString());
    }

    // Killed in the middle, then called again: what the profile holds is there, once, and a profile that is open is not moved.
    void aProfileMovesInAlsoWhenTheProgramIsKilled()
    {
        QCOMPARE(m_server.psql(u"CREATE DATABASE clinic ENCODING 'UTF8' TEMPLATE template0"_s), QString());
        const auto address = m_keeper.address(u"clinic"_s);
        QCOMPARE(run(u"simiao-cli demo seed --profile clinic && simiao-cli db init "_s + address), QString());
        const auto transfer = u"exec simiao-cli db transfer --from clinic --to "_s + address;

        QProcess killed;
        m_keeper.start(killed, transfer);
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += killed.readAll()).contains("organization"), kPatienceMs);
        killed.kill();
        killed.waitForFinished();
        QCOMPARE(run(transfer), QString());

        QCOMPARE(
            run(u"simiao-cli db contents --profile clinic | grep -q '\"patient\":{\"hash\":\"[0-9a-f]*\",\"rows\":%1}'"_s
                    .arg(m_server.psql(u"SELECT count(*) FROM simiao.patient"_s, u"clinic"_s).trimmed())),
            QString());
        QCOMPARE(
            run(u"simiao-cli db check --server %1 && simiao-cli audit verify --server %1"_s.arg(address)),
            QString());
        QVERIFY(!QFile::exists(m_folder.filePath(u"clinic/cache/transfer"_s))); // it held every patient
    }

private:
    /// On the test's server, as who runs the test.
    QString here(QString command) const
    {
        return command.remove(u"runuser -u postgres -- "_s)
            .remove(u" && chown postgres desk_1.pw"_s)
            .replace(u"/var/lib/postgresql"_s, m_folder.path())
            .replace(u"?host=/var/run/postgresql"_s,
                     u"?host=%1&port=%2"_s.arg(m_server.folder()).arg(m_server.port()))
            .replace(u"/var/backups/simiao"_s, m_folder.path());
    }

    QString run(const QString &command) const { return m_keeper.run(command); }

    PostgresServer m_server;
    QTemporaryDir m_folder;
    KeeperShell m_keeper{m_server, m_folder.path()};
};

} // namespace

QTEST_GUILESS_MAIN(TestCopies)

#include "test_copies.moc"
