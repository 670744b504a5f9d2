#include "admin/models/setting_table_model.h"
#include "ui/admin/office.h"
#include "ui/widgets/table_delegate.h"

using namespace simiao;
using administration::SettingLevel;
using workflow::SettingRule;
using Column = admin::SettingTableModel::Column;

namespace {

constexpr auto kTable = "admin.settings.table";

SettingRule rule(const char *key,
                 SettingRule::Type type,
                 const char *standard,
                 std::vector<SettingLevel> levels)
{
    SettingRule made;
    made.key = QString::fromLatin1(key);
    made.title = {made.key, made.key};
    made.type = type;
    made.choices = {QStringLiteral("modern"), QStringLiteral("classic")};
    made.most = 120;
    made.standard = QString::fromLatin1(standard);
    made.levels = std::move(levels);
    return made;
}

struct SettingsDesk : test::Office<test::FakeDesk>
{
    SettingsDesk()
    {
        using Type = SettingRule::Type;
        const auto hospital = SettingLevel::Hospital;
        const auto department = SettingLevel::Department;
        desk.referenceData.settings = {rule("lock-minutes", Type::Number, "10", {hospital, department}),
                                       rule("key-map", Type::Choice, "modern", {hospital, department}),
                                       rule("mask", Type::Truth, "true", {hospital})};
    }

    QString effective(int row) const { return cell(kTable, row, Column::Effective); }
    QString source(int row) const
    {
        return table(kTable)->model()->index(row, Column::Effective).data(ui::TableUnitRole).toString();
    }
    /// Enter, the keys, Enter.
    void choose(std::initializer_list<Qt::Key> keys) const
    {
        press(Qt::Key_Return);
        for (const auto key : keys)
            press(key);
        press(Qt::Key_Return);
    }
};

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsDefaultsWhileNobodyChose();
    void choosesForTheHospitalAndForTheDepartment();
    void takesAChoiceBack();
    void offersOnlyTheLevelsThatMayChoose();
    void choosesNothingForNoDepartment();
    void showsWhatIsRefusedAndStaysAsItWas();
};

void TestSettings::showsDefaultsWhileNobodyChose()
{
    SettingsDesk office;
    office.open(3);

    QCOMPARE(office.cell(kTable, 0, Column::Hospital), QStringLiteral("as above"));
    QCOMPARE(office.effective(0), QStringLiteral("10"));
    QCOMPARE(office.source(0), QStringLiteral("default"));
    QCOMPARE(office.effective(2), QStringLiteral("yes"));
    QVERIFY(office.hasFocus(kTable));
}

void TestSettings::choosesForTheHospitalAndForTheDepartment()
{
    SettingsDesk office;
    office.open(3);

    office.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("admin.settings.editor"));
    office.type("15");
    office.press(Qt::Key_Return);
    QTRY_COMPARE(office.effective(0), QStringLiteral("15"));
    QCOMPARE(office.source(0), QStringLiteral("hospital"));

    QTRY_VERIFY(office.hasFocus(kTable));
    office.press(Qt::Key_Right);
    office.press(Qt::Key_Return);
    office.type("5");
    office.press(Qt::Key_Return);
    QTRY_COMPARE(office.effective(0), QStringLiteral("5"));

    QCOMPARE(office.source(0), QStringLiteral("department"));
    QCOMPARE(office.cell(kTable, 0, Column::Hospital), QStringLiteral("15"));
    QCOMPARE(office.desk.store()->audit().back().act, QStringLiteral("setting.change"));
}

void TestSettings::takesAChoiceBack()
{
    SettingsDesk office;
    office.open(3);
    office.press(Qt::Key_Down);

    office.choose({Qt::Key_Down, Qt::Key_Down});
    QTRY_COMPARE(office.effective(1), QStringLiteral("classic"));
    QTRY_VERIFY(office.hasFocus(kTable));
    office.choose({Qt::Key_Home});

    QTRY_COMPARE(office.effective(1), QStringLiteral("modern"));
    QCOMPARE(office.cell(kTable, 1, Column::Hospital), QStringLiteral("as above"));
}

void TestSettings::offersOnlyTheLevelsThatMayChoose()
{
    SettingsDesk office;
    office.open(3);
    const auto *model = office.table(kTable)->model();

    QVERIFY(model->index(2, Column::Hospital).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model->index(2, Column::Department).flags().testFlag(Qt::ItemIsEditable));
    QCOMPARE(office.cell(kTable, 2, Column::Department), QStringLiteral("–"));
}

void TestSettings::choosesNothingForNoDepartment()
{
    SettingsDesk office;
    office.desk.world().context.session.department.reset();
    office.open(3);

    const auto cell = office.table(kTable)->model()->index(0, Column::Department);
    QVERIFY(!cell.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(office.text("admin.settings.hint").contains(QStringLiteral("no department")));
}

void TestSettings::showsWhatIsRefusedAndStaysAsItWas()
{
    SettingsDesk office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};
    office.open(3);

    office.press(Qt::Key_Down);
    office.choose({Qt::Key_Down});

    QTRY_COMPARE(office.desk.lastErrorCode(), QStringLiteral("access.denied"));
    QCOMPARE(office.cell(kTable, 1, Column::Hospital), QStringLiteral("as above"));
}

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
