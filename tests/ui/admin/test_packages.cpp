#include "admin/models/difference_model.h"
#include "admin/models/package_table_model.h"
#include "admin/models/version_table_model.h"
#include "support/package_builders.h"
#include "ui/admin/office.h"
#include "ui/theme/severity.h"
#include "ui/widgets/table_delegate.h"
#include "workflow/ports/library_queries.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace simiao;
using administration::Library;
using administration::PublicationStatus;
using Packages = admin::PackageTableModel::Column;
using Versions = admin::VersionTableModel::Column;
using Lines = admin::DifferenceModel::Column;

namespace {

constexpr auto kPackages = "admin.packages.table";
constexpr auto kVersions = "admin.packages.versions";
constexpr auto kDifference = "admin.packages.difference";
constexpr auto kPath = "admin.packages.path";
constexpr auto kReason = "admin.packages.reason";
constexpr auto kNotice = "admin.packages.notice";

/// The administrator's desk of a hospital whose program ships the allergy rules 2026-11.
struct RulesDesk : test::Office<test::FakeDesk>
{
    RulesDesk() { desk.referenceData = test::shippedReference(); }

    void openPackages()
    {
        page = std::make_unique<admin::AdminPage>(&desk);
        page->resize(1366, 680);
        page->show();
        page->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        action("admin.openPackages")->trigger();
        watchModels();
        QTRY_VERIFY(rows(kVersions) > 0);
    }

    int rows(const char *name) const { return table(name)->model()->rowCount(); }
    /// The rows of a column, from the first on.
    QStringList column(const char *name, int column) const
    {
        QStringList texts;
        for (int row = 0; row < rows(name); ++row)
            texts.append(cell(name, row, column));
        return texts;
    }

    QString file(const QByteArray &content) const
    {
        QFile written(folder.filePath(QStringLiteral("rules.json")));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("the file of the test cannot be written");
        return written.fileName();
    }
    void check(const QByteArray &content) const
    {
        find<QLineEdit>(kPath)->setText(file(content));
        action("admin.packages.check")->trigger();
    }

    /// Stored and active, before the page is opened.
    void bring(const QString &release, const QString &level)
    {
        auto &world = desk.world();
        world.clock->advanceSeconds(1);
        const auto &catalogue = desk.referenceData.packages;
        const auto installed = QCoro::waitFor(
            workflow::installPackage(world.context, world.context.newCommand(), catalogue,
                                     test::aPackageFile(release, level), QStringLiteral("review"), false));
        const auto active = QCoro::waitFor(
            workflow::activatePackage(world.context, world.context.newCommand(), catalogue,
                                      {QStringLiteral("allergy-rules"), release, QStringLiteral("agreed")}));
        if (!installed || !active)
            qFatal("the version of the test is refused");
    }
    std::vector<Library> stored()
    {
        auto finding = workflow::find(desk.world().context.store, workflow::query::libraries);
        return *QCoro::waitFor(finding);
    }

    QTemporaryDir folder;
};

} // namespace

class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHoldsAndWhereItIsFrom();
    void isWalkedThroughWithEnterAndEscape();
    void installsAFileAndActivatesItByKeyboard();
    void showsWhatWouldChangeBySignWordAndColour();
    void refusesAFileWithItsPlace();
    void asksForTheReason();
    void keepsAReasonThatIsHalfTyped();
    void rollsBackWithAReason();
    void rollsBackToWhatIsShipped();
    void comparesAnyTwoVersions();
    void tellsOfAVersionThatCannotBeUsed();
    void exportsAVersionAsItWasInstalled();
    void whoMayNotIsToldWhoMay();
    void speaksChinese();
};

void TestPackages::showsWhatHoldsAndWhereItIsFrom()
{
    RulesDesk office;
    office.openPackages();

    QCOMPARE(office.cell(kPackages, 0, Packages::Title), QStringLiteral("Allergy rules"));
    QCOMPARE(office.cell(kPackages, 0, Packages::Version), QStringLiteral("2026-11"));
    QCOMPARE(office.cell(kPackages, 0, Packages::Origin), QStringLiteral("shipped"));
    QCOMPARE(office.cell(kPackages, 0, Packages::Period), QStringLiteral("without limit"));
    QCOMPARE(office.cell(kPackages, 0, Packages::Source), QStringLiteral("committee"));
    QCOMPARE(office.column(kVersions, Versions::Status), QStringList{QStringLiteral("shipped")});
    QVERIFY(office.text("admin.packages.compared").contains(QStringLiteral("no difference")));
}

void TestPackages::isWalkedThroughWithEnterAndEscape()
{
    RulesDesk office;
    office.openPackages();

    QVERIFY(office.hasFocus(kPackages));
    for (const auto *next : {kVersions, kDifference, kPath}) {
        office.press(Qt::Key_Return);
        QVERIFY2(office.hasFocus(next), next);
    }
    for (const auto *next : {kVersions, kPackages, "admin.sections"}) {
        office.press(Qt::Key_Escape);
        QVERIFY2(office.hasFocus(next), next);
    }
}

void TestPackages::installsAFileAndActivatesItByKeyboard()
{
    RulesDesk office;
    const auto path = office.file(test::aRulesFile(QStringLiteral("2026-12"), QStringLiteral("block")));
    office.openPackages();

    office.find(kPath)->setFocus();
    office.type(path.toLatin1().constData());
    office.press(Qt::Key_Return);
    QTRY_VERIFY(office.text(kNotice).contains(QStringLiteral("Can be installed")));
    QVERIFY(office.stored().empty());
    QVERIFY(office.hasFocus(kReason)); // what is wanted next
    office.type("yearly review");
    office.press(Qt::Key_Return);
    QTRY_COMPARE(office.column(kVersions, Versions::Status),
                 (QStringList{QStringLiteral("waiting"), QStringLiteral("shipped")}));
    QCOMPARE(office.cell(kVersions, 0, Versions::Reason), QStringLiteral("installed: yearly review"));
    QCOMPARE(office.cell(kVersions, 0, Versions::By), QStringLiteral("admin"));
    QCOMPARE(office.table(kVersions)->currentIndex().row(), 0);

    office.press(Qt::Key_F7);

    QTRY_COMPARE(office.cell(kPackages, 0, Packages::Version), QStringLiteral("2026-12"));
    QCOMPARE(office.cell(kPackages, 0, Packages::Origin), QStringLiteral("own"));
    QCOMPARE(office.cell(kVersions, 0, Versions::Status), QStringLiteral("active"));
    QCOMPARE(office.desk.store()->audit().back().act, QStringLiteral("package.activate"));
    QVERIFY(office.desk.errors.isEmpty());
}

void TestPackages::showsWhatWouldChangeBySignWordAndColour()
{
    RulesDesk office;
    office.openPackages();

    office.check(test::aRulesFile(QStringLiteral("2026-12"), QStringLiteral("block")));

    QTRY_VERIFY(office.column(kDifference, Lines::Sign).contains(QStringLiteral("+")));
    const auto signs = office.column(kDifference, Lines::Sign);
    const auto *model = office.table(kDifference)->model();
    const auto at = [&](const QString &sign, int column) {
        return model->index(int(signs.indexOf(sign)), column);
    };
    const auto gone = QStringLiteral("−");
    const auto come = QStringLiteral("+");
    QCOMPARE(at(gone, Lines::Word).data().toString(), QStringLiteral("removed"));
    QCOMPARE(at(come, Lines::Word).data().toString(), QStringLiteral("added"));
    QVERIFY(at(gone, Lines::Text).data().toString().contains(QStringLiteral("2026-11")));
    QVERIFY(at(come, Lines::Text).data().toString().contains(QStringLiteral("2026-12")));
    QCOMPARE(at(gone, Lines::Text).data(ui::TableSeverityRole).toInt(), int(ui::Severity::Block));
    QCOMPARE(at(come, Lines::Text).data(ui::TableSeverityRole).toInt(), int(ui::Severity::Ok));
    QVERIFY(office.text("admin.packages.compared").contains(QStringLiteral("2026-11 (shipped)")));
}

void TestPackages::refusesAFileWithItsPlace()
{
    RulesDesk office;
    office.openPackages();

    office.check(test::aRulesFile(QStringLiteral("2026-12"), QStringLiteral("sometimes")));

    QTRY_VERIFY(office.text(kNotice).contains(QStringLiteral("rules.json: level")));
    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("resources.shape"));
    office.action("admin.packages.install")->trigger();
    QVERIFY(office.text(kNotice).contains(QStringLiteral("Check a file first")));
    QVERIFY(office.stored().empty());
}

void TestPackages::asksForTheReason()
{
    RulesDesk office;
    office.bring(QStringLiteral("2026-12"), QStringLiteral("block"));
    office.openPackages();
    office.check(test::aRulesFile(QStringLiteral("2027-01"), QStringLiteral("notice")));
    QTRY_VERIFY(office.text(kNotice).contains(QStringLiteral("Can be installed")));
    office.find(kVersions)->setFocus();

    office.action("admin.packages.install")->trigger();
    QCOMPARE(office.desk.lastErrorCode(), QStringLiteral("package.reason-missing"));
    QVERIFY(office.hasFocus(kReason));
    office.find(kVersions)->setFocus();
    office.action("admin.packages.rollBack")->trigger();

    QVERIFY(office.hasFocus(kReason));
    QCOMPARE(office.desk.errors.size(), 2);
    QCOMPARE(office.stored().size(), 1U);
}

void TestPackages::keepsAReasonThatIsHalfTyped()
{
    RulesDesk office;
    office.openPackages();
    office.find(kReason)->setFocus();
    office.type("too many wa");

    office.page.reset();
    office.openPackages();

    QCOMPARE(office.find<QLineEdit>(kReason)->text(), QStringLiteral("too many wa"));
}

void TestPackages::rollsBackWithAReason()
{
    RulesDesk office;
    office.bring(QStringLiteral("2026-12"), QStringLiteral("block"));
    office.bring(QStringLiteral("2027-01"), QStringLiteral("notice"));
    office.openPackages();
    QCOMPARE(office.column(kVersions, Versions::Version),
             (QStringList{QStringLiteral("2027-01"), QStringLiteral("2026-12"), QStringLiteral("2026-11")}));
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Down);
    QCOMPARE(office.cell(kVersions, 1, Versions::Status), QStringLiteral("retired"));

    office.find<QLineEdit>(kReason)->setText(QStringLiteral("too few warnings"));
    office.press(Qt::Key_F7, Qt::ShiftModifier);

    QTRY_COMPARE(office.cell(kPackages, 0, Packages::Version), QStringLiteral("2026-12"));
    QCOMPARE(office.cell(kVersions, 1, Versions::Reason), QStringLiteral("rolled back to: too few warnings"));
    QVERIFY(office.text("admin.packages.history").contains(QStringLiteral("agreed"))); // all of it is kept
    QCOMPARE(office.desk.store()->audit().back().act, QStringLiteral("package.roll-back"));
    QVERIFY(office.find<QLineEdit>(kReason)->text().isEmpty());
}

void TestPackages::rollsBackToWhatIsShipped()
{
    RulesDesk office;
    office.bring(QStringLiteral("2026-12"), QStringLiteral("block"));
    office.openPackages();
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Down);

    office.find<QLineEdit>(kReason)->setText(QStringLiteral("as delivered"));
    office.action("admin.packages.rollBack")->trigger();

    QTRY_COMPARE(office.cell(kPackages, 0, Packages::Origin), QStringLiteral("shipped"));
    QCOMPARE(office.stored().at(0).status, PublicationStatus::Retired);
}

void TestPackages::comparesAnyTwoVersions()
{
    RulesDesk office;
    office.bring(QStringLiteral("2026-12"), QStringLiteral("block"));
    office.bring(QStringLiteral("2027-01"), QStringLiteral("notice"));
    office.openPackages();
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Down); // 2026-12
    QVERIFY(office.text("admin.packages.compared").startsWith(QStringLiteral("From 2027-01 to 2026-12")));

    office.press(Qt::Key_F6);
    office.press(Qt::Key_Down); // shipped

    QVERIFY(office.text("admin.packages.compared")
                .startsWith(QStringLiteral("From 2026-12 to 2026-11 (shipped)")));
    QVERIFY(office.column(kDifference, Lines::Sign).contains(QStringLiteral("+")));
}

void TestPackages::tellsOfAVersionThatCannotBeUsed()
{
    RulesDesk office;
    office.bring(QStringLiteral("2026-12"), QStringLiteral("block"));
    auto damaged = office.stored().at(0);
    damaged.content.replace(QStringLiteral("block"), QStringLiteral("level-nine"));
    auto &context = office.desk.world().context;
    auto work = context.begin(context.newCommand(), QStringLiteral("test.seed"));
    work.update(damaged);
    office.commit(std::move(work));

    office.openPackages();

    QCOMPARE(office.cell(kPackages, 0, Packages::Origin), QStringLiteral("own cannot be used"));
    QCOMPARE(office.cell(kPackages, 0, Packages::Version), QStringLiteral("2026-11")); // what holds
    const auto origin = office.table(kPackages)->model()->index(0, Packages::Origin);
    QCOMPARE(origin.data(ui::TableBadgeRole).toInt(), int(ui::Severity::Block));
    QVERIFY(origin.data(Qt::ToolTipRole).toString().contains(QStringLiteral("allergy-rules 2026-12")));
}

void TestPackages::exportsAVersionAsItWasInstalled()
{
    RulesDesk office;
    office.bring(QStringLiteral("2026-12"), QStringLiteral("block"));
    const auto home = qgetenv("HOME");
    QDir(office.folder.path()).mkpath(QStringLiteral("Documents"));
    qputenv("HOME", office.folder.path().toUtf8());
    office.openPackages();

    office.action("admin.packages.export")->trigger();

    QTRY_VERIFY(office.text(kNotice).contains(QStringLiteral("Exported")));
    qputenv("HOME", home);
    const auto path = office.text(kNotice).section(QLatin1Char(' '), 1);
    QVERIFY(path.contains(QStringLiteral("allergy-rules-2026-12-")));
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(file.readAll(), test::aRulesFile(QStringLiteral("2026-12"), QStringLiteral("block")));
}

void TestPackages::whoMayNotIsToldWhoMay()
{
    RulesDesk office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};
    office.page = std::make_unique<admin::AdminPage>(&office.desk);
    office.page->resize(1366, 680);
    office.page->show();

    office.action("admin.openPackages")->trigger();

    QTRY_VERIFY(office.shows(ui::ViewState::Kind::Forbidden, QStringLiteral("Administrator")));
}

void TestPackages::speaksChinese()
{
    RulesDesk office;
    office.openPackages();

    office.desk.speak(QLocale(QStringLiteral("zh_CN")));

    QCOMPARE(office.cell(kPackages, 0, Packages::Title), QStringLiteral("过敏规则"));
}

QTEST_MAIN(TestPackages)
#include "test_packages.moc"
