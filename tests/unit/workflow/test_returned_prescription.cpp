#include "unit/workflow/clinic.h"
#include "workflow/consultation/answer_returned.h"
#include "workflow/consultation/unsigned_drafts.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using medications::MedicationRequestStatus;
using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

struct Pharmacy : Clinic
{
    Prescription returned(const QString &words = u"疗程过长"_s)
    {
        return must(await(reviewPrescription(context, command(), {signedPrescription().id, false, words})));
    }
    Result<Prescription> answer(const Prescription &prescription,
                                const std::vector<MedicationDraft> &lines,
                                const QString &reason = u"改为3天"_s)
    {
        return await(answerReturned(context, command(), {prescription.id, lines, reason}, reference));
    }
    std::vector<medications::MedicationRequest> linesOf(const Prescription &prescription) const
    {
        return found(query::linesOfPrescription, prescription.id);
    }
};

std::vector<DraftEntry> entriesOf(const VisitDraft &draft, Uuid visit)
{
    std::vector<DraftEntry> entries;
    for (const auto &[field, text] : draftFields(draft)) {
        if (!text.isEmpty())
            entries.push_back({visit, {}, field, text});
    }
    return entries;
}

} // namespace

class TestReturnedPrescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnedIsOnTheListOfWhoSignedItWithTheWords()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();

        const auto list = await(returnedPrescriptions(clinic.context));

        QCOMPARE(list->size(), 1U);
        QCOMPARE(list->front().prescription.id, prescription.id);
        QCOMPARE(list->front().prescription.reviewNote, u"疗程过长"_s);
        QCOMPARE(list->front().patient.id, clinic.world.patient.id);
        QCOMPARE(list->front().task.encounter, prescription.encounter);
    }

    void colleagueOfTheDepartmentSeesItAndAStrangerDoesNot()
    {
        Pharmacy clinic;
        clinic.returned();
        auto colleague = clinic.context;
        colleague.session.account = colleague.newId<security::Account>();
        QCOMPARE(await(returnedPrescriptions(colleague))->size(), 1U);
        colleague.session.department = colleague.newId<administration::Organization>();
        QVERIFY(await(returnedPrescriptions(colleague))->empty());
    }

    // From the counter back to the doctor and to the counter again, then to the cashier and out.
    void changedAndSignedAgainItGoesThroughToTheEnd()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();

        const auto again = clinic.answer(prescription, {clinic.aLine(3)});

        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->status, PrescriptionStatus::Signed);
        QCOMPARE(again->number, prescription.number);
        QCOMPARE(again->answer, u"改为3天"_s);
        QCOMPARE(again->reviewNote, u"疗程过长"_s);
        QCOMPARE(again->author, clinic.world.physician.id);
        QVERIFY(await(returnedPrescriptions(clinic.context))->empty());
        QCOMPARE(clinic.found(query::prescriptionsInStatus, u"signed"_s).size(), 1U);
        const auto lines = clinic.linesOf(prescription);
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines[0].quantity, 18);
        QCOMPARE(clinic.store->audit().back().act, u"medication-request.sign"_s);

        const auto passed = clinic.reviewed(prescription);
        QCOMPARE(passed.reviewNote, u"疗程过长"_s); // what was asked stays beside the answer
        const auto paid = clinic.paid(passed);
        QCOMPARE(paid.status, PrescriptionStatus::Paid);
        const auto picks = Clinic::must(await(proposePicks(clinic.context, prescription.id)));
        QCOMPARE(picks.size(), 1U);
        Clinic::must(await(dispense(clinic.context, clinic.command(), prescription.id, picks)));
        const auto handed = Clinic::must(await(handOver(clinic.context, clinic.command(), prescription.id)));
        QCOMPARE(handed.status, PrescriptionStatus::HandedOver);
    }

    void nothingThatWasSignedIsOverwritten()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();
        const auto before = clinic.linesOf(prescription).front();

        Clinic::must(clinic.answer(prescription, {clinic.aLine(3)}));

        const auto old = Clinic::must(clinic.loaded(before.id));
        QCOMPARE(old.status, MedicationRequestStatus::Cancelled);
        QCOMPARE(old.quantity, before.quantity);
        QVERIFY(old.dosage == before.dosage);
    }

    void whatStandsKeepsItsRow()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();
        const auto before = clinic.linesOf(prescription).front();

        Clinic::must(clinic.answer(prescription, {clinic.aLine(2), clinic.aLine()}, u"有指征"_s));

        const auto lines = clinic.linesOf(prescription);
        QCOMPARE(lines.size(), 2U);
        QCOMPARE(lines[0].quantity, 12);
        QCOMPARE(lines[1].id, before.id);
        QCOMPARE(lines[1].line, 2);
    }

    void confirmedAsItIsNeedsAReason()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();
        const auto before = clinic.linesOf(prescription).front();
        QCOMPARE(refusalWithDetail(clinic.answer(prescription, {clinic.aLine()}, u" "_s)),
                 u"answer.reason-missing answer"_s);

        const auto again = clinic.answer(prescription, {clinic.aLine()}, u"有指征"_s);

        QCOMPARE(again->status, PrescriptionStatus::Signed);
        const auto after = clinic.linesOf(prescription).front();
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.version, before.version);
    }

    void withoutLinesItIsWithdrawn()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();

        const auto withdrawn = clinic.answer(prescription, {}, u"不再需要"_s);

        QCOMPARE(withdrawn->status, PrescriptionStatus::Cancelled);
        QVERIFY(clinic.linesOf(prescription).empty());
        QVERIFY(await(returnedPrescriptions(clinic.context))->empty());
    }

    void rulesAreAskedAgainWithWhatIsOnRecordNow()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();
        clinic.recordAllergy(u"anaphylaxis"_s);
        QCOMPARE(refusalWithDetail(clinic.answer(prescription, {clinic.aLine(3)})),
                 u"sign.blocked medications"_s);
        QCOMPARE(clinic.loaded(prescription.id)->status, PrescriptionStatus::Returned);
    }

    void onlyAReturnedOneIsAnswered()
    {
        Pharmacy clinic;
        const auto prescription = clinic.signedPrescription();
        QCOMPARE(refusalWithDetail(clinic.answer(prescription, {clinic.aLine(3)})),
                 u"prescription.state signed"_s);
    }

    void repeatedCommandAnswersOnce()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();
        const auto command = clinic.command();
        const ReturnAnswer answer{prescription.id, {clinic.aLine(3)}, u"改"_s};
        Clinic::must(await(answerReturned(clinic.context, command, answer, clinic.reference)));
        const auto again = await(answerReturned(clinic.context, command, answer, clinic.reference));
        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(clinic.linesOf(prescription).size(), 1U);
    }

    // The visit that is opened to answer

    void signedVisitIsOpenedAsItWasSigned()
    {
        Pharmacy clinic;
        const auto prescription = clinic.returned();
        const auto task = clinic.found(query::taskOfEncounter, prescription.encounter).front();

        const auto record = Clinic::must(await(openVisit(clinic.context, task.id)));

        QVERIFY(record.signedParts);
        QCOMPARE(record.signedParts->signer.zh, u"李明远"_s);
        QCOMPARE(record.signedParts->note.signedAt, clinic.world.clock->now());
        QCOMPARE(record.signedParts->returned()->prescription.id, prescription.id);
        const auto draft = draftOf(*record.signedParts);
        QCOMPARE(draft.sections.at(u"10154-3"_s), u"发热伴咳嗽3天"_s);
        QCOMPARE(draft.diagnoses.front().code.code, u"J18"_s);
        QCOMPARE(draft.medications.front().quantity, 42);
    }

    void visitNotSignedHasNothingSigned()
    {
        Clinic clinic;
        QVERIFY(!Clinic::must(await(openVisit(clinic.context, clinic.called().id))).signedParts);
    }

    void secondVisitOfTheDepartmentIsAReturnVisit_data()
    {
        QTest::addColumn<int>("daysBefore");
        QTest::addColumn<QString>("kind");
        QTest::newRow("yesterday") << 1 << u"return-visit"_s;
        QTest::newRow("three months ago") << 90 << u"return-visit"_s;
        QTest::newRow("last year") << 300 << u"first-visit"_s;
    }
    void secondVisitOfTheDepartmentIsAReturnVisit()
    {
        QFETCH(const int, daysBefore);
        Clinic clinic;
        const auto task = clinic.called();
        auto record = Clinic::must(await(openVisit(clinic.context, task.id)));
        QCOMPARE(proposedNoteTemplate(record), u"first-visit"_s);
        auto earlier = record.encounter;
        earlier.id = clinic.context.newId<administration::Encounter>();
        earlier.start = earlier.start.plusSeconds(-std::int64_t(daysBefore) * 24 * 60 * 60);
        earlier.status = administration::EncounterStatus::Finished;
        record.encounters.push_back(earlier);

        QTEST(proposedNoteTemplate(record), "kind");

        record.encounters.back().department = clinic.context.newId<administration::Organization>();
        QCOMPARE(proposedNoteTemplate(record), u"first-visit"_s);
    }

    // Drafts of earlier days

    void draftLeadsBackToItsVisit()
    {
        Clinic clinic;
        const auto task = clinic.called();
        auto entries = entriesOf(clinic.aDraft(), task.encounter.uuid);
        entries.push_back({clinic.command(), {}, u"registration.Name"_s, u"王"_s});
        entries.push_back({clinic.command(), {}, u"orderText"_s, u"amxl"_s}); // of a visit elsewhere

        const auto drafts = Clinic::must(await(unsignedDrafts(clinic.context, entries)));

        QCOMPARE(drafts.size(), 1U);
        QCOMPARE(drafts[0].task.id, task.id);
        QCOMPARE(drafts[0].patient.id, clinic.world.patient.id);
        QCOMPARE(drafts[0].sections, 2);
        QCOMPARE(drafts[0].diagnoses, 1);
        QCOMPARE(drafts[0].medications, 1);
        QVERIFY(drafts[0].excerpt.startsWith(u"发热伴咳嗽"_s));
        QVERIFY(drafts[0].isOpen());
    }

    void draftOfASignedVisitIsNotOpen()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const auto draft = clinic.aDraft();
        Clinic::must(clinic.sign(task, draft));
        const auto drafts =
            Clinic::must(await(unsignedDrafts(clinic.context, entriesOf(draft, task.encounter.uuid))));
        QVERIFY(!drafts.front().isOpen());
    }

    void givingADraftUpIsAudited()
    {
        Clinic clinic;
        QVERIFY(await(discardDraft(clinic.context, clinic.command(), clinic.world.patient.id)));
        QCOMPARE(clinic.store->audit().back().detail, u"draft-discarded"_s);
        clinic.world.policy->refused.insert(u"composition.write"_s);
        QCOMPARE(await(discardDraft(clinic.context, clinic.command(), clinic.world.patient.id)).error().kind,
                 ErrorKind::Forbidden);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestReturnedPrescription)
#include "test_returned_prescription.moc"
