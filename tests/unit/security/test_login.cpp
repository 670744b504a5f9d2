#include "security/login.h"
#include "security/password_hash.h"
#include "support/fake_clock.h"
#include "support/memory_store.h"

#include <QTest>

using namespace simiao;
using namespace simiao::security;
using namespace Qt::StringLiterals;

namespace {

const auto kPassword = u"right horse"_s;

} // namespace

class TestLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_hash = *hashPassword(kPassword); }

    void init()
    {
        m_store = std::make_shared<test::MemoryStore>();
        m_clock = std::make_shared<test::FakeClock>();
        m_ports = {.store = m_store,
                   .clock = m_clock,
                   .rng = std::make_shared<SeededRng>(7),
                   .throttle = std::make_shared<LoginThrottle>(),
                   .passwords = {},
                   .site = u"MAIN"_s,
                   .workstation = u"WS-1"_s};
        m_account = store(u"li"_s, AccountStatus::Active);
    }

    void opensASessionForTheRightPassword()
    {
        const auto session = attempt(u" Li "_s, kPassword);

        QVERIFY(session);
        QCOMPARE(session->account, m_account);
        QCOMPARE(session->name, u"李医生"_s);
        QCOMPARE(session->roles, QStringList{u"physician"_s});
        QCOMPARE(session->site, u"MAIN"_s);
        QCOMPARE(session->workstation, u"WS-1"_s);
        QCOMPARE(lastEvent().act, u"session.login"_s);
        QCOMPARE(lastEvent().outcome, AuditOutcome::Success);
        QCOMPARE(lastEvent().agent, m_account);
        QCOMPARE(lastEvent().workstation, u"WS-1"_s);
    }

    void refusesAlikeWhateverTheReason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("reason");
        QTest::newRow("unknown") << u"nobody"_s << kPassword << u"unknown-account"_s;
        QTest::newRow("wrong password") << u"li"_s << u"wrong"_s << u"wrong-password"_s;
        QTest::newRow("locked") << u"locked"_s << kPassword << u"account-locked"_s;
        QTest::newRow("retired") << u"retired"_s << kPassword << u"account-retired"_s;
    }
    void refusesAlikeWhateverTheReason()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, password);
        QFETCH(const QString, reason);
        store(u"locked"_s, AccountStatus::Locked);
        store(u"retired"_s, AccountStatus::Retired);

        const auto session = attempt(name, password);

        QCOMPARE(session.error().kind, ErrorKind::Forbidden);
        QCOMPARE(session.error().code, u"login.refused"_s);
        QCOMPARE(session.error().detail, QString());
        QCOMPARE(lastEvent().outcome, AuditOutcome::Refused);
        QCOMPARE(lastEvent().detail, reason);
        QCOMPARE(lastEvent().agent.isNull(), name == u"nobody"_s);
    }

    void asksToWaitAfterFiveWrongPasswords()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt(u"li"_s, u"wrong"_s).error().code, u"login.refused"_s);

        const auto early = attempt(u"li"_s, kPassword);
        m_clock->advanceSeconds(early.error().detail.toInt());
        const auto later = attempt(u"li"_s, kPassword);

        QCOMPARE(early.error().code, u"login.wait"_s);
        QVERIFY(later);
    }

    void aRightPasswordEndsTheCounting()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(!attempt(u"li"_s, u"wrong"_s));
        QVERIFY(attempt(u"li"_s, kPassword));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt(u"li"_s, u"wrong"_s).error().code, u"login.refused"_s);
    }

private:
    Id<Account> store(const QString &name, AccountStatus status)
    {
        Account account;
        account.id = newId<Account>(*m_clock, *m_ports.rng);
        account.loginName = name;
        account.name = u"李医生"_s;
        account.roles = {u"physician"_s};
        account.passwordHash = m_hash;
        account.status = status;
        workflow::UnitOfWork work(Uuid::v7(*m_clock, *m_ports.rng), {}, u"MAIN"_s);
        work.insert(account);
        auto committing = m_store->commit(std::move(work));
        const bool isStored = bool(QCoro::waitFor(committing));
        return isStored ? account.id : Id<Account>();
    }

    Result<workflow::Session> attempt(const QString &name, const QString &password)
    {
        return QCoro::waitFor(logIn(m_ports, name, password));
    }

    const AuditEvent &lastEvent() const { return m_store->audit().back(); }

    QString m_hash;
    std::shared_ptr<test::MemoryStore> m_store;
    std::shared_ptr<test::FakeClock> m_clock;
    LoginPorts m_ports;
    Id<Account> m_account;
};

QTEST_GUILESS_MAIN(TestLogin)
#include "test_login.moc"
