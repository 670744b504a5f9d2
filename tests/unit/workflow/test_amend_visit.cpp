#include "unit/workflow/clinic.h"
#include "workflow/consultation/amend_visit.h"
#include "workflow/consultation/note_in_force.h"
#include "workflow/consultation/read_signature.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

/// Two physicians wrote one visit; the first has signed it.
class TestAmendVisit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_task = m_clinic->called();
        Clinic::must(m_clinic->sign(m_task, m_clinic->aDraft()));
        m_second = m_clinic->context;
        m_second.session.account = m_second.newId<security::Account>();
        security::Account account = m_clinic->world.physician;
        account.id = m_second.session.account;
        account.loginName = u"wang"_s;
        account.name = u"王敏"_s;
        m_clinic->keep(account);
        m_clinic->world.clock->advanceSeconds(300);
    }

    void nextVersionHoldsAndTheFirstStays()
    {
        auto wanted = amendment();
        wanted.sections[0].text = u"发热伴咳嗽5天"_s;

        QCOMPARE(refusalWithDetail(amend(wanted)), QString());

        const auto notes = m_clinic->found(query::compositionsOfPatient, m_task.patient);
        QCOMPARE(notes.size(), 2U);
        const auto *holds = noteInForce(notes, m_task.encounter);
        QCOMPARE(holds->status, clinical::CompositionStatus::Amended);
        QCOMPARE(holds->author, m_second.session.account);
        QCOMPARE(holds->sections[0].text, u"发热伴咳嗽5天"_s);
        const auto first = *m_clinic->loaded(m_first.id);
        QVERIFY(first == m_first);
        const auto record = Clinic::must(await(openVisit(m_clinic->context, m_task.id)));
        QCOMPARE(record.signedParts->note.sections[0].text, u"发热伴咳嗽5天"_s);
        QCOMPARE(record.signedParts->signer.zh, u"王敏"_s);
        const auto signature =
            Clinic::must(await(readSignature(m_clinic->context, m_task.patient, m_task.encounter)));
        QCOMPARE(signature->signer.zh, u"王敏"_s);
    }

    void whoLookedAtAnOlderVersionIsRefused()
    {
        auto first = amendment();
        first.sections[0].text = u"1"_s;
        auto second = amendment();
        second.sections[0].text = u"2"_s;
        QVERIFY(amend(first));

        QCOMPARE(refusal(amend(second)), u"store.version"_s);

        QCOMPARE(m_clinic->found(query::compositionsOfPatient, m_task.patient).size(), 2U);
    }

    void addedDiagnosisComesBehindThoseOnRecord()
    {
        auto wanted = amendment();
        wanted.diagnoses = {{{QString(codesystem::kIcd10Cn), u"I10"_s, u"高血压"_s}, {}}};

        QVERIFY(amend(wanted));

        auto conditions = m_clinic->found(query::conditionsOfPatient, m_task.patient);
        std::ranges::sort(conditions, {}, &clinical::Condition::rank);
        QCOMPARE(conditions.size(), 2U);
        QCOMPARE(conditions[1].code.code, u"I10"_s);
        QCOMPARE(conditions[1].rank, 2);
        QCOMPARE(m_clinic->found(query::compositionsOfPatient, m_task.patient).size(), 1U);
    }

    void addedDrugsStandOnAPrescriptionOfTheirOwn()
    {
        auto wanted = amendment();
        wanted.medications = {m_clinic->aLine(3)};

        const auto visit = amend(wanted);

        QCOMPARE(refusalWithDetail(visit), QString());
        const auto prescriptions = m_clinic->found(query::prescriptionsInStatus, u"signed"_s);
        QCOMPARE(prescriptions.size(), 2U);
        QCOMPARE(visit->prescriptionNumber, prescriptions.back().number);
        QCOMPARE(prescriptions.back().author, m_second.session.account);
    }

    void rulesAreAskedAgain()
    {
        auto wanted = amendment();
        wanted.sections[0].text.clear();
        QCOMPARE(refusal(amend(wanted)), u"sign.section-missing"_s);

        m_clinic->recordAllergy(u"anaphylaxis"_s);
        auto drug = amendment();
        drug.medications = {m_clinic->aLine(3)};
        QCOMPARE(refusal(amend(drug)), u"sign.blocked"_s);
    }

    void nothingElseIsStoredWhereNothingIsOther()
    {
        const auto result = amend(amendment());

        QVERIFY(result);
        QVERIFY(result->receipt.changes.empty());
    }

    void whatIsNotSignedCannotBeAmended()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const VisitAmendment wanted{task.id, clinic.loaded(task.encounter)->version, {}, {}, {}};
        QCOMPARE(refusal(await(amendVisit(clinic.context, clinic.command(), wanted, clinic.reference))),
                 u"queue.state"_s);
    }

private:
    VisitAmendment amendment()
    {
        m_first = m_clinic->found(query::compositionsOfPatient, m_task.patient).front();
        return {m_task.id, m_clinic->loaded(m_task.encounter)->version, m_first.sections, {}, {}};
    }
    Result<SignedVisit> amend(const VisitAmendment &wanted)
    {
        return await(amendVisit(m_second, m_clinic->command(), wanted, m_clinic->reference));
    }

    std::unique_ptr<Clinic> m_clinic;
    scheduling::QueueTask m_task;
    clinical::Composition m_first;
    Context m_second;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAmendVisit)
#include "test_amend_visit.moc"
