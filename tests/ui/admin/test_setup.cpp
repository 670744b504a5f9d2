#include "admin/models/reject.h"
#include "admin/models/reject_table_model.h"
#include "admin/models/setup_table_model.h"
#include "admin/views/import_panel.h"
#include "support/cut_off.h"
#include "ui/admin/office.h"
#include "workflow/administration/clinic_setup.h"
#include "workflow/ports/clinic_queries.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace simiao;
using test::FakeDesk;
using Column = admin::SetupTableModel::Column;
using RejectColumn = admin::RejectTableModel::Column;
using Step = workflow::SetupStep;

namespace {

constexpr auto kSteps = "admin.setup.steps";
constexpr auto kRejects = "admin.setup.rejects";
constexpr auto kNotice = "admin.setup.notice";
constexpr auto kPath = "admin.setup.path";
constexpr int kSetUp = 7; // its place in the list of sections

/// As officePolicy(), and the administrator may set the hospital up.
std::shared_ptr<const security::RolePolicy> setupPolicy()
{
    const QByteArray json =
        "{\"permissions\": ["
        "{\"code\": \"account.manage\", \"title\": {\"en\": \"a\", \"zh_CN\": \"a\"}},"
        "{\"code\": \"setting.manage\", \"title\": {\"en\": \"b\", \"zh_CN\": \"b\"}},"
        "{\"code\": \"patient.read\", \"title\": {\"en\": \"d\", \"zh_CN\": \"d\"}},"
        "{\"code\": \"clinic-data.import\", \"title\": {\"en\": \"c\", \"zh_CN\": \"c\"}}],"
        "\"roles\": ["
        "{\"code\": \"physician\", \"title\": {\"en\": \"Physician\", \"zh_CN\": \"e\"},"
        " \"permissions\": [\"patient.read\"], \"desks\": [\"consult\"]},"
        "{\"code\": \"administrator\", \"title\": {\"en\": \"Administrator\", \"zh_CN\": \"f\"},"
        " \"permissions\": [\"account.manage\", \"setting.manage\", \"clinic-data.import\"], \"desks\": "
        "[\"admin\"]}]}";
    const auto policy = security::RolePolicy::parse(json);
    if (!policy)
        qFatal("the policy of the test is wrong");
    return *policy;
}

workflow::SettingCatalogue texts()
{
    workflow::SettingCatalogue rules;
    for (const char *key : {"hospital.name", "hospital.short-name", "hospital.code", "hospital.address",
                            "hospital.phone", "setup.left-out"}) {
        workflow::SettingRule rule;
        rule.key = QString::fromLatin1(key);
        rule.type = workflow::SettingRule::Type::Text;
        rule.most = 100;
        rule.levels = {administration::SettingLevel::Hospital};
        rule.isListed = false;
        rules.push_back(rule);
    }
    return rules;
}

struct SetUp : test::Office<FakeDesk>
{
    QTemporaryDir folder;

    SetUp()
    {
        desk.world().context.policy = setupPolicy();
        desk.referenceData.settings = texts();
        desk.referenceData.importTemplates = {
            {QStringLiteral("departments.csv"), "code,name,name_en,room,registration_fee\nGP,GP,,,10\n"}};
    }

    QString file(const QByteArray &text) const
    {
        QFile file(folder.filePath(QStringLiteral("table.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the disk of the test refuses");
        return file.fileName();
    }
    /// To the step, and into it.
    void goTo(Step step)
    {
        if (!page)
            open(kSetUp);
        table(kSteps)->setFocus();
        press(Qt::Key_Home, Qt::ControlModifier);
        for (int row = 0; row < int(step); ++row)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        watchModels();
    }
    /// Types the path of a file with this text, and Enter: the dry run.
    void tryFile(const QByteArray &text)
    {
        const auto name = file(text).toLatin1();
        find(kPath)->setFocus();
        find<QLineEdit>(kPath)->selectAll();
        type(name.constData());
        press(Qt::Key_Return);
    }
    QString step(Step step, Column column) const { return cell(kSteps, int(step), column); }
    QString reject(int row, RejectColumn column) const { return cell(kRejects, row, column); }
    int rejects() const { return table(kRejects)->model()->rowCount(); }
    QString shownSection() const
    {
        return page->findChild<QListWidget *>(QStringLiteral("admin.sections"))->currentItem()->text();
    }
    template <typename T>
    std::vector<T> stored(workflow::Query<T> query) const
    {
        auto finding = workflow::find(desk.store(), query);
        return *QCoro::waitFor(finding);
    }
    std::size_t departments() const { return stored(workflow::query::organizations).size(); }
    void nameTheHospital()
    {
        auto &context = desk.world().context;
        auto storing = workflow::storeHospital(context, context.newCommand(), desk.referenceData.settings,
                                               {QStringLiteral("Lakeside"), {}, {}, {}, {}});
        if (!QCoro::waitFor(storing))
            qFatal("the store of the test refuses");
    }
};

const QByteArray kDepartments = "code,name,name_en,room,registration_fee\n";

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isShownFirstWhileAStepIsOpen();
    void isNotShownFirstWhenEachStepHasSomething();
    void isNotShownFirstToWhoMayNot();
    void listsWhatThereIsAndWhatIsMissing();
    void storesTheHospitalByKeyboard();
    void refusesAHospitalWithoutName();
    void keepsAHalfTypedHospitalThroughARestart();
    void listsEachRejectAndImportsNothing();
    void sortsTheRejects();
    void exportsTheRejects();
    void importsExactlyWhatWasTried();
    void saysInWhichEncodingTheFileIs();
    void saysWhenTheFileIsNotThere();
    void forgetsTheDryRunOfAnotherFile();
    void takesAFileThatIsDropped();
    void leavesAStepOutAndTakesItUpAgain();
    void importsStaffWithAFirstPassword();
    void countsStockInWithAReason();
    void addsADepartmentByHand();
    void overwritesNoDepartmentByHand();
    void writesATemplateAndOffersIt();
    void saysWhoMayWhenItIsRefused();
    void namesTheColumnOfEachReject_data();
    void namesTheColumnOfEachReject();

private:
    QTemporaryDir m_home;
    void keepsWhatItKnowsWhileTheServerIsAway();
};

void TestSetup::initTestCase()
{
    qputenv("HOME", m_home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
    QVERIFY(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).startsWith(m_home.path()));
}

void TestSetup::isShownFirstWhileAStepIsOpen()
{
    SetUp office;
    office.page = std::make_unique<admin::AdminPage>(&office.desk);

    QCOMPARE(office.shownSection(), QStringLiteral("Set-up"));
}

void TestSetup::isNotShownFirstWhenEachStepHasSomething()
{
    SetUp office;
    office.nameTheHospital();
    office.page = std::make_unique<admin::AdminPage>(&office.desk);

    QCOMPARE(office.shownSection(), QStringLiteral("Accounts"));
}

void TestSetup::isNotShownFirstToWhoMayNot()
{
    SetUp office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};
    const auto events = office.desk.store()->audit().size();
    office.page = std::make_unique<admin::AdminPage>(&office.desk);

    QCOMPARE(office.shownSection(), QStringLiteral("Accounts"));
    for (std::size_t at = events; at < office.desk.store()->audit().size(); ++at)
        QVERIFY(office.desk.store()->audit()[at].act != QStringLiteral("clinic-data.import"));
}

void TestSetup::listsWhatThereIsAndWhatIsMissing()
{
    SetUp office;
    office.open(kSetUp);

    QCOMPARE(office.table(kSteps)->model()->rowCount(), 7);
    QCOMPARE(office.step(Step::Hospital, Column::State), QStringLiteral("open"));
    QVERIFY(!office.step(Step::Hospital, Column::Lacking).isEmpty());
    QCOMPARE(office.step(Step::Departments, Column::Found), QStringLiteral("departments: 1"));
    QCOMPARE(office.step(Step::Departments, Column::State), QStringLiteral("done"));
    QVERIFY(office.step(Step::Departments, Column::Lacking).isEmpty());
    QCOMPARE(office.step(Step::Staff, Column::State), QStringLiteral("in part"));
    QVERIFY(office.step(Step::Staff, Column::Found).contains(QStringLiteral("people: 1")));
    QVERIFY(office.step(Step::Staff, Column::Found).contains(QStringLiteral("cashier")));
    QCOMPARE(office.step(Step::Stock, Column::Found), QStringLiteral("in stock: 1 of 1 drugs, lots: 2"));
    QCOMPARE(office.step(Step::Schedule, Column::Found), QStringLiteral("half-hours up to 2026-11-22"));
    QCOMPARE(office.text("admin.setup.progress"), QStringLiteral("5 of 7 finished"));
    QCOMPARE(office.table(kSteps)->currentIndex().row(), int(Step::Hospital)); // the first that is open
}

void TestSetup::storesTheHospitalByKeyboard()
{
    SetUp office;
    office.open(kSetUp);
    office.press(Qt::Key_Return);
    QVERIFY(office.hasFocus("admin.setup.hospital.name"));

    office.compose(QStringLiteral("湖畔门诊部"));
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.type("PDY00012X");
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return); // past the last field: stored

    QTRY_COMPARE(office.step(Step::Hospital, Column::Found), QStringLiteral("湖畔门诊部 PDY00012X"));
    QCOMPARE(office.step(Step::Hospital, Column::State), QStringLiteral("done"));
    QVERIFY(office.hasFocus(kSteps));
    QVERIFY(office.desk.memoryDrafts().drafts().empty());
    QCOMPARE(office.desk.store()->audit().back().act, QStringLiteral("setting.change"));
}

void TestSetup::refusesAHospitalWithoutName()
{
    SetUp office;
    office.open(kSetUp);
    office.press(Qt::Key_Return);

    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("hospital.name-missing"));
    QVERIFY(office.hasFocus("admin.setup.hospital.name"));
    QVERIFY(!office.text("admin.setup.hospital.notice").isEmpty());
    office.type("L");
    QVERIFY(office.text("admin.setup.hospital.notice").isEmpty());
}

void TestSetup::keepsAHalfTypedHospitalThroughARestart()
{
    SetUp office;
    office.open(kSetUp);
    office.press(Qt::Key_Return);
    office.type("Lakesi");
    office.page.reset();

    office.open(kSetUp);

    QCOMPARE(office.text("admin.setup.hospital.name"), QStringLiteral("Lakesi"));
}

void TestSetup::listsEachRejectAndImportsNothing()
{
    SetUp office;
    office.goTo(Step::Departments);
    QVERIFY(office.hasFocus(kPath));

    office.tryFile(kDepartments + "GP,General practice,,,10\nGP,Again,,,10\nENT,,,,10\nEYE,Eye,,,dear\n");

    QTRY_COMPARE(office.rejects(), 3);
    QCOMPARE(office.reject(0, RejectColumn::Row), QStringLiteral("3"));
    QCOMPARE(office.reject(0, RejectColumn::Name), QStringLiteral("code"));
    QCOMPARE(office.reject(1, RejectColumn::Name), QStringLiteral("name"));
    QCOMPARE(office.reject(2, RejectColumn::Name), QStringLiteral("registration_fee"));
    QCOMPARE(office.reject(2, RejectColumn::Found), QStringLiteral("dear"));
    QVERIFY(office.reject(2, RejectColumn::Reason).contains(QStringLiteral("price")));
    QVERIFY(office.text(kNotice).contains(QStringLiteral("new 1, changed 0, the same 0, rejected 3")));
    QVERIFY(!office.action("admin.setup.apply")->isEnabled());
    office.press(Qt::Key_F9);
    QCOMPARE(office.departments(), 1U);
}

void TestSetup::sortsTheRejects()
{
    SetUp office;
    office.goTo(Step::Departments);
    QByteArray rows = kDepartments;
    for (int row = 2; row < 11; ++row)
        rows += "D" + QByteArray::number(row) + ",,,,1\n";
    office.tryFile(rows + "/,x,,,1\n");
    QTRY_COMPARE(office.rejects(), 10);
    QCOMPARE(office.reject(9, RejectColumn::Row), QStringLiteral("11")); // as numbers: 2 before 11

    office.press(Qt::Key_F3);

    QCOMPARE(office.reject(0, RejectColumn::Name), QStringLiteral("code"));
    QCOMPARE(office.reject(0, RejectColumn::Row), QStringLiteral("11"));
}

void TestSetup::exportsTheRejects()
{
    SetUp office;
    office.goTo(Step::Departments);
    office.tryFile(kDepartments + "=1+1,x,,,10\n");
    QTRY_COMPARE(office.rejects(), 1);

    office.press(Qt::Key_F8, Qt::ShiftModifier);

    QTRY_COMPARE(office.desk.done.size(), qsizetype(1));
    QFile file(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
               + QStringLiteral("/departments-rejects-20261122-1030.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(QStringLiteral("Row,Column,")));
    QVERIFY(text.contains(QStringLiteral("2,code,'=1+1,"))); // no spreadsheet reckons with it
}

void TestSetup::importsExactlyWhatWasTried()
{
    SetUp office;
    office.goTo(Step::Departments);
    office.tryFile(kDepartments + "GP,General practice,,101,10\n");
    QTRY_VERIFY(office.action("admin.setup.apply")->isEnabled());
    QCOMPARE(office.departments(), 1U);                                   // a dry run writes nothing
    office.file(kDepartments + "GP,Something else,,,99\nENT,Ears,,,1\n"); // somebody saves the file again

    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.departments(), 2U);
    const auto stored = office.stored(workflow::query::organizations);
    QCOMPARE(stored.front().name, QStringLiteral("General practice"));
    QTRY_COMPARE(office.step(Step::Departments, Column::Found), QStringLiteral("departments: 2"));
    QVERIFY(office.text(kNotice).startsWith(QStringLiteral("Imported")));
    QVERIFY(!office.action("admin.setup.apply")->isEnabled());
    QVERIFY(office.hasFocus(kPath));
}

void TestSetup::saysInWhichEncodingTheFileIs()
{
    SetUp office;
    office.goTo(Step::Departments);

    office.tryFile("code\tname\tname_en\troom\tregistration_fee\r\nGP\t\xc8\xab\xbf\xc6\t\t\t10\r\n");

    QTRY_VERIFY(office.text(kNotice).contains(QStringLiteral("GB18030, tab")));
    office.press(Qt::Key_F9);
    QTRY_COMPARE(office.departments(), 2U);
    QCOMPARE(office.stored(workflow::query::organizations).front().name, QStringLiteral("全科"));
}

void TestSetup::saysWhenTheFileIsNotThere()
{
    SetUp office;
    office.goTo(Step::Departments);

    office.type("/nonexistent.csv");
    office.press(Qt::Key_F8);

    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("disk.open"));
    QVERIFY(office.text(kNotice).contains(QStringLiteral("/nonexistent.csv")));
    QVERIFY(!office.action("admin.setup.apply")->isEnabled());
}

void TestSetup::forgetsTheDryRunOfAnotherFile()
{
    SetUp office;
    office.goTo(Step::Departments);
    office.tryFile(kDepartments + "GP,General practice,,101,10\n");
    QTRY_VERIFY(office.action("admin.setup.apply")->isEnabled());

    office.type("x");

    QVERIFY(!office.action("admin.setup.apply")->isEnabled());
    QVERIFY(office.text(kNotice).isEmpty());
}

void TestSetup::takesAFileThatIsDropped()
{
    SetUp office;
    office.goTo(Step::Departments);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(office.file(kDepartments + "GP,General practice,,101,10\n"))});
    auto *panel = office.page->findChild<admin::ImportPanel *>();
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});

    QApplication::sendEvent(panel, &enter);
    QVERIFY(enter.isAccepted());
    QApplication::sendEvent(panel, &drop);

    QTRY_VERIFY(office.action("admin.setup.apply")->isEnabled());
    QVERIFY(office.text(kPath).endsWith(QStringLiteral("table.csv")));
}

void TestSetup::leavesAStepOutAndTakesItUpAgain()
{
    SetUp office;
    office.open(kSetUp);
    QCOMPARE(office.action("admin.setup.leaveOut")->text(), QStringLiteral("Leave out for now"));

    office.press(Qt::Key_F7);
    QTRY_COMPARE(office.step(Step::Hospital, Column::State), QStringLiteral("left out"));
    QVERIFY(!office.step(Step::Hospital, Column::Lacking).isEmpty()); // what is missing is missing
    QCOMPARE(office.action("admin.setup.leaveOut")->text(), QStringLiteral("Take up again"));
    office.press(Qt::Key_F7);

    QTRY_COMPARE(office.step(Step::Hospital, Column::State), QStringLiteral("open"));
    office.press(Qt::Key_Down);
    QVERIFY(!office.action("admin.setup.leaveOut")->isEnabled()); // departments are done
}

void TestSetup::importsStaffWithAFirstPassword()
{
    SetUp office;
    office.goTo(Step::Staff);
    QVERIFY(office.hasFocus("admin.setup.password"));
    office.type("a1");
    office.tryFile("login,name,name_en,title,roles,department\nwang.fang,Wang,,,physician,RESP\n");
    QTRY_VERIFY(office.action("admin.setup.apply")->isEnabled());

    office.press(Qt::Key_F9);
    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("password.short"));
    QVERIFY(office.text(kNotice).contains(QStringLiteral("too short")));
    office.find("admin.setup.password")->setFocus();
    office.type(" good spring rain");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.step(Step::Staff, Column::Found).left(9), QStringLiteral("people: 2"));
    const auto accounts = office.stored(workflow::query::accounts);
    const auto wang = std::ranges::find(accounts, QStringLiteral("wang.fang"), &security::Account::loginName);
    QVERIFY(wang != accounts.end() && wang->passwordHash.startsWith(QStringLiteral("$argon2id$")));
    QVERIFY(!wang->passwordChangedAt);
    QVERIFY(office.text("admin.setup.password").isEmpty());
    QVERIFY(office.desk.memoryDrafts().drafts().empty());
}

void TestSetup::countsStockInWithAReason()
{
    SetUp office;
    office.goTo(Step::Stock);
    QVERIFY(office.hasFocus("admin.setup.reason"));
    QCOMPARE(office.text("admin.setup.reason"), QStringLiteral("Opening stock"));
    office.tryFile("code,lot,expiry,quantity,location\nDRUG0001,A1,2027-01-31,31,\n");
    QTRY_COMPARE(office.rejects(), 1);
    QCOMPARE(office.reject(0, RejectColumn::Name), QStringLiteral("quantity"));
    QVERIFY(office.reject(0, RejectColumn::Reason).contains(QStringLiteral("exists with 30")));

    office.tryFile("code,lot,expiry,quantity,location\nDRUG0001,B1,2028-06-30,480,A-3\n");
    QTRY_VERIFY(office.action("admin.setup.apply")->isEnabled());
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.step(Step::Stock, Column::Found), QStringLiteral("in stock: 1 of 1 drugs, lots: 3"));
    QVERIFY(office.desk.store()->audit().back().detail.endsWith(QStringLiteral("reason: Opening stock")));
}

void TestSetup::addsADepartmentByHand()
{
    SetUp office;
    office.goTo(Step::Departments);

    office.press(Qt::Key_F5);
    QVERIFY(office.hasFocus("admin.setup.department.code"));
    office.type("GP");
    office.press(Qt::Key_Return);
    office.compose(QStringLiteral("全科"));
    for (int field = 0; field < 3; ++field) // English name, room; to the fee
        office.press(Qt::Key_Return);
    office.type("ten");
    office.press(Qt::Key_Return);
    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("import.price"));
    QVERIFY(office.hasFocus("admin.setup.department.registration_fee"));
    office.find<QLineEdit>("admin.setup.department.registration_fee")->selectAll();
    office.type("10.50");
    office.press(Qt::Key_Return);

    QTRY_COMPARE(office.departments(), 2U);
    const auto stored = office.stored(workflow::query::organizations).front();
    QCOMPARE(stored.name, QStringLiteral("全科"));
    QCOMPARE(stored.registrationFee, Money{1050});
    QTRY_VERIFY(office.text("admin.setup.department.code").isEmpty());
    QVERIFY(office.hasFocus("admin.setup.department.code")); // for the next one
    QVERIFY(office.desk.memoryDrafts().drafts().empty());
}

void TestSetup::overwritesNoDepartmentByHand()
{
    SetUp office;
    office.goTo(Step::Departments);
    office.press(Qt::Key_F5);
    office.type("RESP");
    office.press(Qt::Key_Return);
    office.type("Another");
    for (int field = 0; field < 3; ++field)
        office.press(Qt::Key_Return);
    office.type("1");

    office.press(Qt::Key_F5);

    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("department.exists"));
    QVERIFY(office.text("admin.setup.department.notice").contains(QStringLiteral("RESP")));
    QCOMPARE(office.stored(workflow::query::organizations).front().name, QStringLiteral("呼吸内科"));
    QCOMPARE(office.text("admin.setup.department.name"), QStringLiteral("Another"));
}

void TestSetup::writesATemplateAndOffersIt()
{
    SetUp office;
    office.goTo(Step::Departments);

    office.press(Qt::Key_F6);

    QTRY_VERIFY(office.text(kPath).endsWith(QStringLiteral("departments-template-20261122-1030.csv")));
    office.press(Qt::Key_F8);
    QTRY_VERIFY(office.text(kNotice).contains(QStringLiteral("new 1")));
}

void TestSetup::saysWhoMayWhenItIsRefused()
{
    SetUp office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};
    office.open(kSetUp);

    QVERIFY(office.shows(ui::ViewState::Kind::Forbidden, QStringLiteral("Administrator")));
}

void TestSetup::namesTheColumnOfEachReject_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *reason, const char *detail, const char *column, const char *found) {
        QTest::newRow(reason) << QString::fromLatin1(reason) << QString::fromLatin1(detail)
                              << QString::fromLatin1(column) << QString::fromLatin1(found);
    };
    row("import.price", "fee: 1: 2", "fee", "1: 2");
    row("import.missing", "fee", "fee", "");
    row("import.duplicate", "2", "lot", "");
    row("import.lot-exists", "30", "quantity", "");
    row("account.login-name", "He Shan", "login", "He Shan");
    row("import.field-count", "4", "", "");
    row("import.text", "12", "", "");
}

void TestSetup::namesTheColumnOfEachReject()
{
    QFETCH(QString, reason);
    QFETCH(QString, detail);
    const QStringList columns{QStringLiteral("code"), QStringLiteral("lot"), QStringLiteral("fee")};

    const auto reject = admin::rejectOf({7, reason, detail}, columns);

    QCOMPARE(reject.row, 7);
    QTEST(reject.column, "column");
    QTEST(reject.found, "found");
    QCOMPARE(reject.reason.detail, detail);
}

void TestSetup::keepsWhatItKnowsWhileTheServerIsAway()
{
    SetUp office;
    test::CutOff network(office.desk);
    office.open(7);
    QTRY_VERIFY(!office.shows(ui::ViewState::Kind::Loading));

    network.cut();

    QVERIFY(office.shows(ui::ViewState::Kind::Stale));

    network.mend();

    QTRY_VERIFY(!office.shows(ui::ViewState::Kind::Stale));
}

QTEST_MAIN(TestSetup)
#include "test_setup.moc"
