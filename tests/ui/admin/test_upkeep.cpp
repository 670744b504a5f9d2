#include "admin/models/plugin_table_model.h"
#include "ui/admin/office.h"

#include <QLineEdit>
#include <QPushButton>

using namespace simiao;
using test::FakeDesk;
using test::Office;

namespace {

/// Answers what the test says.
class FakeMaintenance : public workflow::StoreMaintenance
{
public:
    Task<Result<qint64>> verifyAudit() override
    {
        const auto answer = verified;
        co_return answer;
    }
    Task<Result<std::vector<workflow::TableContents>>> backup(QString path) override
    {
        paths.append(path);
        const std::vector<workflow::TableContents> held{
            {QStringLiteral("patient"), 2, QByteArray(32, '\xab')}};
        co_return held;
    }
    Task<Result<std::vector<workflow::StoreProblem>>> check() override
    {
        const auto answer = problems;
        co_return answer;
    }
    Task<Result<std::vector<workflow::TableContents>>> contents() override
    {
        const std::vector<workflow::TableContents> held;
        co_return held;
    }

    Task<Result<workflow::Transfer>> exportTo(workflow::ExportOrder) override
    {
        const workflow::Transfer nothing;
        co_return nothing;
    }

    Result<qint64> verified = qint64(41);
    std::vector<workflow::StoreProblem> problems;
    QStringList paths;
};

struct MaintainedDesk : FakeDesk
{
    std::shared_ptr<FakeMaintenance> keeper = std::make_shared<FakeMaintenance>();
    std::shared_ptr<workflow::StoreMaintenance> maintenance() const override { return keeper; }
};

sdk::PluginStatus aPlugin(const char *id, const char *kind, sdk::PluginState state)
{
    sdk::PluginStatus status;
    status.id = QString::fromLatin1(id);
    status.kind = QString::fromLatin1(kind);
    status.title = {status.id, status.id};
    status.state = state;
    return status;
}

struct Plugins : Office<FakeDesk>
{
    Plugins()
    {
        using State = sdk::PluginState;
        auto off = aPlugin("imaging", "feature", State::Refused);
        off.reason = QStringLiteral("plugin.disabled");
        desk.pluginStatus = {aPlugin("orders", "feature", State::Running), off,
                             aPlugin("sqlite", "backend", State::Loaded),
                             aPlugin("admin", "feature", State::Running)};
    }
    QString remarks(int row) const
    {
        return cell("admin.plugins.table", row, admin::PluginTableModel::Remarks);
    }
};

} // namespace

class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesAPluginOffAndOnForTheNextStart();
    void switchesOneOnThatIsOff();
    void keepsBackendsAndItselfOn();
    void switchesNothingWithoutPermission();
    void showsWhatEachRoleMayDo();
    void saysWhenTheBackendIsNotMaintainedFromHere();
    void backsUpAndShowsTheProof();
    void listsTheProblemsOfACheck();
    void verifiesTheTrailAndNamesTheRecord();
    void verifiesFromTheAuditSectionToo();
    void speaksAnotherLanguageWhereItStands();
    void walksTheSectionsByKeyboard();
};

void TestUpkeep::switchesAPluginOffAndOnForTheNextStart()
{
    Plugins office;
    office.open(5);

    office.press(Qt::Key_Space);
    QCOMPARE(office.desk.disabledPlugins, QStringList{QStringLiteral("orders")});
    QVERIFY(office.remarks(0).contains(QStringLiteral("next start")));
    QCOMPARE(office.action("admin.plugins.toggle")->text(), QStringLiteral("Switch on"));
    QVERIFY(office.text("admin.plugins.notice").contains(QStringLiteral("next start")));
    office.press(Qt::Key_F6);

    QVERIFY(office.desk.disabledPlugins.isEmpty());
    QCOMPARE(office.desk.store()->audit().back().detail, QStringLiteral("plugin orders=on"));
}

void TestUpkeep::switchesOneOnThatIsOff()
{
    Plugins office;
    office.desk.disabledPlugins = {QStringLiteral("imaging")};
    office.open(5);

    office.press(Qt::Key_Down);
    QCOMPARE(office.action("admin.plugins.toggle")->text(), QStringLiteral("Switch on"));
    office.press(Qt::Key_F6);

    QVERIFY(office.desk.disabledPlugins.isEmpty());
}

void TestUpkeep::keepsBackendsAndItselfOn()
{
    Plugins office;
    office.open(5);

    office.press(Qt::Key_Down);
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Space);
    QVERIFY(office.text("admin.plugins.notice").contains(QStringLiteral("stays on")));
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Space);

    QVERIFY(office.text("admin.plugins.notice").contains(QStringLiteral("without this page")));
    QVERIFY(office.desk.disabledPlugins.isEmpty());
}

void TestUpkeep::switchesNothingWithoutPermission()
{
    Plugins office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};
    office.open(5);

    office.press(Qt::Key_Space);

    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("access.denied"));
    QVERIFY(office.desk.disabledPlugins.isEmpty());
}

void TestUpkeep::showsWhatEachRoleMayDo()
{
    Office<FakeDesk> office;
    office.open(2);
    const auto *matrix = office.table("admin.roles.table")->model();

    QCOMPARE(matrix->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Physician"));
    QCOMPARE(matrix->headerData(0, Qt::Vertical).toString(), QStringLiteral("See patients"));
    QCOMPARE(matrix->index(0, 0).data().toString(), QStringLiteral("yes"));
    QCOMPARE(matrix->index(0, 1).data().toString(), QString());
    QVERIFY(office.text("admin.roles.where").contains(QStringLiteral("rules/roles.json")));
}

void TestUpkeep::saysWhenTheBackendIsNotMaintainedFromHere()
{
    Office<FakeDesk> office;
    office.open(6);

    QVERIFY(office.shows(ui::ViewState::Kind::Empty, QStringLiteral("server")));
    for (const auto *id : {"admin.database.backUp", "admin.database.check", "admin.database.verify"})
        QVERIFY(!office.action(id)->isEnabled());
    QVERIFY(office.hasFocus("admin.database.path"));
}

void TestUpkeep::backsUpAndShowsTheProof()
{
    Office<MaintainedDesk> office;
    office.open(6);
    QVERIFY(office.text("admin.database.path").endsWith(QStringLiteral("simiao-20261122-1030.db")));

    office.press(Qt::Key_Return);

    QCOMPARE(office.desk.keeper->paths, QStringList{office.text("admin.database.path")});
    QCOMPARE(office.cell("admin.database.contents", 0, 0), QStringLiteral("patient"));
    QCOMPARE(office.cell("admin.database.contents", 0, 1), QStringLiteral("2"));
    QCOMPARE(office.cell("admin.database.contents", 0, 2), QStringLiteral("abababababab"));
    QVERIFY(office.text("admin.database.notice").contains(QStringLiteral("Backed up")));
    QCOMPARE(office.desk.store()->audit().back().detail, QStringLiteral("backup"));
}

void TestUpkeep::listsTheProblemsOfACheck()
{
    Office<MaintainedDesk> office;
    office.desk.keeper->problems = {{QStringLiteral("row.hash"), QStringLiteral("patient 7")}};
    office.open(6);

    office.press(Qt::Key_F8);

    QVERIFY(office.table("admin.database.problems")->isVisible());
    QCOMPARE(office.cell("admin.database.problems", 0, 1), QStringLiteral("patient 7"));
    QVERIFY(office.text("admin.database.notice").contains(QStringLiteral("restore")));
}

void TestUpkeep::verifiesTheTrailAndNamesTheRecord()
{
    Office<MaintainedDesk> office;
    office.open(6);

    office.press(Qt::Key_F9);
    QVERIFY(office.text("admin.database.notice").contains(QStringLiteral("41")));
    office.desk.keeper->verified =
        Error{ErrorKind::Corrupt, QStringLiteral("audit.chain"), QStringLiteral("17")};
    office.press(Qt::Key_F9);

    QVERIFY(office.text("admin.database.notice").contains(QStringLiteral("record 17")));
    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("audit.chain"));
}

void TestUpkeep::verifiesFromTheAuditSectionToo()
{
    Office<MaintainedDesk> office;
    office.open(4);

    office.press(Qt::Key_F9);

    QVERIFY(office.text("admin.audit.chain").contains(QStringLiteral("41")));
}

void TestUpkeep::speaksAnotherLanguageWhereItStands()
{
    Office<FakeDesk> office;
    office.open(2);

    office.desk.speak(QLocale(QLocale::Chinese, QLocale::China));

    const auto *matrix = office.table("admin.roles.table")->model();
    QCOMPARE(matrix->headerData(0, Qt::Horizontal).toString(), QStringLiteral("医师"));
}

void TestUpkeep::walksTheSectionsByKeyboard()
{
    Office<FakeDesk> office;
    office.open(1);

    office.press(Qt::Key_F2);
    QVERIFY(office.hasFocus("admin.sections"));
    office.press(Qt::Key_Down);
    QVERIFY(office.find("admin.roles")->isVisible());
    office.press(Qt::Key_Return);
    QVERIFY(office.hasFocus("admin.roles.table"));
    office.press(Qt::Key_Escape);
    QVERIFY(office.hasFocus("admin.sections"));
    QVERIFY(!office.find("admin.audit")); // not made before it is opened
}

QTEST_MAIN(TestUpkeep)
#include "test_upkeep.moc"
