#include "bootstrap/reference_loader.h"

#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace simiao::bootstrap;
using namespace Qt::StringLiterals;
using administration::AllergyStatus;
using clinical::AllergyIntolerance;
using clinical::AllergyVerification;
using medications::Medication;
using medications::PrescriptionClass;

namespace {

const Date kToday = *Date::parse(u"2026-11-22"_s);

/// A drug as the catalogue has it, by its ATC code alone.
Medication drugOf(const QString &atc)
{
    Medication drug;
    drug.atc = atc;
    drug.name = u"药"_s;
    drug.nameEn = u"drug"_s;
    drug.form = u"片剂"_s;
    drug.strength = {Decimal(1), u"g"_s};
    return drug;
}

AllergyIntolerance allergyTo(const QString &allergen, const QString &reaction)
{
    AllergyIntolerance allergy;
    allergy.substance = allergen;
    allergy.code = Coding{QString(medications::kAllergenSystem), allergen, allergen};
    allergy.reaction = reaction;
    return allergy;
}

QStringList idsOf(const std::vector<Issue> &issues)
{
    QStringList ids;
    for (const auto &issue : issues)
        ids.append(issue.rule.id);
    return ids;
}

const Issue *issueOf(const std::vector<Issue> &issues, const QString &ruleId)
{
    const auto found = std::ranges::find(issues, ruleId, [](const Issue &issue) { return issue.rule.id; });
    return found == issues.end() ? nullptr : &*found;
}

medications::Dosage dosageFor(int days, const QString &frequency = u"qd"_s)
{
    return {{Decimal(1), u"g"_s}, u"oral"_s, frequency, days};
}

} // namespace

/// The shipped files as they are judged: what a hospital reads in them is what happens.
class TestSafetyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = loadReferenceData(qEnvironmentVariable("SIMIAO_RESOURCES"));
        QVERIFY2(loaded, loaded ? "" : qPrintable(logLine(loaded.error())));
        m_data = *std::move(loaded);
    }

    void substancesAreComparedAsTheFileSays_data()
    {
        QTest::addColumn<QString>("allergen");
        QTest::addColumn<QString>("reaction");
        QTest::addColumn<QString>("orderedAtc");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const QString &allergen, const QString &reaction,
                            const QString &atc, Severity severity, const QString &rule) {
            QTest::newRow(name) << allergen << reaction << atc << int(severity) << rule;
        };
        row("class by ATC", u"penicillin"_s, u"anaphylaxis"_s, u"J01CA04"_s, Severity::Block,
            u"same-class.penicillins.anaphylaxis"_s);
        row("side chain beats the class rule", u"amoxicillin"_s, u"rash"_s, u"J01DB01"_s, Severity::Confirm,
            u"side-chain.aminopenicillin.any"_s);
        row("no shared side chain", u"amoxicillin"_s, u"rash"_s, u"J01DD04"_s, Severity::Notice,
            u"cross-reaction.penicillins.cephalosporins.any"_s);
        row("methoxyimino", u"cefuroxime"_s, u""_s, u"J01DD04"_s, Severity::Confirm,
            u"same-class.cephalosporins.any"_s);
        row("across classes by side chain", u"aztreonam"_s, u"urticaria"_s, u"J01DD02"_s, Severity::Confirm,
            u"side-chain.ceftazidime-aztreonam.any"_s);
        row("the very substance, of no class", u"allopurinol"_s, u"dress"_s, u"M04AA01"_s, Severity::Confirm,
            u"same-substance.severe-cutaneous"_s);
        row("the very substance, anaphylaxis", u"allopurinol"_s, u"anaphylaxis"_s, u"M04AA01"_s,
            Severity::Block, u"same-substance.anaphylaxis"_s);
        row("a class with rules of its own", u"morphine"_s, u"anaphylaxis"_s, u"N02AA01"_s, Severity::Confirm,
            u"same-class.opioids.any"_s);
    }
    void substancesAreComparedAsTheFileSays()
    {
        QFETCH(const QString, allergen);
        QFETCH(const QString, reaction);
        QFETCH(const QString, orderedAtc);
        QFETCH(const QString, rule);

        const auto issues = check(drugOf(orderedAtc), allergyTo(allergen, reaction));

        QCOMPARE(issues.size(), 1U);
        QTEST(int(issues[0].severity), "severity");
        QCOMPARE(issues[0].rule.id, rule);
        QCOMPARE(issues[0].rule.version, m_data.allergies.version);
        QVERIFY(!issues[0].rule.source.isEmpty());
    }

    void anotherDrugOfAKnownSubstanceIsSilent()
    {
        QVERIFY(check(drugOf(u"M04AA03"_s), allergyTo(u"allopurinol"_s, u"dress"_s)).empty());
    }

    void nameOfTheListIsAsGoodAsItsCode()
    {
        AllergyIntolerance typed;
        typed.substance = u"阿莫西林"_s;
        QCOMPARE(idsOf(check(drugOf(u"J01DB01"_s), typed)), QStringList{u"side-chain.aminopenicillin.any"_s});
        typed.substance = u"不明药水"_s;
        QCOMPARE(check(drugOf(u"J01DB01"_s), typed).front().code, u"allergy.unclassified"_s);
    }

    void anyOfSeveralReactionsCounts()
    {
        auto allergy = allergyTo(u"penicillin"_s, u"rash"_s);
        allergy.furtherReactions = std::vector{u"laryngeal-oedema"_s};
        QCOMPARE(check(drugOf(u"J01CA04"_s), allergy).front().severity, Severity::Block);
    }

    void whatNobodyConfirmedAsksAndDoesNotBlock()
    {
        auto allergy = allergyTo(u"penicillin"_s, u"anaphylaxis"_s);
        allergy.verification = AllergyVerification::Unconfirmed;
        QCOMPARE(check(drugOf(u"J01CA04"_s), allergy).front().severity, Severity::Confirm);
        allergy.verification = AllergyVerification::EnteredInError;
        QVERIFY(check(drugOf(u"J01CA04"_s), allergy).empty());
    }

    void listsToChooseFromAreRead()
    {
        QCOMPARE(m_data.allergies.reactions.size(), 13U);
        QVERIFY(m_data.allergies.reactions.front().isGrave);
        QVERIFY(m_data.allergies.allergens.size() > 40U);
        QCOMPARE(m_data.allergies.classOf(u"J01CA04"_s), u"penicillins"_s);
    }

    void frequenciesOfTheFileCanBeCounted_data()
    {
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("doses");
        QTest::newRow("once a week") << u"qw"_s << 14 << 2;
        QTest::newRow("twice a week") << u"每周两次"_s << 7 << 2;
        QTest::newRow("at once") << u"stat"_s << 1 << 1;
        QTest::newRow("every 8 hours") << u"q8h"_s << 2 << 6;
        QTest::newRow("every other day") << u"qod"_s << 7 << 4;
    }
    void frequenciesOfTheFileCanBeCounted()
    {
        QFETCH(const QString, frequency);
        QFETCH(const int, days);
        const auto doses = medications::dosesOfCourse(dosageFor(days, frequency), m_data.dosage);
        QVERIFY(doses);
        QTEST(int(*doses), "doses");
    }

    void everyFrequencyOfTheFileGivesAQuantityOrSaysWhatIsMissing()
    {
        for (const auto &term : m_data.dosage.frequencies) {
            const auto doses =
                medications::dosesOfCourse(dosageFor(term.isSingleDose ? 1 : 7, term.code), m_data.dosage);
            const bool isAsked = !doses && doses.error().code == u"dosage.doses-missing"_s;
            QVERIFY2(doses || (term.isAsNeeded && isAsked), qPrintable(term.code));
        }
    }

    void prescriptionRulesAreAskedAsTheFileSays_data()
    {
        QTest::addColumn<int>("drugClass");
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("severity");
        const auto row = [](const char *name, PrescriptionClass drugClass, const QString &form, int days,
                            const char *rule, Severity severity) {
            QTest::newRow(name) << int(drugClass) << form << days << QString::fromLatin1(rule)
                                << int(severity);
        };
        row("a week is usual", PrescriptionClass::Ordinary, u"片剂"_s, 7, "", Severity::Notice);
        row("longer asks why", PrescriptionClass::Ordinary, u"片剂"_s, 8, "RX07", Severity::Confirm);
        row("very long asks why", PrescriptionClass::Ordinary, u"片剂"_s, 29, "RX27", Severity::Confirm);
        row("class 2, a week", PrescriptionClass::PsychotropicTwo, u"片剂"_s, 7, "", Severity::Notice);
        row("class 2, longer", PrescriptionClass::PsychotropicTwo, u"片剂"_s, 8, "RX10", Severity::Confirm);
        row("narcotic tablet, 3 days", PrescriptionClass::Narcotic, u"片剂"_s, 3, "", Severity::Notice);
        row("narcotic tablet, 5 days: cancer pain?", PrescriptionClass::Narcotic, u"片剂"_s, 5, "RX08",
            Severity::Confirm);
        row("narcotic tablet, 8 days: nobody may", PrescriptionClass::Narcotic, u"片剂"_s, 8, "RX08",
            Severity::Block);
        row("narcotic sustained release, 7 days", PrescriptionClass::Narcotic, u"缓释片"_s, 7, "",
            Severity::Notice);
        row("class 1 injection, two doses", PrescriptionClass::PsychotropicOne, u"注射剂"_s, 2, "RX09",
            Severity::Confirm);
        row("class 1 injection, four days", PrescriptionClass::PsychotropicOne, u"注射剂"_s, 4, "RX09",
            Severity::Block);
    }
    void prescriptionRulesAreAskedAsTheFileSays()
    {
        QFETCH(const int, drugClass);
        QFETCH(const QString, form);
        QFETCH(const int, days);
        QFETCH(const QString, rule);
        auto drug = drugOf({});
        drug.prescriptionClass = PrescriptionClass(drugClass);
        drug.form = form;

        const auto issues = checkLine(drug, dosageFor(days));

        if (rule.isEmpty()) {
            QCOMPARE(idsOf(issues), QStringList());
            return;
        }
        const auto *issue = issueOf(issues, rule);
        QVERIFY2(issue, qPrintable(idsOf(issues).join(u' ')));
        QTEST(int(issue->severity), "severity");
        QVERIFY(issue->evidence.zh.contains(QString::number(days)));
        QVERIFY(!issue->rule.source.isEmpty());
        QCOMPARE(issue->rule.version, m_data.prescriptions.version);
    }

    void whatLastsNobodyKnowsHowLongIsNotChecked()
    {
        auto dosage = dosageFor(0, u"prn"_s);
        dosage.maxDoses = 6;
        const auto issues = checkLine(drugOf({}), dosage);
        QCOMPARE(idsOf(issues), QStringList{u"RX07"_s});
        QCOMPARE(issues.front().severity, Severity::Notice);
    }

    void methylphenidateOfAChildMayLastLonger()
    {
        auto drug = drugOf(u"N06BA04"_s);
        drug.prescriptionClass = PrescriptionClass::PsychotropicOne;
        m_facts.patient.birthDate = kToday.plusDays(-8 * 365);
        QCOMPARE(issueOf(checkLine(drug, dosageFor(15)), u"RX09"_s)->severity, Severity::Confirm);
        QCOMPARE(issueOf(checkLine(drug, dosageFor(16)), u"RX09"_s)->severity, Severity::Block);
        m_facts.patient.birthDate = kToday.plusDays(-40 * 365);
        QCOMPARE(issueOf(checkLine(drug, dosageFor(15)), u"RX09"_s)->severity, Severity::Block);
    }

    void narcoticNeedsTheNumberOfThePatient()
    {
        auto drug = drugOf({});
        drug.prescriptionClass = PrescriptionClass::Narcotic;
        m_facts.patient.identityNumber.clear();
        QCOMPARE(issueOf(checkLine(drug, dosageFor(1)), u"RX14"_s)->severity, Severity::Block);
        m_facts.patient.identityNumber = u"110199198103140110"_s;
        QVERIFY(!issueOf(checkLine(drug, dosageFor(1)), u"RX14"_s));
    }

    void antibioticAsksForATitleThatMay_data()
    {
        QTest::addColumn<QString>("grade");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("severity"); // -1: silent
        QTest::newRow("resident, plain") << u"non-restricted"_s << u"医师"_s << -1;
        QTest::newRow("resident, restricted") << u"restricted"_s << u"住院医师"_s << int(Severity::Confirm);
        QTest::newRow("attending, restricted") << u"restricted"_s << u"主治医师"_s << -1;
        QTest::newRow("attending, special") << u"special"_s << u"主治医师"_s << int(Severity::Confirm);
        QTest::newRow("chief, special") << u"special"_s << u"副主任医师"_s << -1;
        QTest::newRow("title not known") << u"special"_s << QString() << int(Severity::Notice);
    }
    void antibioticAsksForATitleThatMay()
    {
        QFETCH(const QString, grade);
        QFETCH(const QString, title);
        QFETCH(const int, severity);
        auto drug = drugOf(u"J01CA04"_s);
        drug.antibioticGrade = grade;
        m_facts.prescriberTitle = title;

        const auto issues = checkLine(drug, dosageFor(3));
        const auto *issue = issueOf(issues, u"AB02"_s);

        QCOMPARE(issue ? int(issue->severity) : -1, severity);
        QCOMPARE(bool(issueOf(issues, u"AB04"_s)), grade == u"special"_s);
    }

    void sixDrugsAreTooManyForOnePrescription()
    {
        const std::vector<Medication> five(5, drugOf({}));
        QCOMPARE(idsOf(medications::checkSheet(five, m_facts, m_data.prescriptions)), QStringList());
        const std::vector<Medication> six(6, drugOf({}));
        const auto issues = medications::checkSheet(six, m_facts, m_data.prescriptions);
        QCOMPARE(idsOf(issues), QStringList{u"RX01"_s});
        QCOMPARE(issues.front().severity, Severity::Block);
    }

    void childGetsALightGreenForm()
    {
        m_facts.patient.birthDate = kToday.plusDays(-8 * 365);
        const auto issues = medications::checkSheet({drugOf({})}, m_facts, m_data.prescriptions);
        QCOMPARE(idsOf(issues), QStringList{u"RX15"_s});
        QVERIFY(issues.front().evidence.zh.contains(u"淡绿色"_s));
        QVERIFY(issues.front().evidence.zh.contains(u"儿科"_s));
    }

    void whatTheHeadLacksIsNamed()
    {
        m_facts.patient.gender = administration::Gender::Unknown;
        const auto issues = medications::checkSheet({drugOf({})}, m_facts, m_data.prescriptions);
        QCOMPARE(idsOf(issues), QStringList{u"RX17"_s});
        QCOMPARE(issues.front().evidence.en, u"sex"_s);
    }

    void rulesThatNothingDecidesAreNamed()
    {
        const auto open = medications::notCheckedAtSigning(m_data.prescriptions, kToday);
        QStringList ids;
        for (const auto &rule : open)
            ids.append(rule.id);
        for (const auto &id : {u"RX03"_s, u"RX21"_s, u"RX25"_s, u"AB03"_s, u"OR16"_s})
            QVERIFY2(ids.contains(id), qPrintable(ids.join(u' ')));
        for (const auto &id : medications::checkedAtSigning(m_data.prescriptions, kToday))
            QVERIFY(!ids.contains(id));
        QVERIFY(!ids.contains(u"RX12"_s)); // of inpatients
        QVERIFY(!ids.contains(u"RX24"_s)); // of the archive
    }

    void rulesHoldFromTheirFirstDay()
    {
        auto drug = drugOf({});
        m_facts.today = *Date::parse(u"2007-04-30"_s);
        QCOMPARE(idsOf(checkLine(drug, dosageFor(8))), QStringList());
        m_facts.today = {};
        QCOMPARE(idsOf(checkLine(drug, dosageFor(8))), QStringList());
    }

    void onlyWhatWasLookedUpBlocks()
    {
        for (const auto &rule : m_data.prescriptions.rules)
            QVERIFY2(rule.severity != Severity::Block || !rule.source.isEmpty(), qPrintable(rule.id));
        const auto json = Json::parse(R"({"version": "1", "rules": [
            {"id": "A", "check": "maxLines", "text": {"en": "", "zh": ""}, "level": "block", "scope": ["sign"],
             "source": {"document": "a law", "marks": ["S"]}, "validFrom": "2020-01-01", "parameters": {}},
            {"id": "B", "check": "maxLines", "text": {"en": "", "zh": ""}, "level": "block", "scope": ["sign"],
             "source": {"document": "a law", "marks": ["S", "G"]}, "validFrom": "2020-01-01", "parameters": {}},
            {"id": "C", "check": "maxLines", "text": {"en": "", "zh": ""}, "level": "block", "scope": ["sign"],
             "source": {}, "validFrom": "2020-01-01", "parameters": {}}]})");
        const auto rules = parsePrescriptionRules(*json, u"rules.json"_s);
        QVERIFY(rules);
        QCOMPARE(rules->rules[0].severity, Severity::Block);
        QCOMPARE(rules->rules[1].severity, Severity::Notice);
        QCOMPARE(rules->rules[2].severity, Severity::Notice);
    }

    void saysWhereAPrescriptionRuleDoesNotFit()
    {
        const auto json = Json::parse(R"({"version": "1", "rules": [
            {"id": "A", "check": "maxLines", "text": {"en": "", "zh": ""}, "level": "block", "scope": [],
             "source": {"document": "a law", "marks": []}, "validFrom": "yesterday", "parameters": {}}]})");
        const auto rules = parsePrescriptionRules(*json, u"rules.json"_s);
        QCOMPARE(rules.error().detail, u"rules.json: rules[0].validFrom"_s);
    }

    void cleanup() { m_facts = someFacts(); }

private:
    static medications::PrescriptionFacts someFacts()
    {
        medications::PrescriptionFacts facts;
        facts.patient.gender = administration::Gender::Female;
        facts.patient.birthDate = *Date::parse(u"1981-03-14"_s);
        facts.patient.identityNumber = u"110199198103140110"_s;
        facts.today = kToday;
        facts.prescriberTitle = u"主治医师"_s;
        return facts;
    }

    std::vector<Issue> check(const Medication &drug, const AllergyIntolerance &allergy) const
    {
        return medications::checkAllergies(drug, AllergyStatus::Recorded, {allergy}, m_data.allergies);
    }

    std::vector<Issue> checkLine(const Medication &drug, const medications::Dosage &dosage) const
    {
        return medications::checkLine(drug, dosage, m_facts, m_data.dosage, m_data.prescriptions);
    }

    workflow::ReferenceData m_data;
    medications::PrescriptionFacts m_facts = someFacts();
};

QTEST_GUILESS_MAIN(TestSafetyRules)
#include "test_safety_rules.moc"
