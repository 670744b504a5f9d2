#include "ui/widgets/grow_text_edit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

using namespace simiao::ui;
using namespace Qt::StringLiterals;

namespace {

const QString kNul(QChar(u'\0'));
const QString kHalf(QChar(0xD83D)); // the first half of a pair, alone

void paste(GrowTextEdit &edit, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    edit.paste();
}

} // namespace

class TestGrowTextEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAndShrinksWithItsText();
    void scrollsFromItsMostLinesOn();
    void refusesTextWithNul();
    void dropsNulFromPastedTextAndSaysWhere();
    void refusesAPasteWithHalfASurrogatePair();
    void refusesHalfASurrogatePairFromAnInputMethod();
    void keepsWholeSurrogatePairs();
    void keepsNoBreakSpacesAndLines();
    void pastesOnlyPlainText();
    void keepsTheCursorWhenTheSameTextIsSet();
    void tabMovesOn();
};

void TestGrowTextEdit::growsAndShrinksWithItsText()
{
    GrowTextEdit edit;
    edit.resize(200, 10);
    edit.show();
    QVERIFY(edit.setText(u"one"_s));
    const int one = edit.height();

    edit.setText(u"one\ntwo\nthree"_s);
    const int three = edit.height();
    edit.setText(u"one"_s);

    QVERIFY2(three > 2 * one - 20 && three > one, qPrintable(u"%1 %2"_s.arg(one).arg(three)));
    QCOMPARE(edit.height(), one);
}

void TestGrowTextEdit::scrollsFromItsMostLinesOn()
{
    GrowTextEdit edit;
    edit.resize(200, 10);
    edit.setMaximumLines(2);
    edit.show();
    edit.setText(u"1\n2"_s);
    const int two = edit.height();

    edit.setText(u"1\n2\n3\n4\n5"_s);

    QVERIFY(edit.height() <= two + 4);
}

void TestGrowTextEdit::refusesTextWithNul()
{
    GrowTextEdit edit;
    edit.setText(u"kept"_s);
    const QSignalSpy refused(&edit, &GrowTextEdit::refused);

    QVERIFY(!edit.setText(u"ab"_s + kNul + u"c"_s));

    QCOMPARE(edit.text(), u"kept"_s);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toInt(), 2);
}

void TestGrowTextEdit::dropsNulFromPastedTextAndSaysWhere()
{
    GrowTextEdit edit;
    const QSignalSpy refused(&edit, &GrowTextEdit::refused);

    paste(edit, u"T 38"_s + kNul + u".4"_s);

    QCOMPARE(edit.text(), u"T 38.4"_s);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toInt(), 4);
}

void TestGrowTextEdit::refusesAPasteWithHalfASurrogatePair()
{
    GrowTextEdit edit;
    const QSignalSpy refused(&edit, &GrowTextEdit::refused);

    paste(edit, u"abc"_s + kHalf + u"d"_s);

    QCOMPARE(edit.text(), QString());
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toInt(), 3);
}

void TestGrowTextEdit::refusesHalfASurrogatePairFromAnInputMethod()
{
    GrowTextEdit edit;
    const QSignalSpy refused(&edit, &GrowTextEdit::refused);
    QInputMethodEvent event;
    event.setCommitString(kHalf);

    QCoreApplication::sendEvent(&edit, &event);

    QCOMPARE(edit.text(), QString());
    QCOMPARE(refused.count(), 1);
}

void TestGrowTextEdit::keepsWholeSurrogatePairs()
{
    GrowTextEdit edit;
    const auto rareName = QString::fromUcs4(U"\U00020BB7\u91CE");

    QVERIFY(edit.setText(rareName));

    QCOMPARE(edit.text(), rareName);
}

void TestGrowTextEdit::keepsNoBreakSpacesAndLines()
{
    GrowTextEdit edit;
    const auto text = u"0.5"_s + QChar(0x00A0) + u"g\nsecond"_s;

    QVERIFY(edit.setText(text));

    QCOMPARE(edit.text(), text);
}

void TestGrowTextEdit::pastesOnlyPlainText()
{
    GrowTextEdit edit;

    paste(edit, u"<b>bold</b>"_s);

    QCOMPARE(edit.text(), u"<b>bold</b>"_s);
}

void TestGrowTextEdit::keepsTheCursorWhenTheSameTextIsSet()
{
    GrowTextEdit edit;
    edit.setText(u"abcdef"_s);
    auto cursor = edit.textCursor();
    cursor.setPosition(3);
    edit.setTextCursor(cursor);

    edit.setText(u"abcdef"_s);

    QCOMPARE(edit.textCursor().position(), 3);
}

void TestGrowTextEdit::tabMovesOn()
{
    GrowTextEdit edit;

    QVERIFY(edit.tabChangesFocus());
}

QTEST_MAIN(TestGrowTextEdit)
#include "test_grow_text_edit.moc"
