#include "unit/workflow/clinic.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::Gender;

namespace {

PatientDetails someone()
{
    return {u" 王小明 "_s,
            Gender::Female,
            *Date::parse(u"1949-12-31"_s),
            u"11010519491231002x"_s,
            u"19900000002"_s,
            {},
            {}};
}

} // namespace

class TestFrontDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registeringGivesTheNextNumber()
    {
        Clinic clinic;
        auto other = someone();
        other.identityNumber.clear();

        const auto first = await(registerPatient(clinic.context, clinic.command(), someone()));
        const auto second = await(registerPatient(clinic.context, clinic.command(), other));

        QCOMPARE(refusalWithDetail(first), QString());
        QCOMPARE(first->mrn, u"200001"_s);
        QCOMPARE(first->name, u"王小明"_s);
        QCOMPARE(first->identityNumber, u"11010519491231002X"_s);
        QCOMPARE(first->allergyStatus, administration::AllergyStatus::NotAsked);
        QCOMPARE(second->mrn, u"200002"_s);
        QCOMPARE(clinic.store->audit().back().act, u"patient.register"_s);
        QCOMPARE(clinic.store->audit().back().patient, second->id);
    }

    void registeringMakesTheKeysOfTheName()
    {
        Clinic clinic;
        clinic.context.nameKeys = [](const QString &name) {
            return NameKeys{u"i:"_s + name, u"p:"_s + name};
        };
        const auto patient = await(registerPatient(clinic.context, clinic.command(), someone()));
        QCOMPARE(patient->nameInitials, u"i:王小明"_s);
        QCOMPARE(patient->namePinyin, u"p:王小明"_s);
    }

    void detailsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("refused");
        QTest::newRow("no name") << "name" << "  " << "patient.name-missing ";
        QTest::newRow("NUL in the name") << "name" << u"王"_s + QChar(u'\0') << "text.nul 1";
        QTest::newRow("half a character") << "address" << QString(QChar(0xd83d)) << "text.lone-surrogate 0";
        QTest::newRow("no birth date") << "birth" << "" << "patient.birth-date-missing ";
        QTest::newRow("born tomorrow") << "birth" << "2026-11-23" << "patient.birth-date-missing ";
        QTest::newRow("another birth date")
            << "birth" << "1949-12-30" << "patient.identity-disagrees birth-date";
        QTest::newRow("another sex") << "gender" << "male" << "patient.identity-disagrees gender";
        QTest::newRow("mistyped number") << "identity" << "110105194912310021" << "identity.check-digit 18";
    }
    void detailsThatCannotBeAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, refused);
        Clinic clinic;
        auto details = someone();
        if (field == u"name"_s)
            details.name = value;
        else if (field == u"address"_s)
            details.address = value;
        else if (field == u"birth"_s)
            details.birthDate = Date::parse(value).value_or(Date{});
        else if (field == u"gender"_s)
            details.gender = Gender::Male;
        else
            details.identityNumber = value;

        QCOMPARE(refusalWithDetail(await(registerPatient(clinic.context, clinic.command(), details))),
                 refused);
        QVERIFY(clinic.announced.empty());
    }

    void samePersonIsNotRegisteredTwice()
    {
        Clinic clinic;
        QVERIFY(await(registerPatient(clinic.context, clinic.command(), someone())));

        const auto again = await(registerPatient(clinic.context, clinic.command(), someone()));

        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QCOMPARE(refusalWithDetail(again), u"store.unique patient.identity_number"_s);
        QCOMPARE(clinic.found(query::patients).size(), 2U);
    }

    void repeatedClickGivesTheSamePatient()
    {
        Clinic clinic;
        const auto command = clinic.command();
        const auto first = await(registerPatient(clinic.context, command, someone()));
        const auto second = await(registerPatient(clinic.context, command, someone()));
        QVERIFY(first && second && *first == *second);
        QCOMPARE(clinic.announced.size(), 1U);
    }

    void checkingInOpensAVisitWithNumbersAndFee()
    {
        Clinic clinic;

        const auto slip = clinic.checkedIn();
        const auto next = clinic.checkedIn();

        QCOMPARE(slip.encounter.visitNumber, u"202611220001"_s);
        QCOMPARE(slip.encounter.status, administration::EncounterStatus::Arrived);
        QCOMPARE(slip.encounter.practitioner, clinic.world.physician.id);
        QCOMPARE(slip.task.number, 1);
        QCOMPARE(slip.task.day.toIso(), u"2026-11-22"_s);
        QCOMPARE(slip.task.status, scheduling::TaskStatus::Requested);
        QCOMPARE(slip.fee.toYuan(), u"15.00"_s);
        QCOMPARE(next.encounter.visitNumber, u"202611220002"_s);
        QCOMPARE(next.task.number, 2);
        QCOMPARE(clinic.found(query::openCharges, slip.encounter.id).size(), 1U);
        QCOMPARE(clinic.announced.size(), 2U);
    }

    void checkingInTellsWhoeverShowsSlots()
    {
        Clinic clinic;
        clinic.checkedIn();
        QVERIFY(touches<scheduling::Slot>(clinic.announced.back()));
        QVERIFY(touches<scheduling::QueueTask>(clinic.announced.back()));
        QVERIFY(!touches<medications::Lot>(clinic.announced.back()));
    }

    void fullSlotLeavesNothingBehind()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.checkedIn();
        const auto before = clinic.announced.size();

        const auto refused = await(checkIn(clinic.context, clinic.command(), clinic.wish()));

        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refused.error().code, u"slot.full"_s);
        QCOMPARE(clinic.announced.size(), before);
        QCOMPARE(clinic.found(query::encountersOfPatient, clinic.world.patient.id).size(), 2U);
        QCOMPARE(
            clinic.found(query::queueOfDay, clinic.world.department.id, clinic.world.clock->today()).size(),
            2U);
        QCOMPARE(clinic.loaded(clinic.world.slot.id)->booked, 2);
    }

    void refusedCheckInUsesUpNoNumber()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.checkedIn();
        QVERIFY(!await(checkIn(clinic.context, clinic.command(), clinic.wish())));
        auto another = clinic.world.slot;
        another.id = clinic.context.newId<scheduling::Slot>();
        clinic.keep(another);
        const auto slip = await(checkIn(clinic.context, clinic.command(),
                                        {clinic.world.patient.id, clinic.world.department.id, another.id}));
        QCOMPARE(slip->task.number, 3);
    }

    void repeatedClickChecksInOnce()
    {
        Clinic clinic;
        const auto command = clinic.command();
        const auto first = await(checkIn(clinic.context, command, clinic.wish()));
        const auto second = await(checkIn(clinic.context, command, clinic.wish()));
        QVERIFY(first && second);
        QCOMPARE(second->encounter, first->encounter);
        QCOMPARE(second->task, first->task);
        QCOMPARE(clinic.loaded(clinic.world.slot.id)->booked, 1);
    }

    void numbersBeginAnewEachDay()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.world.clock->advanceSeconds(86'400);
        auto tomorrow = *clinic.loaded(clinic.world.slot.id);
        tomorrow.start = tomorrow.start.plusSeconds(86'400);
        auto work = clinic.context.begin(clinic.command(), u"test.schedule"_s);
        QCOMPARE(refusalWithDetail(await(clinic.context.store->commit(work.update(tomorrow)))), QString());

        const auto slip = clinic.checkedIn();

        QCOMPARE(slip.task.number, 1);
        QCOMPARE(slip.encounter.visitNumber, u"202611230001"_s);
    }

    void halfHourOfAnotherDayIsRefused()
    {
        Clinic clinic;
        clinic.world.clock->advanceSeconds(86'400);
        const auto refused =
            await(checkIn(clinic.context, clinic.command(),
                          {clinic.world.patient.id, clinic.world.department.id, clinic.world.slot.id}));
        QCOMPARE(refused.error().code, u"slot.elsewhere"_s);
    }

    void callingStartsTheVisit()
    {
        Clinic clinic;
        const auto slip = clinic.checkedIn();
        clinic.world.clock->advanceSeconds(600);

        const auto task = await(callPatient(clinic.context, clinic.command(), slip.task.id));

        QCOMPARE(refusalWithDetail(task), QString());
        QCOMPARE(task->status, scheduling::TaskStatus::InProgress);
        QCOMPARE(task->calledAt, clinic.world.clock->now());
        QCOMPARE(clinic.loaded(slip.encounter.id)->status, administration::EncounterStatus::InProgress);
    }

    void callingTwiceIsHarmless()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const auto before = clinic.announced.size();
        const auto again = await(callPatient(clinic.context, clinic.command(), task.id));
        QVERIFY(again && *again == task);
        QCOMPARE(clinic.announced.size(), before);
    }

    void whoHasLeftIsNotCalled()
    {
        Clinic clinic;
        const auto task = clinic.called();
        QVERIFY(clinic.sign(task, clinic.aDraft()));
        const auto refused = await(callPatient(clinic.context, clinic.command(), task.id));
        QCOMPARE(refusalWithDetail(refused), u"queue.state completed"_s);
    }

    void openingAVisitIsAudited()
    {
        Clinic clinic;
        clinic.recordAllergy(u"rash"_s);
        const auto task = clinic.called();

        const auto record = await(openVisit(clinic.context, task.id));

        QCOMPARE(refusalWithDetail(record), QString());
        QCOMPARE(record->patient.mrn, u"100238"_s);
        QCOMPARE(record->allergies.size(), 1U);
        QCOMPARE(clinic.store->audit().back().act, u"patient.read"_s);
        QCOMPARE(clinic.store->audit().back().patient, clinic.world.patient.id);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestFrontDesk)
#include "test_front_desk.moc"
