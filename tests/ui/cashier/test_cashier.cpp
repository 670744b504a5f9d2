#include "cashier/views/cashier_page.h"
#include "sdk/chart_opener.h"
#include "support/cut_off.h"
#include "support/shown_page.h"
#include "ui/widgets/candidate_model.h"
#include "workflow/cashier/take_payment.h"
#include "workflow/consultation/withdraw_prescription.h"
#include "workflow/frontdesk/check_in.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace simiao;
using simiao::cashier::CashierPage;
using test::FakeDesk;

namespace {

/// The page over a store in which one visit owes its fee and a service of 18.95.
struct Window : test::ShownPage<CashierPage>
{
    administration::Encounter visit;

    Window()
    {
        auto &world = desk.world();
        auto checking = workflow::checkIn(desk.context(), desk.context().newCommand(),
                                          {world.patient.id, world.department.id, world.slot.id});
        visit = QCoro::waitFor(checking)->encounter;
        charge(QStringLiteral("血常规"), Money{1895});
    }

    void charge(const QString &description, Money amount)
    {
        const auto context = desk.context();
        financial::ChargeItem item;
        item.id = context.newId<financial::ChargeItem>();
        item.patient = visit.patient;
        item.encounter = visit.id;
        item.description = description;
        item.unit = QStringLiteral("次");
        item.amount = amount;
        auto work = context.begin(context.newCommand(), QStringLiteral("test.charge"));
        work.insert(item);
        auto storing = desk.store()->commit(std::move(work));
        if (!QCoro::waitFor(storing))
            qFatal("cannot charge");
    }

    /// One that was reviewed and charged.
    medications::Prescription prescribe(Money amount)
    {
        const auto context = desk.context();
        medications::Prescription prescription;
        prescription.id = context.newId<medications::Prescription>();
        prescription.number = QStringLiteral("P0001");
        prescription.patient = visit.patient;
        prescription.encounter = visit.id;
        prescription.author = desk.world().physician.id;
        prescription.status = medications::PrescriptionStatus::Reviewed;
        prescription.reviewedAt = context.clock->now();
        financial::ChargeItem item;
        item.id = context.newId<financial::ChargeItem>();
        item.patient = visit.patient;
        item.encounter = visit.id;
        item.prescription = prescription.id;
        item.amount = amount;
        auto work = context.begin(context.newCommand(), QStringLiteral("test.prescribe"));
        if (!QCoro::waitFor(desk.store()->commit(work.insert(prescription).insert(item))))
            qFatal("cannot prescribe");
        return prescription;
    }

    /// A second later, as the next two.
    void withdraw(const medications::Prescription &prescription)
    {
        desk.world().clock->advanceSeconds(1);
        const auto context = desk.context();
        if (!QCoro::waitFor(workflow::withdrawPrescription(
                context, context.newCommand(), {prescription.id, QStringLiteral("wrong patient")})))
            qFatal("cannot withdraw");
    }

    /// At another window.
    void payAll()
    {
        desk.world().clock->advanceSeconds(1);
        const auto context = desk.context();
        const auto open =
            QCoro::waitFor(workflow::find(desk.store(), workflow::query::openCharges, visit.id));
        workflow::Payment payment{visit.id, {}, financial::PaymentMethod::Card, financial::totalOf(*open)};
        for (const auto &item : *open)
            payment.charges.push_back(item.id);
        if (!QCoro::waitFor(workflow::takePayment(context, context.newCommand(), payment)))
            qFatal("cannot pay");
    }

    void goToMoney() const
    {
        press(Qt::Key_Return);
        press(Qt::Key_Return);
    }

    std::vector<financial::Invoice> invoices()
    {
        auto finding = workflow::find(desk.store(), workflow::query::invoicesOfEncounter, visit.id);
        return *QCoro::waitFor(finding);
    }
};

} // namespace

class TestCashier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsVisitsWithNameNumberAndTotal();
    void takesCashAndShowsChangeAndReceipt();
    void keepsChangeAndReceiptUntilTheNextVisit();
    void showsWhatIsMissing();
    void takesNothingWhileMoneyIsMissing();
    void takesTheExactTotalByCard();
    void showsCashHandedOverForCashOnly();
    void readsAmountsWithGroupSigns();
    void refusesWhatIsNoAmount();
    void addsAChargeThatAppearsWhileTheVisitIsOpen();
    void takesAwayWhatWasWithdrawnAndSaysByWhom();
    void leavesATraceOfAVisitThatOwesNothingSince();
    void leavesNoTraceOfAVisitThatWasPaidSince();
    void showsWhatThePaymentUseCaseRefuses();
    void narrowsTheListByInitials();
    void opensTheVisitOfASaveWithoutAnswer();
    void saysThatInsuranceIsNotConnected();
    void stepsBackToTheListByEscape();
    void keepsWhatItKnowsWhileTheServerIsAway();
};

void TestCashier::listsVisitsWithNameNumberAndTotal()
{
    Window window;
    window.open();

    const auto row = window.find<QListView>("cashier.visits")->model()->index(0, 0);

    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), QStringLiteral("张伟 202611220001 ¥33.95"));
}

void TestCashier::takesCashAndShowsChangeAndReceipt()
{
    Window window;
    window.open();

    window.goToMoney();
    QCOMPARE(window.text("cashier.total"), QStringLiteral("¥33.95"));
    window.type("50");
    QCOMPARE(window.text("cashier.change"), QStringLiteral("¥16.05"));
    window.press(Qt::Key_F9);

    const auto invoices = window.invoices();
    QCOMPARE(invoices.size(), std::size_t(1));
    QCOMPARE(invoices.front().total.fen, 3395);
    QCOMPARE(invoices.front().tendered.fen, 5000);
    QCOMPARE(invoices.front().change.fen, 1605);
    QVERIFY(window.text("cashier.receipt").contains(invoices.front().number));
}

void TestCashier::keepsChangeAndReceiptUntilTheNextVisit()
{
    Window window;
    window.open();
    window.goToMoney();
    window.type("100");
    window.press(Qt::Key_F9);

    QCOMPARE(window.text("cashier.change"), QStringLiteral("¥66.05"));
    window.charge(QStringLiteral("胸片"), Money{4000});
    QCOMPARE(window.text("cashier.change"), QStringLiteral("¥66.05"));
    window.press(Qt::Key_Return);

    QCOMPARE(window.text("cashier.total"), QStringLiteral("¥40.00"));
    QCOMPARE(window.text("cashier.receipt"), QString());
    QCOMPARE(window.text("cashier.tendered"), QString());
}

void TestCashier::showsWhatIsMissing()
{
    Window window;
    window.open();
    window.goToMoney();

    window.type("30");

    QCOMPARE(window.text("cashier.changeCaption"), QStringLiteral("Still missing"));
    QCOMPARE(window.text("cashier.change"), QStringLiteral("¥3.95"));
}

void TestCashier::takesNothingWhileMoneyIsMissing()
{
    Window window;
    window.open();
    window.goToMoney();
    window.type("33.94");

    window.press(Qt::Key_F9);

    QVERIFY(window.invoices().empty());
    QCOMPARE(QApplication::focusWidget(), window.find("cashier.tendered"));
}

void TestCashier::takesTheExactTotalByCard()
{
    Window window;
    window.open();
    window.goToMoney();

    window.press(Qt::Key_F6);
    window.press(Qt::Key_F9);

    const auto invoices = window.invoices();
    QCOMPARE(invoices.size(), std::size_t(1));
    QCOMPARE(invoices.front().method, financial::PaymentMethod::Card);
    QCOMPARE(invoices.front().tendered, invoices.front().total);
}

void TestCashier::showsCashHandedOverForCashOnly()
{
    Window window;
    window.open();
    window.goToMoney();
    window.type("10");

    window.press(Qt::Key_F6);
    QCOMPARE(window.text("cashier.tendered"), QString());
    const auto *method = window.find<QComboBox>("cashier.method");
    for (int i = 1; i < method->count(); ++i) // round to cash again
        window.press(Qt::Key_F6);

    QCOMPARE(method->currentIndex(), 0);
    QCOMPARE(window.text("cashier.tendered"), QStringLiteral("10"));
}

void TestCashier::readsAmountsWithGroupSigns()
{
    Window window;
    window.open();
    window.goToMoney();

    window.type("1,033.95");

    QCOMPARE(window.text("cashier.change"), QStringLiteral("¥1000.00"));
}

void TestCashier::refusesWhatIsNoAmount()
{
    Window window;
    window.open();
    window.goToMoney();

    window.type("50x");
    window.press(Qt::Key_F9);

    QCOMPARE(window.text("cashier.change"), QStringLiteral("no amount"));
    QVERIFY(window.invoices().empty());
}

void TestCashier::addsAChargeThatAppearsWhileTheVisitIsOpen()
{
    Window window;
    window.open();
    window.goToMoney();
    window.type("50");

    window.charge(QStringLiteral("胸片"), Money{4000});

    QCOMPARE(window.text("cashier.total"), QStringLiteral("¥73.95"));
    QCOMPARE(window.text("cashier.change"), QStringLiteral("¥23.95"));
    QCOMPARE(window.text("cashier.changeCaption"), QStringLiteral("Still missing"));
}

void TestCashier::takesAwayWhatWasWithdrawnAndSaysByWhom()
{
    Window window;
    const auto prescription = window.prescribe(Money{4200});
    window.open();
    window.goToMoney();
    QCOMPARE(window.text("cashier.total"), QStringLiteral("¥75.95"));
    QVERIFY(!window.find<QWidget>("cashier.withdrawn")->isVisible());

    const auto context = window.desk.context();
    QVERIFY(QCoro::waitFor(workflow::withdrawPrescription(
        context, context.newCommand(), {prescription.id, QStringLiteral("wrong patient")})));

    QCOMPARE(window.text("cashier.total"), QStringLiteral("¥33.95"));
    QVERIFY(window.find<QWidget>("cashier.withdrawn")->isVisible());
    const auto text = window.text("cashier.withdrawn");
    QVERIFY2(text.contains(QStringLiteral("P0001")), qPrintable(text));
    QVERIFY2(text.contains(window.desk.world().physician.name), qPrintable(text));
}

void TestCashier::leavesATraceOfAVisitThatOwesNothingSince()
{
    Window window;
    window.payAll();
    const auto prescription = window.prescribe(Money{4200});
    window.open();
    auto *visits = window.find<QListView>("cashier.visits");
    QCOMPARE(visits->model()->rowCount(), 1);

    window.withdraw(prescription);

    QTRY_COMPARE(visits->model()->rowCount(), 1);
    QTRY_COMPARE(visits->model()->index(0, 0).data(ui::CandidateModel::RightRole).toString(),
                 QStringLiteral("withdrawn"));
    window.press(Qt::Key_Return);
    QTRY_VERIFY(window.find<QWidget>("cashier.withdrawn")->isVisible());
    QCOMPARE(window.text("cashier.total"), QStringLiteral("¥0.00"));
    window.charge(QStringLiteral("血常规"), Money{1895}); // and owes again
    QTRY_COMPARE(visits->model()->index(0, 0).data(ui::CandidateModel::RightRole).toString(),
                 QStringLiteral("¥18.95"));
    QCOMPARE(visits->model()->rowCount(), 1);
}

void TestCashier::leavesNoTraceOfAVisitThatWasPaidSince()
{
    Window window;
    const auto prescription = window.prescribe(Money{4200});
    window.open();
    window.withdraw(prescription);
    auto *visits = window.find<QListView>("cashier.visits");
    QTRY_COMPARE(visits->model()->index(0, 0).data(ui::CandidateModel::RightRole).toString(),
                 QStringLiteral("¥33.95"));

    window.payAll();

    QTRY_COMPARE(visits->model()->rowCount(), 0);
}

void TestCashier::opensTheVisitOfASaveWithoutAnswer()
{
    Window window;
    window.open();
    auto *charts = window.page->findChild<sdk::ChartOpener *>();
    QVERIFY(charts && charts->isPlaceOf(QStringLiteral("payment.take")));
    window.press(Qt::Key_F, Qt::ControlModifier);
    window.type("nobody");
    auto *visits = window.find<QListView>("cashier.visits");
    QTRY_COMPARE(visits->model()->rowCount(), 0);

    charts->open(window.visit.patient);

    QTRY_COMPARE(window.text("cashier.total"), QStringLiteral("¥33.95"));
    QCOMPARE(visits->currentIndex().data().toString(), window.desk.world().patient.name);

    window.payAll(); // it was stored after all
    QTRY_COMPARE(visits->model()->rowCount(), 0);
    charts->open(window.visit.patient);
    QTRY_COMPARE(window.find<QListView>("cashier.receipts")->model()->rowCount(), 1);
    QVERIFY(window.text("cashier.visit").contains(window.desk.world().patient.name));
}

void TestCashier::showsWhatThePaymentUseCaseRefuses()
{
    Window window;
    window.open();
    window.desk.world().policy->refused.insert(QStringLiteral("payment.take"));
    window.goToMoney();
    window.type("50");

    window.press(Qt::Key_F9);

    QCOMPARE(window.desk.lastErrorCode(), QStringLiteral("access.denied"));
    QVERIFY(window.invoices().empty());
    QCOMPARE(window.text("cashier.tendered"), QStringLiteral("50"));
}

void TestCashier::narrowsTheListByInitials()
{
    Window window;
    window.open();

    window.press(Qt::Key_F, Qt::ControlModifier);
    window.type("q");
    QCOMPARE(window.find<QListView>("cashier.visits")->model()->rowCount(), 0);
    window.press(Qt::Key_Backspace);
    window.type("zw");

    QCOMPARE(window.find<QListView>("cashier.visits")->model()->rowCount(), 1);
}

void TestCashier::saysThatInsuranceIsNotConnected()
{
    Window window;
    window.open();

    QVERIFY(window.find("cashier.insurance")->isVisible());
    QVERIFY(window.text("cashier.insurance").contains(QStringLiteral("self-paid")));
}

void TestCashier::stepsBackToTheListByEscape()
{
    Window window;
    window.open();
    window.goToMoney();
    window.type("50");

    window.press(Qt::Key_Escape);

    QCOMPARE(QApplication::focusWidget(), window.find("cashier.visits"));
    QCOMPARE(window.text("cashier.tendered"), QStringLiteral("50"));
}

void TestCashier::keepsWhatItKnowsWhileTheServerIsAway()
{
    Window window;
    test::CutOff network(window.desk);
    window.open();
    window.press(Qt::Key_Return);
    const auto readAt = window.desk.context().clock->now();
    const auto *visits = window.find<QListView>("cashier.visits");
    const auto *charges = window.find<QAbstractItemView>("cashier.charges");
    const auto *receipts = window.find<QListView>("cashier.receipts");
    QCOMPARE(charges->model()->rowCount(), 2);

    window.desk.world().clock->advanceSeconds(600);
    network.cut();
    window.charge(QStringLiteral("尿常规"), Money{1000}); // announced, and not to be read

    QVERIFY(test::isOldSince(visits, readAt));
    QCOMPARE(visits->model()->rowCount(), 1);
    QVERIFY(test::isOldSince(charges, readAt));
    QCOMPARE(charges->model()->rowCount(), 2);
    QVERIFY(test::isOldSince(receipts, readAt));
    QCOMPARE(test::stateAround(receipts).cause, QStringLiteral("Nothing paid yet"));
    QVERIFY(window.desk.errors.isEmpty());

    network.mend();

    QCOMPARE(test::stateAround(visits).kind, ui::ViewState::Kind::Ready);
    QCOMPARE(test::stateAround(charges).kind, ui::ViewState::Kind::Ready);
    QCOMPARE(test::stateAround(receipts).kind, ui::ViewState::Kind::Empty);
    QCOMPARE(charges->model()->rowCount(), 3);
}

QTEST_MAIN(TestCashier)
#include "test_cashier.moc"
