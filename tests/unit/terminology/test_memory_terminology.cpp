#include "support/fake_clock.h"
#include "support/memory_store.h"
#include "terminology/memory_terminology.h"

#include <QTest>

using namespace simiao;
using namespace simiao::terminology;
using namespace Qt::StringLiterals;

namespace {

Concept aConcept(const QString &code, const QString &display, const QString &system = codesystem::kIcd10Cn)
{
    Concept entry;
    entry.system = system;
    entry.code = code;
    entry.display = display;
    return entry;
}

medications::Medication aMedication(const QString &code, const QString &name, const QString &nameEn)
{
    medications::Medication medication;
    medication.code = code;
    medication.name = name;
    medication.nameEn = nameEn;
    return medication;
}

MemoryTerminology aTerminology()
{
    auto amoxicillin = aMedication(u"DRUG0001"_s, u"阿莫西林胶囊"_s, u"Amoxicillin capsules"_s);
    amoxicillin.aliases = {u"阿莫仙"_s, u"Amoxil"_s};
    return MemoryTerminology(
        {aConcept(u"J18"_s, u"肺炎,病原体未特指"_s), aConcept(u"J15"_s, u"细菌性肺炎"_s),
         aConcept(u"718-7"_s, u"血红蛋白"_s, codesystem::kLoinc)},
        {aMedication(u"DRUG0002"_s, u"布洛芬片"_s, u"Ibuprofen tablets"_s), amoxicillin});
}

QStringList codesOf(const std::vector<medications::Medication> &medications)
{
    QStringList codes;
    for (const auto &medication : medications)
        codes.append(medication.code);
    return codes;
}

} // namespace

class TestMemoryTerminology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsDiagnosesOfIcd10Only()
    {
        const auto terminology = aTerminology();

        QCOMPARE(terminology.diagnosisCount(), 2);
        QCOMPARE(terminology.diagnoses(u"肺炎"_s, 10).front(),
                 (Coding{codesystem::kIcd10Cn, u"J18"_s, u"肺炎,病原体未特指"_s}));
        QCOMPARE(terminology.diagnoses(u"xjxfy"_s, 10).front().code, u"J15"_s);
        QVERIFY(terminology.diagnoses(u"718"_s, 10).empty());
    }

    void findsMedicationsByEveryName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("code") << u"drug0001"_s;
        QTest::newRow("name") << u"阿莫西林"_s;
        QTest::newRow("initials") << u"amxl"_s;
        QTest::newRow("pinyin") << u"amoxi"_s;
        QTest::newRow("English") << u"amoxicillin c"_s;
        QTest::newRow("second English word") << u"caps"_s;
        QTest::newRow("alias") << u"阿莫仙"_s;
        QTest::newRow("initials of an alias") << u"amx"_s;
        QTest::newRow("Latin alias") << u"amoxil"_s;
    }
    void findsMedicationsByEveryName()
    {
        QFETCH(const QString, typed);
        QCOMPARE(codesOf(aTerminology().medications(typed, 10)), QStringList{u"DRUG0001"_s});
    }

    void loadsWhatTheStoreHas()
    {
        const auto store = std::make_shared<test::MemoryStore>();
        const test::FakeClock clock;
        SeededRng rng(1);
        auto entry = aConcept(u"I10"_s, u"原发性高血压"_s);
        entry.id = newId<Concept>(clock, rng);
        auto medication = aMedication(u"DRUG0002"_s, u"布洛芬片"_s, u"Ibuprofen tablets"_s);
        medication.id = newId<medications::Medication>(clock, rng);
        workflow::UnitOfWork work(Uuid::v7(clock, rng), {}, u"MAIN"_s);
        work.insert(entry).insert(medication);
        QVERIFY(QCoro::waitFor(store->commit(std::move(work))));

        const auto terminology = QCoro::waitFor(loadTerminology(store));

        QVERIFY(terminology);
        QCOMPARE((*terminology)->diagnoses(u"yfxgxy"_s, 10).front().code, u"I10"_s);
        QCOMPARE(codesOf((*terminology)->medications(u"ibu"_s, 10)), QStringList{u"DRUG0002"_s});
    }

    void anEmptyStoreHasNothingToFind()
    {
        const auto terminology = QCoro::waitFor(loadTerminology(std::make_shared<test::MemoryStore>()));
        QCOMPARE((*terminology)->diagnosisCount(), 0);
        QVERIFY((*terminology)->diagnoses(u"I10"_s, 10).empty());
    }
};

QTEST_GUILESS_MAIN(TestMemoryTerminology)
#include "test_memory_terminology.moc"
