#include "imaging/turn.h"

#include <QTest>

using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

const EdgeLetters kAxial{.left = u"R"_s, .right = u"L"_s, .top = u"A"_s, .bottom = u"P"_s};

std::vector<Turn> allTurns()
{
    std::vector<Turn> all;
    for (const bool isMirrored : {false, true}) {
        for (int quarters = 0; quarters < 4; ++quarters)
            all.push_back({quarters, isMirrored});
    }
    return all;
}

QString words(const EdgeLetters &edges)
{
    return edges.left + edges.right + edges.top + edges.bottom;
}

} // namespace

class TestTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersGoWithThePicture();
    void whatIsSeenTurnsTheSameWayBehindAMirror();
    void everyStepCanBeTakenBack();
    void eightWaysAreAllThereAre();
    void aStepToTheRightIsOneOfThePicture();
};

void TestTurn::lettersGoWithThePicture()
{
    QCOMPARE(words(turned(kAxial, Turn{}.rotatedRight())), u"PARL"_s);
    QCOMPARE(words(turned(kAxial, Turn{}.rotatedLeft())), u"APLR"_s);
    QCOMPARE(words(turned(kAxial, Turn{}.mirroredAcross())), u"LRAP"_s);
    QCOMPARE(words(turned(kAxial, Turn{}.mirroredDownwards())), u"RLPA"_s);
}

/// Whatever was done before, a further turn to the right takes what is on the left to the top.
void TestTurn::whatIsSeenTurnsTheSameWayBehindAMirror()
{
    for (const auto &turn : allTurns()) {
        const auto before = turned(kAxial, turn);
        const auto right = turned(kAxial, turn.rotatedRight());
        const auto across = turned(kAxial, turn.mirroredAcross());
        const auto downwards = turned(kAxial, turn.mirroredDownwards());
        QCOMPARE(words(right), before.bottom + before.top + before.left + before.right);
        QCOMPARE(words(across), before.right + before.left + before.top + before.bottom);
        QCOMPARE(words(downwards), before.left + before.right + before.bottom + before.top);
    }
}

void TestTurn::everyStepCanBeTakenBack()
{
    for (const auto &turn : allTurns()) {
        QCOMPARE(turn.rotatedRight().rotatedLeft(), turn);
        QCOMPARE(turn.mirroredAcross().mirroredAcross(), turn);
        QCOMPARE(turn.mirroredDownwards().mirroredDownwards(), turn);
        QCOMPARE(turn.rotatedRight().rotatedRight(), turn.mirroredAcross().mirroredDownwards());
    }
}

void TestTurn::eightWaysAreAllThereAre()
{
    QSet<QString> seen;
    for (const auto &turn : allTurns()) {
        QVERIFY(turn.rotatedRight().quarters >= 0 && turn.rotatedRight().quarters < 4);
        seen.insert(words(turned(kAxial, turn)));
    }
    QCOMPARE(seen.size(), 8);
}

/// The letter at the right edge names where the step to the right goes.
void TestTurn::aStepToTheRightIsOneOfThePicture()
{
    for (const auto &turn : allTurns()) {
        const auto [columns, rows] = turn.toPicture(1, 0);
        const auto edges = turned(kAxial, turn);
        const auto expected = columns > 0 ? u"L"_s : columns < 0 ? u"R"_s : rows > 0 ? u"P"_s : u"A"_s;
        QCOMPARE(edges.right, expected);
        const auto down = turn.toPicture(0, 1);
        QCOMPARE(columns * down.first + rows * down.second, 0.0);
    }
}

QTEST_APPLESS_MAIN(TestTurn)
#include "test_turn.moc"
