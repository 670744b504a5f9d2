#include "ui/widgets/link_button.h"
#include "ui/widgets/state_view.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace simiao::ui;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 21);
const QLocale kEnglish(QLocale::English, QLocale::UnitedStates);

Notice said(const ViewState &state)
{
    return describe(state, kEnglish, kToday);
}

} // namespace

class TestViewState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptySaysWhatToDoNext();
    void partialSaysHowMuchOfHowMuch();
    void partialOfAnUnknownNumberSaysThatItIsTheBeginning();
    void staleSaysTheTimeAndForOldDataTheDate();
    void offlineSaysWhatStillWorks();
    void errorSaysCauseNextStepAndRetry();
    void forbiddenSaysWhoMay();
    void loadingKeepsTheContent();
    void onlyWhatHasNothingToShowReplacesTheContent();
    void theActionIsReachableByKeyboard();
    void readyShowsOnlyTheContent();
};

void TestViewState::emptySaysWhatToDoNext()
{
    const auto notice = said(ViewState::empty(u"Nobody is waiting."_s, u"Press F5."_s, u"Call"_s));

    QCOMPARE(notice.lead, u"Nobody is waiting."_s);
    QCOMPARE(notice.secondary, u"Press F5."_s);
    QCOMPARE(notice.actions, QStringList{u"Call"_s});
}

void TestViewState::partialSaysHowMuchOfHowMuch()
{
    const auto notice = said(ViewState::partial(50, 1204));

    QCOMPARE(notice.lead, u"Showing"_s);
    QCOMPARE(notice.text, u"50 of 1,204"_s);
}

void TestViewState::partialOfAnUnknownNumberSaysThatItIsTheBeginning()
{
    auto state = ViewState::partial(20, 0, u"Show more"_s);
    state.next = u"Type on."_s;

    const auto notice = said(state);

    QCOMPARE(notice.text, u"the first 20"_s);
    QCOMPARE(notice.secondary, u"Type on."_s);
    QCOMPARE(notice.actions, QStringList{u"Show more"_s});
}

void TestViewState::staleSaysTheTimeAndForOldDataTheDate()
{
    QCOMPARE(said(ViewState::stale(QDateTime(kToday, QTime(8, 12)))).text, u"data from 08:12"_s);
    QCOMPARE(said(ViewState::stale(QDateTime(kToday.addDays(-1), QTime(8, 12)))).text,
             u"data from 2026-11-20 08:12"_s);
}

void TestViewState::offlineSaysWhatStillWorks()
{
    const auto notice = said(ViewState::offline(u"Notes can be written."_s));

    QCOMPARE(notice.severity, Severity::Warn);
    QCOMPARE(notice.text, u"Notes can be written."_s);
}

void TestViewState::errorSaysCauseNextStepAndRetry()
{
    const auto notice = said(ViewState::error(u"No answer."_s, u"Check the cable."_s, u"Retry"_s, true));

    QCOMPARE(notice.severity, Severity::Block);
    QCOMPARE(notice.text, u"No answer."_s);
    QCOMPARE(notice.secondary, u"Check the cable."_s);
    QCOMPARE(notice.actions, QStringList{u"Retry"_s});
}

void TestViewState::forbiddenSaysWhoMay()
{
    QCOMPARE(said(ViewState::forbidden(u"pharmacists"_s)).secondary, u"Who may: pharmacists"_s);
}

void TestViewState::loadingKeepsTheContent()
{
    auto *content = new QLabel(u"ten rows"_s);
    StateView view(content);
    view.show();

    view.setState(ViewState::loading());

    QVERIFY(content->isVisible());
    QVERIFY(!ViewState::loading().hasNotice());
    QVERIFY(ViewState::loading(40, u"2 min"_s).hasNotice());
}

void TestViewState::onlyWhatHasNothingToShowReplacesTheContent()
{
    QVERIFY(ViewState::empty({}, {}).replacesContent());
    QVERIFY(ViewState::forbidden({}).replacesContent());
    QVERIFY(ViewState::error({}, {}, {}, false).replacesContent());
    QVERIFY(!ViewState::error({}, {}, {}, true).replacesContent());
    QVERIFY(!ViewState::stale({}).replacesContent());
    QVERIFY(!ViewState::partial(1, 2).replacesContent());
}

void TestViewState::theActionIsReachableByKeyboard()
{
    StateView view(new QLabel);
    view.setState(ViewState::error(u"No answer."_s, {}, u"Retry"_s, false));
    view.show();
    const QSignalSpy triggered(&view, &StateView::actionTriggered);
    const auto links = view.findChildren<LinkButton *>();
    const auto visible =
        std::find_if(links.begin(), links.end(), [](auto *link) { return link->isVisible(); });
    QVERIFY(visible != links.end());

    QVERIFY((*visible)->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(*visible, Qt::Key_Return);

    QCOMPARE(triggered.count(), 1);
}

void TestViewState::readyShowsOnlyTheContent()
{
    auto *content = new QLabel;
    StateView view(content);
    view.show();
    view.setState(ViewState::forbidden(u"nurses"_s));
    QVERIFY(!content->isVisible());

    view.setState(ViewState::ready());

    QVERIFY(content->isVisible());
    const auto lines = view.findChildren<NoticeLine *>();
    QVERIFY(std::none_of(lines.begin(), lines.end(), [](auto *line) { return line->isVisible(); }));
}

QTEST_MAIN(TestViewState)
#include "test_view_state.moc"
