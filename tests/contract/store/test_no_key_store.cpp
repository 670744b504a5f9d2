#include "contract/store/keyed_hospital.h"
#include "sdk/desk.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// A computer on which nobody is logged in: no key store answers.
class TestNoKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        const auto trouble = m_hospital.make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void isSaidWithWords()
    {
        const auto refused = postgresql::openBackend(m_hospital.desk());

        QCOMPARE(KeyedHospital::outcome(refused), u"server.key-store"_s);
        const auto words = sdk::errorText(refused.error());
        QVERIFY2(words.contains(u"passfile="_s), qPrintable(words));
    }

    void leavesThePassfile()
    {
        QCOMPARE(KeyedHospital::outcome(postgresql::openBackend(m_hospital.desk(m_hospital.passfile()))),
                 u"open"_s);
    }

private:
    KeyedHospital m_hospital;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestNoKeyStore)
#include "test_no_key_store.moc"
