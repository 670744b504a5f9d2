#include "unit/workflow/clinic.h"
#include "workflow/administration/devices.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::DeskDevice;
using administration::DeviceRole;

namespace {

DeskDevice aDevice(const QString &desk = u"test-1"_s, DeviceRole role = DeviceRole::Label)
{
    DeskDevice device;
    device.workstation = desk;
    device.role = role;
    device.deviceName = u"Label printer"_s;
    device.paperWidthTenthMm = 500;
    device.paperHeightTenthMm = 300;
    return device;
}

} // namespace

class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeskIsGivenADevice()
    {
        Clinic clinic;
        auto wanted = aDevice();
        wanted.deviceName = u" Label printer "_s;

        const auto device = Clinic::must(assign(clinic, wanted));

        QCOMPARE(device.version, 1);
        QCOMPARE(device.deviceName, u"Label printer"_s);
        QVERIFY(device.isActive);
        const auto rows = Clinic::must(await(devicesOfDesk(clinic.context, u"test-1"_s)));
        QVERIFY(rows == std::vector{device});
        const auto &event = clinic.store->audit().back();
        QCOMPARE(event.act, u"device.manage"_s);
        QCOMPARE(event.detail, u"assign test-1 label=Label printer"_s);
    }

    void eachDeskHasOneDeviceForEachUse()
    {
        Clinic clinic;
        Clinic::must(assign(clinic, aDevice()));
        Clinic::must(assign(clinic, aDevice(u"test-1"_s, DeviceRole::Invoice)));
        Clinic::must(assign(clinic, aDevice(u"test-2"_s)));

        const auto second = assign(clinic, aDevice());

        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QCOMPARE(refusalWithDetail(second), u"device.assigned test-1 label"_s);
        QCOMPARE(Clinic::must(await(devicesOfAllDesks(clinic.context))).size(), 3U);
    }

    void otherValuesAreAnotherVersionOfTheSameUse()
    {
        Clinic clinic;
        auto device = Clinic::must(assign(clinic, aDevice()));
        device.offsetXTenthMm = 15;
        device.workstation = u"test-9"_s; // desk and use stay
        device.role = DeviceRole::Invoice;

        const auto changed = Clinic::must(assign(clinic, device));

        QCOMPARE(changed.id, device.id);
        QCOMPARE(changed.version, 2);
        QCOMPARE(changed.offsetXTenthMm, 15);
        QCOMPARE(changed.workstation, u"test-1"_s);
        QVERIFY(changed.role == DeviceRole::Label);
    }

    void whatSomebodyElseChangedIsAConflict()
    {
        Clinic clinic;
        const auto seen = Clinic::must(assign(clinic, aDevice()));
        Clinic::must(assign(clinic, seen));

        QCOMPARE(refusal(assign(clinic, seen)), u"store.version"_s);
        QCOMPARE(refusal(withdraw(clinic, seen)), u"store.version"_s);
        QVERIFY(Clinic::must(clinic.loaded(seen.id)).isActive);
    }

    void aWithdrawnDeviceStaysOnRecordAndComesBack()
    {
        Clinic clinic;
        const auto device = Clinic::must(assign(clinic, aDevice()));

        const auto withdrawn = Clinic::must(withdraw(clinic, device));
        QVERIFY(!withdrawn.isActive);
        QCOMPARE(withdrawn.deviceName, device.deviceName);
        QCOMPARE(clinic.store->audit().back().detail, u"withdraw test-1 label=Label printer"_s);
        const auto back = Clinic::must(assign(clinic, withdrawn));

        QVERIFY(back.isActive);
        QCOMPARE(back.version, 3);
    }

    void aRepeatedCommandGivesTheFirstResult()
    {
        Clinic clinic;
        const auto assigning = clinic.command();
        const auto withdrawing = clinic.command();
        const auto device = Clinic::must(await(assignDevice(clinic.context, assigning, aDevice())));
        Clinic::must(await(withdrawDevice(clinic.context, withdrawing, device)));
        const auto commits = clinic.announced.size();

        const auto assigned = await(assignDevice(clinic.context, assigning, aDevice()));
        const auto withdrawn = await(withdrawDevice(clinic.context, withdrawing, device));

        QCOMPARE(refusalWithDetail(assigned), QString());
        QCOMPARE(refusalWithDetail(withdrawn), QString());
        QCOMPARE(withdrawn->version, 2);
        QCOMPARE(clinic.announced.size(), commits);
    }

    void whatDoesNotFitChangesNothing()
    {
        Clinic clinic;
        auto device = aDevice();
        device.copies = 0;
        QCOMPARE(refusal(assign(clinic, device)), u"device.copies"_s);
        QVERIFY(clinic.announced.empty());
    }

    void onlyTheOwnDeskIsReadWithoutPermission()
    {
        Clinic clinic;
        const auto device = Clinic::must(assign(clinic, aDevice()));
        clinic.world.policy->refused.insert(u"device.manage"_s);

        QCOMPARE(Clinic::must(await(devicesOfDesk(clinic.context, u"test-1"_s))).size(), 1U);
        QCOMPARE(refusal(await(devicesOfDesk(clinic.context, u"test-2"_s))), u"access.denied"_s);
        QCOMPARE(refusal(await(devicesOfAllDesks(clinic.context))), u"access.denied"_s);
        QCOMPARE(refusal(assign(clinic, device)), u"access.denied"_s);
        QCOMPARE(refusal(withdraw(clinic, device)), u"access.denied"_s);
        QCOMPARE(refusal(await(recordTestPage(clinic.context, clinic.command(), device))),
                 u"access.denied"_s);
        QVERIFY(clinic.store->audit().back().outcome == security::AuditOutcome::Refused);
        QVERIFY(Clinic::must(clinic.loaded(device.id)).isActive);
    }

    void aTestPageStandsInTheTrail()
    {
        Clinic clinic;
        QVERIFY(await(recordTestPage(clinic.context, clinic.command(), aDevice())));
        QCOMPARE(clinic.store->audit().back().detail, u"test test-1 label=Label printer"_s);
    }

private:
    static Result<DeskDevice> assign(const Clinic &clinic, const DeskDevice &device)
    {
        return await(assignDevice(clinic.context, clinic.command(), device));
    }
    static Result<DeskDevice> withdraw(const Clinic &clinic, const DeskDevice &device)
    {
        return await(withdrawDevice(clinic.context, clinic.command(), device));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDevices)
#include "test_devices.moc"
