#include "unit/workflow/clinic.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using medications::PrescriptionStatus;

/// A repeated command (double click, Enter held down, a lost answer) gives the first one's result, also when the visit has
/// long gone on; nothing is stored or announced twice.
class TestRepeatedCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callingAfterTheVisitEnded()
    {
        Clinic clinic;
        const auto slip = clinic.checkedIn();
        const auto command = clinic.command();
        const auto called = Clinic::must(await(callPatient(clinic.context, command, slip.task.id)));
        Clinic::must(clinic.sign(called, clinic.aDraft()));
        const auto commits = clinic.announced.size();

        const auto again = await(callPatient(clinic.context, command, slip.task.id));

        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->status, scheduling::TaskStatus::Completed);
        QCOMPARE(clinic.announced.size(), commits);
    }

    void signing()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const auto command = clinic.command();
        const auto sign = [&] {
            return await(signVisit(clinic.context, command, task.id, clinic.aDraft(), clinic.reference));
        };
        const auto first = Clinic::must(sign());
        const auto commits = clinic.announced.size();

        const auto again = sign();

        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->prescriptionNumber, first.prescriptionNumber);
        QCOMPARE(again->receipt, first.receipt);
        QCOMPARE(clinic.announced.size(), commits);
    }

    void reviewingAfterPayment()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        const auto command = clinic.command();
        const Review review{prescription.id, true, {}};
        clinic.paid(Clinic::must(await(reviewPrescription(clinic.context, command, review))));
        const auto commits = clinic.announced.size();

        const auto again = await(reviewPrescription(clinic.context, command, review));

        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->status, PrescriptionStatus::Paid);
        QCOMPARE(clinic.announced.size(), commits);
    }

    void paying()
    {
        Clinic clinic;
        const auto payment = clinic.paymentOf(clinic.reviewed(clinic.signedPrescription()));
        const auto command = clinic.command();
        const auto first = Clinic::must(await(takePayment(clinic.context, command, payment)));

        const auto again = await(takePayment(clinic.context, command, payment));

        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->number, first.number);
        QCOMPARE(clinic.found(query::invoicesOfEncounter, payment.encounter).size(), 1U);
    }

    void dispensingAfterHandOver()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();
        const auto lines = Clinic::must(await(proposePicks(clinic.context, prescription.id)));
        const auto dispensing = clinic.command();
        const auto handing = clinic.command();
        Clinic::must(await(dispense(clinic.context, dispensing, prescription.id, lines)));
        Clinic::must(await(handOver(clinic.context, handing, prescription.id)));
        const auto commits = clinic.announced.size();

        const auto dispensedAgain = await(dispense(clinic.context, dispensing, prescription.id, lines));
        const auto handedAgain = await(handOver(clinic.context, handing, prescription.id));

        QCOMPARE(dispensedAgain->status, PrescriptionStatus::HandedOver);
        QCOMPARE(handedAgain->status, PrescriptionStatus::HandedOver);
        QCOMPARE(clinic.announced.size(), commits);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestRepeatedCommand)
#include "test_repeated_command.moc"
