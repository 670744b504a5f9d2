#include "shell/observed_drafts.h"
#include "support/fake_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using shell::ObservedDrafts;

namespace {

const Uuid kVisit{{1}};
const Uuid kPatient{{2}};

} // namespace

class TestObservedDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsCountedOnceHoweverMuchIsTyped()
    {
        ObservedDrafts drafts(std::make_unique<test::MemoryDrafts>());
        const QSignalSpy told(&drafts, &ObservedDrafts::countChanged);

        drafts.record({kVisit, kPatient, u"10154-3"_s, u"c"_s});
        drafts.record({kVisit, kPatient, u"10154-3"_s, u"cough"_s});

        QCOMPARE(drafts.count(), 1);
        QCOMPARE(told.count(), 1);
    }

    void whatIsOnlyKeptWaitsForNobody()
    {
        ObservedDrafts drafts(std::make_unique<test::MemoryDrafts>());
        const QSignalSpy told(&drafts, &ObservedDrafts::countChanged);

        drafts.record({kPatient, kPatient, u"kept.imaging.1.2.3#0"_s, u"{}"_s});

        QCOMPARE(drafts.count(), 0);
        QVERIFY(told.isEmpty());
        QCOMPARE(drafts.drafts().size(), std::size_t(1)); // it is there all the same
    }

    void aVisitWithBothIsCounted()
    {
        ObservedDrafts drafts(std::make_unique<test::MemoryDrafts>());

        drafts.record({kVisit, kPatient, u"kept.imaging.1.2.3#0"_s, u"{}"_s});
        drafts.record({kVisit, kPatient, u"10154-3"_s, u"c"_s});
        QCOMPARE(drafts.count(), 1);

        drafts.discard(kVisit);
        QCOMPARE(drafts.count(), 0);
    }
};

QTEST_MAIN(TestObservedDrafts)
#include "test_observed_drafts.moc"
