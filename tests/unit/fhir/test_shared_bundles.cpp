#include "unit/fhir/reading.h"

#include <QFile>
#include <QSet>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

QString sharedFhir()
{
    const QString folder = qEnvironmentVariable("SIMIAO_SHARED") + u"/fhir"_s;
    return QFile::exists(folder + u"/manifest.json"_s) ? folder : QString();
}

Json readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll()).value_or(Json()) : Json();
}

/// What the manifest says of one bundle.
Json factsOf(const QString &file)
{
    const Json manifest = readFile(sharedFhir() + u"/manifest.json"_s);
    for (const auto &facts : manifest[u"files"_s].array()) {
        if (facts[u"file"_s].toString() == file)
            return facts;
    }
    return {};
}

QStringList textsOf(const Json &list)
{
    QStringList texts;
    for (const auto &text : list.array())
        texts.append(text.toString());
    return texts;
}

/// Rows of all histories.
struct Counts
{
    std::size_t encounters = 0;
    std::size_t conditions = 0;
    std::size_t allergies = 0;
    std::size_t observations = 0;
    std::size_t drugs = 0;
};

Counts countsOf(const fhir::BundleReading &reading)
{
    Counts counts;
    for (const auto &history : reading.histories) {
        counts.encounters += history.encounters.size();
        counts.conditions += history.conditions.size();
        counts.allergies += history.allergies.size();
        counts.observations += history.observations.size();
        counts.drugs += history.medicationStatements.size();
    }
    return counts;
}

/// Resources of a type that were left out as a whole, by their remarks.
qint64 leftOut(const fhir::BundleReading &reading, const QString &type)
{
    const QString resource = u".resource."_s + type;
    QSet<QString> entries;
    for (const auto &remark : reading.remarks) {
        const bool isOfType = remark.path.contains(resource + u'.') || remark.path.endsWith(resource);
        const bool isWhole =
            remark.detail.startsWith("not stored"_L1) || remark.code == fhir::RemarkCode::UnsupportedResource;
        if (isOfType && isWhole)
            entries.insert(remark.path.section(u'.', 0, 0));
    }
    return entries.size();
}

} // namespace

/// Bundles nobody here wrote: everything in them is kept or remarked, nothing is lost in silence.
class TestSharedBundles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (sharedFhir().isEmpty())
            QSKIP("needs shared: the folder fhir with manifest.json and bundle/");
    }

    void everythingIsKeptOrRemarked_data()
    {
        QTest::addColumn<int>("encounters");
        QTest::addColumn<int>("conditions");
        QTest::addColumn<int>("allergies");
        QTest::addColumn<int>("observations"); // rows: a blood pressure is two
        QTest::addColumn<int>("drugs");
        QTest::newRow("hl7-bundle-transaction") << 0 << 0 << 0 << 0 << 0;
        QTest::newRow("hl7-micro") << 0 << 0 << 0 << 0 << 0; // of nobody
        QTest::newRow("ips-au-basic") << 0 << 0 << 3 << 0 << 1;
        QTest::newRow("ips-hk-peach") << 0 << 1 << 2 << 0 << 0;
        QTest::newRow("ips-ig-example-01") << 0 << 2 << 1 << 1 << 2;
        QTest::newRow("ips-minimal") << 0 << 1 << 1 << 0 << 1;
        QTest::newRow("synthea-chet-thompson") << 10 << 4 << 0 << 43 << 2;
        QTest::newRow("synthea-claudie-walsh") << 13 << 2 << 8 << 66 << 3;
        QTest::newRow("synthea-jose-maria-casares") << 11 << 6 << 0 << 71 << 3;
        QTest::newRow("synthea-judson-eichmann") << 14 << 5 << 7 << 56 << 2;
        QTest::newRow("synthea-kermit-trantow") << 12 << 6 << 3 << 44 << 6;
    }
    void everythingIsKeptOrRemarked()
    {
        const QString file = u"bundle/"_s + QString::fromLatin1(QTest::currentDataTag()) + u".json"_s;
        const Json facts = factsOf(file);
        const auto total = [&facts](const QString &type) {
            return facts[u"countsByResourceType"_s][type].toInteger();
        };

        const auto reading = readJson(readFile(sharedFhir() + u'/' + file));

        QCOMPARE(refusalWithDetail(reading), QString());
        QCOMPARE(qint64(reading->histories.size()), total(u"Patient"_s));
        const auto counts = countsOf(*reading);
        QTEST(int(counts.encounters), "encounters");
        QTEST(int(counts.conditions), "conditions");
        QTEST(int(counts.allergies), "allergies");
        QTEST(int(counts.observations), "observations");
        QTEST(int(counts.drugs), "drugs");
        const auto isWhole = [&](const QString &type, std::size_t kept) {
            return qint64(kept) + leftOut(*reading, type) == total(type);
        };
        QVERIFY(isWhole(u"Encounter"_s, counts.encounters));
        QVERIFY(isWhole(u"Condition"_s, counts.conditions));
        QVERIFY(isWhole(u"AllergyIntolerance"_s, counts.allergies));
        for (const auto &[type, count] : facts[u"countsByResourceType"_s].object()) {
            static const QSet<QString> read{u"Patient"_s,           u"Encounter"_s,          u"Condition"_s,
                                            u"Medication"_s,        u"AllergyIntolerance"_s, u"Observation"_s,
                                            u"MedicationRequest"_s, u"MedicationStatement"_s};
            if (!read.contains(type))
                QCOMPARE(leftOut(*reading, type), count.toInteger());
        }
    }

    void namesAreThoseOfTheManifest_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ips-hk-peach") << "PATIENT, PEACH";
        QTest::newRow("ips-ig-example-01") << "Martha DeLarosa";
        QTest::newRow("synthea-chet-thompson") << "Chet Thompson";
        QTest::newRow("synthea-jose-maria-casares") << "José María Casares";
    }
    void namesAreThoseOfTheManifest()
    {
        const QString file = u"bundle/"_s + QString::fromLatin1(QTest::currentDataTag()) + u".json"_s;
        const Json facts = factsOf(file);
        const Json person = facts[u"patients"_s].array().first();

        const auto reading = readJson(readFile(sharedFhir() + u'/' + file));

        const auto &history = reading->histories.front();
        QTEST(history.patient.name, "name");
        QCOMPARE(history.patient.birthDate.toIso(), person[u"birthDate"_s].toString());
        QCOMPARE(codeOf(history.patient.gender), person[u"gender"_s].toString());
        for (const auto &condition : history.conditions)
            QVERIFY(textsOf(facts[u"conditionNames"_s]).contains(condition.code.display));
        for (const auto &allergy : history.allergies)
            QVERIFY(textsOf(facts[u"allergyNames"_s]).contains(allergy.substance));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestSharedBundles)
#include "test_shared_bundles.moc"
