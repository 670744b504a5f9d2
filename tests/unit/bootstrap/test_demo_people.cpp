#include "bootstrap/demo_commit.h"
#include "bootstrap/demo_people_generator.h"
#include "bootstrap/reference_loader.h"
#include "domain/administration/identity_number.h"
#include "support/fake_clock.h"
#include "terminology/pinyin.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace simiao::test {

using namespace bootstrap;
using namespace Qt::StringLiterals;
using administration::AllergyStatus;

namespace {

workflow::NameKeys nameKeys(const QString &name)
{
    const auto keys = terminology::pinyinOfName(name);
    return {keys.initials, keys.full};
}

std::map<QString, DemoDrug> drugsOf(const DemoPharmacy &pharmacy)
{
    std::map<Id<medications::Medication>, std::vector<medications::Lot>> lots;
    for (const auto &lot : pharmacy.lots)
        lots[lot.medication].push_back(lot);
    std::map<QString, DemoDrug> drugs;
    for (const auto &medication : pharmacy.medications) {
        if (const auto drug = drugOnShelf(medication, lots[medication.id]))
            drugs.insert({medication.code, *drug});
    }
    return drugs;
}

/// The demonstration's own hospital, without a store.
Result<PeopleSource> aSource(const FakeClock &now)
{
    const QString resources = qEnvironmentVariable("SIMIAO_RESOURCES");
    const auto clock = std::make_shared<FakeClock>(now);
    const DemoMaker maker{resources + u"/demo"_s, u"images"_s, clock, std::make_shared<SeededRng>(1),
                          nameKeys};
    PeopleSource source;
    TRY(source.material, readPeopleMaterial(maker.folder));
    TRY(const auto reference, loadReferenceData(resources));
    source.reference = std::make_shared<const workflow::ReferenceData>(reference);
    source.nameKeys = nameKeys;
    TRY(source.clinic, readDemoClinic(maker));
    source.pharmacist = withRole(source.clinic, u"pharmacist"_s)->id;
    source.cashier = withRole(source.clinic, u"cashier"_s)->id;
    TRY(const auto pharmacy, readDemoPharmacy(maker));
    source.drugs = drugsOf(pharmacy);
    source.imagesFolder = maker.imagesFolder;
    source.today = clock->today();
    source.zone = clock->zone();
    source.seed = 7;
    return source;
}

QDateTime localTime(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.microseconds / 1000, zone);
}

} // namespace

class TestDemoPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto source = aSource(FakeClock());
        QVERIFY2(source, source ? "" : qPrintable(source.error().detail));
        m_source = *std::move(source);
        m_people = generatePeople(m_source, 0, kGeneratedPeople);
        for (const auto &person : m_people)
            m_visits.insert(m_visits.end(), person.visits.begin(), person.visits.end());
        QCOMPARE(m_people.size(), std::size_t(500));
    }

    void equalSourcesMakeEqualPeople()
    {
        const auto again = generatePeople(m_source, 120, 20);

        for (std::size_t i = 0; i < again.size(); ++i) {
            const auto &first = m_people[120 + i];
            QVERIFY(again[i].patient == first.patient);
            QVERIFY(again[i].allergies == first.allergies);
            QVERIFY(again[i].visits == first.visits);
            QCOMPARE(bool(again[i].study), bool(first.study));
        }
    }

    void anotherSeedMakesOthers()
    {
        auto source = m_source;
        source.seed = 8;

        const auto others = generatePeople(source, 0, 20);

        for (std::size_t i = 0; i < others.size(); ++i)
            QVERIFY(others[i].patient.id != m_people[i].patient.id);
    }

    void identityNumbersAreValidAndNobodys()
    {
        const auto &counties = m_source.material.countyCodes;
        QSet<QString> numbers;
        for (const auto &person : m_people) {
            const auto &patient = person.patient;
            const auto identity = administration::parseIdentityNumber(patient.identityNumber, m_source.today);
            QVERIFY2(identity, qPrintable(patient.identityNumber));
            QVERIFY(std::ranges::find(counties, identity->area) != counties.end());
            QVERIFY(identity->area.endsWith(u"0199"_s));
            QVERIFY(identity->birthDate == patient.birthDate);
            QCOMPARE(identity->gender, patient.gender);
            numbers.insert(identity->text);
        }
        QCOMPARE(numbers.size(), 500);
    }

    void agesGoFromInfantsToTheVeryOld()
    {
        std::vector<int> years;
        for (const auto &person : m_people)
            years.push_back(yearsOld(person.patient.birthDate, m_source.today));

        const auto [youngest, oldest] = std::ranges::minmax(years);
        QVERIFY(youngest <= 4);
        QVERIFY(oldest >= 80 && oldest <= 95);
        const auto adults = std::ranges::count_if(years, [](int age) { return age >= 18; });
        QVERIFY(adults >= 400 && adults <= 480);
    }

    void namesAreRarelySharedAndFoundByPinyin()
    {
        QSet<QString> names;
        for (const auto &person : m_people) {
            names.insert(person.patient.name);
            QCOMPARE(person.patient.nameInitials.size(), person.patient.name.size());
        }
        QVERIFY(names.size() >= 480);
    }

    void telephonesAreNobodys()
    {
        for (const auto &person : m_people) {
            const auto &phone = person.patient.phone;
            QCOMPARE(phone.size(), 11);
            QVERIFY(std::ranges::any_of(m_source.material.phonePrefixes,
                                        [&](const QString &prefix) { return phone.startsWith(prefix); }));
        }
    }

    void allergiesFollowFromWhatWasAnswered()
    {
        std::map<AllergyStatus, int> answers;
        for (const auto &person : m_people) {
            const bool isRecorded = person.patient.allergyStatus == AllergyStatus::Recorded;
            ++answers[person.patient.allergyStatus];
            QCOMPARE(!person.allergies.empty(), isRecorded);
            for (const auto &allergy : person.allergies)
                QVERIFY(allergy.patient == person.patient.id && !allergy.reaction.isEmpty());
        }
        QCOMPARE(answers.size(), std::size_t(3));
        QVERIFY(answers[AllergyStatus::Recorded] >= 35 && answers[AllergyStatus::Recorded] <= 90);
    }

    void visitsAreOverAndOnDaysOfTheirOwn()
    {
        QVERIFY(m_visits.size() >= 1500);
        for (const auto &person : m_people) {
            QVERIFY(person.visits.size() <= 12);
            QSet<QString> days;
            for (const auto &visit : person.visits) {
                const auto day = localTime(visit.encounter.start, m_source.zone).date();
                QVERIFY(day < m_source.today.day && day >= m_source.today.day.addDays(-3 * 365));
                QVERIFY(day > person.patient.birthDate.day);
                QCOMPARE(visit.encounter.status, administration::EncounterStatus::Finished);
                days.insert(day.toString(Qt::ISODate));
            }
            QCOMPARE(days.size(), qsizetype(person.visits.size()));
        }
    }

    void everythingHappensInTheClinicHoursOfThePhysician()
    {
        for (const auto &visit : m_visits) {
            const auto *session = sessionOf(visit);
            QVERIFY(session);
            const auto first = localTime(visit.encounter.start, m_source.zone).time();
            const auto last = localTime(lastOf(visit), m_source.zone).time();
            QVERIFY(first >= session->start && first <= last);
            QVERIFY(last < session->start.addSecs(session->slotMinutes * session->slotCount * 60));
            QVERIFY(visit.note.signedAt == visit.encounter.end);
        }
    }

    void numbersAndIdsAreUsedOnce()
    {
        QSet<QString> mrns;
        for (const auto &person : m_people)
            mrns.insert(person.patient.mrn);
        QSet<QString> visitNumbers;
        QSet<QString> invoices;
        QSet<QString> sheets;
        qsizetype sheetCount = 0;
        for (const auto &visit : m_visits) {
            visitNumbers.insert(visit.encounter.visitNumber);
            invoices.insert(visit.invoice.number);
            if (visit.prescription && ++sheetCount)
                sheets.insert(visit.prescription->number);
        }
        QCOMPARE(mrns.size(), 500);
        QCOMPARE(visitNumbers.size(), qsizetype(m_visits.size()));
        QCOMPARE(invoices.size(), qsizetype(m_visits.size()));
        QVERIFY(sheetCount > 100);
        QCOMPARE(sheets.size(), sheetCount);
        const auto ids = allIds();
        QCOMPARE(ids.size(), m_rowCount);
    }

    void everyReferenceExists()
    {
        for (const auto &person : m_people) {
            for (const auto &visit : person.visits) {
                checkClinicalReferences(person, visit);
                checkDrugReferences(person, visit);
                checkMoneyReferences(person, visit);
            }
        }
    }

    void notesAreSignedAndFilled()
    {
        for (const auto &visit : m_visits) {
            QCOMPARE(visit.note.status, clinical::CompositionStatus::Final);
            const auto *noteTemplate = m_source.reference->noteTemplate(visit.note.type);
            QCOMPARE(noteTemplate->code, visit.note.type);
            for (const auto &section : noteTemplate->sections) {
                const auto written =
                    std::ranges::find(visit.note.sections, section.code, &clinical::Section::code);
                QVERIFY(written != visit.note.sections.end());
                QVERIFY(!section.isRequired || !written->text.isEmpty());
            }
            QVERIFY(!visit.note.sections.back().text.isEmpty());
            QVERIFY(visit.conditions.size() == 1 || visit.conditions.size() == 2);
        }
    }

    void invoicesBalanceCharges()
    {
        for (const auto &visit : m_visits) {
            const auto &invoice = visit.invoice;
            QVERIFY(invoice.total == financial::totalOf(visit.charges));
            QVERIFY(invoice.total > Money{});
            QCOMPARE(invoice.lines.size(), visit.charges.size());
            for (std::size_t i = 0; i < visit.charges.size(); ++i) {
                const auto &item = visit.charges[i];
                QVERIFY(invoice.lines[i] == (financial::InvoiceLine{item.id, item.quantity, item.amount}));
            }
            const auto change = financial::changeFor(invoice.total, invoice.tendered);
            QVERIFY(change && *change == invoice.change);
            QVERIFY(invoice.method == financial::PaymentMethod::Cash || invoice.change == Money{});
        }
    }

    void nobodyGetsWhatTheyDoNotTolerate()
    {
        for (const auto &person : m_people) {
            for (const auto &visit : person.visits) {
                for (const auto &request : visit.requests) {
                    QVERIFY(request.quantity > 0);
                    QVERIFY(!isContraindicated(request.medication, person));
                }
            }
        }
    }

    void resultsHaveTheTestsDecimalsAndSometimesStandOut()
    {
        int results = 0;
        int outside = 0;
        int visitsWithResults = 0;
        for (const auto &person : m_people) {
            for (const auto &visit : person.visits) {
                const int before = results;
                for (const auto &observation : visit.observations) {
                    const auto *test = testOf(observation);
                    if (!test)
                        continue;
                    ++results;
                    QCOMPARE(observation.value.value.scale(), test->decimals);
                    QVERIFY(!observation.value.value.isNegative());
                    QCOMPARE(observation.value.unit, test->unit);
                    outside += isOutside(*test, person, visit, observation) ? 1 : 0;
                }
                visitsWithResults += results > before ? 1 : 0;
            }
        }
        const int visits = int(m_visits.size());
        QVERIFY(visitsWithResults > visits / 4 && visitsWithResults < visits / 2);
        QVERIFY(outside > results / 25 && outside < results / 4);
    }

    void vitalSignsSayWhatTheExaminationSays()
    {
        for (const auto &visit : m_visits) {
            const auto examination =
                std::ranges::find(visit.note.sections, u"29545-1"_s, &clinical::Section::code);
            const auto temperature = std::ranges::find(visit.observations, u"8310-5"_s, codeOfObservation);
            QVERIFY(examination != visit.note.sections.end());
            QVERIFY(temperature != visit.observations.end());
            if (examination->text.startsWith(u"T "_s))
                QVERIFY(examination->text.startsWith(u"T "_s + temperature->value.value.toString()));
        }
    }

    void aFewHavePictures()
    {
        int studies = 0;
        for (const auto &person : m_people) {
            if (!person.study)
                continue;
            ++studies;
            QVERIFY(person.study->row.patient == person.patient.id);
            QVERIFY(person.study->order.studyInstanceUid.startsWith(u"2.25."_s));
        }
        QVERIFY(studies >= 2 && studies <= 6);
    }

private:
    static QString codeOfObservation(const diagnostics::Observation &observation)
    {
        return observation.code.code;
    }

    static Instant lastOf(const DemoVisit &visit)
    {
        Instant last = visit.invoice.date;
        for (const auto &observation : visit.observations)
            last = std::max(last, observation.effective);
        for (const auto &given : visit.dispenses)
            last = std::max(last, given.whenPrepared);
        return last;
    }

    const ClinicSession *sessionOf(const DemoVisit &visit) const
    {
        const auto start = localTime(visit.encounter.start, m_source.zone).time();
        for (const auto &session : m_source.material.sessions) {
            const auto &account = m_source.clinic.accounts.at(session.loginName);
            const auto end = session.start.addSecs(session.slotMinutes * session.slotCount * 60);
            if (account.id == visit.encounter.practitioner && account.department == visit.encounter.department
                && session.start <= start && start < end)
                return &session;
        }
        return nullptr;
    }

    const LaboratoryTest *testOf(const diagnostics::Observation &observation) const
    {
        for (const auto &[code, panel] : m_source.material.panels) {
            const auto test = std::ranges::find(panel.tests, observation.code, &LaboratoryTest::code);
            if (test != panel.tests.end())
                return &*test;
        }
        return nullptr;
    }

    bool isOutside(const LaboratoryTest &test,
                   const DemoPerson &person,
                   const DemoVisit &visit,
                   const diagnostics::Observation &observation) const
    {
        const Date day{localTime(visit.encounter.start, m_source.zone).date()};
        const auto *interval =
            test.intervalFor(person.patient.gender, yearsOld(person.patient.birthDate, day));
        const auto &value = observation.value.value;
        return (interval->low && value < *interval->low) || (interval->high && value > *interval->high);
    }

    bool isContraindicated(Id<medications::Medication> id, const DemoPerson &person) const
    {
        const auto drug = std::ranges::find_if(
            m_source.drugs, [id](const auto &entry) { return entry.second.medication.id == id; });
        const auto issues = medications::checkAllergies(drug->second.medication, person.patient.allergyStatus,
                                                        person.allergies, m_source.reference->allergies);
        return std::ranges::any_of(issues,
                                   [](const Issue &issue) { return issue.severity != Severity::Notice; });
    }

    void checkClinicalReferences(const DemoPerson &person, const DemoVisit &visit) const
    {
        const auto patient = person.patient.id;
        const auto encounter = visit.encounter.id;
        QVERIFY(visit.encounter.patient == patient);
        QVERIFY(visit.note.patient == patient && visit.note.encounter == encounter);
        QVERIFY(visit.note.author == visit.encounter.practitioner);
        for (const auto &condition : visit.conditions)
            QVERIFY(condition.patient == patient && condition.encounter == encounter);
        for (const auto &observation : visit.observations)
            QVERIFY(observation.patient == patient);
    }

    void checkDrugReferences(const DemoPerson &person, const DemoVisit &visit) const
    {
        QCOMPARE(visit.requests.empty(), !visit.prescription);
        QCOMPARE(visit.dispenses.size(), visit.requests.size());
        if (!visit.prescription)
            return;
        QVERIFY(visit.prescription->patient == person.patient.id);
        QVERIFY(visit.prescription->encounter == visit.encounter.id);
        QVERIFY(visit.prescription->reviewer == m_source.pharmacist);
        for (std::size_t i = 0; i < visit.requests.size(); ++i) {
            const auto &request = visit.requests[i];
            const auto &given = visit.dispenses[i];
            QVERIFY(request.prescription == visit.prescription->id);
            QVERIFY(request.patient == person.patient.id && request.encounter == visit.encounter.id);
            QVERIFY(given.request == request.id && given.prescription == request.prescription);
            QVERIFY(given.medication == request.medication && given.patient == request.patient);
            QVERIFY(lotsOnShelf().contains(given.lot));
        }
    }

    void checkMoneyReferences(const DemoPerson &person, const DemoVisit &visit) const
    {
        QSet<Id<medications::MedicationRequest>> requests;
        for (const auto &request : visit.requests)
            requests.insert(request.id);
        for (const auto &item : visit.charges) {
            QVERIFY(item.patient == person.patient.id && item.encounter == visit.encounter.id);
            QVERIFY(!item.request || requests.contains(*item.request));
            QVERIFY(!item.prescription || *item.prescription == visit.prescription->id);
            QCOMPARE(item.kind == financial::ChargeKind::Medication, item.request.has_value());
        }
        QVERIFY(visit.invoice.patient == person.patient.id && visit.invoice.encounter == visit.encounter.id);
        QVERIFY(visit.invoice.cashier == m_source.cashier);
    }

    QSet<Id<medications::Lot>> lotsOnShelf() const
    {
        QSet<Id<medications::Lot>> lots;
        for (const auto &[code, drug] : m_source.drugs)
            lots.insert(drug.lot);
        return lots;
    }

    template <typename Rows>
    void addIds(QSet<Uuid> &ids, const Rows &rows)
    {
        for (const auto &row : rows)
            ids.insert(row.id.uuid);
        m_rowCount += qsizetype(std::size(rows));
    }

    /// Of all rows; counts them.
    QSet<Uuid> allIds()
    {
        QSet<Uuid> ids;
        m_rowCount = 0;
        for (const auto &person : m_people) {
            addIds(ids, std::vector{person.patient});
            addIds(ids, person.allergies);
        }
        for (const auto &visit : m_visits) {
            addIds(ids, std::vector{visit.encounter});
            addIds(ids, std::vector{visit.note});
            addIds(ids, visit.conditions);
            addIds(ids, visit.observations);
            addIds(ids, visit.requests);
            addIds(ids, visit.dispenses);
            addIds(ids, visit.charges);
            addIds(ids, std::vector{visit.invoice});
        }
        return ids;
    }

    PeopleSource m_source;
    std::vector<DemoPerson> m_people;
    std::vector<DemoVisit> m_visits;
    qsizetype m_rowCount = 0;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDemoPeople)
#include "test_demo_people.moc"
