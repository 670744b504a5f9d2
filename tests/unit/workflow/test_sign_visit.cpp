#include "unit/workflow/clinic.h"

#include <functional>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

using Damage = std::function<void(VisitDraft &)>;

/// A rule on the whole prescription.
medications::PrescriptionRule twoLinesAtMost()
{
    medications::PrescriptionRule rule;
    rule.id = u"RX01"_s;
    rule.check = u"maxLines"_s;
    rule.severity = Severity::Block;
    rule.scope = {u"sign"_s};
    rule.validFrom = *Date::parse(u"2007-05-01"_s);
    rule.parameters.maxLines = 2;
    return rule;
}

void fillJournal(const VisitDraft &draft, std::vector<DraftEntry> &entries)
{
    for (const auto &[field, text] : draftFields(draft))
        entries.push_back({{}, {}, field, text});
}

} // namespace

class TestSignVisit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingStoresNoteDiagnosesAndPrescription()
    {
        Clinic clinic;
        const auto task = clinic.called();
        auto draft = clinic.aDraft();
        draft.diagnoses.push_back({{QString(codesystem::kIcd10Cn), u"I10"_s, u"高血压"_s}, u"2级"_s});

        const auto visit = clinic.sign(task, draft);

        QCOMPARE(refusalWithDetail(visit), QString());
        QCOMPARE(visit->prescriptionNumber, u"P202611220001"_s);
        const auto note = clinic.found(query::compositionsOfPatient, task.patient).front();
        QCOMPARE(note.status, clinical::CompositionStatus::Final);
        QCOMPARE(note.signedAt, clinic.world.clock->now());
        QCOMPARE(note.author, clinic.world.physician.id);
        QCOMPARE(note.sections.size(), 3U);
        QCOMPARE(note.sections[0].text, u"发热伴咳嗽3天"_s);
        QCOMPARE(note.sections[2].text, QString());
        const auto conditions = clinic.found(query::conditionsOfPatient, task.patient);
        QCOMPARE(conditions.size(), 2U);
        QCOMPARE(clinic.loaded(task.id)->status, scheduling::TaskStatus::Completed);
        const auto encounter = *clinic.loaded(task.encounter);
        QCOMPARE(encounter.status, administration::EncounterStatus::Finished);
        QCOMPARE(encounter.end, clinic.world.clock->now());
    }

    void prescriptionHoldsQuantityAndPrice()
    {
        Clinic clinic;
        const auto prescription = clinic.signedPrescription();
        QCOMPARE(prescription.form, medications::PrescriptionForm::Ordinary);
        const auto lines = clinic.found(query::linesOfPrescription, prescription.id);
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines[0].quantity, 42);
        QCOMPARE(lines[0].quantityUnit, u"粒"_s);
        QCOMPARE(lines[0].price.toYuan(), u"18.90"_s);
        QCOMPARE(lines[0].line, 1);
    }

    void signingIsOneCommitAnnouncedOnce()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const auto before = clinic.announced.size();

        const auto visit = clinic.sign(task, clinic.aDraft());

        QVERIFY(visit);
        QCOMPARE(clinic.announced.size(), before + 1);
        QVERIFY(clinic.announced.back() == visit->receipt);
    }

    void visitWithoutDrugsHasNoPrescription()
    {
        Clinic clinic;
        clinic.world.policy->refused.insert(u"medication-request.sign"_s);
        auto draft = clinic.aDraft();
        draft.medications.clear();

        const auto visit = clinic.sign(clinic.called(), draft);

        QCOMPARE(refusalWithDetail(visit), QString());
        QCOMPARE(visit->prescriptionNumber, QString());
        QVERIFY(clinic.found(query::prescriptionsInStatus, u"signed"_s).empty());
    }

    void eachObstacleKeepsTheVisitOpen_data()
    {
        QTest::addColumn<QString>("obstacle");
        for (const auto &[name, damage] : damages())
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachObstacleKeepsTheVisitOpen()
    {
        QFETCH(QString, obstacle);
        Clinic clinic;
        const auto task = clinic.called();
        auto draft = clinic.aDraft();
        damages().at(obstacle)(draft);
        const auto before = clinic.announced.size();

        const auto refused = clinic.sign(task, draft);

        QCOMPARE(refusalWithDetail(refused), obstacle);
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        QCOMPARE(clinic.announced.size(), before);
        QCOMPARE(clinic.loaded(task.id)->status, scheduling::TaskStatus::InProgress);
    }

    void obstaclesAreNamedInTheOrderOfTheScreen()
    {
        Clinic clinic;
        VisitDraft draft;
        draft.orderText = u"amxl"_s;
        QStringList fields;
        for (const auto &found : obstacles(draft, {}, clinic.reference->noteTemplates.front()))
            fields.append(found.field);
        QCOMPARE(fields, QStringList({u"note.10154-3"_s, u"note.10164-2"_s, u"diagnoses"_s, u"orderText"_s}));
    }

    void drugTheAllergyBlocksIsRefusedWhateverTheReason()
    {
        Clinic clinic;
        clinic.recordAllergy(u"anaphylaxis"_s);
        auto draft = clinic.aDraft();
        draft.medications[0].overrideReason = u"no other choice"_s;
        QCOMPARE(refusalWithDetail(clinic.sign(clinic.called(), draft)), u"sign.blocked medications"_s);
    }

    // The screen showed no finding: the allergy was recorded elsewhere after the visit was opened.
    void allergyRecordedMeanwhileStillBlocks()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const auto draft = clinic.aDraft();
        const auto record = await(openVisit(clinic.context, task.id));
        const auto seen = prepareLine(clinic.world.amoxicillin, draft.medications[0],
                                      {record->patient, record->allergies}, *clinic.reference);
        QVERIFY(seen.issues.empty());

        clinic.recordAllergy(u"anaphylaxis"_s);

        QCOMPARE(refusalWithDetail(clinic.sign(task, draft)), u"sign.blocked medications"_s);
    }

    void findingThatAsksForAReasonIsSignedWithOne()
    {
        Clinic clinic;
        clinic.recordAllergy(u"rash"_s);
        const auto task = clinic.called();
        auto draft = clinic.aDraft();
        draft.medications[0].overrideReason = u"  "_s;
        QCOMPARE(refusalWithDetail(clinic.sign(task, draft)), u"sign.reason-missing medications"_s);

        draft.medications[0].overrideReason = u"皮试阴性"_s;
        QCOMPARE(refusalWithDetail(clinic.sign(task, draft)), QString());

        const auto prescription = clinic.found(query::prescriptionsInStatus, u"signed"_s).front();
        QCOMPARE(clinic.found(query::linesOfPrescription, prescription.id)[0].overrideReason, u"皮试阴性"_s);
    }

    void drugWithoutAPriceIsNotGivenAway()
    {
        Clinic clinic;
        auto priceless = clinic.world.amoxicillin;
        priceless.packQuantity = 0;
        const auto line =
            prepareLine(priceless, clinic.aLine(), {clinic.world.patient, {}}, *clinic.reference);
        QVERIFY(!line.quantity);
        const auto found = obstacles(clinic.aDraft(), {line}, clinic.reference->noteTemplates.front());
        QCOMPARE(found.size(), 1U);
    }

    void whenNeededIsSignedWithANumberOfDosesOrAQuantity()
    {
        Clinic clinic;
        auto draft = clinic.aDraft();
        draft.medications[0].dosage.frequency = u"prn"_s;
        draft.medications.push_back(draft.medications[0]);
        draft.medications[0].dosage.maxDoses = 6;
        draft.medications[1].quantity = 10;

        const auto prescription = clinic.signedPrescription(draft);

        const auto lines = clinic.found(query::linesOfPrescription, prescription.id);
        QCOMPARE(lines[0].quantity, 12);
        QCOMPARE(lines[0].dosage.maxDoses, 6);
        QCOMPARE(lines[1].quantity, 10);
        QCOMPARE(lines[1].price.toYuan(), u"4.50"_s);
    }

    void saidQuantityThatDiffersFromTheDoseIsShown()
    {
        Clinic clinic;
        auto line = clinic.aLine();
        line.quantity = 24;

        const auto prepared =
            prepareLine(clinic.world.amoxicillin, line, {clinic.world.patient, {}}, *clinic.reference);

        QCOMPARE(*prepared.quantity, 24);
        QCOMPARE(prepared.issues.front().code, u"dosage.quantity-differs"_s);
        QCOMPARE(prepared.issues.front().severity, Severity::Notice);
    }

    void moreDrugsThanARuleAllowsNeedASecondPrescription()
    {
        Clinic clinic;
        clinic.reference->prescriptions.rules = {twoLinesAtMost()};
        const auto task = clinic.called();
        auto draft = clinic.aDraft();
        draft.medications = {clinic.aLine(1), clinic.aLine(2), clinic.aLine(3)};
        QCOMPARE(refusalWithDetail(clinic.sign(task, draft)), u"sign.sheet-blocked medications"_s);

        draft.medications = splitBySheet(draft.medications, clinic.reference->prescriptions);
        const auto visit = clinic.sign(task, draft);

        QCOMPARE(refusalWithDetail(visit), QString());
        QCOMPARE(visit->prescriptionNumber, u"P202611220001, P202611220002"_s);
        const auto sheets = clinic.found(query::prescriptionsInStatus, u"signed"_s);
        QCOMPARE(sheets.size(), 2U);
        QCOMPARE(clinic.found(query::linesOfPrescription, sheets[0].id).size(), 2U);
        const auto second = clinic.found(query::linesOfPrescription, sheets[1].id);
        QCOMPARE(second.size(), 1U);
        QCOMPARE(second[0].line, 1);
    }

    void noteFollowsTheTemplateChosenAndLosesNothing()
    {
        Clinic clinic;
        const auto complaint = clinic.reference->noteTemplates.front().sections.front();
        clinic.reference->noteTemplates.push_back({u"return-visit"_s, {}, {complaint}});
        const auto task = clinic.called();
        auto draft = clinic.aDraft();
        draft.noteTemplate = u"return-visit"_s;

        QCOMPARE(refusalWithDetail(clinic.sign(task, draft)), QString());

        const auto note = clinic.found(query::compositionsOfPatient, task.patient).front();
        QCOMPARE(note.type, u"return-visit"_s);
        QCOMPARE(note.sections.size(), 2U);
        QCOMPARE(note.sections[1].code, u"10164-2"_s); // written, and not of this template
        QCOMPARE(note.sections[1].title, u"现病史"_s);
    }

    void signedVisitCannotBeSignedAgain()
    {
        Clinic clinic;
        const auto task = clinic.called();
        QVERIFY(clinic.sign(task, clinic.aDraft()));
        const auto again = clinic.sign(task, clinic.aDraft());
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QCOMPARE(refusalWithDetail(again), u"queue.state completed"_s);
    }

    void visitNotYetCalledCannotBeSigned()
    {
        Clinic clinic;
        QCOMPARE(refusalWithDetail(clinic.sign(clinic.checkedIn().task, clinic.aDraft())),
                 u"queue.state requested"_s);
    }

    // The late repetition is told that the visit is signed; nothing is stored twice.
    void repeatedCommandSignsOnce()
    {
        Clinic clinic;
        const auto task = clinic.called();
        const auto command = clinic.command();
        QVERIFY(await(signVisit(clinic.context, command, task.id, clinic.aDraft(), clinic.reference)));
        const auto before = clinic.announced.size();

        const auto again =
            await(signVisit(clinic.context, command, task.id, clinic.aDraft(), clinic.reference));

        QVERIFY(again || again.error().kind == ErrorKind::Conflict);
        QCOMPARE(clinic.announced.size(), before);
        QCOMPARE(clinic.found(query::compositionsOfPatient, task.patient).size(), 1U);
        QCOMPARE(clinic.found(query::prescriptionsInStatus, u"signed"_s).size(), 1U);
    }

    void childGetsThePaediatricForm()
    {
        Clinic clinic;
        auto patient = *clinic.loaded(clinic.world.patient.id);
        patient.birthDate = *Date::parse(u"2012-11-23"_s);
        auto work = clinic.context.begin(clinic.command(), u"test.seed"_s);
        Clinic::must(await(clinic.context.store->commit(work.update(patient))));
        QCOMPARE(clinic.signedPrescription().form, medications::PrescriptionForm::Paediatric);
    }

    void draftComesBackFromItsJournal()
    {
        Clinic clinic;
        auto draft = clinic.aDraft();
        draft.orderText = u"amxl 0.5"_s;
        draft.noteTemplate = u"return-visit"_s;
        draft.answer = u"allergy excluded"_s;
        draft.medications[0].quantity = 10;
        draft.medications[0].sheet = 2;
        draft.medications[0].dosage.maxDoses = 6;
        std::vector<DraftEntry> entries;
        fillJournal(draft, entries);
        QStringList unreadable;

        QVERIFY(draftFromFields(entries, &unreadable) == draft);
        QVERIFY(unreadable.isEmpty());
        QVERIFY(VisitDraft{}.isEmpty() && !draft.isEmpty());
    }

    void unreadableDraftFieldsAreNamed()
    {
        QStringList unreadable;
        const auto draft = draftFromFields({{{}, {}, u"diagnoses"_s, u"{}"_s},
                                            {{}, {}, u"medications"_s, u"[{}"_s},
                                            {{}, {}, u"vitals"_s, u"37"_s},
                                            {{}, {}, u"note.10154-3"_s, u"发热"_s}},
                                           &unreadable);
        QCOMPARE(unreadable, QStringList({u"diagnoses"_s, u"medications"_s, u"vitals"_s}));
        QCOMPARE(draft.sections.at(u"10154-3"_s), u"发热"_s);
    }

private:
    /// What is done to a good draft, by the refusal it must cause.
    static const std::map<QString, Damage> &damages()
    {
        static const std::map<QString, Damage> all{
            {u"sign.section-missing note.10154-3"_s,
             [](auto &draft) { draft.sections[u"10154-3"_s] = u" \n"_s; }},
            {u"sign.section-missing note.10164-2"_s, [](auto &draft) { draft.sections.erase(u"10164-2"_s); }},
            {u"sign.diagnosis-missing diagnoses"_s, [](auto &draft) { draft.diagnoses.clear(); }},
            {u"sign.order-text-left orderText"_s, [](auto &draft) { draft.orderText = u"amxl"_s; }},
            {u"dosage.not-positive medications"_s, [](auto &draft) { draft.medications[0].dosage.days = 0; }},
            {u"dosage.doses-missing medications"_s,
             [](auto &draft) { draft.medications[0].dosage.frequency = u"prn"_s; }},
            {u"dosage.unit-mismatch medications"_s,
             [](auto &draft) { draft.medications[0].dosage.dose.unit = u"ml"_s; }},
            {u"text.nul 2"_s, [](auto &draft) { draft.sections[u"18776-5"_s] = u"ab"_s + QChar(u'\0'); }},
            {u"text.lone-surrogate 0"_s, [](auto &draft) { draft.diagnoses[0].note = QChar(0xd83d); }},
        };
        return all;
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestSignVisit)
#include "test_sign_visit.moc"
