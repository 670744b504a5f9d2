#include "support/patience.h"
#include "ui/theme/apply_theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/candidate_model.h"
#include "ui/widgets/grow_text_edit.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/patient_banner.h"
#include "ui/widgets/state_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace simiao::ui;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, {}); }
    void cleanup() { applyTheme(*qApp, {}); }
    void aBadgeSaysItsSeverityInWords();
    void aBannerSaysEverythingAlsoWhenNarrow();
    void aButtonFollowsAndTriggersItsAction();
    void aButtonOutlivesItsAction();
    void aLabelNamesItsEditor();
    void aWidgetFollowsTheTheme();
    void aThemeTakesNoWidgetAwayWhileItIsSet();
    void candidatesAreAGoodModel();
    void editorsOfAFormAreOfOneHeight();
};

void TestWidgets::aBadgeSaysItsSeverityInWords()
{
    const Badge badge(Severity::Block, u"Penicillin: anaphylaxis"_s);

    QCOMPARE(badge.accessibleName(), u"Blocked: Penicillin: anaphylaxis"_s);
    auto *spoken = QAccessible::queryAccessibleInterface(const_cast<Badge *>(&badge));
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::StaticText);
}

void TestWidgets::aBannerSaysEverythingAlsoWhenNarrow()
{
    PatientBanner banner;
    banner.setPatient({u"Zhang Wei"_s,
                       u"M 45y"_s,
                       u"100238"_s,
                       u"70 kg"_s,
                       {{Severity::Block, u"Penicillin"_s}},
                       u"employee"_s,
                       u"visit 3"_s});
    banner.resize(210, 52);

    const auto shot = banner.grab();

    QVERIFY(!shot.isNull());
    for (const auto &word : {u"Zhang Wei"_s, u"MRN 100238"_s, u"Blocked: Penicillin"_s, u"visit 3"_s})
        QVERIFY2(banner.accessibleName().contains(word), qPrintable(banner.accessibleName()));
}

void TestWidgets::aButtonFollowsAndTriggersItsAction()
{
    QAction action(u"&Print..."_s);
    action.setShortcut(QKeySequence(Qt::Key_F8));
    ActionButton button(&action);
    const QSignalSpy triggered(&action, &QAction::triggered);
    QCOMPARE(button.text(), u"Print"_s);
    QCOMPARE(button.accessibleDescription(), u"Key F8"_s);

    button.click();
    action.setEnabled(false);

    QCOMPARE(triggered.count(), 1);
    QVERIFY(!button.isEnabled());
}

void TestWidgets::aButtonOutlivesItsAction()
{
    auto action = std::make_unique<QAction>(u"Print"_s);
    ActionButton button(action.get());

    action.reset();

    QVERIFY(!button.isEnabled());
    QVERIFY(button.sizeHint().isValid());
}

void TestWidgets::aLabelNamesItsEditor()
{
    auto *edit = new GrowTextEdit;
    const LabelRow row(u"Chief complaint"_s, edit);

    QCOMPARE(edit->accessibleName(), u"Chief complaint"_s);
    QCOMPARE(row.focusProxy(), edit);
}

void TestWidgets::aWidgetFollowsTheTheme()
{
    Badge badge(Severity::Warn, u"eGFR 42"_s);
    badge.show();
    const auto before = badge.grab().toImage().pixelColor(badge.width() / 2, 1);
    ThemeTokens other;
    other.colours.panel = QColor(0x101418);

    applyTheme(*qApp, other);

    QVERIFY(badge.grab().toImage().pixelColor(badge.width() / 2, 1) != before);
}

/// Qt goes through the widgets that there were before: one that is deleted meanwhile ends the program.
void TestWidgets::aThemeTakesNoWidgetAwayWhileItIsSet()
{
    StateView view(new QWidget);
    const auto state = ViewState::empty(u"No images"_s, u"Attach some."_s, u"Attach"_s);
    view.setState(state);
    view.show();
    QList<QPointer<QWidget>> before;
    for (auto *widget : view.findChildren<QWidget *>())
        before.append(widget);
    QVERIFY(view.findChild<LinkButton *>());

    applyTheme(*qApp, {});

    for (const auto &widget : before)
        QVERIFY(widget);
    NoticeLine notice({Severity::Note, {}, u"one"_s, {}, {u"Show"_s}});
    const QPointer<LinkButton> link(notice.findChild<LinkButton *>());
    notice.setNotice({Severity::Note, {}, u"two"_s, {}, {u"Show"_s}});
    QCOMPARE(notice.findChild<LinkButton *>(), link.data());
    connect(link, &LinkButton::clicked, &notice, [&notice] { notice.setNotice({}); });
    link->click();
    QVERIFY(link); // it is still within its event
    QVERIFY(!notice.findChild<LinkButton *>());
    QTRY_VERIFY(!link);
}

void TestWidgets::candidatesAreAGoodModel()
{
    CandidateModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    model.setCandidates({{u"a"_s, {}, {}}, {u"b"_s, {}, {}}});
    model.setCandidates({});

    QCOMPARE(model.rowCount(), 0);
}

/// Beside each other they are one line.
void TestWidgets::editorsOfAFormAreOfOneHeight()
{
    const QLineEdit line;
    const QComboBox choice;
    const QSpinBox number;
    const QDateEdit day;
    QDateEdit fromCalendar;
    fromCalendar.setCalendarPopup(true);

    const int height = line.sizeHint().height();

    QCOMPARE(choice.sizeHint().height(), height);
    QCOMPARE(number.sizeHint().height(), height);
    QCOMPARE(day.sizeHint().height(), height);
    QCOMPARE(fromCalendar.sizeHint().height(), height);
}

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
