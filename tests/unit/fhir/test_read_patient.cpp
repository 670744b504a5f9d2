#include "unit/fhir/reading.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using administration::Patient;

namespace {

/// Her with a member more, or another one instead of `name`.
Result<fhir::BundleReading> readPerson(const QByteArray &members)
{
    return readText(bundleOf({entryOf(aPerson().replace("\"gender\"", members + ",\"gender\""))}));
}

Result<fhir::BundleReading> readNamed(const QByteArray &names)
{
    return readText(bundleOf({entryOf(aPerson().replace(R"([{"text":"王小明"}])", names))}));
}

const Patient &personOf(const Result<fhir::BundleReading> &reading)
{
    return reading->histories.front().patient;
}

} // namespace

class TestReadPatient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainPersonHasNoRemarks()
    {
        const auto reading = readText(bundleOf({entryOf(aPerson())}));
        QCOMPARE(told(reading), QStringList());
        QCOMPARE(personOf(reading).name, u"王小明"_s);
        QCOMPARE(personOf(reading).gender, administration::Gender::Female);
        QCOMPARE(personOf(reading).birthDate.toIso(), u"1949-12-31"_s);
        QCOMPARE(personOf(reading).allergyStatus, administration::AllergyStatus::NotAsked);
        QVERIFY(!personOf(reading).id.isNull());
        QVERIFY(!personOf(reading).identifiers);
    }

    void whoCannotBeOnRecordRefusesTheFile_data()
    {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<QString>("detail");
        const QByteArray date = "\"1949-12-31\"";
        QTest::newRow("no name") << aPerson().replace(R"("name":[{"text":"王小明"}],)", "") << "name";
        QTest::newRow("an empty name") << aPerson().replace("王小明", " ") << "name";
        QTest::newRow("a year") << aPerson().replace(date, "\"1949\"") << "birthDate";
        QTest::newRow("a month") << aPerson().replace(date, "\"1949-12\"") << "birthDate";
        QTest::newRow("no such day") << aPerson().replace(date, "\"1949-02-30\"") << "birthDate";
        QTest::newRow("tomorrow") << aPerson().replace(date, "\"2026-11-23\"") << "birthDate";
        QTest::newRow("no date of birth") << aPerson().replace(",\"birthDate\":" + date, "") << "birthDate";
    }
    void whoCannotBeOnRecordRefusesTheFile()
    {
        QFETCH(QByteArray, person);
        QFETCH(QString, detail);
        QCOMPARE(refusalWithDetail(readText(bundleOf({entryOf(person)}))),
                 u"fhir.patient-incomplete entry[0].resource.Patient."_s + detail);
    }

    void nameIsOneLine_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("remarks");
        const QString place = u"entry[0].resource.Patient.name"_s;
        const auto row = [](const char *name, const char *names, const QString &line,
                            const QStringList &remarks) {
            QTest::newRow(name) << QByteArray(names) << line << remarks;
        };
        row("Latin parts", R"([{"family":"Casares","given":["José María"]}])", u"José María Casares"_s, {});
        row("Chinese parts", R"([{"family":"欧阳","given":["小","明"]}])", u"欧阳小明"_s, {});
        row("text before parts", R"([{"text":"PATIENT, PEACH","family":"PATIENT","given":["PEACH"]}])",
            u"PATIENT, PEACH"_s, {});
        row("prefix", R"([{"family":"Walsh","given":["Ann"],"prefix":["Mrs."]}])", u"Ann Walsh"_s,
            {place + u"[0].prefix unsupported-element"_s});
        row("official before usual",
            R"([{"use":"usual","text":"Ann"},{"use":"official","text":"Ann Walsh"}])", u"Ann Walsh"_s,
            {place + u"[0] value-not-kept one name is kept"_s});
        row("Chinese before Latin",
            R"([{"use":"official","text":"Zhang Wei"},{"use":"usual","text":"张伟"}])", u"张伟"_s,
            {place + u"[0] value-not-kept one name is kept"_s});
        row("in use before old", R"([{"use":"old","text":"张伟"},{"text":"Zhang Wei"}])", u"Zhang Wei"_s,
            {place + u"[0] value-not-kept one name is kept"_s});
        row("an empty one is no name", R"([{"use":"official"},{"use":"nickname","text":"Ann"}])", u"Ann"_s,
            {place + u"[0] value-not-kept one name is kept"_s});
    }
    void nameIsOneLine()
    {
        QFETCH(QByteArray, names);
        const auto reading = readNamed(names);
        QTEST(told(reading), "remarks");
        QTEST(personOf(reading).name, "name");
    }

    void identityNumberIsKeptWhenItFits_data()
    {
        QTest::addColumn<QByteArray>("identifier");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("remark");
        const QByteArray system = R"("system":"urn:oid:2.16.156.10011.1.3",)";
        QTest::newRow("by system") << system + R"("value":"11010519491231002x")" << "11010519491231002X"
                                   << "";
        QTest::newRow("by type") << QByteArray(
            R"("type":{"coding":[{"code":"NNCHN"}]},"value":"11010519491231002X")")
                                 << "11010519491231002X" << "";
        QTest::newRow("by text") << QByteArray(
            R"("type":{"text":"居民身份证号"},"value":"11010519491231002X")")
                                 << "11010519491231002X" << "";
        QTest::newRow("mistyped") << system + R"("value":"110105194912310021")" << ""
                                  << "identity.check-digit";
        QTest::newRow("another person's") << system + R"("value":"110199198103140110")" << ""
                                          << "patient.identity-disagrees";
    }
    void identityNumberIsKeptWhenItFits()
    {
        QFETCH(QByteArray, identifier);
        QFETCH(QString, remark);
        const auto reading = readPerson("\"identifier\":[{" + identifier + "}]");
        QTEST(personOf(reading).identityNumber, "number");
        QVERIFY(!personOf(reading).identifiers);
        const QString line = u"entry[0].resource.Patient.identifier[0] value-not-kept "_s + remark;
        QCOMPARE(told(reading), remark.isEmpty() ? QStringList() : QStringList{line});
    }

    void numbersOfOtherSystemsAreKept()
    {
        const auto reading = readPerson(
            R"("identifier":[{"type":{"coding":[{"system":"http:\/\/terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}],"text":"MRN"},"system":"http:\/\/a.example","value":"A-17"},{"use":"old","system":"http:\/\/a.example","value":"A-16"},{"system":"http:\/\/a.example"}])");
        const std::vector<Identifier> expected{{u"MR"_s, u"http://a.example"_s, u"A-17"_s}};
        QVERIFY(personOf(reading).identifiers == expected);
        QCOMPARE(told(reading),
                 (QStringList{u"entry[0].resource.Patient.identifier[1] value-not-kept old"_s,
                              u"entry[0].resource.Patient.identifier[2] value-not-kept no value"_s}));
    }

    void onePhoneAndOneAddressAreKept()
    {
        const auto reading = readPerson(
            R"("telecom":[{"system":"phone","use":"home","value":"010-1"},{"system":"email","value":"a@b.example"},{"system":"phone","use":"mobile","value":"19900000002"}],"address":[{"city":"北京市","district":"海淀区","line":["中关村大街1号"],"postalCode":"100080"}])");
        QCOMPARE(personOf(reading).phone, u"19900000002"_s);
        QCOMPARE(personOf(reading).address, u"北京市海淀区中关村大街1号 100080"_s);
        QCOMPARE(
            told(reading),
            (QStringList{u"entry[0].resource.Patient.telecom[1] unsupported-element email"_s,
                         u"entry[0].resource.Patient.telecom[0] value-not-kept one phone number is kept"_s}));
    }

    void aLatinAddressEndsWithTheCountry()
    {
        const auto reading = readPerson(
            R"("address":[{"line":["1 Main St"],"city":"Boston","state":"MA","postalCode":"02101","country":"US"}])");
        QCOMPARE(personOf(reading).address, u"1 Main St, Boston, MA, 02101, US"_s);
        QCOMPARE(told(reading), QStringList());
    }

    void aRestrictedRecordStaysRestricted()
    {
        const auto reading = readPerson(R"("meta":{"security":[{"code":"R"},{"code":"HTEST"}]})");
        QVERIFY(personOf(reading).confidentiality == administration::Confidentiality::Restricted);
        QCOMPARE(told(reading),
                 QStringList{u"entry[0].resource.Patient.meta.security[1] value-not-kept HTEST"_s});
    }

    void whatCannotBeSaidHereIsRemarked()
    {
        const auto reading = readPerson(R"("active":false,"maritalStatus":{"text":"M"})");
        QCOMPARE(told(reading),
                 (QStringList{u"entry[0].resource.Patient.active value-not-kept false"_s,
                              u"entry[0].resource.Patient.maritalStatus unsupported-element"_s}));
    }

    void unknownSexIsNotGuessed()
    {
        const auto reading = readText(bundleOf({entryOf(aPerson().replace("\"female\"", "\"f\""))}));
        QCOMPARE(personOf(reading).gender, administration::Gender::Unknown);
        QCOMPARE(told(reading), QStringList{u"entry[0].resource.Patient.gender value-not-kept f"_s});
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestReadPatient)
#include "test_read_patient.moc"
