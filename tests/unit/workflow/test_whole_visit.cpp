#include "unit/workflow/clinic.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

medications::Medication anIbuprofen(const Clinic &clinic)
{
    auto drug = clinic.world.amoxicillin;
    drug.id = clinic.context.newId<medications::Medication>();
    drug.code = u"DRUG0037"_s;
    drug.name = u"布洛芬胶囊"_s;
    drug.strength = {Decimal(300), u"mg"_s};
    drug.packQuantity = 20;
    drug.packPrice = {1825};
    drug.allergyClasses = {u"nsaids"_s};
    return drug;
}

medications::Lot aLotOf(const Clinic &clinic, const medications::Medication &drug)
{
    auto lot = clinic.world.firstLot;
    lot.id = clinic.context.newId<medications::Lot>();
    lot.medication = drug.id;
    lot.lotNumber = u"B1"_s;
    return lot;
}

QStringList actsSince(const Clinic &clinic, std::size_t first)
{
    QStringList acts;
    for (std::size_t i = first; i < clinic.store->audit().size(); ++i)
        acts.append(clinic.store->audit()[i].act);
    return acts;
}

} // namespace

class TestWholeVisit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheFrontDeskToTheCounter()
    {
        Clinic clinic;
        const auto ibuprofen = anIbuprofen(clinic);
        clinic.keep(ibuprofen, aLotOf(clinic, ibuprofen));
        const auto auditedBefore = clinic.store->audit().size();

        // A new patient takes a number and is called.
        const auto patient = Clinic::must(await(registerPatient(clinic.context, clinic.command(),
                                                                {u"王小明"_s,
                                                                 administration::Gender::Female,
                                                                 *Date::parse(u"1949-12-31"_s),
                                                                 u"11010519491231002X"_s,
                                                                 {},
                                                                 {},
                                                                 {}})));
        const auto slip =
            Clinic::must(await(checkIn(clinic.context, clinic.command(),
                                       {patient.id, clinic.world.department.id, clinic.world.slot.id})));
        const auto task = Clinic::must(await(callPatient(clinic.context, clinic.command(), slip.task.id)));
        Clinic::must(await(openVisit(clinic.context, task.id)));

        // 42 of 24 at 10.80 are 18.90; 7 of 20 at 18.25 are 6.3875, so 6.39.
        auto draft = clinic.aDraft();
        draft.medications.push_back({ibuprofen.id, {{Decimal(300), u"mg"_s}, u"oral"_s, u"qd"_s, 7}, {}});
        const auto visit = Clinic::must(clinic.sign(task, draft));
        const auto prescription = clinic.found(query::prescriptionsInStatus, u"signed"_s).front();
        QCOMPARE(prescription.number, visit.prescriptionNumber);
        const auto lines = clinic.found(query::linesOfPrescription, prescription.id);
        QCOMPARE(lines[0].price.toYuan(), u"18.90"_s);
        QCOMPARE(lines[1].price.toYuan(), u"6.39"_s);

        // 15.00 + 18.90 + 6.39 = 40.29, paid with a hundred.
        clinic.reviewed(prescription);
        auto payment = clinic.paymentOf(prescription);
        QCOMPARE(payment.charges.size(), 3U);
        payment.tendered = {10'000};
        const auto invoice = Clinic::must(clinic.pay(payment));
        QCOMPARE(invoice.total.toYuan(), u"40.29"_s);
        QCOMPARE(invoice.change.toYuan(), u"59.71"_s);
        QVERIFY(clinic.found(query::encountersToPay).empty());

        // The drugs leave the shelf and go to the patient.
        const auto picks = Clinic::must(await(proposePicks(clinic.context, prescription.id)));
        Clinic::must(await(dispense(clinic.context, clinic.command(), prescription.id, picks)));
        const auto handed = Clinic::must(await(handOver(clinic.context, clinic.command(), prescription.id)));
        QCOMPARE(handed.status, medications::PrescriptionStatus::HandedOver);
        qint64 left = 0;
        for (const auto &lot : clinic.found(query::lotsOfMedication, clinic.world.amoxicillin.id)) {
            left += lot.onHand;
            QCOMPARE(lot.reserved, 0);
        }
        QCOMPARE(left, 130 - 42);
        QCOMPARE(clinic.found(query::lotsOfMedication, ibuprofen.id).front().onHand, 30 - 7);

        QCOMPARE(actsSince(clinic, auditedBefore),
                 QStringList({u"patient.register"_s, u"encounter.check-in"_s, u"queue.call"_s,
                              u"patient.read"_s, u"composition.sign"_s, u"prescription.review"_s,
                              u"payment.take"_s, u"medication.dispense"_s, u"medication.dispense"_s}));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestWholeVisit)
#include "test_whole_visit.moc"
