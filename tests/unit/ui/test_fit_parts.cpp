#include "ui/widgets/fit_parts.h"

#include <QTest>

using namespace simiao::ui;

namespace {

constexpr int kGap = 10;

/// Name (kept), payer, visit: the visit gives way first.
std::vector<LinePart> line()
{
    return {{100, 40, 3, true}, {80, 50, 2}, {120, 60, 1}};
}

} // namespace

class TestFitParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAllWholeWhenThereIsRoom();
    void elidesTheLowestRankFirst();
    void leavesOutWhatCannotBeElidedEnough();
    void elidesButNeverDropsWhatIsKept();
};

void TestFitParts::leavesAllWholeWhenThereIsRoom()
{
    QCOMPARE(fitParts(line(), kGap, 320), (std::vector<int>{100, 80, 120}));
}

void TestFitParts::elidesTheLowestRankFirst()
{
    QCOMPARE(fitParts(line(), kGap, 280), (std::vector<int>{100, 80, 80}));
}

void TestFitParts::leavesOutWhatCannotBeElidedEnough()
{
    QCOMPARE(fitParts(line(), kGap, 180), (std::vector<int>{100, 70, 0}));
}

void TestFitParts::elidesButNeverDropsWhatIsKept()
{
    QCOMPARE(fitParts(line(), kGap, 20), (std::vector<int>{40, 0, 0}));
}

QTEST_APPLESS_MAIN(TestFitParts)
#include "test_fit_parts.moc"
