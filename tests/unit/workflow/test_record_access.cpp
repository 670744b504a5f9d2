#include "unit/workflow/clinic.h"
#include "workflow/consultation/open_record.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

class TestRecordAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryRecordIsOpen()
    {
        Clinic clinic;
        QCOMPARE(open(clinic, clinic.world.patient, {}).value(), AccessGround::Open);
    }

    void whoTreatsThePersonNeedsNoReason()
    {
        Clinic clinic;
        clinic.checkedIn();
        QCOMPARE(open(clinic, restricted(clinic), {}).value(), AccessGround::Care);
    }

    void aColleagueOfTheDepartmentTreatsToo()
    {
        Clinic clinic;
        clinic.checkedIn();
        clinic.context.session.account = clinic.context.newId<security::Account>();
        QCOMPARE(open(clinic, restricted(clinic), {}).value(), AccessGround::Care);
    }

    void aStrangerMustGiveAReasonThatStandsInTheTrail()
    {
        Clinic clinic;
        clinic.checkedIn();
        leave(clinic);
        QCOMPARE(refusal(open(clinic, restricted(clinic), {})), u"record.restricted"_s);

        QCOMPARE(open(clinic, restricted(clinic), BreakGlassReason::Emergency).value(),
                 AccessGround::BrokenGlass);

        const auto &event = clinic.store->audit().back();
        QCOMPARE(event.act, u"patient.break-glass"_s);
        QCOMPARE(event.detail, u"emergency"_s);
        QCOMPARE(event.patient, clinic.world.patient.id);
    }

    void withoutThePermissionNoReasonHelps()
    {
        Clinic clinic;
        leave(clinic);
        clinic.world.policy->refused.insert(u"patient.break-glass"_s);
        QCOMPARE(refusal(open(clinic, restricted(clinic), BreakGlassReason::Emergency)), u"access.denied"_s);
        QCOMPARE(clinic.store->audit().back().outcome, security::AuditOutcome::Refused);
    }

    // Who may restrict a record is not yet somebody who may read it.
    void strangerLiftsARestrictionWithAReasonOnly()
    {
        Clinic clinic;
        clinic.checkedIn();
        leave(clinic);
        const auto restrict = [&clinic](std::optional<administration::Confidentiality> to,
                                        std::optional<BreakGlassReason> reason) {
            return await(
                restrictRecord(clinic.context, clinic.command(), clinic.world.patient.id, to, reason));
        };
        using enum administration::Confidentiality;
        QVERIFY(restrict(VeryRestricted, {}));
        QCOMPARE(refusal(restrict({}, {})), u"record.restricted"_s);
        QCOMPARE(refusal(restrict(Restricted, {})), u"record.restricted"_s);

        const auto lifted = restrict({}, BreakGlassReason::PatientAsked);
        QVERIFY(lifted);
        QVERIFY(!lifted->confidentiality);
        const auto &trail = clinic.store->audit();
        QCOMPARE(trail[trail.size() - 2].detail, u"patient-asked"_s);
        QCOMPARE(trail.back().act, u"patient.restrict"_s);
    }

private:
    static administration::Patient restricted(const Clinic &clinic)
    {
        auto patient = clinic.world.patient;
        patient.confidentiality = administration::Confidentiality::Restricted;
        return patient;
    }
    static void leave(Clinic &clinic)
    {
        clinic.context.session.account = clinic.context.newId<security::Account>();
        clinic.context.session.department = {};
    }
    static Result<AccessGround> open(const Clinic &clinic,
                                     const administration::Patient &patient,
                                     std::optional<BreakGlassReason> reason)
    {
        return await(openRecord(clinic.context, patient, reason));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestRecordAccess)
#include "test_record_access.moc"
