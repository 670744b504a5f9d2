#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "core/log.h"
#include "support/byte_proxy.h"
#include "workflow/ports/unanswered_saves.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Receipt;
using Fate = workflow::UnansweredSave::Fate;

/// What becomes of a commit that was sent and not answered, when nobody gives it again.
class TestPostgresUnanswered : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QTemporaryDir m_log;

    QString counted(const QString &database, const QString &sql)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + sql, database).trimmed();
    }

    /// Connections of desks.
    QString sessions(const QString &database)
    {
        return m_server
            .psql(
                u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND usename = 'program_1'"_s.arg(
                    database))
            .trimmed();
    }

    std::shared_ptr<workflow::Store> open(const QString &database, quint16 port, const QString &profile = {})
    {
        auto backend = m_hospital->open(database, {port}, profile);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        return backend->store;
    }

    /// The line of the log that tells of this command.
    QString told(Uuid command)
    {
        log::flush();
        QFile file(m_log.filePath(u"simiao.log"_s));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
        return lines.filter(command.toString()).join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        log::start(m_log.path());
        QVERIFY2(m_server.start(), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        m_hospital->waitAsDesksDo();
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void cleanup()
    {
        if (!m_hospital)
            return;
        m_server.thaw();
        m_server.psql(u"ALTER ROLE program_1 LOGIN"_s);
    }

    void isFoundStoredWhenTheServerAnswersAgain()
    {
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto store = open(database, network.port());
        auto world = aWorld(store);
        world.context.rng = std::make_shared<SystemRng>(); // each command has a line of its own in the log
        QSet<Uuid> heard;
        connect(store->changes(), &workflow::ChangeFeed::committed, this,
                [&heard](const Receipt &receipt) { heard.insert(receipt.command); });
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"ARRIVED"_s);
        network.fail({ByteFault::Kind::Silence, Direction::ToClient});
        QCOMPARE(QCoro::waitFor(store->commit(work)).error().code, u"store.unknown"_s);
        QVERIFY(told(command).isEmpty());

        network.heal();

        QTRY_VERIFY_WITH_TIMEOUT(told(command).endsWith(u"was stored"_s), 20'000);
        QTRY_VERIFY(heard.contains(command));
        const auto again = QCoro::waitFor(store->commit(work));
        QVERIFY2(again, qPrintable(again ? QString() : logLine(again.error())));
        QCOMPARE(counted(database, u"patient WHERE mrn = 'ARRIVED'"_s), u"1"_s);
        QTRY_COMPARE(sessions(database), u"2"_s); // the connection that asked has gone again
    }

    void isSettledAsNeverStoredWhenItDidNotArrive()
    {
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto store = open(database, network.port());
        auto world = aWorld(store);
        world.context.rng = std::make_shared<SystemRng>(); // each command has a line of its own in the log
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"LOST"_s);
        network.fail({ByteFault::Kind::Silence, Direction::ToServer});
        QCOMPARE(QCoro::waitFor(store->commit(work)).error().code, u"store.unknown"_s);
        network.fail({ByteFault::Kind::Cut, Direction::ToServer}); // what was held back is dropped with it
        QTRY_COMPARE(sessions(database), u"0"_s);

        network.heal();

        QTRY_VERIFY_WITH_TIMEOUT(told(command).endsWith(u"was not stored, and never will be"_s), 20'000);
        QCOMPARE(QCoro::waitFor(store->commit(work)).error().code, u"store.given-up"_s);
        QVERIFY(QCoro::waitFor(
            store->commit(aRegistration(world, world.context.newCommand(), u"ANEW"_s)))); // done again
        QCOMPARE(counted(database, u"patient WHERE mrn = 'LOST'"_s), u"0"_s);
    }

    // The server that hung works on the commit while it is asked what became of it.
    void hasOneOutcomeWhereBothAreUnderWay()
    {
        const auto database = m_hospital->another();
        const auto store = open(database, m_server.port());
        auto world = aWorld(store);
        world.context.rng = std::make_shared<SystemRng>(); // each command has a line of its own in the log
        std::vector<std::pair<Uuid, QString>> given;
        for (int i = 0; i < 3; ++i)
            given.emplace_back(world.context.newCommand(), u"HUNG-%1"_s.arg(i));
        int answered = 0;
        m_server.freeze();
        for (const auto &[command, mrn] : given)
            QCoro::connect(store->commit(aRegistration(world, command, mrn)), this,
                           [&answered](const auto &) { ++answered; });
        QTRY_COMPARE_WITH_TIMEOUT(answered, int(given.size()), 20'000);
        const auto first = given.front(); // the others waited behind it and were not sent
        QVERIFY(told(first.first).isEmpty());

        m_server.thaw();

        QTRY_VERIFY_WITH_TIMEOUT(!told(first.first).isEmpty(), 20'000);
        const bool isStored = told(first.first).endsWith(u"was stored"_s);
        QCOMPARE(counted(database, u"patient WHERE mrn = '%1'"_s.arg(first.second)),
                 QString::number(int(isStored)));
        QCOMPARE(counted(database, u"audit_event WHERE act = 'patient.register'"_s),
                 QString::number(int(isStored)));
        const auto again = QCoro::waitFor(store->commit(aRegistration(world, first.first, first.second)));
        QCOMPARE(bool(again), isStored);
    }

    // Its answer is cut off, and then the desk is not let in any more: that is no answer either.
    void isNotCalledRefusedBecauseNobodyMayAsk()
    {
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto store = open(database, network.port());
        auto world = aWorld(store);
        world.context.rng = std::make_shared<SystemRng>();
        const auto command = world.context.newCommand();
        m_server.psql(u"ALTER ROLE program_1 NOLOGIN"_s);
        network.fail({ByteFault::Kind::Cut, Direction::ToClient, 1});

        std::optional<QString> said;
        QCoro::connect(
            store->commit(aRegistration(world, command, u"BARRED"_s)), this,
            [&said](const Result<Receipt> &receipt) { said = receipt ? u"stored"_s : receipt.error().code; });
        QTRY_COMPARE(sessions(database), u"0"_s);
        network.heal();
        QTRY_VERIFY(said);

        QCOMPARE(*said, u"store.unknown"_s);
        m_server.psql(u"ALTER ROLE program_1 LOGIN"_s);
        QTRY_VERIFY_WITH_TIMEOUT(told(command).endsWith(u"was stored"_s), 20'000);
        QCOMPARE(counted(database, u"patient WHERE mrn = 'BARRED'"_s), u"1"_s);
    }

    // Who it was, what was done, with whom: what the screen says until somebody knows.
    void isTellableUntilItIsKnown()
    {
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto store = open(database, network.port());
        auto world = aWorld(store);
        world.context.rng = std::make_shared<SystemRng>();
        auto *saves = workflow::unansweredSavesOf(*store->changes());
        QVERIFY(saves);
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"TOLD"_s);
        network.fail({ByteFault::Kind::Silence, Direction::ToServer});
        QCOMPARE(QCoro::waitFor(store->commit(work)).error().code, u"store.unknown"_s);

        QTRY_COMPARE(saves->all().size(), 1U);
        const auto waiting = saves->all().front();
        QCOMPARE(waiting.command, command);
        QCOMPARE(waiting.act, u"patient.register"_s);
        QCOMPARE(waiting.person, world.context.session.account);
        QCOMPARE(waiting.since, work.event().recorded);
        QCOMPARE(waiting.patient, work.event().patient);
        QCOMPARE(waiting.fate, Fate::Waiting);
        saves->acknowledge(command); // nobody knows yet what there is to be known
        QCOMPARE(saves->all().size(), 1U);

        network.fail({ByteFault::Kind::Cut, Direction::ToServer}); // what was held back is dropped with it
        QTRY_COMPARE(sessions(database), u"0"_s);
        network.heal();

        QTRY_COMPARE_WITH_TIMEOUT(saves->all().front().fate, Fate::NotStored, 20'000);
        saves->acknowledge(command);
        QVERIFY(saves->all().empty());
    }

    // What is not stored is said again by each start until somebody has read it.
    void staysOverTheEndOfTheProgramUntilItIsRead()
    {
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        Uuid command;
        {
            const auto store = open(database, network.port(), u"forgetful"_s);
            auto world = aWorld(store);
            world.context.rng = std::make_shared<SystemRng>();
            command = world.context.newCommand();
            network.fail({ByteFault::Kind::Silence, Direction::ToServer});
            QCOMPARE(
                QCoro::waitFor(store->commit(aRegistration(world, command, u"FORGOTTEN"_s))).error().code,
                u"store.unknown"_s);
        }
        network.fail({ByteFault::Kind::Cut, Direction::ToServer});
        QTRY_COMPARE(sessions(database), u"0"_s);
        network.heal();
        for (int start = 0; start < 2; ++start) {
            const auto store = open(database, network.port(), u"forgetful"_s);
            const auto *saves = workflow::unansweredSavesOf(*store->changes());
            QTRY_VERIFY_WITH_TIMEOUT(saves->all().size() == 1 && saves->all().front().fate == Fate::NotStored,
                                     20'000);
            QCOMPARE(saves->all().front().command, command);
        }
        {
            const auto store = open(database, network.port(), u"forgetful"_s);
            auto *saves = workflow::unansweredSavesOf(*store->changes());
            QTRY_COMPARE(saves->all().size(), 1U);
            saves->acknowledge(command);
        }

        const auto store = open(database, network.port(), u"forgetful"_s);
        QCoreApplication::sendPostedEvents();
        QVERIFY(workflow::unansweredSavesOf(*store->changes())->all().empty());
        QCOMPARE(counted(database, u"patient WHERE mrn = 'FORGOTTEN'"_s), u"0"_s);
    }

    // It says that it does not know, and the log too; the next start asks.
    void endsWithTheProgram()
    {
        ByteProxy network(m_server.port());
        const auto store = open(m_hospital->another(), network.port());
        auto world = aWorld(store);
        world.context.rng = std::make_shared<SystemRng>(); // each command has a line of its own in the log
        const auto command = world.context.newCommand();
        network.fail({ByteFault::Kind::Silence, Direction::ToClient});
        QCOMPARE(QCoro::waitFor(store->commit(aRegistration(world, command, u"OPEN"_s))).error().code,
                 u"store.unknown"_s);

        store->close();

        QVERIFY(told(command).contains(u"before it is known"_s));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresUnanswered)
#include "test_postgres_unanswered.moc"
