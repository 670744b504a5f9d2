#include "pharmacy/views/pharmacy_page.h"
#include "sdk/chart_opener.h"
#include "support/cut_off.h"
#include "support/shown_page.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/queue_delegate.h"
#include "workflow/cashier/take_payment.h"
#include "workflow/consultation/answer_returned.h"
#include "workflow/consultation/withdraw_prescription.h"
#include "workflow/dispensing/review_prescription.h"
#include "workflow/frontdesk/check_in.h"

#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTest>

using namespace simiao;
using medications::PrescriptionStatus;
using simiao::pharmacy::PharmacyPage;
using test::FakeDesk;

namespace {

template <typename T>
T kept(Task<Result<T>> task)
{
    const auto result = QCoro::waitFor(task);
    if (!result)
        qFatal("cannot prepare: %s", qPrintable(logLine(result.error())));
    return *result;
}

/// The page over a store with one signed prescription of 42 capsules.
struct Dispensary : test::ShownPage<PharmacyPage>
{
    administration::Encounter visit;
    medications::Prescription prescription;

    Dispensary()
    {
        auto &world = desk.world();
        visit = kept(workflow::checkIn(desk.context(), command(),
                                       {world.patient.id, world.department.id, world.slot.id}))
                    .encounter;
        const auto context = desk.context();
        prescription.id = context.newId<medications::Prescription>();
        prescription.number = QStringLiteral("P202611220001");
        prescription.patient = visit.patient;
        prescription.encounter = visit.id;
        prescription.author = world.physician.id;
        prescription.status = PrescriptionStatus::Signed;
        prescription.authoredOn = context.clock->now();
        auto work = context.begin(command(), QStringLiteral("test.prescribe"));
        work.insert(prescription).insert(line(context)).insert(pneumonia(context));
        kept(desk.store()->commit(std::move(work)));
    }

    Uuid command() { return desk.context().newCommand(); }

    medications::MedicationRequest line(const workflow::Context &context)
    {
        const auto &drug = desk.world().amoxicillin;
        medications::MedicationRequest request;
        request.id = context.newId<medications::MedicationRequest>();
        request.prescription = prescription.id;
        request.patient = visit.patient;
        request.encounter = visit.id;
        request.medication = drug.id;
        request.medicationName = drug.name;
        request.dosage = {drug.defaultDose, QStringLiteral("oral"), QStringLiteral("tid"), 7};
        request.quantity = 42;
        request.quantityUnit = drug.smallestUnit;
        request.price = Money{1890};
        return request;
    }

    clinical::Condition pneumonia(const workflow::Context &context)
    {
        clinical::Condition condition;
        condition.id = context.newId<clinical::Condition>();
        condition.patient = visit.patient;
        condition.encounter = visit.id;
        condition.code = {QString(codesystem::kIcd10Cn), QStringLiteral("J18.900"), QStringLiteral("肺炎")};
        return condition;
    }

    void review()
    {
        kept(workflow::reviewPrescription(desk.context(), command(), {prescription.id, true, {}}));
    }

    void withdraw(const QString &reason)
    {
        kept(workflow::withdrawPrescription(desk.context(), command(), {prescription.id, reason}));
    }

    void pay()
    {
        const auto open = kept(workflow::find(desk.store(), workflow::query::openCharges, visit.id));
        workflow::Payment payment{visit.id, {}, financial::PaymentMethod::Cash, financial::totalOf(open)};
        for (const auto &item : open)
            payment.charges.push_back(item.id);
        kept(workflow::takePayment(desk.context(), command(), payment));
    }

    QStringList row(const char *table, int at) const
    {
        const auto *model = find<QTableView>(table)->model();
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(at, column).data().toString());
        return cells;
    }

    medications::Prescription stored() { return kept(workflow::load(desk.store(), prescription.id)); }
    std::vector<medications::Lot> lots()
    {
        return kept(
            workflow::find(desk.store(), workflow::query::lotsOfMedication, desk.world().amoxicillin.id));
    }
};

} // namespace

class TestPharmacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePrescriptionAsOnPaper();
    void passesByF9();
    void returnsWithWords();
    void seesWhatTheDoctorAnswered();
    void returnsNothingWithoutWords();
    void cannotPassWhileWordsAreWritten();
    void keepsWordsThroughARestart();
    void dispensesFirstExpiringLotsAndHandsOver();
    void saysWhyNothingCanBeDispensed();
    void listsWhatAppearsWhileThePageIsOpen();
    void opensThePrescriptionOfASaveWithoutAnswer();
    void whatIsWithdrawnStaysWithItsTrace();
    void whatWasWithdrawnBeforeAnybodySawItIsListedAllDay();
    void opensAScannedNumber();
    void saysWhatWasNotChecked();
    void showsWhatTheUseCaseRefuses();
    void keepsWhatItKnowsWhileTheServerIsAway();
    void saysThatNothingIsKnownYet();
};

void TestPharmacy::showsThePrescriptionAsOnPaper()
{
    Dispensary dispensary;
    dispensary.open();

    dispensary.press(Qt::Key_Return);

    QCOMPARE(dispensary.text("pharmacy.patient"), QStringLiteral("张伟"));
    QCOMPARE(dispensary.text("pharmacy.diagnosis"), QStringLiteral("J18.900 肺炎"));
    QCOMPARE(dispensary.text("pharmacy.allergies"), QStringLiteral("none known"));
    QCOMPARE(dispensary.text("pharmacy.form"), QStringLiteral("Ordinary prescription P202611220001"));
    const auto line = dispensary.row("pharmacy.lines", 0);
    QCOMPARE(line.at(1), QStringLiteral("阿莫西林胶囊 0.25 g"));
    QVERIFY(line.at(2).startsWith(QStringLiteral("0.5 g, by mouth, tid")));
    QCOMPARE(line.at(3), QStringLiteral("42"));
    QCOMPARE(dispensary.text("pharmacy.amount"), QStringLiteral("Amount ¥18.90"));
    QVERIFY(dispensary.desk.patient);
}

void TestPharmacy::passesByF9()
{
    Dispensary dispensary;
    dispensary.open();

    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F9);

    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Reviewed);
    QCOMPARE(dispensary.text("pharmacy.status"), QStringLiteral("passed, waits for payment"));
    dispensary.press(Qt::Key_F9);
    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Reviewed);
}

void TestPharmacy::returnsWithWords()
{
    Dispensary dispensary;
    dispensary.open();

    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F7);
    dispensary.compose(QStringLiteral("疗程过长，请核对"));
    dispensary.press(Qt::Key_Return);

    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Returned);
    QCOMPARE(dispensary.stored().reviewNote, QStringLiteral("疗程过长，请核对"));
    QVERIFY(dispensary.desk.memoryDrafts().drafts().empty());
    QVERIFY(!dispensary.find("pharmacy.note")->isVisible());
}

void TestPharmacy::seesWhatTheDoctorAnswered()
{
    Dispensary dispensary;
    const auto context = dispensary.desk.context();
    const auto id = dispensary.prescription.id;
    kept(
        workflow::reviewPrescription(context, dispensary.command(), {id, false, QStringLiteral("疗程过长")}));
    const auto &drug = dispensary.desk.world().amoxicillin;
    const workflow::MedicationDraft line{
        drug.id, {drug.defaultDose, QStringLiteral("oral"), QStringLiteral("tid"), 7}, {}};
    kept(workflow::answerReturned(
        context, dispensary.command(), {id, {line}, QStringLiteral("有指征")},
        std::make_shared<const workflow::ReferenceData>(dispensary.desk.referenceData)));
    dispensary.open();

    dispensary.press(Qt::Key_Return);

    QTRY_COMPARE(dispensary.text("pharmacy.issue"), QStringLiteral("Signed again 有指征"));
    QVERIFY(dispensary.find<ui::NoticeLine>("pharmacy.issue")
                ->notice()
                .secondary.contains(QStringLiteral("疗程过长")));
}

void TestPharmacy::returnsNothingWithoutWords()
{
    Dispensary dispensary;
    dispensary.open();

    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F7);
    dispensary.press(Qt::Key_F7);

    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Signed);
    QCOMPARE(QApplication::focusWidget(), dispensary.find("pharmacy.note"));
}

void TestPharmacy::cannotPassWhileWordsAreWritten()
{
    Dispensary dispensary;
    dispensary.open();
    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F7);
    dispensary.type("too long");

    dispensary.press(Qt::Key_F9);

    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Signed);
}

void TestPharmacy::keepsWordsThroughARestart()
{
    Dispensary dispensary;
    dispensary.open();
    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F7);
    dispensary.type("too long");
    dispensary.press(Qt::Key_Escape);
    dispensary.page.reset();

    dispensary.open();
    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F7);

    QCOMPARE(dispensary.text("pharmacy.note"), QStringLiteral("too long"));
}

void TestPharmacy::dispensesFirstExpiringLotsAndHandsOver()
{
    Dispensary dispensary;
    dispensary.review();
    dispensary.pay();
    dispensary.open();

    dispensary.press(Qt::Key_Return);
    QCOMPARE(dispensary.row("pharmacy.lots", 0).mid(2), QStringList({"A1", "2027-01-31", "30"}));
    QCOMPARE(dispensary.row("pharmacy.lots", 1).mid(2), QStringList({"A2", "2027-12-31", "12"}));
    dispensary.press(Qt::Key_F9);

    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Dispensed);
    QCOMPARE(dispensary.lots().front().onHand, 0);
    QCOMPARE(dispensary.lots().back().onHand, 88);
    QCOMPARE(dispensary.row("pharmacy.lots", 1).at(2), QStringLiteral("A2"));
    dispensary.press(Qt::Key_F9);
    QCOMPARE(dispensary.stored().status, PrescriptionStatus::HandedOver);
}

void TestPharmacy::saysWhyNothingCanBeDispensed()
{
    Dispensary dispensary;
    dispensary.review();
    dispensary.pay();
    const auto tomorrowIsTooLate = Instant::parse(QStringLiteral("2028-01-05T02:00:00Z"));
    dispensary.desk.world().clock->set(*tomorrowIsTooLate);
    dispensary.open();

    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F9);

    QVERIFY(dispensary.find("pharmacy.lotsProblem")->isVisible());
    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Paid);
}

void TestPharmacy::listsWhatAppearsWhileThePageIsOpen()
{
    Dispensary dispensary;
    dispensary.open();
    const auto *model = dispensary.find<QListView>("pharmacy.list")->model();
    QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("To review 1"));

    dispensary.review();
    dispensary.pay();

    QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("To review 0"));
    QCOMPARE(model->index(1, 0).data().toString(), QStringLiteral("To dispense 1"));
}

void TestPharmacy::opensThePrescriptionOfASaveWithoutAnswer()
{
    Dispensary dispensary;
    dispensary.open();
    auto *charts = dispensary.page->findChild<sdk::ChartOpener *>();
    QVERIFY(charts && charts->isPlaceOf(QStringLiteral("medication.dispense")));
    dispensary.press(Qt::Key_F, Qt::ControlModifier);
    dispensary.type("nobody");

    charts->open(dispensary.visit.patient);

    QTRY_COMPARE(dispensary.text("pharmacy.patient"), dispensary.desk.world().patient.name);
    QCOMPARE(dispensary.find<QListView>("pharmacy.list")->currentIndex().data().toString(),
             dispensary.desk.world().patient.name);
    QVERIFY(dispensary.find<QLineEdit>("pharmacy.find")->text().isEmpty());
}

void TestPharmacy::whatIsWithdrawnStaysWithItsTrace()
{
    Dispensary dispensary;
    dispensary.open();
    dispensary.press(Qt::Key_Return);
    const auto lines = dispensary.row("pharmacy.lines", 0);
    QVERIFY(!dispensary.find<QWidget>("pharmacy.withdrawn")->isVisible());

    dispensary.withdraw(QStringLiteral("wrong patient"));

    QVERIFY(dispensary.find<QWidget>("pharmacy.withdrawn")->isVisible());
    const auto text = dispensary.text("pharmacy.withdrawn");
    QVERIFY2(text.contains(dispensary.desk.world().physician.name), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("2026-11-22 10:30")), qPrintable(text));
    QCOMPARE(dispensary.row("pharmacy.lines", 0), lines);
    for (const auto *notice :
         dispensary.page->findChildren<ui::NoticeLine *>(QStringLiteral("pharmacy.issue")))
        QVERIFY(notice->notice().lead != QLatin1String("Signed again"));
    dispensary.press(Qt::Key_F9);
    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Cancelled);
}

void TestPharmacy::whatWasWithdrawnBeforeAnybodySawItIsListedAllDay()
{
    Dispensary dispensary;
    dispensary.withdraw(QStringLiteral("wrong patient"));
    dispensary.open();
    const auto *list = dispensary.page->findChild<QAbstractItemView *>(QStringLiteral("pharmacy.list"));
    const int last = list->model()->rowCount() - 1;
    const auto row = list->model()->index(last, 0);

    QCOMPARE(list->model()->index(last - 1, 0).data().toString(), QStringLiteral("Withdrawn 1"));
    QCOMPARE(row.data().toString(), dispensary.desk.world().patient.name);
    QVERIFY(row.data(ui::QueueStruckRole).toBool());

    pharmacy::Counter counter(&dispensary.desk); // of a pharmacist who comes now
    QTRY_COMPARE(counter.worklist()->rowCount(), last + 1);
    QCOMPARE(counter.worklist()->firstWork(), -1);
    counter.open(dispensary.prescription.id);
    QTRY_VERIFY(counter.sheet());
    QCOMPARE(counter.sheet()->prescription.answer, QStringLiteral("wrong patient"));
    QVERIFY(counter.step() == pharmacy::Counter::Step::None);
    QCOMPARE(counter.lines()->rowCount(), 1); // what it said
    QVERIFY(counter.lines()->index(0, 1).data(Qt::FontRole).value<QFont>().strikeOut());
    counter.open(dispensary.desk.context().newId<medications::Prescription>());
    QVERIFY(counter.worklist()->rowOf(dispensary.prescription.id) >= 0); // it was seen, and stays

    dispensary.desk.world().clock->advanceSeconds(24 * 60 * 60);
    counter.reload();
    QTRY_COMPARE(counter.worklist()->rowOf(dispensary.prescription.id), -1);
}

void TestPharmacy::opensAScannedNumber()
{
    Dispensary dispensary;
    dispensary.open();

    dispensary.press(Qt::Key_F, Qt::ControlModifier);
    dispensary.type("P202611220001");
    dispensary.press(Qt::Key_Return);

    QCOMPARE(dispensary.text("pharmacy.patient"), QStringLiteral("张伟"));
}

void TestPharmacy::saysWhatWasNotChecked()
{
    Dispensary dispensary;
    dispensary.open();

    dispensary.press(Qt::Key_Return);

    QVERIFY(dispensary.find("pharmacy.notChecked")->isVisible());
    QVERIFY(dispensary.text("pharmacy.notChecked").contains(QStringLiteral("not checked")));
}

void TestPharmacy::showsWhatTheUseCaseRefuses()
{
    Dispensary dispensary;
    dispensary.desk.world().policy->refused.insert(QStringLiteral("prescription.review"));
    dispensary.open();

    dispensary.press(Qt::Key_Return);
    dispensary.press(Qt::Key_F9);

    QCOMPARE(dispensary.desk.lastErrorCode(), QStringLiteral("access.denied"));
    QCOMPARE(dispensary.stored().status, PrescriptionStatus::Signed);
}

void TestPharmacy::keepsWhatItKnowsWhileTheServerIsAway()
{
    Dispensary dispensary;
    test::CutOff network(dispensary.desk);
    dispensary.open();
    dispensary.press(Qt::Key_Return);
    const auto readAt = dispensary.desk.context().clock->now();
    const auto *list = dispensary.find<QListView>("pharmacy.list");
    const int rows = list->model()->rowCount();

    dispensary.desk.world().clock->advanceSeconds(600);
    network.cut();
    kept(workflow::reviewPrescription(network.elsewhere(), dispensary.command(),
                                      {dispensary.prescription.id, true, {}}));

    QVERIFY(test::isOldSince(list, readAt));
    QCOMPARE(list->model()->rowCount(), rows);
    QVERIFY(test::isOldSince(dispensary.find("pharmacy.lines"), readAt));
    QCOMPARE(dispensary.row("pharmacy.lines", 0).at(3), QStringLiteral("42"));
    QVERIFY(dispensary.desk.errors.isEmpty());

    network.mend();

    QCOMPARE(test::stateAround(list).kind, ui::ViewState::Kind::Empty); // what was passed has left it
    QCOMPARE(test::stateAround(dispensary.find("pharmacy.lines")).kind, ui::ViewState::Kind::Ready);
    QCOMPARE(dispensary.text("pharmacy.status"), QStringLiteral("passed, waits for payment"));
}

void TestPharmacy::saysThatNothingIsKnownYet()
{
    Dispensary dispensary;
    test::CutOff network(dispensary.desk);
    network.cut();

    dispensary.open();

    const auto state = test::stateAround(dispensary.find("pharmacy.list"));
    QCOMPARE(state.kind, ui::ViewState::Kind::Error);
    QVERIFY(state.replacesContent());
    network.mend();
    QCOMPARE(test::stateAround(dispensary.find("pharmacy.list")).kind, ui::ViewState::Kind::Ready);
}

QTEST_MAIN(TestPharmacy)
#include "test_pharmacy.moc"
