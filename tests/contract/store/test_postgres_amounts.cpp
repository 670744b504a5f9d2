#include "contract/store/postgres_database.h"
#include "security/login.h"
#include "security/password_hash.h"
#include "support/prescribed_drug.h"
#include "workflow/ports/queries.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using financial::ChargeItem;
using financial::ChargeKind;
using financial::Invoice;
using medications::MedicationRequest;
using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

constexpr int kQuantity = 25; // of packs of 24: one unit more than a pack
constexpr Money kLine{1125};  // 1080 fen * 25 / 24
constexpr Money kFee{1500};

} // namespace

/// Commands that were captured and changed by hand: the server reckons what they say again.
class TestPostgresAmounts : public QObject
{
    Q_OBJECT

private:
    static inline const auto kPassword = u"right horse"_s;

    security::Account anAccount(const QString &role)
    {
        security::Account account;
        account.id = m_world.context.newId<security::Account>();
        account.loginName = role;
        account.name = role;
        account.roles = {role};
        account.department = m_world.department.id;
        account.passwordHash = m_hash;
        return account;
    }

    /// A desk at which somebody of this role has signed in.
    workflow::Context deskOf(const QString &role)
    {
        auto backend = m_hospital->open(m_database, {}, {}, HospitalDatabase::kDesk);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        auto context = m_world.context;
        context.store = backend->store;
        const auto session =
            QCoro::waitFor(security::logIn({.store = backend->store,
                                            .clock = m_world.clock,
                                            .rng = m_world.context.rng,
                                            .throttle = std::make_shared<security::LoginThrottle>(),
                                            .passwords = {},
                                            .site = u"MAIN"_s,
                                            .workstation = u"DESK-1"_s},
                                           role, kPassword));
        if (!session)
            qFatal("%s", qPrintable(logLine(session.error())));
        context.session = *session;
        return context;
    }

    static workflow::UnitOfWork begin(const workflow::Context &desk,
                                      const QString &act,
                                      Id<administration::Patient> patient)
    {
        return desk.begin(desk.newCommand(), act, patient);
    }

    /// "code detail" of the refusal, or "stored".
    static QString outcome(const workflow::Context &desk, workflow::UnitOfWork work)
    {
        const auto stored = QCoro::waitFor(desk.store->commit(std::move(work)));
        return stored ? u"stored"_s : stored.error().code + u' ' + stored.error().detail;
    }

    Invoice invoiceOf(const std::vector<ChargeItem> &charges, Id<security::Account> cashier)
    {
        Invoice invoice;
        invoice.id = m_world.context.newId<Invoice>();
        invoice.number = invoice.id.toString();
        invoice.patient = charges.front().patient;
        invoice.encounter = charges.front().encounter;
        for (const auto &charge : charges)
            invoice.lines.push_back({charge.id, charge.quantity, charge.amount});
        invoice.total = financial::totalOf(charges);
        invoice.tendered = invoice.total;
        invoice.cashier = cashier;
        invoice.date = m_world.clock->now();
        return invoice;
    }

    QString compactDay() const { return m_world.clock->today().toIso().remove(u'-'); }
    workflow::Numbering billNumbering() const
    {
        return {u"invoice/"_s + compactDay(), u"R"_s + compactDay(), 5};
    }
    workflow::Numbering visitNumbering() const { return {u"visit/"_s + compactDay(), compactDay(), 4}; }

    medications::MedicationDispense dispenseOf(const medications::Lot &lot, qint64 quantity)
    {
        medications::MedicationDispense given;
        given.id = m_world.context.newId<medications::MedicationDispense>();
        given.request = m_line.id;
        given.prescription = m_line.prescription;
        given.patient = m_line.patient;
        given.medication = m_line.medication;
        given.lot = lot.id;
        given.quantity = quantity;
        given.performer = m_pharmacist.session.account;
        given.whenPrepared = m_world.clock->now();
        return given;
    }

    /// As a program brings it, with a prescription that was signed, or reviewed and charged, or paid too.
    /// \param isBilled  false: somebody has marked it as paid
    void seed(PrescriptionStatus status, bool isBilled = true)
    {
        m_visit = aVisitOf(m_world, m_world.patient, m_world.department.id);
        m_fee = aFeeOf(m_world, m_visit);
        const auto drug = aPrescribedDrug(m_world, m_visit, status, kQuantity);
        m_prescription = drug.prescription;
        m_line = drug.line;
        m_charge = drug.charge;
        QCOMPARE(m_line.price, kLine);
        auto work = m_world.context.begin(m_world.context.newCommand(), u"demo.seed"_s);
        work.insert(m_visit).insert(m_fee).insert(m_prescription).insert(m_line);
        if (status != PrescriptionStatus::Signed && status != PrescriptionStatus::Returned)
            work.insert(m_charge);
        if (status == PrescriptionStatus::Paid && isBilled)
            work.insert(invoiceOf({m_fee, m_charge}, m_world.physician.id));
        if (status == PrescriptionStatus::Paid)
            work.apply(workflow::effect::reserveLot, m_lot.id, qint64(kQuantity));
        const auto stored = QCoro::waitFor(m_world.context.store->commit(std::move(work)));
        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        m_prescription.version = 1;
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    QString m_hash;
    World m_world;
    workflow::Context m_registrar, m_physician, m_pharmacist, m_cashier;
    administration::Encounter m_visit;
    ChargeItem m_fee;
    ChargeItem m_charge;
    Prescription m_prescription;
    MedicationRequest m_line;
    medications::Medication m_otherDrug;
    medications::Lot m_lot, m_nextLot, m_otherLot; ///< the first two of amoxicillin; large

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        m_hash = *security::hashPassword(kPassword);
        m_database = m_hospital->another();
        auto backend = m_hospital->open(m_database);
        QVERIFY(backend);
        m_world = aWorld(backend->store);
        auto work = m_world.context.begin(m_world.context.newCommand(), u"demo.seed"_s);
        for (const auto &role : {u"registrar"_s, u"physician"_s, u"pharmacist"_s, u"cashier"_s})
            work.insert(anAccount(role));
        m_otherDrug = m_world.amoxicillin;
        m_otherDrug.id = m_world.context.newId<medications::Medication>();
        m_otherDrug.code = u"DRUG0002"_s;
        work.insert(m_otherDrug);
        for (auto *lot : {&m_lot, &m_nextLot, &m_otherLot}) {
            *lot = m_world.firstLot;
            lot->id = m_world.context.newId<medications::Lot>();
            lot->lotNumber = lot->id.toString();
            lot->onHand = 10'000;
            lot->reserved = 1'000; // for others
        }
        m_otherLot.medication = m_otherDrug.id;
        work.insert(m_lot).insert(m_nextLot).insert(m_otherLot);
        const auto stored = QCoro::waitFor(backend->store->commit(std::move(work)));
        QVERIFY2(stored, qPrintable(stored ? QString() : logLine(stored.error())));
        m_registrar = deskOf(u"registrar"_s);
        m_physician = deskOf(u"physician"_s);
        m_pharmacist = deskOf(u"pharmacist"_s);
        m_cashier = deskOf(u"cashier"_s);
    }

    void registrationCostsWhatTheDepartmentSays_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << u"stored"_s;
        QTest::newRow("cheaper") << u"cheaper"_s << u"price.changed "_s + m_world.department.code;
        QTest::newRow("for nothing") << u"none"_s << u"server.amount encounter.charges"_s;
        QTest::newRow("another kind")
            << u"service"_s << u"server.act-writes encounter.check-in charge_item"_s;
        QTest::newRow("many") << u"many"_s << u"server.amount charge_item.quantity"_s;
    }

    void registrationCostsWhatTheDepartmentSays()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, expected);
        auto visit = aVisitOf(m_world, m_world.patient, m_world.department.id);
        visit.practitioner = m_world.slot.practitioner;
        auto fee = aFeeOf(m_world, visit);
        if (change == "cheaper"_L1)
            fee.amount = Money{1};
        if (change == "service"_L1)
            fee.kind = ChargeKind::Service;
        if (change == "many"_L1)
            fee.quantity = 2;
        scheduling::Appointment appointment;
        appointment.id = m_world.context.newId<scheduling::Appointment>();
        appointment.patient = visit.patient;
        appointment.slot = m_world.slot.id;
        appointment.encounter = visit.id;
        auto work = begin(m_registrar, u"encounter.check-in"_s, visit.patient);
        work.insert(visit)
            .numbered(&administration::Encounter::visitNumber, visitNumbering())
            .apply(workflow::effect::bookSlot, m_world.slot.id)
            .insert(appointment);
        if (change != "none"_L1)
            work.insert(fee);
        QCOMPARE(outcome(m_registrar, std::move(work)), expected);
    }

    void orderLineCostsWhatThePriceListSays_data()
    {
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<bool>("isStored");
        QTest::newRow("a pack") << 24LL << 1080LL << true;
        QTest::newRow("more than a pack") << 25LL << 1125LL << true;
        QTest::newRow("cheaper") << 24LL << 1079LL << false;
        QTest::newRow("dearer") << 24LL << 1081LL << false;
        QTest::newRow("more of it") << 240LL << 1080LL << false;
        QTest::newRow("for nothing") << 24LL << 0LL << false;
    }

    void orderLineCostsWhatThePriceListSays()
    {
        QFETCH(const qint64, quantity);
        QFETCH(const qint64, fen);
        QFETCH(const bool, isStored);
        seed(PrescriptionStatus::Returned);
        auto line = m_line;
        line.id = m_world.context.newId<MedicationRequest>();
        line.quantity = quantity;
        line.price = Money{fen};
        auto work = begin(m_physician, u"medication-request.sign"_s, line.patient);
        auto answered = m_prescription;
        answered.status = PrescriptionStatus::Signed;
        work.update(answered).insert(line);
        QCOMPARE(outcome(m_physician, std::move(work)),
                 isStored ? u"stored"_s : u"price.changed "_s + m_world.amoxicillin.code);
    }

    // Half up, as every desk reckons.
    void halvesAreRoundedUp()
    {
        for (const auto &[price, quantity, pack] : std::vector<std::tuple<qint64, qint64, qint64>>{
                 {1, 1, 2}, {3, 1, 2}, {1, 1, 3}, {2, 1, 3}, {1999, 7, 24}, {999'999, 11, 250}}) {
            const auto reckoned = m_server.psql(
                u"BEGIN; UPDATE simiao.medication SET pack_price = %1, pack_quantity = %2; DO $$ DECLARE r "
                u"simiao.medication_request; "
                "BEGIN SELECT id INTO r.medication FROM simiao.medication; r.quantity := %3; r.price := %4; "
                "PERFORM simiao.reckon_price(r); END $$; ROLLBACK"_s.arg(price)
                    .arg(pack)
                    .arg(quantity)
                    .arg(lineTotal(Money{price}, quantity, pack)->fen),
                m_database);
            QCOMPARE(reckoned, QString());
        }
    }

    void chargeOfALineIsTheLines_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << u"stored"_s;
        QTest::newRow("cheaper") << u"amount"_s << u"server.amount charge_item.amount"_s;
        QTest::newRow("fewer") << u"quantity"_s << u"server.amount charge_item.quantity"_s;
        QTest::newRow("of no line") << u"request"_s << u"server.amount prescription.charges"_s;
        QTest::newRow("of no prescription") << u"prescription"_s << u"server.amount charge_item.kind"_s;
        QTest::newRow("none at all") << u"none"_s << u"server.amount prescription.charges"_s;
    }

    void chargeOfALineIsTheLines()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, expected);
        seed(PrescriptionStatus::Signed);
        auto charge = m_charge;
        if (change == "amount"_L1)
            charge.amount = Money{1};
        if (change == "quantity"_L1)
            charge.quantity = 1;
        if (change == "request"_L1)
            charge.request.reset();
        if (change == "prescription"_L1)
            charge.prescription.reset();
        auto reviewed = m_prescription;
        reviewed.status = PrescriptionStatus::Reviewed;
        reviewed.reviewer = m_pharmacist.session.account;
        auto work = begin(m_pharmacist, u"prescription.review"_s, charge.patient);
        work.update(reviewed);
        if (change != "none"_L1)
            work.insert(charge);
        QCOMPARE(outcome(m_pharmacist, std::move(work)), expected);
    }

    void billIsTheSumOfItsCharges_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << u"stored"_s;
        QTest::newRow("total") << u"total"_s << u"server.amount invoice.total"_s;
        QTest::newRow("total and what was given") << u"all"_s << u"server.amount invoice.total"_s;
        QTest::newRow("amount of a line") << u"amount"_s << u"server.amount invoice.lines"_s;
        QTest::newRow("quantity of a line") << u"quantity"_s << u"server.amount invoice.lines"_s;
        QTest::newRow("a line that is no charge") << u"foreign"_s << u"server.amount invoice.lines"_s;
        QTest::newRow("no lines") << u"none"_s << u"server.amount invoice.lines"_s;
        QTest::newRow("change that nobody gave") << u"change"_s << u"server.amount invoice.tendered"_s;
        QTest::newRow("change of a card") << u"card"_s << u"server.amount invoice.tendered"_s;
        QTest::newRow("paid, and not on the bill") << u"open"_s << u"server.amount prescription.status"_s;
    }

    void billIsTheSumOfItsCharges()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, expected);
        seed(PrescriptionStatus::Reviewed);
        auto bill = invoiceOf({m_fee, m_charge}, m_cashier.session.account);
        QCOMPARE(bill.total, kFee + kLine);
        if (change == "open"_L1)
            bill = invoiceOf({m_fee}, m_cashier.session.account);
        if (change == "total"_L1 || change == "all"_L1)
            bill.total = Money{1};
        if (change == "all"_L1)
            bill.tendered = Money{1};
        if (change == "amount"_L1) {
            bill.lines[1].amount = Money{1};
            bill.total = bill.tendered = kFee + Money{1};
        }
        if (change == "quantity"_L1)
            bill.lines[1].quantity = 1;
        if (change == "foreign"_L1)
            bill.lines[1].chargeItem = m_world.context.newId<ChargeItem>();
        if (change == "none"_L1) {
            bill.lines.clear();
            bill.total = bill.tendered = Money{};
        }
        if (change == "change"_L1)
            bill.change = Money{100};
        if (change == "card"_L1) {
            bill.method = financial::PaymentMethod::Card;
            bill.tendered = bill.total + Money{100};
            bill.change = Money{100};
        }
        auto paid = m_prescription;
        paid.status = PrescriptionStatus::Paid;
        auto work = begin(m_cashier, u"payment.take"_s, bill.patient);
        work.insert(bill)
            .numbered(&Invoice::number, billNumbering())
            .update(paid)
            .apply(workflow::effect::reserveLot, m_lot.id, qint64(kQuantity));
        QCOMPARE(outcome(m_cashier, std::move(work)), expected);
        QCOMPARE(
            m_server.psql(u"SELECT count(*) FROM simiao.invoice WHERE id = '%1'"_s.arg(bill.id.toString()),
                          m_database),
            expected == "stored"_L1 ? u"1"_s : u"0"_s);
    }

    void whatIsHeldIsWhatTheBillSays_data()
    {
        QTest::addColumn<qint64>("held");
        QTest::addColumn<qint64>("heldOfTheNext");
        QTest::addColumn<qint64>("heldOfAnotherDrug");
        QTest::addColumn<bool>("isStored");
        QTest::newRow("as it is") << 25LL << 0LL << 0LL << true;
        QTest::newRow("from two lots") << 20LL << 5LL << 0LL << true;
        QTest::newRow("more") << 26LL << 0LL << 0LL << false;
        QTest::newRow("fewer") << 24LL << 0LL << 0LL << false;
        QTest::newRow("nothing") << 0LL << 0LL << 0LL << false;
        QTest::newRow("of another drug") << 0LL << 0LL << 25LL << false;
        QTest::newRow("of another drug too") << 25LL << 0LL << 1LL << false;
    }

    void whatIsHeldIsWhatTheBillSays()
    {
        QFETCH(const qint64, held);
        QFETCH(const qint64, heldOfTheNext);
        QFETCH(const qint64, heldOfAnotherDrug);
        QFETCH(const bool, isStored);
        seed(PrescriptionStatus::Reviewed);
        auto paid = m_prescription;
        paid.status = PrescriptionStatus::Paid;
        auto work = begin(m_cashier, u"payment.take"_s, paid.patient);
        work.insert(invoiceOf({m_fee, m_charge}, m_cashier.session.account))
            .numbered(&Invoice::number, billNumbering())
            .update(paid);
        for (const auto &[lot, quantity] :
             {std::pair(m_lot.id, held), {m_nextLot.id, heldOfTheNext}, {m_otherLot.id, heldOfAnotherDrug}}) {
            if (quantity > 0)
                work.apply(workflow::effect::reserveLot, lot, quantity);
        }

        QCOMPARE(outcome(m_cashier, std::move(work)),
                 isStored ? u"stored"_s : u"server.amount lot.reserved"_s);
    }

    void noMoreIsDispensedThanWasPaid_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << u"stored"_s;
        QTest::newRow("from two lots") << u"two"_s << u"stored"_s;
        QTest::newRow("more") << u"more"_s << u"server.amount medication_dispense.quantity"_s;
        QTest::newRow("fewer") << u"fewer"_s << u"server.amount medication_dispense.quantity"_s;
        QTest::newRow("nothing") << u"nothing"_s << u"server.amount medication_dispense.quantity"_s;
        QTest::newRow("not on the bill") << u"unpaid"_s << u"server.amount medication_dispense.quantity"_s;
        QTest::newRow("more is taken than given") << u"taken"_s << u"server.amount lot.on_hand"_s;
        QTest::newRow("given, and not taken") << u"kept"_s << u"server.amount lot.on_hand"_s;
        QTest::newRow("taken of another lot") << u"elsewhere"_s << u"server.amount lot.on_hand"_s;
        QTest::newRow("a lot of another drug") << u"lot"_s << u"server.amount medication_dispense.request"_s;
        QTest::newRow("another drug") << u"drug"_s << u"server.amount medication_dispense.request"_s;
        QTest::newRow("less than nothing") << u"minus"_s << u"server.amount medication_dispense.request"_s;
        QTest::newRow("beside its state") << u"state"_s << u"server.amount medication_dispense.request"_s;
    }

    void noMoreIsDispensedThanWasPaid()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, expected);
        seed(PrescriptionStatus::Paid, change != "unpaid"_L1);
        auto given = dispenseOf(m_lot, kQuantity);
        auto more = dispenseOf(m_nextLot, 5);
        qint64 taken = kQuantity;
        if (change == "two"_L1)
            taken = given.quantity = kQuantity - more.quantity;
        if (change == "more"_L1)
            taken = given.quantity = kQuantity + 1;
        if (change == "fewer"_L1)
            taken = given.quantity = kQuantity - 1;
        if (change == "taken"_L1)
            taken = kQuantity + 1;
        if (change == "lot"_L1)
            given.lot = m_otherLot.id;
        if (change == "drug"_L1)
            given.medication = m_otherDrug.id;
        if (change == "minus"_L1) {
            taken = given.quantity = kQuantity + 5;
            more.quantity = -5;
        }
        auto dispensed = m_prescription;
        dispensed.status = PrescriptionStatus::Dispensed;
        auto work = begin(m_pharmacist, u"medication.dispense"_s, dispensed.patient);
        if (change != "state"_L1)
            work.update(dispensed);
        if (change != "nothing"_L1)
            work.insert(given);
        if (change == "two"_L1 || change == "minus"_L1)
            work.insert(more);
        if (change == "two"_L1)
            work.apply(workflow::effect::takeFromLot, more.lot, more.quantity);
        if (change == "elsewhere"_L1)
            work.apply(workflow::effect::takeFromLot, m_nextLot.id, taken);
        else if (change != "kept"_L1 && change != "nothing"_L1)
            work.apply(workflow::effect::takeFromLot, given.lot, taken);

        QCOMPARE(outcome(m_pharmacist, std::move(work)), expected);

        if (expected != "stored"_L1)
            return;
        auto again = begin(m_pharmacist, u"medication.dispense"_s, dispensed.patient);
        again.insert(dispenseOf(m_lot, 1)).apply(workflow::effect::takeFromLot, m_lot.id, qint64(1));
        QCOMPARE(outcome(m_pharmacist, std::move(again)), u"server.amount medication_dispense.quantity"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresAmounts)
#include "test_postgres_amounts.moc"
