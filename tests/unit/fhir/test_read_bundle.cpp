#include "unit/fhir/reading.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kAsthma =
    R"("code":{"text":"Asthma"},"verificationStatus":{"coding":[{"code":"confirmed"}]})";

QByteArray asthmaOf(const QByteArray &reference)
{
    QByteArray start = R"({"resourceType":"Condition","subject":{"reference":"REFERENCE"},)";
    return start.replace("REFERENCE", reference) + kAsthma + '}';
}

Json withText(const QString &text)
{
    const Json name(Json::Object{{u"text"_s, text}});
    const Json patient(Json::Object{{u"resourceType"_s, u"Patient"_s}, {u"name"_s, Json(Json::Array{name})}});
    const Json entry(Json::Object{{u"resource"_s, patient}});
    return Json(Json::Object{{u"resourceType"_s, u"Bundle"_s},
                             {u"type"_s, u"collection"_s},
                             {u"entry"_s, Json(Json::Array{entry})}});
}

} // namespace

class TestReadBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoBundleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("refused");
        QTest::newRow("a patient") << aPerson() << "fhir.not-a-bundle resourceType";
        QTest::newRow("a list") << QByteArray("[]") << "fhir.not-a-bundle resourceType";
        QTest::newRow("nothing") << QByteArray("null") << "fhir.not-a-bundle resourceType";
        QTest::newRow("a batch") << QByteArray(R"({"resourceType":"Bundle","type":"batch"})")
                                 << "fhir.bundle-type type: batch";
        QTest::newRow("no kind") << QByteArray(R"({"resourceType":"Bundle"})") << "fhir.bundle-type type";
    }
    void whatIsNoBundleIsRefused()
    {
        QFETCH(QByteArray, json);
        QTEST(refusalWithDetail(readText(json)), "refused");
    }

    void fourKindsAreRead_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {"collection", "transaction", "document", "searchset"})
            QTest::newRow(type) << QByteArray(type);
    }
    void fourKindsAreRead()
    {
        QFETCH(QByteArray, type);
        const auto reading = readText(bundleOf({entryOf(aPerson())}).replace("collection", type));
        QCOMPARE(told(reading), QStringList());
        QCOMPARE(reading->histories.size(), 1U);
        QCOMPARE(reading->histories.front().entry, u"entry[0].resource.Patient"_s);
    }

    void wrongTypesAreRefusedWithTheirPath_data()
    {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &resource, const QByteArray &detail) {
            QTest::newRow(name) << resource << QString::fromLatin1(detail);
        };
        row("number for a text", aPerson().replace("\"1949-12-31\"", "1949"),
            "entry[0].resource.Patient.birthDate: string expected");
        row("text for a list", aPerson().replace(R"([{"text":"王小明"}])", R"("x")"),
            "entry[0].resource.Patient.name: list expected");
        row("text in a list of elements", aPerson().replace(R"([{"text":"王小明"}])", R"(["x"])"),
            "entry[0].resource.Patient.name[0]: object expected");
        row("null", aPerson().replace("\"female\"", "null"),
            "entry[0].resource.Patient.gender: string expected");
        row("text for a boolean", aPerson().replace("\"gender\"", "\"active\":\"true\",\"gender\""),
            "entry[0].resource.Patient.active: boolean expected");
        row("number for a resource", "7", "entry[0].resource: object expected");
        row("no type", "{}", "entry[0].resource.resourceType: missing");
    }
    void wrongTypesAreRefusedWithTheirPath()
    {
        QFETCH(QByteArray, resource);
        QFETCH(QString, detail);
        QCOMPARE(refusalWithDetail(readText(bundleOf({entryOf(resource)}))), u"fhir.type "_s + detail);
    }

    void entriesThatAreNoListAreRefused()
    {
        const auto reading = readText(R"({"resourceType":"Bundle","type":"collection","entry":{}})");
        QCOMPARE(refusalWithDetail(reading), u"fhir.type entry: list expected"_s);
    }

    void textNoStoreKeepsIsRefusedWithItsPath()
    {
        QCOMPARE(refusalWithDetail(readJson(withText(u"王"_s + QChar(u'\0')))),
                 u"text.nul entry[0].resource.Patient.name[0].text:1"_s);
        QCOMPARE(refusalWithDetail(readJson(withText(QString(QChar(0xd83d))))),
                 u"text.lone-surrogate entry[0].resource.Patient.name[0].text:0"_s);
    }

    void referencesAreFollowed_data()
    {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<QByteArray>("condition");
        const QByteArray uuid = "urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a";
        const QByteArray url = "http://a.example/fhir/Patient/p";
        QTest::newRow("fullUrl") << entryOf(aPerson(), url) << entryOf(asthmaOf(url));
        QTest::newRow("urn:uuid") << entryOf(aPerson(), uuid) << entryOf(asthmaOf(uuid));
        QTest::newRow("type and id") << entryOf(aPerson()) << entryOf(asthmaOf("Patient/p"));
        QTest::newRow("type and id beside a urn")
            << entryOf(aPerson(), uuid) << entryOf(asthmaOf("Patient/p"));
        QTest::newRow("a version of it") << entryOf(aPerson(), url) << entryOf(asthmaOf(url + "/_history/2"));
    }
    void referencesAreFollowed()
    {
        QFETCH(QByteArray, person);
        QFETCH(QByteArray, condition);
        const auto reading = readText(bundleOf({condition, person}));
        QCOMPARE(told(reading), QStringList());
        QCOMPARE(reading->histories.front().conditions.size(), 1U);
        QCOMPARE(reading->histories.front().conditions.front().patient,
                 reading->histories.front().patient.id);
    }

    void aRelativeReferenceMeansTheServerOfWhoSaysIt()
    {
        const auto condition = about("Condition", kAsthma);
        const auto reading = readText(bundleOf({entryOf(aPerson(), "http://a.example/Patient/p"),
                                                entryOf(aPerson(), "http://b.example/Patient/p"),
                                                entryOf(condition, "http://b.example/Condition/x")}));
        QCOMPARE(told(reading), QStringList());
        QCOMPARE(reading->histories.front().conditions.size(), 0U);
        QCOMPARE(reading->histories.back().conditions.size(), 1U);
    }

    void referencesToNobodyHereAreRemarked_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::newRow("elsewhere") << asthmaOf("http://a.example/fhir/Patient/p");
        QTest::newRow("absent") << asthmaOf("Patient/q");
        QTest::newRow("contained") << asthmaOf("#p");
        QTest::newRow("a search") << asthmaOf("Patient?identifier=1");
        QTest::newRow("not a patient") << asthmaOf("Group/g");
        QTest::newRow("none") << QByteArray(R"({"resourceType":"Condition",)") + kAsthma + '}';
    }
    void referencesToNobodyHereAreRemarked()
    {
        QFETCH(QByteArray, condition);
        const auto reading = readText(bundleOf(
            {entryOf(aPerson()), entryOf(R"({"resourceType":"Group","id":"g"})"), entryOf(condition)}));
        QCOMPARE(told(reading),
                 (QStringList{u"entry[1].resource.Group unsupported-resource"_s,
                              u"entry[2].resource.Condition.subject reference-unresolved not stored: no such "
                              "patient here"_s}));
        QVERIFY(reading->histories.front().conditions.empty());
    }

    void ambiguousReferencesAreUnresolved()
    {
        const auto reading = readText(
            bundleOf({entryOf(aPerson()), entryOf(aPerson()), entryOf(about("Condition", kAsthma))}));
        QCOMPARE(told(reading).size(), 1);
        QVERIFY(told(reading).front().contains(u"reference-unresolved"_s));
    }

    void oneEntryTwiceIsRefused()
    {
        const auto entry = entryOf(aPerson(), "urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a");
        QCOMPARE(refusalWithDetail(readText(bundleOf({entry, entry}))),
                 u"fhir.duplicate-entry entry[1].resource.Patient: entry[0].resource.Patient"_s);
    }

    void whatHasNoPlaceIsListedInTheOrderOfTheFile()
    {
        const auto reading =
            readText(bundleOf({entryOf(R"({"resourceType":"Procedure","id":"o","status":"completed"})"),
                               entryOf(aPerson().replace(
                                   "\"gender\"", R"("deceasedBoolean":false,"text":{"div":"x"},"gender")")),
                               entryOf(R"({"resourceType":"Medication","id":"m"})")}));
        QCOMPARE(told(reading),
                 (QStringList{u"entry[0].resource.Procedure unsupported-resource"_s,
                              u"entry[1].resource.Patient.deceasedBoolean unsupported-element"_s,
                              u"entry[1].resource.Patient.text unsupported-element"_s,
                              u"entry[2].resource.Medication unsupported-resource"_s}));
    }

    void whatATransactionWantsToReadOrDeleteIsListed()
    {
        const QByteArray deletion = R"({"request":{"method":"DELETE","url":"Patient/1"}})";
        const QByteArray creation =
            R"({"request":{"method":"POST","url":"Patient","ifNoneExist":"x"},"resource":)" + aPerson() + '}';
        const auto reading = readText(bundleOf({deletion, creation}));
        QCOMPARE(told(reading),
                 (QStringList{u"entry[0].request unsupported-element DELETE"_s,
                              u"entry[1].request.ifNoneExist unsupported-element"_s}));
        QCOMPARE(reading->histories.size(), 1U);
    }

    void membersOfTheBundleItselfAreListed()
    {
        auto text = bundleOf({entryOf(aPerson())});
        text.replace("\"type\"", R"("id":"b","link":[{"relation":"next","url":"x"}],"type")");
        QCOMPARE(told(readText(text)), QStringList{u"link unsupported-element"_s});
    }

    void whatAModifierChangesIsNotStored()
    {
        const auto reading = readAbout("Condition", kAsthma + R"(,"modifierExtension":[{"url":"urn:x"}])");
        QCOMPARE(
            told(reading),
            QStringList{u"entry[1].resource.Condition unsupported-element not stored: modifierExtension"_s});
        QVERIFY(reading->histories.front().conditions.empty());
    }

    void aPatientAModifierChangesRefusesTheFile()
    {
        const auto person = aPerson().replace("\"gender\"", R"("implicitRules":"urn:x","gender")");
        QCOMPARE(refusalWithDetail(readText(bundleOf({entryOf(person)}))),
                 u"fhir.patient-modified entry[0].resource.Patient"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestReadBundle)
#include "test_read_bundle.moc"
