#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "sdk/desk.h"
#include "support/small_disk.h"

#include <QRandomGenerator>

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Receipt;

namespace {

constexpr qint64 kDisk = 160 << 20;
constexpr int kLetters = 60'000; // more than a page of a table has left, and nothing that can be compressed

QString manyLetters(quint32 seed)
{
    QRandomGenerator random(seed);
    QString letters(kLetters, u' ');
    for (auto &letter : letters)
        letter = QChar(u'!' + random.bounded(90));
    return letters;
}

} // namespace

/// The disk of the server is full.
class TestPostgresFullDisk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SmallDisk> m_disk;
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    QString counted(const QString &sql)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + sql, u"hospital"_s).trimmed();
    }

    static workflow::UnitOfWork aLongRegistration(const World &world, Uuid command, int number)
    {
        auto patient = world.patient;
        patient.id = world.context.newId<administration::Patient>();
        patient.mrn = u"FULL-%1"_s.arg(number);
        patient.identityNumber.clear();
        patient.address = manyLetters(quint32(number));
        auto work = world.context.begin(command, u"patient.register"_s);
        work.insert(patient);
        return work;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        m_disk = SmallDisk::make(kDisk); // before any thread
        if (!m_disk)
            QSKIP(qPrintable(SmallDisk::whyNot()));
        const PostgresSettings settings{.values = {{u"max_wal_size"_s, u"64MB"_s},
                                                   {u"min_wal_size"_s, u"32MB"_s},
                                                   {u"checkpoint_timeout"_s, u"1h"_s}},
                                        .isFlushed = true,
                                        .place = m_disk->path()};
        QVERIFY2(m_server.start(settings), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void cleanup()
    {
        if (m_disk)
            m_disk->release();
    }

    void saveIsRefusedWithWordsAndTakenWhenThereIsRoom()
    {
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY2(backend, qPrintable(m_server.log()));
        const auto world = aWorld(backend->store);
        const auto work = aLongRegistration(world, world.context.newCommand(), 0);
        m_server.psql(u"SELECT pg_switch_wal()"_s); // room in the log, which is written first
        m_server.psql(u"CHECKPOINT"_s);
        m_disk->leaveFree(0);

        const auto refused = QCoro::waitFor(backend->store->commit(work));

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.disk-full"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable); // the same act may be tried again
        QVERIFY(!sdk::errorText(refused.error()).contains(u"server.disk-full"_s));
        QCOMPARE(counted(u"patient WHERE mrn LIKE 'FULL-%'"_s), u"0"_s);
        QCOMPARE(counted(u"command WHERE receipt LIKE '%Patient%'"_s), u"1"_s);    // the seed
        QVERIFY(QCoro::waitFor(workflow::load(backend->store, world.patient.id))); // it can be worked with
        QVERIFY(backend->link->isOnline());
        m_disk->release();
        const auto taken = QCoro::waitFor(backend->store->commit(work));
        QVERIFY2(taken, qPrintable(taken ? QString() : logLine(taken.error())));
        QCOMPARE(counted(u"patient WHERE mrn LIKE 'FULL-%'"_s), u"1"_s);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }

    // Until its log has no room either, and it stops itself.
    void serverThatFallsOverKeepsWhatItAcknowledged()
    {
        constexpr int kAttempts = 400;
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY2(backend, qPrintable(m_server.log()));
        World world;
        const auto seed = counted(u"patient"_s).toInt();
        const auto found =
            m_server.psql(u"SELECT id FROM simiao.patient ORDER BY id LIMIT 1"_s, u"hospital"_s);
        const auto someone = QCoro::waitFor(
            workflow::load(backend->store, Id<administration::Patient>{*Uuid::parse(found.trimmed())}));
        QVERIFY(someone);
        world.patient = *someone;
        world.context = {backend->store, world.policy, world.clock, std::make_shared<SeededRng>(11), {}};
        world.context.session.account = someone->recordedBy;
        world.context.session.workstation = u"FULL"_s;
        m_disk->leaveFree(2 << 20);

        int stored = 0;
        QSet<QString> codes;
        bool hasFallen = false;
        for (int i = 1; i <= kAttempts && !hasFallen; ++i) {
            const auto receipt = QCoro::waitFor(
                backend->store->commit(aLongRegistration(world, world.context.newCommand(), i)));
            if (receipt)
                ++stored;
            else
                codes.insert(receipt.error().code);
            hasFallen = !receipt && receipt.error().code != "server.disk-full"_L1;
        }
        m_disk->release();
        if (!m_server.isRunning() || hasFallen)
            QVERIFY2(m_server.restart(), qPrintable(m_server.log()));

        qInfo() << stored << "stored, then" << codes.values();
        QVERIFY(stored > 0 && codes.contains(u"server.disk-full"_s));
        const auto again = QCoro::waitFor(
            backend->store->commit(aLongRegistration(world, world.context.newCommand(), kAttempts + 1)));
        QVERIFY2(again, qPrintable(again ? QString() : logLine(again.error())));
        const auto there = counted(u"patient"_s).toInt();
        QVERIFY2(there >= seed + stored + 1 && there <= seed + stored + 2,
                 qPrintable(QString::number(there)));
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
        const auto problems = QCoro::waitFor(backend->maintenance->check());
        QVERIFY(problems && problems->empty());
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresFullDisk)
#include "test_postgres_full_disk.moc"
