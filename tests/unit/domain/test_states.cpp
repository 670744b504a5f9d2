#include "domain/medications/prescription.h"
#include "domain/scheduling/queue_task.h"

#include <QSet>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using medications::Medication;
using medications::PrescriptionClass;
using medications::PrescriptionForm;
using medications::PrescriptionStatus;
using scheduling::TaskStatus;

namespace {

/// Every "from -> to" that isAllowed allows.
template <typename State>
QSet<QString> allowedSteps()
{
    QSet<QString> steps;
    for (std::size_t from = 0; from < kCodes<State>.size(); ++from) {
        for (std::size_t to = 0; to < kCodes<State>.size(); ++to) {
            if (isAllowed(State(from), State(to)))
                steps.insert(codeOf(State(from)) + u" -> "_s + codeOf(State(to)));
        }
    }
    return steps;
}

Medication drugOf(PrescriptionClass prescriptionClass)
{
    Medication drug;
    drug.prescriptionClass = prescriptionClass;
    return drug;
}

} // namespace

class TestStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prescriptionTakesTheseStepsAndNoOther()
    {
        const QSet<QString> steps{
            u"draft -> signed"_s,       u"draft -> cancelled"_s,      u"signed -> reviewed"_s,
            u"signed -> returned"_s,    u"signed -> cancelled"_s,     u"returned -> signed"_s,
            u"returned -> cancelled"_s, u"reviewed -> paid"_s,        u"reviewed -> cancelled"_s,
            u"paid -> dispensed"_s,     u"dispensed -> handed-over"_s};
        QCOMPARE(allowedSteps<PrescriptionStatus>(), steps);
    }

    void queueEntryTakesTheseStepsAndNoOther()
    {
        const QSet<QString> steps{u"requested -> in-progress"_s, u"requested -> cancelled"_s,
                                  u"in-progress -> requested"_s, u"in-progress -> on-hold"_s,
                                  u"in-progress -> completed"_s, u"on-hold -> in-progress"_s,
                                  u"on-hold -> cancelled"_s,     u"completed -> entered-in-error"_s};
        QCOMPARE(allowedSteps<TaskStatus>(), steps);
    }

    void nothingIsPaidBeforeItIsReviewed()
    {
        for (std::size_t from = 0; from < kCodes<PrescriptionStatus>.size(); ++from)
            QCOMPARE(isAllowed(PrescriptionStatus(from), PrescriptionStatus::Paid),
                     PrescriptionStatus(from) == PrescriptionStatus::Reviewed);
    }

    void visitFollowsItsQueueEntry()
    {
        const QStringList expected{u"arrived"_s,  u"in-progress"_s, u"onleave"_s,
                                   u"finished"_s, u"cancelled"_s,   u"entered-in-error"_s};
        QStringList mapped;
        for (std::size_t i = 0; i < kCodes<TaskStatus>.size(); ++i)
            mapped.append(codeOf(scheduling::encounterStatusFor(TaskStatus(i))));
        QCOMPARE(mapped, expected);
    }

    void formIsTheOneTheLawAsksFor_data()
    {
        QTest::addColumn<QList<int>>("classes");
        QTest::addColumn<int>("years");
        QTest::addColumn<QString>("form");
        const auto ordinary = int(PrescriptionClass::Ordinary);
        const auto narcotic = int(PrescriptionClass::Narcotic);
        const auto first = int(PrescriptionClass::PsychotropicOne);
        const auto second = int(PrescriptionClass::PsychotropicTwo);
        QTest::newRow("adult") << QList{ordinary} << 45 << "ordinary";
        QTest::newRow("age unknown") << QList{ordinary} << -1 << "ordinary";
        QTest::newRow("last day of childhood") << QList{ordinary} << 13 << "paediatric";
        QTest::newRow("fourteen") << QList{ordinary} << 14 << "ordinary";
        QTest::newRow("narcotic among others")
            << QList{ordinary, narcotic} << 45 << "narcotic-psychotropic-1";
        QTest::newRow("class one") << QList{first} << 45 << "narcotic-psychotropic-1";
        QTest::newRow("class two") << QList{ordinary, second} << 45 << "psychotropic-2";
        QTest::newRow("stricter class wins") << QList{second, narcotic} << 45 << "narcotic-psychotropic-1";
        QTest::newRow("narcotic for a child") << QList{narcotic} << 5 << "narcotic-psychotropic-1";
    }
    void formIsTheOneTheLawAsksFor()
    {
        QFETCH(QList<int>, classes);
        QFETCH(int, years);
        QFETCH(QString, form);
        std::vector<Medication> drugs;
        for (const int prescriptionClass : classes)
            drugs.push_back(drugOf(PrescriptionClass(prescriptionClass)));

        const auto age = years < 0 ? std::nullopt : std::optional(Age{years, 11, 30});

        QCOMPARE(codeOf(medications::formFor(drugs, age)), form);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestStates)
#include "test_states.moc"
