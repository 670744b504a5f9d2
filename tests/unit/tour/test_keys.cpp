#include "tour/keys.h"
#include "tour/stroke.h"

#include <QTest>

using namespace simiao::tour;
using namespace Qt::StringLiterals;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadAsKeyboardsSendThem()
    {
        QCOMPARE(*parseKey(u"Ctrl+Shift+L"_s), Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_L);
        QCOMPARE(*parseKey(u"F9"_s), QKeyCombination(Qt::Key_F9));
        QCOMPARE(*parseKey(u"Enter"_s), QKeyCombination(Qt::Key_Return));
        QCOMPARE(*parseKey(u"Shift+Tab"_s), Qt::ShiftModifier | Qt::Key_Backtab);
        QVERIFY(!parseKey(u"Ctrl+"_s));
        QVERIFY(!parseKey(u"A, B"_s));
        QVERIFY(!parseKey({}));
    }

    void aKeyTypesWhatAKeyboardTypes()
    {
        QCOMPARE(keyText(Qt::Key_A), u"a"_s);
        QCOMPARE(keyText(Qt::ShiftModifier | Qt::Key_A), u"A"_s);
        QCOMPARE(keyText(Qt::Key_Return), u"\r"_s);
        QCOMPARE(keyText(Qt::ControlModifier | Qt::Key_F), QString());
        QCOMPARE(keyText(Qt::Key_F9), QString());
    }

    void asciiIsTypedAndTheRestIsCommittedInRuns()
    {
        const auto strokes = strokesFor(u"咳嗽3天\nA"_s);

        QCOMPARE(strokes.size(), 5);
        QVERIFY(strokes[0] == Stroke(Commit{u"咳嗽"_s}));
        QVERIFY(strokes[1] == Stroke(KeyStroke{Qt::Key_3, u"3"_s}));
        QVERIFY(strokes[2] == Stroke(Commit{u"天"_s}));
        QVERIFY(strokes[3] == Stroke(KeyStroke{Qt::Key_Return, u"\r"_s}));
        QVERIFY(strokes[4] == Stroke(KeyStroke{Qt::ShiftModifier | Qt::Key_A, u"A"_s}));
    }

    void aCharacterOutsideTheBasicPlaneIsCommittedWhole()
    {
        const auto strokes = strokesFor(u"𠮷"_s);

        QCOMPARE(strokes.size(), 1);
        QVERIFY(strokes[0] == Stroke(Commit{u"𠮷"_s}));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "test_keys.moc"
