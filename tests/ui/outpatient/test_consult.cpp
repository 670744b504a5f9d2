#include "orders/views/orders_panel.h"
#include "outpatient/views/consult_page.h"
#include "outpatient/views/diagnosis_panel.h"
#include "outpatient/views/note_panel.h"
#include "support/fake_desk.h"
#include "terminology/memory_terminology.h"
#include "workflow/frontdesk/check_in.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QTableWidget>
#include <QTest>

using namespace simiao;
using test::FakeDesk;

namespace {

const QString kComplaint = QStringLiteral("10154-3");

terminology::Concept pneumonia()
{
    terminology::Concept code;
    code.system = QString(codesystem::kIcd10Cn);
    code.code = QStringLiteral("J18");
    code.display = QStringLiteral("肺炎,病原体未特指");
    code.initials = QStringLiteral("fybytwtz");
    return code;
}

workflow::ReferenceData someReference()
{
    workflow::ReferenceData reference;
    reference.dosage = test::someDosageTerms();
    reference.allergies.rules = {{QStringLiteral("penicillins"),
                                  QStringLiteral("penicillins"),
                                  QStringLiteral("anaphylaxis"),
                                  Severity::Block,
                                  {},
                                  {}}};
    reference.noteTemplates = {
        {QStringLiteral("first-visit"),
         {},
         {{kComplaint, {QStringLiteral("Complaint"), QStringLiteral("主诉")}, {}, true}}}};
    return reference;
}

/// The consult screen over a store in which one patient waits.
class Surgery
{
public:
    Surgery()
    {
        desk.referenceData = someReference();
        desk.terminologyService = std::make_shared<terminology::MemoryTerminology>(
            std::vector{pneumonia()}, std::vector{desk.world().amoxicillin});
        desk.panels = [](const QString &point, sdk::Visit *visit, QWidget *parent) {
            return panelsAt(point, visit, parent);
        };
        const auto context = desk.context();
        auto arriving =
            workflow::checkIn(context, context.newCommand(),
                              {desk.world().patient.id, desk.world().department.id, desk.world().slot.id});
        if (!QCoro::waitFor(arriving))
            qFatal("the patient cannot be checked in");
    }

    void recordAnaphylaxis()
    {
        const auto context = desk.context();
        clinical::AllergyIntolerance allergy;
        allergy.id = context.newId<clinical::AllergyIntolerance>();
        allergy.patient = desk.world().patient.id;
        allergy.substance = QStringLiteral("青霉素");
        allergy.substanceClass = QStringLiteral("penicillins");
        allergy.reaction = QStringLiteral("anaphylaxis");
        auto work = context.begin(context.newCommand(), QStringLiteral("test.allergy"));
        QVERIFY(QCoro::waitFor(context.store->commit(work.insert(allergy))));
    }

    /// Opens the page and the waiting patient by keyboard.
    void call()
    {
        page = std::make_unique<outpatient::ConsultPage>(&desk);
        page->resize(1366, 700);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto *queue = page->findChild<QListView *>(QStringLiteral("consult.queue"));
        QTRY_COMPARE(queue->model()->rowCount(), 1);
        queue->setFocus();
        QTest::keyClick(queue, Qt::Key_Return);
        QTRY_VERIFY(child(QStringLiteral("consult.note.") + kComplaint));
    }

    QWidget *child(const QString &name) const { return page->findChild<QWidget *>(name); }

    void type(const QString &object, const QString &ascii) const
    {
        child(object)->setFocus();
        QTest::keyClicks(child(object), ascii);
    }
    void press(const QString &object, Qt::Key key) const { QTest::keyClick(child(object), key); }

    std::vector<clinical::Composition> notes() const
    {
        auto finding = workflow::find(desk.context().store, workflow::query::compositionsOfPatient, patient);
        return *QCoro::waitFor(finding);
    }

    std::vector<medications::Prescription> prescriptions() const
    {
        auto finding = workflow::find(desk.context().store, workflow::query::prescriptionsInStatus,
                                      QStringLiteral("signed"));
        return *QCoro::waitFor(finding);
    }

    FakeDesk desk;
    std::unique_ptr<outpatient::ConsultPage> page;

private:
    Id<administration::Patient> patient = desk.world().patient.id;

    static std::vector<sdk::Panel> panelsAt(const QString &point, sdk::Visit *visit, QWidget *parent)
    {
        if (point == QLatin1String("consult.note"))
            return {{{}, new outpatient::NotePanel(visit, parent)}};
        if (point == QLatin1String("consult.diagnosis"))
            return {{{}, new outpatient::DiagnosisPanel(visit, parent)}};
        if (point == QLatin1String("consult.orders"))
            return {{{}, new orders::OrdersPanel(visit, parent)}};
        return {};
    }
};

} // namespace

class TestConsult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsWritesPrescribesAndSignsByKeyboard()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cough"));
        surgery.type(QStringLiteral("consult.diagnosis.input"), QStringLiteral("j18"));
        surgery.press(QStringLiteral("consult.diagnosis.input"), Qt::Key_Return);
        surgery.type(QStringLiteral("consult.orders.input"), QStringLiteral("amxl 0.5g po tid 7d"));
        surgery.press(QStringLiteral("consult.orders.input"), Qt::Key_Return);
        QCOMPARE(surgery.child(QStringLiteral("consult.orders"))->property("total").toString(),
                 QStringLiteral("18.90"));

        surgery.desk.commands.value(QStringLiteral("consult.sign"))->trigger();

        QTRY_COMPARE(surgery.prescriptions().size(), 1U);
        QCOMPARE(surgery.notes().size(), 1U);
        QCOMPARE(surgery.notes().front().sections.front().text, QStringLiteral("cough"));
        QVERIFY(surgery.desk.drafts()->drafts().empty());
        QVERIFY(surgery.desk.errors.isEmpty());
    }

    void everyKeyReachesTheDraftJournal()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cou"));
        surgery.type(QStringLiteral("consult.orders.input"), QStringLiteral("am"));

        const auto drafts = surgery.desk.drafts()->drafts();
        QCOMPARE(drafts.size(), 1U);
        QStringList texts;
        for (const auto &entry : surgery.desk.drafts()->entriesOf(drafts.front()))
            texts.append(entry.text);
        QVERIFY(texts.contains(QStringLiteral("cou")));
        QVERIFY(texts.contains(QStringLiteral("am")));
    }

    void draftComesBackWhenTheVisitIsOpenedAgain()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cough"));
        surgery.page.reset();

        surgery.call();

        QCOMPARE(surgery.child(QStringLiteral("consult.note.") + kComplaint)->property("text").toString(),
                 QStringLiteral("cough"));
    }

    void saysWhatKeepsItFromBeingSigned()
    {
        Surgery surgery;
        surgery.call();

        surgery.desk.commands.value(QStringLiteral("consult.sign"))->trigger();

        QVERIFY(surgery.child(QStringLiteral("consult.obstacle"))->isVisible());
        QVERIFY(surgery.child(QStringLiteral("consult.note.") + kComplaint)->hasFocus());
        QVERIFY(surgery.notes().empty());
    }

    void blockedDrugCannotBeSigned()
    {
        Surgery surgery;
        surgery.recordAnaphylaxis();
        surgery.call();
        surgery.type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cough"));
        surgery.type(QStringLiteral("consult.diagnosis.input"), QStringLiteral("j18"));
        surgery.press(QStringLiteral("consult.diagnosis.input"), Qt::Key_Return);
        surgery.type(QStringLiteral("consult.orders.input"), QStringLiteral("amxl 0.5g po tid 7d"));
        surgery.press(QStringLiteral("consult.orders.input"), Qt::Key_Return);

        surgery.desk.commands.value(QStringLiteral("consult.sign"))->trigger();

        QVERIFY(surgery.child(QStringLiteral("consult.obstacle"))->isVisible());
        QVERIFY(!surgery.child(QStringLiteral("consult.orders"))->property("finding").toString().isEmpty());
        QVERIFY(surgery.prescriptions().empty());
    }

    void whatIsNotUnderstoodStaysTextAndIsNotAdded()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(QStringLiteral("consult.orders.input"), QStringLiteral("amxl 0.5g 9x9"));
        surgery.press(QStringLiteral("consult.orders.input"), Qt::Key_Return);

        QCOMPARE(surgery.child(QStringLiteral("consult.orders.input"))->property("text").toString(),
                 QStringLiteral("amxl 0.5g 9x9"));
        QVERIFY(surgery.child(QStringLiteral("consult.orders"))
                    ->property("preview")
                    .toString()
                    .contains(QStringLiteral("9x9")));
        QCOMPARE(surgery.page->findChild<QTableWidget *>(QStringLiteral("consult.orders.list"))->rowCount(),
                 0);
    }

    void queueModelKeepsItsPromises()
    {
        Surgery surgery;
        surgery.call();
        auto *model = surgery.page->findChild<QListView *>(QStringLiteral("consult.queue"))->model();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 1);
    }
};

QTEST_MAIN(TestConsult)
#include "test_consult.moc"
