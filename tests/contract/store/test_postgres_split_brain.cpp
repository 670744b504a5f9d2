#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "core/hash.h"
#include "support/postgres_pair.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// The standby has taken over, and the old primary comes back beside it: it takes writes, and nothing tells it that its time is over.
class TestPostgresSplitBrain : public QObject
{
    Q_OBJECT

private:
    PostgresPair m_pair;
    std::unique_ptr<HospitalDatabase> m_hospital;

    quint16 old() { return m_pair.primary().port(); }
    quint16 present() { return m_pair.standby().port(); }
    static QString patients(const PostgresServer &server, const QString &mrn)
    {
        return server.psql(u"SELECT count(*) FROM simiao.patient WHERE mrn = '%1'"_s.arg(mrn), u"hospital"_s)
            .trimmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_pair.start(), qPrintable(m_pair.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_pair.primary());
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    // A desk that has worked with the new one, in this life of the program or an earlier one.
    void oldPrimaryGetsNothingAndTheNewOneIsFound()
    {
        const QList<quint16> both{old(), present()}; // the old one is asked first
        const auto backend = m_hospital->open(u"hospital"_s, both, u"kept"_s);
        QVERIFY2(backend, qPrintable(m_pair.log()));
        const auto &store = backend->store;
        const auto world = aWorld(store);
        const auto registering = [&](const QString &mrn) {
            return QCoro::waitFor(store->commit(aRegistration(world, world.context.newCommand(), mrn)));
        };
        QVERIFY(registering(u"BEFORE"_s));
        m_hospital->waitAsDesksDo();
        QVERIFY(!m_hospital->open(u"hospital"_s, {present()}, u"early"_s)); // a standby takes no writes
        m_hospital->waitForTheMachine();
        m_pair.killPrimary();
        QVERIFY2(m_pair.promote(), qPrintable(m_pair.log()));
        QVERIFY(registering(u"AFTER"_s));
        QVERIFY2(m_pair.primary().restart(), qPrintable(m_pair.log()));
        QCOMPARE(m_pair.primary().psql(u"SELECT pg_is_in_recovery()"_s).trimmed(), u"f"_s);

        m_pair.standby().psql(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'hospital'"_s);
        QVERIFY(registering(u"BESIDE"_s));
        store->close();

        QCOMPARE(patients(m_pair.standby(), u"BESIDE"_s), u"1"_s);
        QCOMPARE(patients(m_pair.primary(), u"BESIDE"_s), u"0"_s);
        const auto refused = m_hospital->open(u"hospital"_s, {old()}, u"kept"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.outdated"_s);
        QVERIFY(refused.error().detail.endsWith(u"server.witness"_s));
        const auto again = m_hospital->open(u"hospital"_s, both, u"kept"_s);
        QVERIFY2(again, qPrintable(again ? QString() : logLine(again.error())));
        QVERIFY(QCoro::waitFor(workflow::load(again->store, world.patient.id)));
    }

    // It wrote nothing to the new one: only the timeline tells.
    void aDeskThatOnlyReadKnowsTooThatTheNewOneIsThere()
    {
        QVERIFY(m_hospital->open(u"hospital"_s, {present()}, u"reader"_s));
        const auto refused = m_hospital->open(u"hospital"_s, {old()}, u"reader"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.outdated"_s);
    }

    // Restored elsewhere from a dump it is another machine that begins at its first timeline: what it holds decides.
    void databaseThatWasMovedIsTakenForItself()
    {
        const auto folder = m_hospital->environment(u"hospital"_s, {present()}, u"mover"_s).dataFolder;
        QVERIFY(m_hospital->open(u"hospital"_s, {present()}, u"mover"_s));
        QFile witness(folder + u"/server.witness"_s);
        QVERIFY(witness.open(QIODevice::ReadWrite));
        auto words = witness.readLine().trimmed().split(' ');
        QVERIFY(words.size() == 5 && words[2] == "2");
        words[1] = "1234"; // of the machine before
        words[2] = "77";
        words[4] = sha256(words.first(4).join(' ')).toHex();
        QVERIFY(witness.resize(0) && witness.seek(0) && witness.write(words.join(' ') + '\n') > 0);
        witness.close();

        QVERIFY(m_hospital->open(u"hospital"_s, {present()}, u"mover"_s));

        QVERIFY(witness.open(QIODevice::ReadOnly));
        QCOMPARE(witness.readLine().split(' ')[2], QByteArray("2")); // and noted
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresSplitBrain)
#include "test_postgres_split_brain.moc"
