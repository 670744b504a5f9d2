#include "security/account_admin.h"
#include "security/login.h"
#include "security/password_hash.h"
#include "support/memory_store.h"
#include "support/world.h"
#include "unit/domain/refusal.h"
#include "workflow/ports/queries.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace security;

namespace {

const auto kGood = u"correct horse 7"_s;

/// Only administrators manage accounts.
class StaffPolicy : public workflow::AccessPolicy
{
public:
    bool isGranted(const QStringList &roles, const QString &act) const override
    {
        return roles.contains(u"administrator"_s) && act == u"account.manage"_s;
    }
    QStringList desksOf(const QStringList &) const override { return {}; }
    QStringList rolesFor(const QString &) const override { return {u"administrator"_s}; }
};

template <typename T>
T await(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace

class TestAccountAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<MemoryStore>();
        m_context = aWorld(std::make_shared<MemoryStore>()).context;
        m_context.store = m_store;
        m_context.policy = std::make_shared<StaffPolicy>();
        m_admin =
            *await(createFirstAdministrator(m_context, entry(u"admin"_s, {u"administrator"_s}), rules()));
        m_context.session.account = m_admin.id;
        m_context.session.roles = {u"administrator"_s};
    }

    void firstAdministratorIsMadeOnlyOnce()
    {
        QVERIFY(m_admin.passwordChangedAt);
        const auto second =
            await(createFirstAdministrator(m_context, entry(u"other"_s, {u"administrator"_s}), rules()));
        QCOMPARE(refusal(second), u"account.not-first"_s);
    }

    void aNewPersonMustChangeThePasswordFirst()
    {
        const auto account = create(entry(u" Li.Ming "_s, {u"physician"_s}));

        QCOMPARE(account->loginName, u"li.ming"_s);
        QVERIFY(!account->passwordChangedAt);
        const auto session = logIn(u"li.ming"_s, kGood);
        QVERIFY(session->mustChangePassword);
        QCOMPARE(session->loginName, u"li.ming"_s);
    }

    void entriesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code");
        const QStringList physician{u"physician"_s};
        QTest::newRow("blank in the name") << u"li ming"_s << physician << kGood << u"account.login-name"_s;
        QTest::newRow("one letter") << u"l"_s << physician << kGood << u"account.login-name"_s;
        QTest::newRow("injection") << u"x'; drop table account"_s << physician << kGood
                                   << u"account.login-name"_s;
        QTest::newRow("no role") << u"li"_s << QStringList{} << kGood << u"account.role-missing"_s;
        QTest::newRow("unknown role")
            << u"li"_s << QStringList{u"king"_s} << kGood << u"account.role-unknown"_s;
        QTest::newRow("short") << u"li"_s << physician << u"a1"_s << u"password.short"_s;
        QTest::newRow("own name") << u"wang"_s << physician << u"my-wang-2026"_s << u"password.login-name"_s;
        QTest::newRow("taken") << u"admin"_s << physician << kGood << u"store.unique"_s;
    }
    void entriesThatCannotBeAreRefused()
    {
        QFETCH(QString, login);
        QFETCH(QStringList, roles);
        QFETCH(QString, password);
        QFETCH(QString, code);
        auto wished = entry(login, roles);
        wished.password = password;

        QCOMPARE(refusal(create(wished)), code);
        QCOMPARE(accounts().size(), 1U);
    }

    void repeatedClickMakesOneAccount()
    {
        const auto command = m_context.newCommand();
        const auto wished = entry(u"li"_s, {u"physician"_s});
        const auto first = await(createAccount(m_context, command, wished, rules()));
        const auto second = await(createAccount(m_context, command, wished, rules()));
        QCOMPARE(second->id, first->id);
        QCOMPARE(accounts().size(), 2U);
    }

    void nobodyButAnAdministratorMayDoIt()
    {
        m_context.session.roles = {u"physician"_s};
        QCOMPARE(refusal(create(entry(u"li"_s, {u"physician"_s}))), u"access.denied"_s);
        QCOMPARE(m_store->audit().back().outcome, AuditOutcome::Refused);
    }

    void theLastAdministratorStays()
    {
        const auto roles =
            await(changeRoles(m_context, m_context.newCommand(), m_admin.id, {u"physician"_s}, rules()));
        QCOMPARE(refusal(roles), u"account.last-administrator"_s);
        const auto closed =
            await(changeStatus(m_context, m_context.newCommand(), m_admin.id, AccountStatus::Locked));
        QCOMPARE(refusal(closed), u"account.own"_s);
    }

    void anAdministratorMayGoWhenAnotherStays()
    {
        const auto second = create(entry(u"second"_s, {u"administrator"_s}));
        const auto physician = [this] {
            return await(
                changeRoles(m_context, m_context.newCommand(), m_admin.id, {u"physician"_s}, rules()));
        };
        QCOMPARE(refusal(physician()), u"account.own-roles"_s);
        m_context.session.account = second->id;
        QCOMPARE(refusalWithDetail(physician()), QString());
        const auto closed =
            await(changeStatus(m_context, m_context.newCommand(), second->id, AccountStatus::Retired));
        QCOMPARE(refusal(closed), u"account.own"_s);
    }

    void aLockedAccountCannotLogIn()
    {
        const auto account = create(entry(u"li"_s, {u"physician"_s}));
        QVERIFY(await(changeStatus(m_context, m_context.newCommand(), account->id, AccountStatus::Locked)));
        QCOMPARE(refusal(logIn(u"li"_s, kGood)), u"login.refused"_s);
        QVERIFY(await(changeStatus(m_context, m_context.newCommand(), account->id, AccountStatus::Active)));
        QVERIFY(logIn(u"li"_s, kGood));
    }

    void ownPasswordIsChangedByWhoKnowsIt()
    {
        const auto account = create(entry(u"li"_s, {u"physician"_s}));
        m_context.session.account = account->id;
        const auto next = u"another long one 8"_s;
        const auto change = [&](const QString &current, const QString &wished) {
            return await(changeOwnPassword(m_context, m_context.newCommand(), current, wished, rules()));
        };

        QCOMPARE(refusal(change(u"guess"_s, next)), u"password.wrong"_s);
        QCOMPARE(refusal(change(kGood, kGood)), u"password.same"_s);
        QCOMPARE(refusal(change(kGood, u"short1"_s)), u"password.short"_s);
        QVERIFY(change(kGood, next));

        QCOMPARE(refusal(logIn(u"li"_s, kGood)), u"login.refused"_s);
        QVERIFY(!logIn(u"li"_s, next)->mustChangePassword);
    }

    void aPersonMovesToAnotherDepartment()
    {
        const auto department = keepDepartment();
        const auto account = create(entry(u"li"_s, {u"physician"_s}));

        const auto moved = move(m_context.newCommand(), account->id, department);
        QCOMPARE(refusalWithDetail(moved), QString());
        QCOMPARE(moved->department, std::optional(department));
        QCOMPARE(moved->roles, account->roles);
        QCOMPARE(m_store->audit().back().act, u"account.manage"_s);
        QCOMPARE(m_store->audit().back().detail,
                 u"department=%1 %2"_s.arg(department.toString(), account->id.toString()));
        QCOMPARE(logIn(u"li"_s, kGood)->department, std::optional(department));

        QVERIFY(!move(m_context.newCommand(), account->id, std::nullopt)->department);
    }

    void nobodyMovesToADepartmentThatIsNotThere()
    {
        const auto strange = m_context.newId<administration::Organization>();
        QCOMPARE(refusal(move(m_context.newCommand(), m_admin.id, strange)), u"account.department-unknown"_s);
        m_context.session.roles = {u"physician"_s};
        QCOMPARE(refusal(move(m_context.newCommand(), m_admin.id, std::nullopt)), u"access.denied"_s);
        QVERIFY(!accounts().front().department);
    }

    void aRepeatedClickGetsTheFirstResult_data()
    {
        using Act = std::function<Result<Account>(Uuid)>;
        QTest::addColumn<Act>("act");
        const auto row = [](const char *name, Act act) { QTest::newRow(name) << act; };
        row("roles", [this](Uuid command) {
            return await(changeRoles(m_context, command, m_person.id, {u"administrator"_s}, rules()));
        });
        row("status", [this](Uuid command) {
            return await(changeStatus(m_context, command, m_person.id, AccountStatus::Locked));
        });
        row("password", [this](Uuid command) {
            return await(resetPassword(m_context, command, m_person.id, u"fresh start 99"_s, rules()));
        });
        row("department", [this](Uuid command) { return move(command, m_person.id, m_department); });
    }
    /// … also when the account has long become another one, and without storing anything twice.
    void aRepeatedClickGetsTheFirstResult()
    {
        QFETCH(std::function<Result<Account>(Uuid)>, act);
        m_department = keepDepartment();
        m_person = *create(entry(u"li"_s, {u"physician"_s}));
        const auto command = m_context.newCommand();
        const auto first = act(command);
        QCOMPARE(refusalWithDetail(first), QString());
        QVERIFY(
            await(changeRoles(m_context, m_context.newCommand(), m_person.id, {u"physician"_s}, rules())));
        const auto before = m_store->audit().size();

        const auto again = act(command);

        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->id, m_person.id);
        QCOMPARE(again->version, first->version + 1);
        QCOMPARE(again->roles, std::vector{u"physician"_s});
        QCOMPARE(m_store->audit().size(), before);
    }

    void aResetPasswordMustBeChanged()
    {
        QVERIFY(await(
            resetPassword(m_context, m_context.newCommand(), m_admin.id, u"fresh start 99"_s, rules())));
        QVERIFY(logIn(u"admin"_s, u"fresh start 99"_s)->mustChangePassword);
    }

    void theTrailHoldsNoNameAndNoPassword()
    {
        QVERIFY(create(entry(u"li"_s, {u"physician"_s})));
        for (const auto &event : m_store->audit()) {
            QVERIFY2(!event.detail.contains(u"李"_s) && !event.detail.contains(kGood),
                     qPrintable(event.detail));
        }
    }

private:
    static NewAccount entry(const QString &login, const QStringList &roles)
    {
        return {login, u"李明"_s, u"Li Ming"_s, u"主治医师"_s, roles, {}, kGood};
    }
    static AccountRules rules() { return {{}, {u"administrator"_s, u"physician"_s}}; }
    Result<Account> create(const NewAccount &wished)
    {
        return await(createAccount(m_context, m_context.newCommand(), wished, rules()));
    }
    Result<workflow::Session> logIn(const QString &name, const QString &password)
    {
        return await(
            security::logIn({m_store, m_context.clock, m_context.rng, std::make_shared<LoginThrottle>(),
                             rules().passwords, u"MAIN"_s, u"WS"_s},
                            name, password));
    }
    Result<Account> move(Uuid command,
                         Id<Account> account,
                         std::optional<Id<administration::Organization>> department)
    {
        return await(changeDepartment(m_context, command, account, department));
    }
    Id<administration::Organization> keepDepartment()
    {
        administration::Organization department;
        department.id = m_context.newId<administration::Organization>();
        department.code = u"GP"_s;
        auto work = m_context.begin(m_context.newCommand(), u"test.seed"_s);
        work.insert(department);
        if (!await(m_store->commit(std::move(work))))
            qFatal("the store of the test refuses");
        return department.id;
    }
    std::vector<Account> accounts() const
    {
        return *await(workflow::find(m_context.store, workflow::query::accounts));
    }

    std::shared_ptr<MemoryStore> m_store;
    workflow::Context m_context;
    Account m_admin;
    Account m_person;
    Id<administration::Organization> m_department;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAccountAdmin)
#include "test_account_admin.moc"
