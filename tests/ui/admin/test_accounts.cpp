#include "admin/models/account_table_model.h"
#include "ui/admin/office.h"

#include <QLineEdit>
#include <QListWidget>

using namespace simiao;
using security::AccountStatus;
using test::FakeDesk;
using Column = admin::AccountTableModel::Column;

namespace {

constexpr auto kTable = "admin.accounts.table";

struct Accounts : test::Office<FakeDesk>
{
    /// F4 and everything up to the password.
    void enterNew(const char *loginName, const QString &name)
    {
        press(Qt::Key_F4);
        type(loginName);
        press(Qt::Key_Return);
        compose(name);
        for (int field = 0; field < 4; ++field) // Latin name, title, department; to the roles
            press(Qt::Key_Return);
        press(Qt::Key_Space); // the first role
        press(Qt::Key_Return);
    }
    int rows() const { return table(kTable)->model()->rowCount(); }
    int rowOf(const QString &loginName) const
    {
        for (int row = 0; row < rows(); ++row) {
            if (cell(kTable, row, Column::LoginName) == loginName)
                return row;
        }
        return -1;
    }
};

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAnAccountByKeyboardAlone();
    void keepsWhatWasTypedWhenTheEntryIsRefused();
    void goesToTheFieldThatIsWrong();
    void keepsAHalfTypedEntryButNotItsPasswordThroughARestart();
    void narrowsTheTableWhileTyping();
    void locksAndUnlocks();
    void retiresAndTakesBack();
    void refusesToLockTheLastAdministrator();
    void refusesToLockTheOwnAccount();
    void changesRoles();
    void movesSomebodyToAnotherDepartment();
    void givesANewPasswordThatMustBeChanged();
    void stepsBackByEscapeWithoutLosingAnything();
    void saysWhoMayManageAccountsWhenItIsRefused();
};

void TestAccounts::createsAnAccountByKeyboardAlone()
{
    Accounts office;
    office.open(1);
    QCOMPARE(office.rows(), 2);

    office.enterNew("wang.fang", QStringLiteral("王芳"));
    office.type("spring rain 42");
    office.press(Qt::Key_Return);

    QTRY_COMPARE(office.rows(), 3);
    const int row = office.rowOf(QStringLiteral("wang.fang"));
    QCOMPARE(office.cell(kTable, row, Column::Name), QStringLiteral("王芳"));
    QCOMPARE(office.cell(kTable, row, Column::Roles), QStringLiteral("Physician"));
    QCOMPARE(office.cell(kTable, row, Column::State), QStringLiteral("active"));
    QCOMPARE(office.cell(kTable, row, Column::Password), QStringLiteral("must change"));
    QTRY_VERIFY(office.hasFocus(kTable));
    QCOMPARE(office.table(kTable)->currentIndex().row(), row);
    QVERIFY(office.text("admin.accounts.password").isEmpty());
    QCOMPARE(office.desk.done.size(), qsizetype(1));
}

void TestAccounts::keepsWhatWasTypedWhenTheEntryIsRefused()
{
    Accounts office;
    office.open(1);

    office.enterNew("li.mingyuan", QStringLiteral("李明远"));
    office.type("spring rain 42");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("store.unique"));
    QVERIFY(office.text("admin.accounts.notice").contains(QStringLiteral("taken")));
    QVERIFY(office.hasFocus("admin.accounts.loginName"));
    QCOMPARE(office.text("admin.accounts.loginName"), QStringLiteral("li.mingyuan"));
    QCOMPARE(office.text("admin.accounts.name"), QStringLiteral("李明远"));
    QCOMPARE(office.text("admin.accounts.password"), QStringLiteral("spring rain 42"));
    QCOMPARE(office.text("admin.accounts.roles"), QStringLiteral("Physician"));

    office.type("2");
    QVERIFY(office.text("admin.accounts.notice").isEmpty());
    office.press(Qt::Key_F9);
    QTRY_COMPARE(office.rows(), 3);
    QVERIFY(office.rowOf(QStringLiteral("li.mingyuan2")) >= 0);
}

void TestAccounts::goesToTheFieldThatIsWrong()
{
    Accounts office;
    office.open(1);

    office.enterNew("wang.fang", QStringLiteral("王芳"));
    office.type("short1");
    office.press(Qt::Key_Return);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("password.short"));
    QVERIFY(office.hasFocus("admin.accounts.password"));
    QCOMPARE(office.rows(), 2);
}

void TestAccounts::keepsAHalfTypedEntryButNotItsPasswordThroughARestart()
{
    Accounts office;
    office.open(1);
    office.enterNew("wang.fang", QStringLiteral("王芳"));
    office.type("spring rain 42");
    office.page.reset();

    office.open(1);
    office.press(Qt::Key_F4);

    QCOMPARE(office.text("admin.accounts.loginName"), QStringLiteral("wang.fang"));
    QCOMPARE(office.text("admin.accounts.name"), QStringLiteral("王芳"));
    QCOMPARE(office.text("admin.accounts.roles"), QStringLiteral("Physician"));
    QVERIFY(office.text("admin.accounts.password").isEmpty());
    office.press(Qt::Key_F4, Qt::ShiftModifier);
    QVERIFY(office.desk.memoryDrafts().drafts().empty());
}

void TestAccounts::narrowsTheTableWhileTyping()
{
    Accounts office;
    office.open(1);

    office.press(Qt::Key_F, Qt::ControlModifier);
    office.type("physic");
    QCOMPARE(office.rows(), 1);
    QCOMPARE(office.cell(kTable, 0, Column::LoginName), QStringLiteral("li.mingyuan"));
    office.type("xyz");

    QCOMPARE(office.rows(), 0);
    QVERIFY(office.shows(ui::ViewState::Kind::Empty));
    QVERIFY(office.hasFocus("admin.accounts.find"));
}

void TestAccounts::locksAndUnlocks()
{
    Accounts office;
    const auto physician = office.desk.world().physician.id;
    office.open(1);
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F7);
    QCOMPARE(office.stored(physician).status, AccountStatus::Locked);
    QCOMPARE(office.cell(kTable, 1, Column::State), QStringLiteral("locked"));
    QCOMPARE(office.action("admin.accounts.lock")->text(), QStringLiteral("Unlock"));
    office.press(Qt::Key_F7);

    QCOMPARE(office.stored(physician).status, AccountStatus::Active);
    QVERIFY(office.hasFocus(kTable));
}

void TestAccounts::retiresAndTakesBack()
{
    Accounts office;
    const auto physician = office.desk.world().physician.id;
    office.open(1);
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F7, Qt::ShiftModifier);
    QCOMPARE(office.stored(physician).status, AccountStatus::Retired);
    QVERIFY(!office.action("admin.accounts.lock")->isEnabled());
    office.press(Qt::Key_F7, Qt::ShiftModifier);

    QCOMPARE(office.stored(physician).status, AccountStatus::Active);
}

void TestAccounts::refusesToLockTheLastAdministrator()
{
    Accounts office;
    office.desk.world().context.session.account = office.desk.world().physician.id;
    office.open(1);

    office.press(Qt::Key_F7);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("account.last-administrator"));
    QCOMPARE(office.stored(office.admin.id).status, AccountStatus::Active);
}

void TestAccounts::refusesToLockTheOwnAccount()
{
    Accounts office;
    office.open(1);

    office.press(Qt::Key_F7);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("account.own"));
    QCOMPARE(office.stored(office.admin.id).status, AccountStatus::Active);
}

void TestAccounts::changesRoles()
{
    Accounts office;
    office.open(1);
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F6);
    QVERIFY(office.hasFocus("admin.accounts.roles"));
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Space);
    office.press(Qt::Key_Return);

    const auto roles = office.stored(office.desk.world().physician.id).roles;
    QCOMPARE(roles, (std::vector<QString>{QStringLiteral("physician"), QStringLiteral("administrator")}));
    QVERIFY(office.hasFocus(kTable));
}

void TestAccounts::movesSomebodyToAnotherDepartment()
{
    Accounts office;
    const auto physician = office.desk.world().physician.id;
    office.open(1);
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(office.hasFocus("admin.accounts.department"));
    office.press(Qt::Key_Home);                               // none
    QVERIFY(office.stored(physician).department.has_value()); // nothing is stored while it is chosen
    office.press(Qt::Key_F9);

    QTRY_VERIFY(!office.stored(physician).department.has_value());
    QVERIFY(office.desk.store()->audit().back().detail.startsWith(QStringLiteral("department=none ")));
    QTRY_VERIFY(office.hasFocus(kTable));
    office.press(Qt::Key_F6, Qt::ShiftModifier);
    office.press(Qt::Key_End);
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.stored(physician).department, std::optional(office.desk.world().department.id));
}

void TestAccounts::givesANewPasswordThatMustBeChanged()
{
    Accounts office;
    const auto before = office.stored(office.admin.id).passwordHash;
    office.open(1);
    QVERIFY(office.cell(kTable, 0, Column::Password).isEmpty());

    office.press(Qt::Key_F8);
    office.type("autumn wind 17");
    office.press(Qt::Key_Return);

    QTRY_COMPARE(office.cell(kTable, 0, Column::Password), QStringLiteral("must change"));
    QVERIFY(office.stored(office.admin.id).passwordHash != before);
}

void TestAccounts::stepsBackByEscapeWithoutLosingAnything()
{
    Accounts office;
    office.open(1);
    office.press(Qt::Key_F4);
    office.type("wang.fang");
    office.press(Qt::Key_Return);
    office.compose(QStringLiteral("王芳"));

    office.press(Qt::Key_Escape);
    QVERIFY(office.hasFocus("admin.accounts.loginName"));
    office.press(Qt::Key_Escape);
    QVERIFY(office.hasFocus(kTable));
    office.press(Qt::Key_Down); // looks at somebody else
    QCOMPARE(office.text("admin.accounts.loginName"), QStringLiteral("li.mingyuan"));
    office.press(Qt::Key_F4);

    QCOMPARE(office.text("admin.accounts.loginName"), QStringLiteral("wang.fang"));
    QCOMPARE(office.text("admin.accounts.name"), QStringLiteral("王芳"));
    office.press(Qt::Key_F2);
    QVERIFY(office.hasFocus("admin.sections"));
}

void TestAccounts::saysWhoMayManageAccountsWhenItIsRefused()
{
    Accounts office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};

    office.open(1);

    QVERIFY(office.shows(ui::ViewState::Kind::Forbidden, QStringLiteral("Administrator")));
    QVERIFY(office.hasFocus("admin.accounts.find"));
}

QTEST_MAIN(TestAccounts)
#include "test_accounts.moc"
