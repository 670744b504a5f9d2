#include "unit/workflow/clinic.h"
#include "workflow/consultation/withdraw_prescription.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using medications::PrescriptionStatus;

class TestWithdrawPrescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesReviewWithItsReasonAndWhoDidIt()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        clinic.world.clock->advanceSeconds(60);

        const auto withdrawn = withdraw(clinic, prescription, u" wrong patient "_s);

        QCOMPARE(refusalWithDetail(withdrawn), QString());
        QCOMPARE(withdrawn->status, PrescriptionStatus::Cancelled);
        QCOMPARE(withdrawn->answer, u"wrong patient"_s);
        QCOMPARE(withdrawn->recordedBy, clinic.world.physician.id);
        QCOMPARE(withdrawn->recordedAt, clinic.world.clock->now());
        QVERIFY(clinic.found(query::linesOfPrescription, prescription.id).empty());
    }

    void whatWasReviewedIsNoLongerToBePaid()
    {
        Clinic clinic;
        const auto prescription = clinic.reviewed(clinic.signedPrescription());
        const auto payment = clinic.paymentOf(prescription);
        QVERIFY(withdraw(clinic, prescription, u"allergy"_s));

        const auto open = clinic.found(query::openCharges, prescription.encounter);
        QVERIFY(std::ranges::none_of(open, [&](const auto &item) { return item.prescription.has_value(); }));
        QVERIFY(open.size() < payment.charges.size());
        QCOMPARE(refusal(clinic.pay(payment)), u"payment.charges-changed"_s);
    }

    void whatIsPaidNeedsMoneyBackFirst()
    {
        Clinic clinic;
        const auto prescription = clinic.paid();
        QCOMPARE(refusalWithDetail(withdraw(clinic, prescription, u"late"_s)), u"prescription.state paid"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Paid);
    }

    void needsAReason()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        QCOMPARE(refusal(withdraw(clinic, prescription, u"  "_s)), u"withdraw.reason-missing"_s);
    }

    void needsTheRightToPrescribe()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        clinic.world.policy->refused.insert(u"medication-request.sign"_s);
        QCOMPARE(refusal(withdraw(clinic, prescription, u"late"_s)), u"access.denied"_s);
    }

    void sameCommandTwiceIsOneWithdrawal()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        const auto command = clinic.command();
        const Withdrawal withdrawal{prescription.id, u"late"_s};
        QVERIFY(await(withdrawPrescription(clinic.context, command, withdrawal)));
        QVERIFY(await(withdrawPrescription(clinic.context, command, withdrawal)));
        QCOMPARE(clinic.loaded(prescription.id)->version, prescription.version + 1);
    }

private:
    static Result<medications::Prescription> withdraw(Clinic &clinic,
                                                      const medications::Prescription &prescription,
                                                      const QString &reason)
    {
        return await(withdrawPrescription(clinic.context, clinic.command(), {prescription.id, reason}));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestWithdrawPrescription)
#include "test_withdraw_prescription.moc"
