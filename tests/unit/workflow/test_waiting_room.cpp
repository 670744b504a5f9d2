#include "unit/workflow/clinic.h"
#include "workflow/administration/settings.h"
#include "workflow/frontdesk/waiting_room.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::Setting;
using administration::SettingLevel;
using scheduling::TaskStatus;

namespace {

const QString kMaskNames = u"display.mask-names"_s;

SettingCatalogue catalogue()
{
    return {{kMaskNames,
             {},
             SettingRule::Type::Truth,
             {},
             0,
             0,
             u"true"_s,
             {SettingLevel::Hospital, SettingLevel::Department}}};
}

std::vector<WaitingEntry> onTheWall(Clinic &clinic, const SettingCatalogue &settings = catalogue())
{
    return Clinic::must(await(waitingRoom(clinic.context, clinic.world.clock->today(), settings)));
}

QStringList namesOn(const std::vector<WaitingEntry> &entries)
{
    QStringList names;
    for (const auto &entry : entries)
        names.append(u"%1 %2 %3"_s.arg(entry.department).arg(entry.number).arg(entry.name));
    return names;
}

/// Another department with one patient who waits there.
scheduling::QueueTask waitsElsewhere(Clinic &clinic, const QString &code, const QString &name)
{
    auto department = clinic.world.department;
    department.id = clinic.context.newId<administration::Organization>();
    department.code = code;
    department.room = code + u" 1"_s;
    auto patient = clinic.world.patient;
    patient.id = clinic.context.newId<administration::Patient>();
    patient.mrn = code;
    patient.name = name;
    patient.identityNumber.clear();
    auto slot = clinic.world.slot;
    slot.id = clinic.context.newId<scheduling::Slot>();
    slot.department = department.id;
    clinic.keep(department, patient, slot);
    return Clinic::must(
               await(checkIn(clinic.context, clinic.command(), {patient.id, department.id, slot.id})))
        .task;
}

void choose(Clinic &clinic, SettingLevel level, const QString &value)
{
    const auto changed =
        await(changeSetting(clinic.context, clinic.command(), catalogue(), level, kMaskNames, value));
    QCOMPARE(refusalWithDetail(changed), QString());
}

} // namespace

class TestWaitingRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsThereInTheMorning()
    {
        Clinic clinic;
        QVERIFY(onTheWall(clinic).empty());
    }

    void saysWhoWaitsAndWhoIsCalledWhere()
    {
        Clinic clinic;
        const auto slip = clinic.checkedIn();
        clinic.checkedIn();
        clinic.world.clock->advanceSeconds(600);
        Clinic::must(await(callPatient(clinic.context, clinic.command(), slip.task.id)));

        const auto entries = onTheWall(clinic);

        QCOMPARE(entries.size(), 2U);
        QCOMPARE(entries[0].department, u"RESP"_s);
        QCOMPARE(entries[0].departmentName.zh, u"呼吸内科"_s);
        QCOMPARE(entries[0].departmentName.en, u"Respiratory medicine"_s);
        QCOMPARE(entries[0].number, 1);
        QCOMPARE(entries[0].name, u"张*"_s);
        QCOMPARE(entries[0].status, TaskStatus::InProgress);
        QCOMPARE(entries[0].calledAt, clinic.world.clock->now());
        QCOMPARE(entries[1].number, 2);
        QCOMPARE(entries[1].status, TaskStatus::Requested);
        QVERIFY(!entries[1].calledAt);
    }

    void showsAllDepartmentsByCodeAndNumber()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.checkedIn();
        waitsElsewhere(clinic, u"GP"_s, u"欧阳修"_s);
        waitsElsewhere(clinic, u"SP-CARD"_s, u"John Smith"_s);

        const auto entries = onTheWall(clinic);

        QCOMPARE(namesOn(entries),
                 QStringList({u"GP 1 欧阳*"_s, u"RESP 1 张*"_s, u"RESP 2 张*"_s, u"SP-CARD 1 J* S*"_s}));
        QCOMPARE(entries.front().room, u"GP 1"_s);
    }

    void whoLeftOrIsAwayIsNotShown()
    {
        Clinic clinic;
        const auto task = clinic.called();
        QVERIFY(clinic.sign(task, clinic.aDraft()));
        auto away = clinic.checkedIn().task;
        away.status = TaskStatus::OnHold;
        auto work = clinic.context.begin(clinic.command(), u"test.hold"_s);
        Clinic::must(await(clinic.context.store->commit(work.update(away))));

        QVERIFY(onTheWall(clinic).empty());
    }

    void yesterdaysQueueIsNotShown()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.world.clock->advanceSeconds(86'400);
        QVERIFY(onTheWall(clinic).empty());
    }

    void asksNobodyAndLeavesNoTrace()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.world.policy->refused = {u"queue.read"_s, u"patient.read"_s};
        clinic.context.session = {};
        const auto before = clinic.store->audit().size();

        QCOMPARE(onTheWall(clinic).size(), 1U);
        QCOMPARE(clinic.store->audit().size(), before);
    }

    void theNearerChoiceOfMaskingWins_data()
    {
        QTest::addColumn<QString>("hospital");
        QTest::addColumn<QString>("department");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nobody chose") << "" << "" << u"张*"_s;
        QTest::newRow("hospital in full") << "false" << "" << u"张伟"_s;
        QTest::newRow("department in full") << "" << "false" << u"张伟"_s;
        QTest::newRow("department masks") << "false" << "true" << u"张*"_s;
    }

    void theNearerChoiceOfMaskingWins()
    {
        QFETCH(QString, hospital);
        QFETCH(QString, department);
        QFETCH(QString, shown);
        Clinic clinic;
        clinic.checkedIn();
        if (!hospital.isEmpty())
            choose(clinic, SettingLevel::Hospital, hospital);
        if (!department.isEmpty())
            choose(clinic, SettingLevel::Department, department);

        QCOMPARE(onTheWall(clinic).front().name, shown);
    }

    void choiceOfOneDepartmentLeavesTheOthersMasked()
    {
        Clinic clinic;
        clinic.checkedIn();
        waitsElsewhere(clinic, u"GP"_s, u"欧阳修"_s);
        choose(clinic, SettingLevel::Department, u"false"_s);

        QCOMPARE(namesOn(onTheWall(clinic)), QStringList({u"GP 1 欧阳*"_s, u"RESP 1 张伟"_s}));
    }

    void namesStayMaskedWithoutTheSetting()
    {
        Clinic clinic;
        clinic.checkedIn();
        choose(clinic, SettingLevel::Hospital, u"false"_s);

        QCOMPARE(onTheWall(clinic, {}).front().name, u"张*"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestWaitingRoom)
#include "test_waiting_room.moc"
