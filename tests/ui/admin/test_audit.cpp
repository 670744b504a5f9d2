#include "admin/models/audit_words.h"
#include "admin/models/csv.h"
#include "ui/admin/office.h"
#include "ui/widgets/table_delegate.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace simiao;
using security::AuditOutcome;
using Column = admin::AuditWords::Column;

namespace {

constexpr auto kTable = "admin.audit.table";

struct Trail : test::Office<test::FakeDesk>
{
    /// As the physician did it.
    void happened(const QString &act,
                  AuditOutcome outcome = AuditOutcome::Success,
                  const QString &detail = {})
    {
        const auto context = desk.context();
        security::AuditEvent event{act,
                                   outcome,
                                   context.clock->now(),
                                   desk.world().physician.id,
                                   QStringLiteral("test-1"),
                                   desk.world().patient.id,
                                   detail};
        commit(workflow::UnitOfWork(context.newCommand(), event, context.session.site));
    }
    int rows() const { return table(kTable)->model()->rowCount(); }
    QVariant badge(int row) const
    {
        return table(kTable)->model()->index(row, Column::Outcome).data(ui::TableBadgeRole);
    }
    QStringList column(int wanted) const
    {
        QStringList texts;
        for (int row = 0; row < rows(); ++row)
            texts.append(cell(kTable, row, wanted));
        return texts;
    }
    void exportTo(const QString &path) const
    {
        auto *field = find<QLineEdit>("admin.audit.path");
        field->setText(path);
        field->setModified(true); // as after typing
        press(Qt::Key_F8);
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheLatestFirstAndThatItWasLookedAt();
    void filtersByPerson();
    void filtersByAct();
    void filtersByPatientAndOutcome();
    void marksBreakGlassAndRefusals();
    void showsTheWholeEventOnEnter();
    void showsTwoHundredAndMoreOnDemand();
    void saysWhoMayReadItWhenThePolicyRefuses();
    void exportsTheFilteredRowsAndGuardsFormulas();
    void guardsFormulasInEveryCell_data();
    void guardsFormulasInEveryCell();
    void saysSoWhenTheExportCannotBeWritten();
    void cannotVerifyWithoutMaintenance();
};

void TestAudit::showsTheLatestFirstAndThatItWasLookedAt()
{
    Trail office;
    office.happened(QStringLiteral("composition.sign"));
    office.open(4);

    QCOMPARE(office.cell(kTable, 0, Column::Act), QStringLiteral("audit.read"));
    QCOMPARE(office.cell(kTable, 0, Column::Person), QStringLiteral("管理员"));
    QCOMPARE(office.cell(kTable, 1, Column::Act), QStringLiteral("composition.sign"));
    const auto act = office.table(kTable)->model()->index(0, Column::Act);
    QCOMPARE(act.data(ui::TableUnitRole).toString(), QStringLiteral("Read the audit trail"));
    QCOMPARE(office.cell(kTable, 1, Column::Person), QStringLiteral("李明远"));
    QCOMPARE(office.cell(kTable, 1, Column::Patient), QStringLiteral("100238"));
    QCOMPARE(office.cell(kTable, 1, Column::Time), QStringLiteral("2026-11-22 10:30:00"));
    QVERIFY(office.hasFocus(kTable));
}

void TestAudit::filtersByPerson()
{
    Trail office;
    office.happened(QStringLiteral("composition.sign"));
    office.open(4);

    office.press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(office.hasFocus("admin.audit.person"));
    office.press(Qt::Key_Down);
    QCOMPARE(office.column(Column::Person), QStringList{QStringLiteral("管理员")});
    office.press(Qt::Key_Down);

    const auto people = office.column(Column::Person);
    QVERIFY(people.size() > 1);
    QCOMPARE(people.count(QStringLiteral("李明远")), people.size());
}

void TestAudit::filtersByAct()
{
    Trail office;
    office.happened(QStringLiteral("composition.sign"));
    office.happened(QStringLiteral("patient.break-glass"));
    office.open(4);
    QVERIFY(office.find<QComboBox>("admin.audit.act")->findText(QStringLiteral("composition.sign")) >= 0);

    office.press(Qt::Key_F, Qt::ControlModifier);
    office.press(Qt::Key_Return);
    office.type("patient.break-glass");
    office.press(Qt::Key_Return);

    QCOMPARE(office.column(Column::Act), QStringList{QStringLiteral("patient.break-glass")});
}

void TestAudit::filtersByPatientAndOutcome()
{
    Trail office;
    office.happened(QStringLiteral("composition.sign"));
    office.happened(QStringLiteral("payment.take"), AuditOutcome::Refused);
    office.open(4);

    office.press(Qt::Key_F, Qt::ControlModifier);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.type("100238");
    office.press(Qt::Key_Return);
    QCOMPARE(office.rows(), 2);
    office.press(Qt::Key_Down);
    QCOMPARE(office.column(Column::Act), QStringList{QStringLiteral("composition.sign")});
    office.press(Qt::Key_Down);
    QCOMPARE(office.column(Column::Act), QStringList{QStringLiteral("payment.take")});

    office.press(Qt::Key_Escape);
    office.type("7");
    office.press(Qt::Key_Return);
    QVERIFY(office.shows(ui::ViewState::Kind::Empty));
}

void TestAudit::marksBreakGlassAndRefusals()
{
    Trail office;
    office.happened(QStringLiteral("composition.sign"));
    office.happened(QStringLiteral("payment.take"), AuditOutcome::Refused);
    office.happened(QStringLiteral("patient.break-glass"));
    office.open(4);

    QCOMPARE(office.cell(kTable, 1, Column::Outcome), QStringLiteral("glass broken"));
    QCOMPARE(office.badge(1), QVariant(int(ui::Severity::Warn)));
    QCOMPARE(office.cell(kTable, 2, Column::Outcome), QStringLiteral("refused"));
    QCOMPARE(office.badge(2), QVariant(int(ui::Severity::Block)));
    QVERIFY(!office.badge(3).isValid());
}

void TestAudit::showsTheWholeEventOnEnter()
{
    Trail office;
    office.happened(QStringLiteral("composition.sign"), AuditOutcome::Success, QStringLiteral("lines=3"));
    office.open(4);
    auto *sealed = office.find<QPlainTextEdit>("admin.audit.event");
    QVERIFY(!sealed->isVisible());

    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);

    QVERIFY(sealed->isVisible());
    QVERIFY(sealed->toPlainText().contains(QStringLiteral("lines=3")));
    QVERIFY(office.hasFocus(kTable));
    office.press(Qt::Key_Up);
    QVERIFY(sealed->toPlainText().contains(QStringLiteral("audit.read")));
    office.press(Qt::Key_Escape);
    QVERIFY(!sealed->isVisible());
    QVERIFY(office.hasFocus(kTable));
}

void TestAudit::showsTwoHundredAndMoreOnDemand()
{
    Trail office;
    for (int i = 0; i < 250; ++i)
        office.happened(QStringLiteral("composition.sign"));
    office.open(4);
    QCOMPARE(office.rows(), 200);
    QVERIFY(office.text("admin.audit.count").contains(QStringLiteral("200")));

    office.press(Qt::Key_End, Qt::ControlModifier);
    office.press(Qt::Key_Down);
    QVERIFY(office.hasFocus("admin.audit.more"));
    office.press(Qt::Key_Return);

    QVERIFY(office.rows() > 250);
    QVERIFY(!office.find("admin.audit.more")->isVisible());
    QVERIFY(office.hasFocus(kTable));
    QCOMPARE(office.table(kTable)->currentIndex().row(), 200);
}

void TestAudit::saysWhoMayReadItWhenThePolicyRefuses()
{
    Trail office;
    office.desk.world().context.session.roles = {QStringLiteral("physician")};

    office.open(4);

    QVERIFY(office.shows(ui::ViewState::Kind::Forbidden, QStringLiteral("Administrator")));
    QCOMPARE(office.rows(), 0);
    QVERIFY(!office.action("admin.audit.export")->isEnabled());
    QCOMPARE(office.desk.store()->audit().back().outcome, AuditOutcome::Refused);
}

void TestAudit::exportsTheFilteredRowsAndGuardsFormulas()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("trail.csv"));
    Trail office;
    office.happened(QStringLiteral("composition.sign"));
    office.happened(QStringLiteral("payment.take"), AuditOutcome::Success, QStringLiteral("=1+1, \"x\""));
    office.open(4);
    office.press(Qt::Key_F, Qt::ControlModifier);
    office.press(Qt::Key_Return);
    office.type("payment.take");
    office.press(Qt::Key_Return);

    office.exportTo(path);

    QTRY_VERIFY(office.text("admin.audit.exported").startsWith(QStringLiteral("Exported")));
    QVERIFY(office.text("admin.audit.exported").contains(path));
    const auto content = QString::fromUtf8(contentOf(path));
    QCOMPARE(content.count(QStringLiteral("\r\n")), qsizetype(2)); // heading and one event
    QVERIFY(content.contains(QStringLiteral("\"'=1+1, \"\"x\"\"\"")));
    QVERIFY(!content.contains(QStringLiteral("composition.sign")));
    const auto &event = office.desk.store()->audit().back();
    QCOMPARE(event.act, QStringLiteral("audit.read"));
    QCOMPARE(event.detail, QStringLiteral("export=1"));
}

void TestAudit::guardsFormulasInEveryCell_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("equals") << QStringLiteral("=A1") << QByteArrayLiteral("'=A1\r\n");
    QTest::newRow("plus") << QStringLiteral("+1") << QByteArrayLiteral("'+1\r\n");
    QTest::newRow("minus") << QStringLiteral("-1") << QByteArrayLiteral("'-1\r\n");
    QTest::newRow("at") << QStringLiteral("@SUM") << QByteArrayLiteral("'@SUM\r\n");
    QTest::newRow("tab") << QStringLiteral("\t=A1") << QByteArrayLiteral("'\t=A1\r\n");
    QTest::newRow("inside") << QStringLiteral("a=1") << QByteArrayLiteral("a=1\r\n");
    QTest::newRow("comma") << QStringLiteral("a,b") << QByteArrayLiteral("\"a,b\"\r\n");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArrayLiteral("\"a\"\"b\"\r\n");
    QTest::newRow("empty") << QString() << QByteArrayLiteral("\r\n");
}

void TestAudit::guardsFormulasInEveryCell()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);

    QCOMPARE(admin::csvRow({cell}), written);
}

void TestAudit::saysSoWhenTheExportCannotBeWritten()
{
    Trail office;
    office.open(4);

    office.exportTo(QStringLiteral("/nowhere/at all/trail.csv"));

    QTRY_VERIFY(office.text("admin.audit.exported").contains(QStringLiteral("Not exported")));
    QVERIFY(office.desk.lastErrorCode().startsWith(QStringLiteral("disk.")));
}

void TestAudit::cannotVerifyWithoutMaintenance()
{
    Trail office;
    office.open(4);

    QVERIFY(!office.action("admin.audit.verify")->isEnabled());
}

QTEST_MAIN(TestAudit)
#include "test_audit.moc"
