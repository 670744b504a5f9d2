#include "domain/medications/allergy_check.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace simiao::test {

using namespace Qt::StringLiterals;
using administration::AllergyStatus;
using clinical::AllergyIntolerance;
using medications::AllergyRules;
using medications::checkAllergies;
using medications::Medication;

namespace {

/// Shaped like resources/rules/allergy_classes.json: the same class, and one cross-reaction.
AllergyRules rules()
{
    const auto pen = u"penicillins"_s;
    const auto ceph = u"cephalosporins"_s;
    const auto shock = u"anaphylaxis"_s;
    return {{{pen, pen, {}, Severity::Confirm, {u"same class"_s, {}}, {}},
             {pen, pen, shock, Severity::Block, {u"same class, anaphylaxis"_s, {}}, {}},
             {pen, ceph, {}, Severity::Notice, {u"ring"_s, {}}, {}},
             {pen, ceph, shock, Severity::Confirm, {u"ring, anaphylaxis"_s, {}}, {}}},
            u"test"_s};
}

AllergyIntolerance allergyTo(const QString &substanceClass, const QString &reaction = {})
{
    AllergyIntolerance allergy;
    allergy.substance = substanceClass;
    allergy.substanceClass = substanceClass;
    allergy.reaction = reaction;
    return allergy;
}

Medication drugOf(const QStringList &classes)
{
    Medication drug;
    drug.allergyClasses.assign(classes.begin(), classes.end());
    return drug;
}

int gravest(const std::vector<Issue> &issues)
{
    return issues.empty() ? -1 : int(issues.front().severity);
}

} // namespace

class TestAllergyCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheRulesSay_data()
    {
        QTest::addColumn<QString>("drugClass");
        QTest::addColumn<QString>("allergyClass");
        QTest::addColumn<QString>("reaction");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("severity");
        QTest::newRow("anaphylaxis to the class") << "penicillins" << "penicillins" << "anaphylaxis"
                                                  << "allergy.same-class" << int(Severity::Block);
        QTest::newRow("rash from the class")
            << "penicillins" << "penicillins" << "rash" << "allergy.same-class" << int(Severity::Confirm);
        QTest::newRow("reaction not asked")
            << "penicillins" << "penicillins" << "" << "allergy.same-class" << int(Severity::Confirm);
        QTest::newRow("cross-reaction after anaphylaxis")
            << "cephalosporins" << "penicillins" << "anaphylaxis" << "allergy.cross-reaction"
            << int(Severity::Confirm);
        QTest::newRow("cross-reaction after rash") << "cephalosporins" << "penicillins" << "rash"
                                                   << "allergy.cross-reaction" << int(Severity::Notice);
        QTest::newRow("no rule knows it, which is said") << "penicillins" << "cephalosporins" << "anaphylaxis"
                                                         << "allergy.unclassified" << int(Severity::Notice);
        QTest::newRow("another drug") << "macrolides" << "penicillins" << "anaphylaxis" << "" << -1;
        QTest::newRow("drug without class") << "" << "penicillins" << "anaphylaxis" << "" << -1;
    }
    void findsWhatTheRulesSay()
    {
        QFETCH(QString, drugClass);
        QFETCH(QString, allergyClass);
        QFETCH(QString, reaction);
        QFETCH(QString, code);
        QFETCH(int, severity);
        const auto drug = drugClass.isEmpty() ? Medication{} : drugOf({drugClass});

        const auto issues =
            checkAllergies(drug, AllergyStatus::Recorded, {allergyTo(allergyClass, reaction)}, rules());

        QCOMPARE(issues.size(), std::size_t(severity >= 0));
        QCOMPARE(gravest(issues), severity);
        QCOMPARE(issues.empty() ? QString() : issues.front().code, code);
    }

    void notAskedIsSaidNotHidden()
    {
        const auto issues = checkAllergies(drugOf({u"penicillins"_s}), AllergyStatus::NotAsked, {}, rules());
        QCOMPARE(issues.size(), 1U);
        QCOMPARE(issues.front().code, u"allergy.not-asked"_s);
        QCOMPARE(issues.front().severity, Severity::Notice);
    }

    void noneKnownIsSilent()
    {
        QVERIFY(checkAllergies(drugOf({u"penicillins"_s}), AllergyStatus::NoneKnown, {}, rules()).empty());
    }

    void recordedAllergyCountsWhateverTheStatusSays()
    {
        const auto shock = allergyTo(u"penicillins"_s, u"anaphylaxis"_s);
        for (const auto status : {AllergyStatus::NotAsked, AllergyStatus::NoneKnown, AllergyStatus::Recorded})
            QCOMPARE(gravest(checkAllergies(drugOf({u"penicillins"_s}), status, {shock}, rules())),
                     int(Severity::Block));
    }

    void eachAllergyGivesItsGravestFindingFirst()
    {
        const auto drug = drugOf({u"cephalosporins"_s, u"penicillins"_s});
        const std::vector allergies{allergyTo(u"penicillins"_s, u"rash"_s),
                                    allergyTo(u"penicillins"_s, u"anaphylaxis"_s)};

        const auto issues = checkAllergies(drug, AllergyStatus::Recorded, allergies, rules());

        QCOMPARE(issues.size(), 2U);
        QCOMPARE(issues[0].severity, Severity::Block);
        QCOMPARE(issues[0].evidence.zh, u"penicillins"_s);
        QCOMPARE(issues[1].severity, Severity::Confirm);
    }

    void anotherAllergyNeverMakesADrugSafer()
    {
        std::mt19937 random(11);
        for (int round = 0; round < 500; ++round) {
            const auto drug = drugOf({pick(random, m_classes)});
            const auto status = AllergyStatus(random() % 3);
            std::vector<AllergyIntolerance> allergies;
            int before = gravest(checkAllergies(drug, status, allergies, rules()));
            for (int i = 0; i < 5; ++i) {
                allergies.push_back(allergyTo(pick(random, m_classes), pick(random, m_reactions)));
                const int after = gravest(checkAllergies(drug, status, allergies, rules()));
                QVERIFY(after >= before);
                before = after;
            }
        }
    }

    void orderOfTheAllergiesDoesNotMatter()
    {
        std::mt19937 random(12);
        for (int round = 0; round < 200; ++round) {
            std::vector<AllergyIntolerance> allergies;
            for (int i = 0; i < 5; ++i)
                allergies.push_back(allergyTo(pick(random, m_classes), pick(random, m_reactions)));
            const auto drug = drugOf({pick(random, m_classes)});
            const auto expected = checkAllergies(drug, AllergyStatus::Recorded, allergies, rules());
            std::ranges::shuffle(allergies, random);
            const auto shuffled = checkAllergies(drug, AllergyStatus::Recorded, allergies, rules());
            QCOMPARE(shuffled.size(), expected.size());
            QVERIFY(std::ranges::equal(shuffled, expected, {}, &Issue::severity, &Issue::severity));
        }
    }

private:
    static QString pick(std::mt19937 &random, const QStringList &words)
    {
        return words[qsizetype(random() % std::size_t(words.size()))];
    }

    const QStringList m_classes{u"penicillins"_s, u"cephalosporins"_s, u"macrolides"_s, u"nsaids"_s};
    const QStringList m_reactions{u""_s, u"rash"_s, u"anaphylaxis"_s};
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAllergyCheck)
#include "test_allergy_check.moc"
