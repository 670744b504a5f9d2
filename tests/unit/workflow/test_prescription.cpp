#include "unit/workflow/clinic.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using medications::PrescriptionStatus;

namespace {

/// Two lines of the same drug, 21 capsules each: more than the first lot holds.
VisitDraft twoLinesOfOneDrug(const Clinic &clinic)
{
    auto draft = clinic.aDraft();
    draft.medications = {clinic.aLine(3), clinic.aLine(4)};
    return draft;
}

medications::Lot lotOf(const Clinic &clinic, const medications::Lot &lot)
{
    return *clinic.loaded(lot.id);
}

QString shown(const medications::Lot &lot)
{
    return u"%1/%2"_s.arg(lot.onHand).arg(lot.reserved);
}

Result<medications::Prescription> dispenseAll(const Clinic &clinic,
                                              const medications::Prescription &prescription,
                                              const std::vector<PickedLine> &lines)
{
    return await(dispense(clinic.context, clinic.command(), prescription.id, lines));
}

std::vector<PickedLine> proposed(const Clinic &clinic, const medications::Prescription &prescription)
{
    return Clinic::must(await(proposePicks(clinic.context, prescription.id)));
}

} // namespace

class TestPrescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Review

    void nothingOfAPrescriptionIsChargedBeforeItPassed()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        QCOMPARE(clinic.found(query::openCharges, prescription.encounter).size(), 1U);

        const auto reviewed = clinic.reviewed(prescription);

        QCOMPARE(reviewed.status, PrescriptionStatus::Reviewed);
        QCOMPARE(reviewed.reviewer, clinic.world.physician.id);
        QCOMPARE(reviewed.reviewedAt, clinic.world.clock->now());
        const auto charges = clinic.found(query::openCharges, prescription.encounter);
        QCOMPARE(charges.size(), 2U);
        QCOMPARE(financial::totalOf(charges).toYuan(), u"33.90"_s);
    }

    void returningNeedsWords()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        const auto refused =
            await(reviewPrescription(clinic.context, clinic.command(), {prescription.id, false, u"  "_s}));
        QCOMPARE(refused.error().code, u"review.note-missing"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Signed);
    }

    void returnedPrescriptionCostsNothing()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();

        const auto returned = await(
            reviewPrescription(clinic.context, clinic.command(), {prescription.id, false, u" 剂量? "_s}));

        QCOMPARE(returned->status, PrescriptionStatus::Returned);
        QCOMPARE(returned->reviewNote, u"剂量?"_s);
        QCOMPARE(clinic.found(query::openCharges, prescription.encounter).size(), 1U);
    }

    void prescriptionIsReviewedOnce()
    {
        Clinic clinic;
        const auto prescription = clinic.reviewed(clinic.signedPrescription());
        const auto again =
            await(reviewPrescription(clinic.context, clinic.command(), {prescription.id, true, {}}));
        QCOMPARE(refusalWithDetail(again), u"prescription.state reviewed"_s);
        QCOMPARE(clinic.found(query::openCharges, prescription.encounter).size(), 2U);
    }

    // Payment

    void payingReservesTheFirstExpiringLots()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();
        QCOMPARE(prescription.status, PrescriptionStatus::Paid);
        QCOMPARE(shown(lotOf(clinic, clinic.world.firstLot)), u"30/30"_s);
        QCOMPARE(shown(lotOf(clinic, clinic.world.secondLot)), u"100/12"_s);
    }

    void receiptNamesEachLineAndTheChange()
    {
        Clinic clinic;
        auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription()));
        payment.tendered = {5000};

        const auto invoice = clinic.pay(payment);

        QCOMPARE(refusalWithDetail(invoice), QString());
        QCOMPARE(invoice->number, u"R2026112200001"_s);
        QCOMPARE(invoice->total.toYuan(), u"33.90"_s);
        QCOMPARE(invoice->change.toYuan(), u"16.10"_s);
        QCOMPARE(invoice->lines.size(), 2U);
        QCOMPARE(invoice->cashier, clinic.world.physician.id);
    }

    void tooLittleIsRefused()
    {
        Clinic clinic;
        auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription()));
        payment.tendered = {3389};
        QCOMPARE(refusalWithDetail(clinic.pay(payment)), u"payment.too-little 0.01"_s);
        QCOMPARE(shown(lotOf(clinic, clinic.world.firstLot)), u"30/0"_s);
    }

    void onlyCashIsGivenBack()
    {
        Clinic clinic;
        auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription()));
        payment.method = financial::PaymentMethod::Card;
        payment.tendered = {5000};
        QCOMPARE(refusalWithDetail(clinic.pay(payment)), u"payment.too-much 16.10"_s);
        payment.tendered = {3390};
        QCOMPARE(refusalWithDetail(clinic.pay(payment)), QString());
    }

    void nothingIsNotPaid()
    {
        Clinic clinic;
        auto payment = clinic.paymentOf(clinic.signedPrescription());
        payment.charges.clear();
        QCOMPARE(refusal(clinic.pay(payment)), u"payment.nothing"_s);
    }

    void chargesAreNotPaidTwice()
    {
        Clinic clinic;
        const auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription()));
        QVERIFY(clinic.pay(payment));
        QCOMPARE(refusal(clinic.pay(payment)), u"payment.charges-changed"_s);
        QCOMPARE(shown(lotOf(clinic, clinic.world.secondLot)), u"100/12"_s);
        QCOMPARE(clinic.found(query::invoicesOfEncounter, payment.encounter).size(), 1U);
    }

    void chargeNamedTwiceIsNotTakenTwice()
    {
        Clinic clinic;
        auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription()));
        payment.charges.push_back(payment.charges.front());
        payment.tendered = {10'000};
        QCOMPARE(refusal(clinic.pay(payment)), u"payment.charges-changed"_s);
    }

    void prescriptionIsPaidAsAWhole()
    {
        Clinic clinic;
        const auto prescription = clinic.reviewed(clinic.signedPrescription(twoLinesOfOneDrug(clinic)));
        auto payment = clinic.paymentOf(prescription);
        payment.charges.pop_back();
        QCOMPARE(refusal(clinic.pay(payment)), u"payment.charges-changed"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Reviewed);
    }

    void feeMayBePaidBeforeTheDrugs()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        QVERIFY(clinic.pay(clinic.paymentOf(prescription)));
        clinic.reviewed(prescription);
        const auto invoice = clinic.pay(clinic.paymentOf(prescription));
        QCOMPARE(invoice->total.toYuan(), u"18.90"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Paid);
    }

    void drugThatRanOutIsNotPaid()
    {
        Clinic clinic;
        auto draft = clinic.aDraft();
        draft.medications = {clinic.aLine(30)};
        const auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription(draft)));
        QCOMPARE(refusalWithDetail(clinic.pay(payment)), u"stock.insufficient 50"_s);
        QVERIFY(clinic.found(query::invoicesOfEncounter, payment.encounter).empty());
    }

    void twoLinesOfOneDrugShareTheLots()
    {
        Clinic clinic;

        const auto prescription =
            clinic.paid(clinic.reviewed(clinic.signedPrescription(twoLinesOfOneDrug(clinic))));

        QCOMPARE(shown(lotOf(clinic, clinic.world.firstLot)), u"30/30"_s);
        QCOMPARE(shown(lotOf(clinic, clinic.world.secondLot)), u"100/12"_s);
        QCOMPARE(refusalWithDetail(dispenseAll(clinic, prescription, proposed(clinic, prescription))),
                 QString());
        QCOMPARE(shown(lotOf(clinic, clinic.world.firstLot)), u"0/0"_s);
        QCOMPARE(shown(lotOf(clinic, clinic.world.secondLot)), u"88/0"_s);
    }

    // Dispensing

    void dispensingTakesWhatWasReserved()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();

        const auto dispensed = dispenseAll(clinic, prescription, proposed(clinic, prescription));

        QCOMPARE(refusalWithDetail(dispensed), QString());
        QCOMPARE(dispensed->status, PrescriptionStatus::Dispensed);
        QCOMPARE(shown(lotOf(clinic, clinic.world.firstLot)), u"0/0"_s);
        QCOMPARE(shown(lotOf(clinic, clinic.world.secondLot)), u"88/0"_s);
        const auto given = clinic.found(query::dispensesOfPrescription, prescription.id);
        QCOMPARE(given.size(), 2U);
        QCOMPARE(given[0].quantity + given[1].quantity, 42);
        QCOMPARE(given[0].medication, clinic.world.amoxicillin.id);
        QVERIFY(touches<medications::Lot>(clinic.announced.back()));
    }

    void unpaidPrescriptionIsNotDispensed()
    {
        Clinic clinic;
        const auto prescription = clinic.reviewed(clinic.signedPrescription());
        QCOMPARE(refusalWithDetail(await(proposePicks(clinic.context, prescription.id))),
                 u"stock.insufficient 42"_s);
        QCOMPARE(refusalWithDetail(dispenseAll(clinic, prescription, {})), u"prescription.state reviewed"_s);
    }

    void picksMustAddUpToEachLine_data()
    {
        QTest::addColumn<QList<qint64>>("quantities");
        QTest::newRow("none") << QList<qint64>{};
        QTest::newRow("one short") << QList<qint64>{30, 11};
        QTest::newRow("one too many") << QList<qint64>{30, 13};
    }
    void picksMustAddUpToEachLine()
    {
        QFETCH(QList<qint64>, quantities);
        Clinic clinic;
        const auto prescription = clinic.paid();
        auto lines = proposed(clinic, prescription);
        lines[0].picks.clear();
        for (const auto quantity : quantities)
            lines[0].picks.push_back({clinic.world.secondLot.id, quantity});
        QCOMPARE(refusal(dispenseAll(clinic, prescription, lines)), u"dispense.quantity"_s);
        QCOMPARE(refusal(dispenseAll(clinic, prescription, {})), u"dispense.quantity"_s);
    }

    void onlyReservedUnitsAreTaken()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();
        auto lines = proposed(clinic, prescription);
        lines[0].picks = {{clinic.world.secondLot.id, 42}};

        QCOMPARE(refusal(dispenseAll(clinic, prescription, lines)), u"stock.insufficient"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Paid);
        QCOMPARE(shown(lotOf(clinic, clinic.world.secondLot)), u"100/12"_s);
    }

    void refusesDispenseWhenLotExpired()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();
        const auto lines = proposed(clinic, prescription);
        clinic.world.clock->advanceSeconds(86'400LL * 71);

        QCOMPARE(refusal(dispenseAll(clinic, prescription, lines)), u"dispense.lot"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Paid);
    }

    void refusesTheLotOfAnotherDrug()
    {
        Clinic clinic;
        auto other = clinic.world.amoxicillin;
        other.id = clinic.context.newId<medications::Medication>();
        other.code = u"DRUG0002"_s;
        auto lot = clinic.world.secondLot;
        lot.id = clinic.context.newId<medications::Lot>();
        lot.medication = other.id;
        lot.reserved = 50;
        clinic.keep(other, lot);
        const auto prescription = clinic.paid();
        auto lines = proposed(clinic, prescription);
        lines[0].picks = {{lot.id, 42}};

        QCOMPARE(refusal(dispenseAll(clinic, prescription, lines)), u"dispense.lot"_s);
    }

    void handingOverEndsIt()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();
        QCOMPARE(refusalWithDetail(await(handOver(clinic.context, clinic.command(), prescription.id))),
                 u"prescription.state paid"_s);
        QVERIFY(dispenseAll(clinic, prescription, proposed(clinic, prescription)));

        QCOMPARE(await(handOver(clinic.context, clinic.command(), prescription.id))->status,
                 PrescriptionStatus::HandedOver);

        QCOMPARE(refusalWithDetail(await(handOver(clinic.context, clinic.command(), prescription.id))),
                 u"prescription.state handed-over"_s);
        QCOMPARE(refusalWithDetail(dispenseAll(clinic, prescription, {})),
                 u"prescription.state handed-over"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPrescription)
#include "test_prescription.moc"
