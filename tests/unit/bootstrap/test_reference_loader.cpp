#include "bootstrap/reference_loader.h"

#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace simiao::bootstrap;
using namespace Qt::StringLiterals;

namespace {

Json parsed(const char *text)
{
    return *Json::parse(text);
}

medications::Medication aDrug(const QString &allergyClass)
{
    medications::Medication drug;
    drug.allergyClasses = {allergyClass};
    return drug;
}

clinical::AllergyIntolerance anAllergy(const QString &substanceClass, const QString &reaction)
{
    clinical::AllergyIntolerance allergy;
    allergy.substanceClass = substanceClass;
    allergy.reaction = reaction;
    return allergy;
}

} // namespace

class TestReferenceLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = loadReferenceData(qEnvironmentVariable("SIMIAO_RESOURCES"));
        QVERIFY2(loaded, loaded ? "" : qPrintable(logLine(loaded.error())));
        m_data = *std::move(loaded);
    }

    void wordsOfDosageAreFoundAsTheyAreTyped()
    {
        QCOMPARE(m_data.dosage.route(u"口服"_s)->code, u"oral"_s);
        QCOMPARE(m_data.dosage.route(u"PO"_s)->code, u"oral"_s);
        QCOMPARE(*m_data.dosage.frequency(u"每日三次"_s)->timesPerDay, Decimal(3));
        QVERIFY(!m_data.dosage.frequency(u"prn"_s)->timesPerDay);
    }

    void piecesOfOneKindAreNotPiecesOfAnother()
    {
        QVERIFY(m_data.dosage.unit(u"片"_s)->dimension != m_data.dosage.unit(u"粒"_s)->dimension);
        QCOMPARE(m_data.dosage.unit(u"g"_s)->dimension, m_data.dosage.unit(u"mg"_s)->dimension);
        QCOMPARE(m_data.dosage.unit(u"g"_s)->factor, Decimal(1000));
    }

    void allergiesAreJudgedAsTheFileSays_data()
    {
        QTest::addColumn<QString>("documented");
        QTest::addColumn<QString>("reaction");
        QTest::addColumn<QString>("ordered");
        QTest::addColumn<int>("severity");

        const auto row = [](const char *documented, const char *reaction, const char *ordered,
                            Severity severity) {
            QTest::addRow("%s, %s, ordered %s", documented, reaction, ordered)
                << QString::fromLatin1(documented) << QString::fromLatin1(reaction)
                << QString::fromLatin1(ordered) << int(severity);
        };
        row("penicillins", "anaphylaxis", "penicillins", Severity::Block);
        row("penicillins", "laryngeal-oedema", "penicillins", Severity::Block);
        row("penicillins", "rash", "penicillins", Severity::Confirm);
        row("penicillins", "", "penicillins", Severity::Confirm);
        row("penicillins", "anaphylaxis", "cephalosporins", Severity::Confirm);
        row("penicillins", "rash", "cephalosporins", Severity::Notice);
    }

    void allergiesAreJudgedAsTheFileSays()
    {
        QFETCH(QString, documented);
        QFETCH(QString, reaction);
        QFETCH(QString, ordered);

        const auto issues =
            medications::checkAllergies(aDrug(ordered), administration::AllergyStatus::Recorded,
                                        {anAllergy(documented, reaction)}, m_data.allergies);

        QCOMPARE(issues.size(), std::size_t(1));
        QTEST(int(issues[0].severity), "severity");
    }

    void notesHaveTheirSectionsUnderLoincCodes()
    {
        const auto *note = m_data.noteTemplate(u"first-visit"_s);

        QCOMPARE(note->sections.size(), std::size_t(5));
        QCOMPARE(note->sections[0].code, u"10154-3"_s);
        QCOMPARE(note->sections[0].title.zh, u"主诉"_s);
        QVERIFY(note->sections[0].isRequired);
        // Basic Norm for Medical Records: a first visit has its auxiliary results too, where there are any.
        QCOMPARE(note->sections[4].code, u"30954-2"_s);
        QCOMPARE(note->sections[4].title.zh, u"辅助检查结果"_s);
        QVERIFY(!note->sections[4].isRequired);
    }

    void examplesOfTheTablesAreThere()
    {
        const auto &examples = m_data.importTemplates;
        QCOMPARE(examples.size(), std::size_t(6));
        QVERIFY(examples.at(u"stock.csv"_s).startsWith("code,lot,expiry,quantity,location\n"));
    }

    void textsOfTheHospitalHaveAFormOfTheirOwn()
    {
        const auto *name = workflow::ruleFor(m_data.settings, u"hospital.name"_s);
        QVERIFY(name && !name->isListed);
        QCOMPARE(name->type, workflow::SettingRule::Type::Text);
        QVERIFY(name->check(QString(name->most, u'长')));
        QVERIFY(!name->check(QString(name->most + 1, u'长')));
        QVERIFY(workflow::ruleFor(m_data.settings, u"ui.density"_s)->isListed);
    }

    void saysWhereAFileDoesNotFit()
    {
        const auto json = parsed(R"({"version": "1", "routes": [], "frequencies": [], "units": [
            {"code": "mg", "kind": "mass", "base": "mg", "factor": 1, "aliases": []}]})");

        const auto terms = parseDosageTerms(json, u"units.json"_s);

        QCOMPARE(terms.error().code, u"resources.shape"_s);
        QCOMPARE(terms.error().detail, u"units.json: units[0].factor"_s);
    }

    void refusesAConditionNobodyDeclared()
    {
        const auto json = parsed(R"({"version": "1", "conditions": [], "reactions": [], "sameClassRules": [
            {"level": "block", "when": "tuesday", "text": {"en": "", "zh": ""}, "source": ""}],
            "classes": [{"code": "a", "crossReactsWith": []}]})");

        const auto rules = parseAllergyRules(json, u"a.json"_s);

        QCOMPARE(rules.error().detail, u"a.json: sameClassRules[0].when"_s);
    }

private:
    workflow::ReferenceData m_data;
};

QTEST_GUILESS_MAIN(TestReferenceLoader)
#include "test_reference_loader.moc"
