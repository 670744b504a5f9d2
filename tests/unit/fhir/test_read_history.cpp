#include "unit/fhir/reading.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kConfirmed = R"("verificationStatus":{"coding":[{"code":"confirmed"}]})";
const QByteArray kAsthma = R"("code":{"text":"Asthma"},)" + kConfirmed;
const QByteArray kWeight =
    R"("status":"final","code":{"coding":[{"system":"http:\/\/loinc.org","code":"29463-7"}]})";
const QByteArray kAt = R"("effectiveDateTime":"2020-01-05T08:00:00+08:00")";
const QByteArray kPenicillin =
    R"("code":{"coding":[{"system":"http:\/\/snomed.info/sct","code":"764146007","display":"Penicillin"}]})";
const QByteArray kDrug = R"("medicationCodeableConcept":{"text":"Bisoprolol"})";

const workflow::PatientHistory &historyOf(const Result<fhir::BundleReading> &reading)
{
    return reading->histories.front();
}

/// "entry[1].resource.Condition.code …"
QStringList line(const char *type, const QString &rest)
{
    return {u"entry[1].resource."_s + QString::fromLatin1(type) + rest};
}

} // namespace

class TestReadHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partialDatesStayPartial_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("kept");
        QTest::newRow("year") << QByteArray("2015") << "2015";
        QTest::newRow("month") << QByteArray("2015-03") << "2015-03";
        QTest::newRow("day") << QByteArray("2015-03-02") << "2015-03-02";
        QTest::newRow("instant") << QByteArray("2015-03-02T08:00:00+08:00") << "2015-03-02T00:00:00.000000Z";
    }
    void partialDatesStayPartial()
    {
        QFETCH(QByteArray, said);
        const auto reading =
            readAbout("Condition", kAsthma + QByteArray(R"(,"onsetDateTime":"SAID")").replace("SAID", said));
        QCOMPARE(told(reading), QStringList());
        QTEST(historyOf(reading).conditions.front().onset->toIso(), "kept");
    }

    void whatIsNoDateIsRemarked()
    {
        const auto reading =
            readAbout("Condition", kAsthma + R"(,"onsetDateTime":"2015-13","onsetAge":{"value":7})");
        QVERIFY(!historyOf(reading).conditions.front().onset);
        QCOMPARE(told(reading),
                 line("Condition", u".onsetDateTime value-not-kept 2015-13"_s)
                     + line("Condition", u".onsetAge unsupported-element"_s));
    }

    void aDiagnosisKeepsItsForeignCode()
    {
        const auto reading = readAbout(
            "Condition",
            kConfirmed
                + R"(,"clinicalStatus":{"coding":[{"code":"resolved"}]},"code":{"coding":[{"system":"http:\/\/snomed.info/sct","code":"195967001","display":"Asthma"},{"system":"http:\/\/hl7.org/fhir/sid/icd-10-cn","code":"J45.9"}],"text":"哮喘"},"note":[{"text":"左"}])");
        const auto &condition = historyOf(reading).conditions.front();
        QVERIFY((condition.code == Coding{u"http://hl7.org/fhir/sid/icd-10-cn"_s, u"J45.9"_s, u"哮喘"_s}));
        QVERIFY(condition.clinicalStatus == clinical::ClinicalStatus::Resolved);
        QVERIFY(!condition.encounter);
        QCOMPARE(condition.rank, 0);
        QCOMPARE(condition.note, u"左"_s);
        QCOMPARE(told(reading),
                 line("Condition", u".code.coding[0] value-not-kept http://snomed.info/sct|195967001"_s));
    }

    void whatIsNotSoIsNotStored_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("remark");
        const auto row = [](const char *name, const char *type, const QByteArray &members,
                            const char *remark) {
            QTest::newRow(name) << QByteArray(type) << members << QString::fromLatin1(remark);
        };
        const QByteArray refuted = R"("verificationStatus":{"coding":[{"code":"refuted"}]})";
        row("refuted diagnosis", "Condition", R"("code":{"text":"Asthma"},)" + refuted,
            ".verificationStatus value-not-kept not stored: refuted");
        row("unnamed diagnosis", "Condition", kConfirmed,
            ".code value-not-kept not stored: no diagnosis is named");
        row("no diagnosis at all", "Condition",
            kConfirmed + R"(,"code":{"coding":[{"system":"http:\/\/snomed.info/sct","code":"160245001"}]})",
            ".code value-not-kept not stored: says that there is none");
        row("past allergy", "AllergyIntolerance",
            kPenicillin + R"(,"clinicalStatus":{"coding":[{"code":"resolved"}]})",
            ".clinicalStatus value-not-kept not stored: resolved");
        row("refuted allergy", "AllergyIntolerance", kPenicillin + "," + refuted,
            ".verificationStatus value-not-kept not stored: refuted");
        row("no food allergy", "AllergyIntolerance",
            R"("code":{"coding":[{"system":"http:\/\/snomed.info/sct","code":"429625007"}]})",
            ".code value-not-kept not stored: names no allergy");
        row("visit planned", "Encounter", R"("status":"planned")",
            ".status value-not-kept not stored: planned");
        row("visit on some day", "Encounter", R"("status":"finished","period":{"start":"2020-01-05"})",
            ".period value-not-kept not stored: no time of its beginning");
        row("drug not given", "MedicationStatement", kDrug + R"(,"status":"entered-in-error")",
            ".status value-not-kept not stored: entered-in-error");
        row("drug proposed", "MedicationRequest", kDrug + R"(,"status":"active","intent":"proposal")",
            ".intent value-not-kept not stored: proposal");
        row("order withdrawn", "MedicationRequest", kDrug + R"(,"status":"cancelled","intent":"order")",
            ".status value-not-kept not stored: cancelled");
        row("drug forbidden", "MedicationRequest",
            kDrug + R"(,"status":"active","intent":"order","doNotPerform":true)",
            ".doNotPerform value-not-kept not stored: true");
        row("preliminary value", "Observation",
            kAt + "," + QByteArray(kWeight).replace("final", "preliminary"),
            ".status value-not-kept not stored: preliminary");
        row("value on some day", "Observation", kWeight + R"(,"effectiveDateTime":"2020-01-05")",
            ".effectiveDateTime value-not-kept not stored: no point in time 2020-01-05");
        row("value over a time", "Observation", kWeight + R"(,"effectivePeriod":{"start":"2020"})",
            ".effectivePeriod unsupported-element not stored: no point in time");
        row("value in words", "Observation", kWeight + "," + kAt + R"(,"valueString":"x")",
            ".valueString unsupported-element not stored: only quantities are");
        row("no value", "Observation", kWeight + "," + kAt, " value-not-kept not stored: no value");
        row("less than", "Observation",
            kWeight + "," + kAt + R"(,"valueQuantity":{"value":0.5,"comparator":"<"})",
            ".valueQuantity.comparator value-not-kept not stored: <");
        row("more digits than kept", "Observation",
            kWeight + "," + kAt + R"(,"valueQuantity":{"value":0.1234567890123456789})",
            ".valueQuantity.value value-not-kept not stored: core.decimal-overflow");
    }
    void whatIsNotSoIsNotStored()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, members);
        QFETCH(QString, remark);
        const auto reading = readAbout(type, members);
        QCOMPARE(told(reading), line(type.constData(), remark));
        const auto &history = historyOf(reading);
        QCOMPARE(history.conditions.size() + history.allergies.size() + history.encounters.size()
                     + history.observations.size() + history.medicationStatements.size(),
                 0U);
    }

    void wrongTypesDeepInsideAreRefusedWithTheirPath()
    {
        const auto reading =
            readAbout("Observation", kWeight + "," + kAt + R"(,"valueQuantity":{"value":"70"})");
        QCOMPARE(refusalWithDetail(reading),
                 u"fhir.type entry[1].resource.Observation.valueQuantity.value: number expected"_s);
    }

    void aDiagnosisBelongsToItsVisit()
    {
        const auto visit = about(
            "Encounter",
            R"("status":"finished","class":{"code":"EMER"},"period":{"start":"2020-01-05T08:00:00Z","end":"2020-01-05"})");
        const auto condition = about("Condition", kAsthma + R"(,"encounter":{"reference":"Encounter/x"})");
        const auto reading = readText(bundleOf({entryOf(condition), entryOf(aPerson()), entryOf(visit)}));

        const auto &history = historyOf(reading);
        QCOMPARE(history.encounters.size(), 1U);
        QCOMPARE(history.encounters.front().status, administration::EncounterStatus::Finished);
        QVERIFY(!history.encounters.front().department && !history.encounters.front().end);
        QVERIFY(history.conditions.front().encounter == history.encounters.front().id);
        QCOMPARE(told(reading),
                 (QStringList{u"entry[2].resource.Encounter.period.end value-not-kept 2020-01-05"_s,
                              u"entry[2].resource.Encounter.class value-not-kept EMER"_s}));
    }

    void aVisitThatIsNotKeptLeavesTheDiagnosis()
    {
        const auto reading = readAbout("Condition", kAsthma + R"(,"encounter":{"reference":"Encounter/x"})");
        QCOMPARE(historyOf(reading).conditions.size(), 1U);
        QCOMPARE(
            told(reading),
            line("Condition", u".encounter reference-unresolved no such visit of the patient is kept"_s));
    }

    void whatNobodyConfirmedIsProvisional()
    {
        const auto reading = readAbout("Condition", R"("code":{"text":"Asthma"})");
        QCOMPARE(historyOf(reading).conditions.front().verificationStatus,
                 clinical::VerificationStatus::Provisional);
        QCOMPARE(told(reading),
                 line("Condition", u".verificationStatus value-not-kept provisional: not said"_s));
    }

    void anAllergyKeepsCodeAndGravestReaction()
    {
        const auto reading = readAbout(
            "AllergyIntolerance",
            kPenicillin
                + R"(,"criticality":"high","reaction":[{"manifestation":[{"text":"Hives"},{"coding":[{"system":"http:\/\/snomed.info/sct","code":"39579001","display":"Anaphylaxis"}]}]}])");
        const auto &allergy = historyOf(reading).allergies.front();
        QCOMPARE(allergy.substance, u"Penicillin"_s);
        QCOMPARE(allergy.code->code, u"764146007"_s);
        QCOMPARE(allergy.criticality, clinical::Criticality::High);
        QCOMPARE(allergy.reaction, u"anaphylaxis"_s);
        QCOMPARE(historyOf(reading).patient.allergyStatus, administration::AllergyStatus::Recorded);
        QCOMPARE(told(reading),
                 line("AllergyIntolerance",
                      u".reaction[0].manifestation[0] value-not-kept one reaction is kept"_s));
    }

    void noKnownAllergiesIsNoAllergy()
    {
        const QByteArray none =
            R"("code":{"coding":[{"system":"http:\/\/snomed.info/sct","code":"716186003"}]})";
        const auto alone = readAbout("AllergyIntolerance", none);
        const auto contradicted =
            readText(bundleOf({entryOf(aPerson()), entryOf(about("AllergyIntolerance", none)),
                               entryOf(about("AllergyIntolerance", kPenicillin))}));

        QCOMPARE(told(alone), QStringList());
        QVERIFY(historyOf(alone).allergies.empty());
        QCOMPARE(historyOf(alone).patient.allergyStatus, administration::AllergyStatus::NoneKnown);
        QCOMPARE(historyOf(contradicted).patient.allergyStatus, administration::AllergyStatus::Recorded);
        QCOMPARE(told(contradicted),
                 line("AllergyIntolerance", u".code value-not-kept not stored: an allergy is recorded"_s));
    }

    void aNumberKeepsItsDigits()
    {
        const auto reading =
            readAbout("Observation",
                      kWeight + "," + kAt + R"(,"valueQuantity":{"value":18.90,"unit":"kg","code":"kg"})");
        const auto &weight = historyOf(reading).observations.front();
        QCOMPARE(weight.value.toString(), u"18.90 kg"_s);
        QCOMPARE(weight.effective.toIso(), u"2020-01-05T00:00:00.000000Z"_s);
        QCOMPARE(told(reading), QStringList());
    }

    void componentsAreObservationsOfTheirOwn()
    {
        const auto reading = readAbout(
            "Observation",
            R"("status":"final","code":{"text":"Blood pressure"},)" + kAt
                + R"(,"component":[{"code":{"text":"Systolic"},"valueQuantity":{"value":120,"unit":"mmHg"}},{"code":{"text":"Diastolic"},"valueQuantity":{"value":80,"code":"mm[Hg]"}},{"code":{"text":"Position"},"valueCodeableConcept":{"text":"sitting"}}])");
        const auto &rows = historyOf(reading).observations;
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[0].code.display, u"Systolic"_s);
        QCOMPARE(rows[1].value.toString(), u"80 mm[Hg]"_s);
        QCOMPARE(
            told(reading),
            line("Observation",
                 u".component[2].valueCodeableConcept unsupported-element not stored: only quantities are"_s)
                + line("Observation",
                       u".code value-not-kept its components are observations of their own"_s));
    }

    void drugsAreFoundWhereverTheyAreTold_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("drug");
        QTest::newRow("in place") << kDrug << "Bisoprolol";
        QTest::newRow("contained")
            << QByteArray(
                   R"("medicationReference":{"reference":"@m"},"contained":[{"resourceType":"Medication","id":"m","code":{"text":"Metformin"}}])")
                   .replace('@', '#') // moc takes it for a directive
            << "Metformin";
        QTest::newRow("entry") << QByteArray(R"("medicationReference":{"reference":"Medication/d"})")
                               << "Aspirin";
    }
    void drugsAreFoundWhereverTheyAreTold()
    {
        QFETCH(QByteArray, members);
        const auto statement = about(
            "MedicationStatement",
            members
                + R"(,"status":"active","dosage":[{"text":"1 tablet"},{"text":"with water"}],"effectivePeriod":{"start":"2015-03"})");
        const auto aspirin = entryOf(R"({"resourceType":"Medication","id":"d","code":{"text":"Aspirin"}})");
        const auto reading = readText(bundleOf({entryOf(aPerson()), entryOf(statement), aspirin}));
        const auto &row = historyOf(reading).medicationStatements.front();
        QTEST(row.medication.display, "drug");
        QCOMPARE(row.status, medications::MedicationStatementStatus::Active);
        QCOMPARE(row.evidence, medications::MedicationEvidence::Reported);
        QCOMPARE(row.dosage, u"1 tablet; with water"_s);
        QCOMPARE(row.effectiveStart->toIso(), u"2015-03"_s);
        QVERIFY(!row.effectiveEnd);
    }

    void aDrugThatIsNotHereIsNamedByItsDisplay()
    {
        const auto reading = readAbout(
            "MedicationStatement",
            R"("status":"active","medicationReference":{"reference":"Medication/z","display":"Aspirin"})");
        QCOMPARE(historyOf(reading).medicationStatements.front().medication.display, u"Aspirin"_s);
        QCOMPARE(told(reading),
                 line("MedicationStatement",
                      u".medicationReference.reference reference-unresolved its display is kept"_s));
    }

    void aDrugThatNobodyNamesIsNotStored()
    {
        const auto reading = readAbout(
            "MedicationStatement", R"("status":"active","medicationReference":{"reference":"Medication/z"})");
        QCOMPARE(told(reading),
                 line("MedicationStatement",
                      u".medicationReference reference-unresolved not stored: no drug is named"_s));
    }

    void anOrderOfAnotherHospitalIsHistory()
    {
        const auto reading = readAbout(
            "MedicationRequest",
            kDrug
                + R"(,"status":"stopped","intent":"order","authoredOn":"2019-05-22","dosageInstruction":[{"text":"1 daily","asNeededBoolean":true}])");
        const auto &row = historyOf(reading).medicationStatements.front();
        QCOMPARE(row.evidence, medications::MedicationEvidence::Prescribed);
        QCOMPARE(row.status, medications::MedicationStatementStatus::Stopped);
        QCOMPARE(row.effectiveStart->toIso(), u"2019-05-22"_s);
        QCOMPARE(row.dosage, u"1 daily"_s);
        QCOMPARE(told(reading),
                 line("MedicationRequest", u".dosageInstruction[0].asNeededBoolean unsupported-element"_s));
    }

    void rowsAreOfTheirPatientAndHaveIds()
    {
        const auto reading = readAbout("Condition", kAsthma);
        const auto &history = historyOf(reading);
        QCOMPARE(history.conditions.front().patient, history.patient.id);
        QVERIFY(!history.conditions.front().id.isNull());
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestReadHistory)
#include "test_read_history.moc"
