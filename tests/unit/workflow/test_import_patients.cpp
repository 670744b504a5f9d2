#include "unit/workflow/clinic.h"
#include "workflow/exchange/import_patients.h"
#include "workflow/ports/history_queries.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

/// Makes histories; each person is another one unless a test gives two the same number.
struct Sender
{
    const Clinic &clinic;

    PatientHistory aHistory(const QString &entry = u"entry[0].resource.Patient"_s) const
    {
        PatientHistory history;
        history.entry = entry;
        history.patient.id = clinic.context.newId<administration::Patient>();
        history.patient.name = u"王小明"_s;
        history.patient.birthDate = *Date::parse(u"1949-12-31"_s);
        return history;
    }

    /// With one row of each kind.
    PatientHistory aFullHistory() const
    {
        auto history = aHistory();
        history.encounters = {owned<administration::Encounter>(history)};
        history.conditions = {owned<clinical::Condition>(history)};
        history.conditions.front().encounter = history.encounters.front().id;
        history.allergies = {owned<clinical::AllergyIntolerance>(history)};
        history.observations = {owned<diagnostics::Observation>(history)};
        history.medicationStatements = {owned<medications::MedicationStatement>(history)};
        return history;
    }

private:
    template <typename T>
    T owned(const PatientHistory &history) const
    {
        T row;
        row.id = clinic.context.newId<T>();
        row.patient = history.patient.id;
        return row;
    }
};

Result<ImportReceipt> imported(const Clinic &clinic,
                               const std::vector<PatientHistory> &histories,
                               bool isDryRun = false)
{
    return await(importPatients(clinic.context, clinic.command(), histories, isDryRun));
}

std::vector<Identifier> numbered(const char *type, const char *system, const char *value)
{
    return {{QString::fromLatin1(type), QString::fromLatin1(system), QString::fromLatin1(value)}};
}

} // namespace

class TestImportPatients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesAPersonWithAllThereIs()
    {
        Clinic clinic;
        clinic.context.nameKeys = [](const QString &name) { return NameKeys{u"i:"_s + name, {}}; };
        const auto history = Sender{clinic}.aFullHistory();

        const auto receipt = imported(clinic, {history});

        QCOMPARE(refusalWithDetail(receipt), QString());
        QCOMPARE(receipt->patients, 1);
        QCOMPARE(receipt->rows.size(), 6U);
        QCOMPARE(receipt->rows.at(u"MedicationStatement"_s), 1);
        QVERIFY((receipt->mrns == std::vector{u"200001"_s}));
        const auto stored = clinic.loaded(history.patient.id);
        QCOMPARE(stored->mrn, u"200001"_s);
        QCOMPARE(stored->nameInitials, u"i:王小明"_s);
        QCOMPARE(clinic.found(query::medicationStatementsOfPatient, stored->id).size(), 1U);
        QVERIFY(clinic.found(query::conditionsOfPatient, stored->id).front().encounter
                == history.encounters.front().id);
        QCOMPARE(clinic.announced.size(), 1U);
    }

    void theActIsAuditedWithThePatient()
    {
        Clinic clinic;
        const auto history = Sender{clinic}.aHistory();
        QVERIFY(imported(clinic, {history}));
        QCOMPARE(clinic.store->audit().back().act, u"patient.import"_s);
        QCOMPARE(clinic.store->audit().back().patient, history.patient.id);
        QCOMPARE(clinic.store->audit().back().detail, u"patients=1"_s);
    }

    void whoMayNotIsRefused()
    {
        Clinic clinic;
        clinic.world.policy->refused.insert(u"patient.import"_s);

        const auto refused = imported(clinic, {Sender{clinic}.aHistory()});

        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QVERIFY(clinic.announced.empty());
        QCOMPARE(clinic.store->audit().back().outcome, security::AuditOutcome::Refused);
    }

    void aDryRunCountsAndStoresNothing()
    {
        Clinic clinic;
        const auto receipt = imported(clinic, {Sender{clinic}.aFullHistory()}, true);
        QCOMPARE(refusalWithDetail(receipt), QString());
        QCOMPARE(receipt->patients, 1);
        QCOMPARE(receipt->rows.size(), 6U);
        QVERIFY(receipt->mrns.empty());
        QVERIFY(clinic.announced.empty());
    }

    void aDryRunFindsKnownPatientsToo()
    {
        Clinic clinic;
        auto history = Sender{clinic}.aHistory();
        history.patient.identityNumber = clinic.world.patient.identityNumber;
        QCOMPARE(refusal(imported(clinic, {history}, true)), u"import.known-patient"_s);
    }

    void aKnownPatientRefusesTheWholeFile_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number : {"identity number", "number of another system", "MRN that nobody claims"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void aKnownPatientRefusesTheWholeFile()
    {
        QFETCH(QString, number);
        Clinic clinic;
        const Sender sender{clinic};
        auto earlier = sender.aHistory();
        earlier.patient.identifiers = numbered("SS", "http://example.org/ss", "999-1");
        QVERIFY(imported(clinic, {earlier}));
        auto known = sender.aHistory(u"entry[7].resource.Patient"_s);
        if (number == u"identity number"_s)
            known.patient.identityNumber = clinic.world.patient.identityNumber;
        else if (number == u"number of another system"_s)
            known.patient.identifiers = earlier.patient.identifiers;
        else
            known.patient.identifiers = numbered("MR", "", "100238");
        const auto before = clinic.announced.size();

        const auto refused = imported(clinic, {sender.aFullHistory(), known});

        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refusalWithDetail(refused), u"import.known-patient entry[7].resource.Patient"_s);
        QCOMPARE(clinic.announced.size(), before);
        QCOMPARE(clinic.found(query::patients).size(), 2U);
    }

    void aNumberOfAnotherHospitalIsNotOurs()
    {
        Clinic clinic;
        auto history = Sender{clinic}.aHistory();
        history.patient.identifiers = numbered("MR", "http://example.org/mrn", "100238");
        const auto receipt = imported(clinic, {history});
        QCOMPARE(refusalWithDetail(receipt), QString());
        QVERIFY(clinic.loaded(history.patient.id)->identifiers == history.patient.identifiers);
    }

    void aPersonWhoStandsInTheFileTwiceIsRefused()
    {
        Clinic clinic;
        const Sender sender{clinic};
        auto one = sender.aHistory(u"entry[0].resource.Patient"_s);
        auto other = sender.aHistory(u"entry[3].resource.Patient"_s);
        one.patient.identifiers = numbered("MR", "http://example.org/mrn", "1");
        other.patient.identifiers = one.patient.identifiers;

        const auto refused = imported(clinic, {one, other});

        QCOMPARE(refusalWithDetail(refused),
                 u"import.duplicate-patient entry[0].resource.Patient, entry[3].resource.Patient"_s);
        QVERIFY(clinic.announced.empty());
    }

    void whatTheStoreRefusesLeavesNothingBehind()
    {
        Clinic clinic;
        const Sender sender{clinic};
        auto full = sender.aFullHistory();
        full.conditions.push_back(full.conditions.front()); // one id twice

        const auto refused = imported(clinic, {sender.aHistory(), full});

        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(clinic.found(query::patients).size(), 1U);
        QVERIFY(clinic.announced.empty());
    }

    void aFileWithoutPatientsIsRefused()
    {
        Clinic clinic;
        QCOMPARE(refusal(imported(clinic, {})), u"import.no-patient"_s);
    }

    void aRepeatedCommandGivesTheFirstReceipt()
    {
        Clinic clinic;
        const auto command = clinic.command();
        auto history = Sender{clinic}.aFullHistory();
        history.patient.identifiers = numbered("MR", "http://example.org/mrn", "1");

        const auto first = await(importPatients(clinic.context, command, {history}, false));
        const auto second = await(importPatients(clinic.context, command, {history}, false));

        QVERIFY(first && second);
        QVERIFY(*first == *second);
        QCOMPARE(clinic.announced.size(), 1U);
    }

    void theLatestObservationComesFirst()
    {
        Clinic clinic;
        auto history = Sender{clinic}.aFullHistory();
        history.observations.front().effective = {2'000'000};
        auto earlier = history.observations.front();
        earlier.id = clinic.context.newId<diagnostics::Observation>();
        earlier.effective = {1'000'000};
        history.observations.push_back(earlier);
        QVERIFY(imported(clinic, {history}));
        QCOMPARE(
            clinic.found(query::observationsOfPatient, history.patient.id).front().effective.microseconds,
            2'000'000);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestImportPatients)
#include "test_import_patients.moc"
