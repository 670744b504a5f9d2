#include "support/patience.h"
#include "ui/widgets/candidate_popup.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace simiao::ui;
using namespace Qt::StringLiterals;

namespace {

QList<Candidate> threeTablets()
{
    return {{u"Levofloxacin 0.5 g"_s, u"LEVO5"_s, u"18.40"_s, 1},
            {u"Levofloxacin 0.1 g"_s, u"LEVO1"_s, u"9.80"_s, 2},
            {u"Levofloxacin infusion"_s, {}, u"21.60"_s, 3}};
}

bool press(CandidatePopup &popup, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QKeyEvent event(QEvent::KeyPress, key, modifiers);
    return popup.handleKey(&event);
}

struct Desk
{
    QWidget window;
    QLineEdit *field = new QLineEdit(&window);
    CandidatePopup popup{field};

    Desk()
    {
        window.resize(600, 400);
        field->setGeometry(20, 20, 300, 28);
        window.show();
        window.activateWindow();
        field->setFocus();
    }
};

} // namespace

class TestCandidatePopup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsUnderItsFieldAndLeavesTheFocusThere();
    void standsAboveWhenThereIsNoRoomBelow();
    void arrowsMoveWithinTheList();
    void enterChoosesTheCurrentRow();
    void escapeDismissesAndKeepsTheText();
    void otherKeysAreTheFields();
    void takesNoKeyWhileHidden();
    void hidesWhenNothingMatches();
};

void TestCandidatePopup::standsUnderItsFieldAndLeavesTheFocusThere()
{
    Desk desk;

    desk.popup.setCandidates(threeTablets());

    QVERIFY(desk.popup.isVisible());
    QCOMPARE(desk.popup.x(), desk.field->x());
    QCOMPARE(desk.popup.width(), desk.field->width());
    QVERIFY(desk.popup.y() >= desk.field->geometry().bottom());
    QTRY_VERIFY(desk.field->hasFocus());
}

void TestCandidatePopup::standsAboveWhenThereIsNoRoomBelow()
{
    Desk desk;
    desk.field->move(20, 360);

    desk.popup.setCandidates(threeTablets());

    QVERIFY(desk.popup.geometry().bottom() < desk.field->y());
}

void TestCandidatePopup::arrowsMoveWithinTheList()
{
    Desk desk;
    desk.popup.setCandidates(threeTablets());
    QCOMPARE(desk.popup.current(), 0);

    QVERIFY(press(desk.popup, Qt::Key_Up));
    QCOMPARE(desk.popup.current(), 0);
    QVERIFY(press(desk.popup, Qt::Key_Down));
    QVERIFY(press(desk.popup, Qt::Key_Down));
    QVERIFY(press(desk.popup, Qt::Key_Down));
    QCOMPARE(desk.popup.current(), 2);
}

void TestCandidatePopup::enterChoosesTheCurrentRow()
{
    Desk desk;
    desk.popup.setCandidates(threeTablets());
    const QSignalSpy chosen(&desk.popup, &CandidatePopup::chosen);
    press(desk.popup, Qt::Key_Down);

    QVERIFY(press(desk.popup, Qt::Key_Return));
    QVERIFY(press(desk.popup, Qt::Key_Enter, Qt::KeypadModifier));

    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.first().first().toInt(), 1);
    QCOMPARE(desk.popup.candidate(1).data.toInt(), 2);
}

void TestCandidatePopup::escapeDismissesAndKeepsTheText()
{
    Desk desk;
    desk.field->setText(u"levo 0.5"_s);
    desk.popup.setCandidates(threeTablets());
    const QSignalSpy dismissed(&desk.popup, &CandidatePopup::dismissed);

    QVERIFY(press(desk.popup, Qt::Key_Escape));

    QVERIFY(desk.popup.isHidden());
    QCOMPARE(dismissed.count(), 1);
    QCOMPARE(desk.field->text(), u"levo 0.5"_s);
}

void TestCandidatePopup::otherKeysAreTheFields()
{
    Desk desk;
    desk.popup.setCandidates(threeTablets());

    QVERIFY(!press(desk.popup, Qt::Key_A));
    QVERIFY(!press(desk.popup, Qt::Key_Tab));
    QVERIFY(!press(desk.popup, Qt::Key_Return, Qt::ControlModifier));
}

void TestCandidatePopup::takesNoKeyWhileHidden()
{
    Desk desk;

    QVERIFY(!press(desk.popup, Qt::Key_Return));
    QVERIFY(!press(desk.popup, Qt::Key_Escape));
}

void TestCandidatePopup::hidesWhenNothingMatches()
{
    Desk desk;
    desk.popup.setCandidates(threeTablets());

    desk.popup.setCandidates({});

    QVERIFY(desk.popup.isHidden());
    QVERIFY(!desk.popup.hasCandidates());
}

QTEST_MAIN(TestCandidatePopup)
#include "test_candidate_popup.moc"
