#include "contract/store/captured_commands.h"
#include "domain/administration/setting.h"
#include "storage/entity_types.h"

namespace simiao::test {

using medications::PrescriptionStatus;

namespace {

constexpr qint64 kQuantity = 3;

} // namespace

// Steps that no program sends: each part of the server that reads them must read the same of them, and what counts (places, stock, fees) is counted by rows.
class TestForgedSteps : public CapturedCommands
{
    Q_OBJECT

private:
    QString compactDay() const { return m_world.clock->today().toIso().remove(u'-'); }

    workflow::Numbering visitNumbering() const { return {u"visit/"_s + compactDay(), compactDay(), 4}; }
    workflow::Numbering queueNumbering() const
    {
        return {u"queue/%1/%2"_s.arg(m_world.department.code, m_world.clock->today().toIso()), {}, 0};
    }

    administration::Encounter aCheckedIn(const scheduling::Slot &slot)
    {
        auto visit = aVisitOf(m_world, m_world.patient, slot.department);
        visit.practitioner = slot.practitioner;
        return visit;
    }

    scheduling::Appointment anAppointment(const administration::Encounter &visit,
                                          const scheduling::Slot &slot)
    {
        scheduling::Appointment appointment;
        appointment.id = m_world.context.newId<scheduling::Appointment>();
        appointment.patient = visit.patient;
        appointment.slot = slot.id;
        appointment.encounter = visit.id;
        return appointment;
    }

    scheduling::QueueTask aTask(const administration::Encounter &visit)
    {
        scheduling::QueueTask task;
        task.id = m_world.context.newId<scheduling::QueueTask>();
        task.patient = visit.patient;
        task.encounter = visit.id;
        task.department = m_world.slot.department;
        task.owner = m_world.slot.practitioner;
        task.day = m_world.clock->today();
        return task;
    }

    /// As a program brings it: dispensed, and settled on a bill.
    void seedDispensed()
    {
        const auto drug = aPrescribedDrug(m_world, m_visit, PrescriptionStatus::Dispensed, kQuantity);
        m_charge = drug.charge;
        m_dispensed = {};
        m_dispensed.id = m_world.context.newId<medications::MedicationDispense>();
        m_dispensed.request = drug.line.id;
        m_dispensed.prescription = drug.prescription.id;
        m_dispensed.patient = m_visit.patient;
        m_dispensed.medication = drug.line.medication;
        m_dispensed.lot = m_world.firstLot.id;
        m_dispensed.quantity = kQuantity;
        m_dispensed.performer = m_world.physician.id;
        m_dispensed.whenPrepared = m_world.clock->now();
        financial::Invoice bill;
        bill.id = m_world.context.newId<financial::Invoice>();
        bill.number = u"B1"_s;
        bill.patient = m_visit.patient;
        bill.encounter = m_visit.id;
        bill.lines = {{m_charge.id, m_charge.quantity, m_charge.amount}};
        bill.total = m_charge.amount;
        bill.tendered = m_charge.amount;
        bill.cashier = m_world.physician.id;
        bill.date = m_world.clock->now();
        seed([&](auto &work) {
            work.insert(drug.prescription)
                .insert(drug.line)
                .insert(m_charge)
                .insert(bill)
                .insert(m_dispensed)
                .apply(workflow::effect::reserveLot, m_world.firstLot.id, kQuantity); // for somebody else
        });
    }

    QString firstLot() const
    {
        return m_server.psql(
            u"SELECT on_hand, reserved FROM simiao.lot WHERE id = '%1'"_s.arg(m_world.firstLot.id.toString()),
            m_database);
    }

    financial::ChargeItem m_charge;
    medications::MedicationDispense m_dispensed;

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init() { openAnother(); }

    // What is taken from a lot is held against the rows of the same command: one of long ago would answer for it again and again.
    void stockIsNotTakenWithTheRowOfBefore()
    {
        seedDispensed();
        const auto pharmacist = signedIn(u"pharmacist"_s, m_world.department.id);
        const auto before = firstLot();
        auto work = begin(pharmacist, u"medication.dispense"_s, m_visit.patient);
        work.apply(workflow::effect::takeFromLot, m_world.firstLot.id, kQuantity);
        const auto forged = withStep(postgresql::workText(work), [this](QJsonObject &step) {
            step["table"_L1] = u"medication_dispense"_s;
            step["new"_L1] = false;
            step["row"_L1] = u"{\"id\":\"%1\"}"_s.arg(m_dispensed.id.toString());
        });
        QCOMPARE(send(pharmacist, forged), u"server.event"_s);
        QCOMPARE(firstLot(), before);
    }

    // Bills have no gaps: no number goes without one.
    void billNumberIsNotTakenWithoutABill()
    {
        seedDispensed();
        const auto cashier = signedIn(u"cashier"_s, m_world.department.id);
        const auto before = firstLot();
        auto work = begin(cashier, u"payment.take"_s, m_visit.patient);
        work.apply(workflow::effect::reserveLot, m_world.firstLot.id, kQuantity);
        const auto text = postgresql::workText(work);
        const auto mark = u"@%1/0@"_s.arg(work.command().toString());
        const auto forged = withStep(text, [&](QJsonObject &step) {
            step["table"_L1] = u"invoice"_s;
            step["new"_L1] = true;
            step["row"_L1] = u"{\"lines\":[{\"charge_item\":\"%1\"}],\"number\":\"%2\",\"id\":\"%3\"}"_s.arg(
                m_charge.id.toString(), mark, m_world.context.newId<financial::Invoice>().toString());
            step["numbers"_L1] = QJsonArray{QJsonObject{{u"sequence"_s, u"invoice/"_s + compactDay()},
                                                        {u"prefix"_s, u"R"_s + compactDay()},
                                                        {u"width"_s, 5},
                                                        {u"mark"_s, mark}}};
        });
        QCOMPARE(send(cashier, forged), u"server.event"_s);
        QCOMPARE(firstLot(), before);
        QCOMPARE(rowsOf(u"number_sequence"_s), u"0"_s);
    }

    // A visit that came with a history from elsewhere is nobody's: who calls it makes the record her own.
    void restrictedRecordIsNotOpenedByAnImportedVisit_data()
    {
        QTest::addColumn<bool>("isRestricted");
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("expected");
        QTest::newRow("called, restricted") << true << u"queue.call"_s << u"server.other-care"_s;
        QTest::newRow("called, from no queue") << false << u"queue.call"_s << u"server.act-writes"_s;
        QTest::newRow("noted, restricted") << true << u"composition.sign"_s << u"server.other-care"_s;
        QTest::newRow("noted") << false << u"composition.sign"_s << u"stored"_s;
    }

    void restrictedRecordIsNotOpenedByAnImportedVisit()
    {
        QFETCH(const bool, isRestricted);
        QFETCH(const QString, act);
        QFETCH(const QString, expected);
        auto visit = aVisitOf(m_world, isRestricted ? m_restricted : m_world.patient, {});
        visit.department.reset();
        seed([&visit](auto &work) { work.insert(visit); });
        visit.version = 1;
        auto work = begin(m_physician, act, visit.patient);
        if (act == "queue.call"_L1) {
            visit.practitioner = m_physician.session.account;
            work.update(visit);
        } else {
            clinical::Composition note;
            note.id = m_world.context.newId<clinical::Composition>();
            note.patient = visit.patient;
            note.encounter = visit.id;
            note.status = clinical::CompositionStatus::Final;
            note.author = m_physician.session.account;
            note.signedAt = m_world.clock->now();
            work.insert(note);
        }
        QCOMPARE(send(m_physician, postgresql::workText(work)), expected);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.encounter WHERE practitioner IS NOT NULL"_s,
                               m_database),
                 u"0"_s);
    }

    // Nor is one brought that is somebody's from the beginning.
    void historyIsBroughtForNobody_data()
    {
        QTest::addColumn<QString>("whose");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << u"stored"_s;
        QTest::newRow("with a practitioner") << u"practitioner"_s << u"server.act-writes"_s;
        QTest::newRow("with a department") << u"department"_s << u"server.act-writes"_s;
    }

    void historyIsBroughtForNobody()
    {
        QFETCH(const QString, whose);
        QFETCH(const QString, expected);
        const auto importer = signedIn(u"administrator"_s, m_world.department.id);
        auto visit = aVisitOf(m_world, m_restricted, {});
        visit.visitNumber.clear();
        visit.department.reset();
        if (whose == "practitioner"_L1)
            visit.practitioner = m_physician.session.account;
        if (whose == "department"_L1)
            visit.department = m_world.department.id;
        auto work = begin(importer, u"patient.import"_s, {});
        work.insert(visit);
        QCOMPARE(send(importer, postgresql::workText(work)), expected);
    }

    // Places, visits and fees go together: each is one.
    void placeIsOneVisitAndOneFee_data()
    {
        QTest::addColumn<int>("places");
        QTest::addColumn<int>("visits");
        QTest::addColumn<int>("appointments");
        QTest::addColumn<int>("tasks");
        QTest::addColumn<int>("fees");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << 1 << 1 << 1 << 1 << 1 << u"stored"_s;
        QTest::newRow("places that nobody has") << 2 << 0 << 0 << 0 << 0 << u"server.amount"_s;
        QTest::newRow("two places for one") << 2 << 1 << 1 << 1 << 1 << u"server.amount"_s;
        QTest::newRow("a place for three") << 1 << 3 << 3 << 3 << 3 << u"server.amount"_s;
        QTest::newRow("no place") << 0 << 1 << 1 << 1 << 1 << u"server.act-writes"_s;
        QTest::newRow("no appointment") << 1 << 1 << 0 << 1 << 1 << u"server.amount"_s;
        QTest::newRow("two appointments") << 1 << 1 << 2 << 1 << 1 << u"server.amount"_s;
        QTest::newRow("not in the queue") << 1 << 1 << 1 << 0 << 1 << u"stored"_s;
        QTest::newRow("three fees") << 1 << 1 << 1 << 1 << 3 << u"server.amount"_s;
        QTest::newRow("no fee") << 1 << 1 << 1 << 1 << 0 << u"server.amount"_s;
    }

    void placeIsOneVisitAndOneFee()
    {
        QFETCH(const int, places);
        QFETCH(const int, visits);
        QFETCH(const int, appointments);
        QFETCH(const int, tasks);
        QFETCH(const int, fees);
        QFETCH(const QString, expected);
        auto slot = m_world.slot;
        slot.id = m_world.context.newId<scheduling::Slot>();
        slot.capacity = 9;
        seed([&slot](auto &work) { work.insert(slot); });
        auto work = begin(m_registrar, u"encounter.check-in"_s, m_world.patient.id);
        for (int i = 0; i < places; ++i)
            work.apply(workflow::effect::bookSlot, slot.id);
        auto visit = m_visit;
        for (int i = 0; i < std::max({visits, appointments, tasks, fees}); ++i) {
            if (i < visits)
                work.insert(visit = aCheckedIn(slot))
                    .numbered(&administration::Encounter::visitNumber, visitNumbering());
            if (i < appointments)
                work.insert(anAppointment(visit, slot));
            if (i < tasks)
                work.insert(aTask(visit)).numbered(&scheduling::QueueTask::number, queueNumbering());
            if (i < fees)
                work.insert(aFeeOf(m_world, visit));
        }
        QCOMPARE(send(m_registrar, postgresql::workText(work)), expected);
        QCOMPARE(m_server.psql(u"SELECT booked FROM simiao.slot WHERE id = '%1'"_s.arg(slot.id.toString()),
                               m_database),
                 expected == "stored"_L1 ? u"1"_s : u"0"_s);
    }

    // What a visit has already it does not get again, at the front desk or elsewhere.
    void visitOfBeforeGetsNothingMore_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("another place") << u"place"_s;
        QTest::newRow("another entry of the queue") << u"task"_s;
        QTest::newRow("another fee") << u"fee"_s;
        QTest::newRow("a fee of the pharmacist's") << u"review"_s;
    }

    void visitOfBeforeGetsNothingMore()
    {
        QFETCH(const QString, what);
        const bool isReview = what == "review"_L1;
        const auto who = isReview ? signedIn(u"pharmacist"_s, m_world.department.id) : m_registrar;
        auto work =
            begin(who, isReview ? u"prescription.review"_s : u"encounter.check-in"_s, m_visit.patient);
        if (!isReview)
            work.apply(workflow::effect::bookSlot, m_world.slot.id);
        if (what == "place"_L1)
            work.insert(anAppointment(m_visit, m_world.slot));
        else if (what == "task"_L1)
            work.insert(aTask(m_visit)).numbered(&scheduling::QueueTask::number, queueNumbering());
        else
            work.insert(aFeeOf(m_world, m_visit));
        QCOMPARE(send(who, postgresql::workText(work)),
                 isReview ? u"server.act-writes"_s : u"server.amount"_s);
        QCOMPARE(rowsOf(u"charge_item"_s), u"0"_s);
    }

    // Nobody pays for what nobody has reviewed: the reviewer would find it charged.
    void orderLineIsChargedByItsReview_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<bool>("isReviewed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("at the front desk") << u"encounter.check-in"_s << false << u"server.act-writes"_s;
        QTest::newRow("before it is reviewed") << u"prescription.review"_s << false << u"server.amount"_s;
        QTest::newRow("with its review") << u"prescription.review"_s << true << u"stored"_s;
    }

    void orderLineIsChargedByItsReview()
    {
        QFETCH(const QString, act);
        QFETCH(const bool, isReviewed);
        QFETCH(const QString, expected);
        auto drug = aPrescribedDrug(m_world, m_visit, PrescriptionStatus::Signed, kQuantity);
        seed([&drug](auto &work) { work.insert(drug.prescription).insert(drug.line); });
        const auto who =
            act == "prescription.review"_L1 ? signedIn(u"pharmacist"_s, m_world.department.id) : m_registrar;
        auto work = begin(who, act, m_visit.patient);
        work.insert(drug.charge);
        if (isReviewed) {
            drug.prescription.version = 1;
            drug.prescription.status = PrescriptionStatus::Reviewed;
            drug.prescription.reviewer = who.session.account;
            work.update(drug.prescription);
        }
        QCOMPARE(send(who, postgresql::workText(work)), expected);
    }

    // Every desk fetches what a step is called.
    void typeIsNotWhatTheStepSays()
    {
        auto work = begin(m_physician, u"setting.change"_s, {});
        administration::Setting setting;
        setting.id = m_world.context.newId<administration::Setting>();
        setting.level = administration::SettingLevel::User;
        setting.account = m_physician.session.account;
        setting.key = u"k"_s;
        work.insert(setting);
        const auto forged = withStep(postgresql::workText(work),
                                     [](QJsonObject &step) { step["type"_L1] = QString(100'000, u'x'); });
        QCOMPARE(send(m_physician, forged), u"server.event"_s);
    }

    void typesAreThoseOfTheProgram()
    {
        QStringList ours, calls;
        for (const auto *type : storage::entityTypes()) {
            ours.append(QString(type->name));
            calls.append(u"simiao.type_of('%1')"_s.arg(type->table));
        }
        QCOMPARE(m_server.psql(u"SELECT concat_ws(',', %1)"_s.arg(calls.join(u',')), m_database),
                 ours.join(u','));
    }

    // What a person signed in sends is in the program's words; nothing else is found again in the trail.
    void eventIsInTheProgramsWords_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("as it is") << QString() << QString() << u"stored"_s;
        QTest::newRow("refused") << u"\"success\""_s << u"\"refused\""_s << u"stored"_s;
        QTest::newRow("no outcome") << u"\"outcome\":\"success\","_s << QString() << u"server.event"_s;
        QTest::newRow("another outcome") << u"\"success\""_s << u"\"Success\""_s << u"server.event"_s;
        QTest::newRow("a key beside")
            << u"\"workstation\""_s << u"\"woman\":\"x\",\"workstation\""_s << u"server.event"_s;
        QTest::newRow("without end") << u"\"detail\":\"N"_s << u"\"detail\":\""_s + QString(20'000, u'N')
                                     << u"server.event"_s;
        QTest::newRow("of no time") << u"RECORDED"_s << u"-infinity"_s << u"server.event"_s;
    }

    void eventIsInTheProgramsWords()
    {
        QFETCH(QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, expected);
        const auto work = postgresql::workText(begin(m_physician, u"patient.search"_s, {}, u"N"_s));
        auto changed = parsed(work);
        if (before == "RECORDED"_L1)
            before = changed["recorded"_L1].toString();
        if (!before.isEmpty()) {
            auto event = changed["event"_L1].toString();
            QVERIFY2(event.contains(before), qPrintable(event));
            changed["event"_L1] = event.replace(before, after);
            changed["recorded"_L1] = changed["recorded"_L1].toString().replace(before, after);
        }
        QCOMPARE(send(m_physician, textOf(changed)), expected);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestForgedSteps)
#include "test_forged_steps.moc"
