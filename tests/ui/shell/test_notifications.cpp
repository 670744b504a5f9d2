#include "shell/bell_button.h"
#include "shell/login_page.h"
#include "shell/notice_text.h"
#include "shell/notification_list.h"
#include "shell/notification_toast.h"
#include "shell/panel_windows.h"
#include "shell/session_desk.h"
#include "shell/workplace.h"
#include "support/fake_clock.h"
#include "ui/shell/shell_fixture.h"
#include "ui/widgets/link_button.h"
#include "workflow/ports/desk_clock.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QtGui/private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

QList<QAccessible::Event> heard;

void hear(QAccessibleEvent *event)
{
    heard.append(event->type());
}

/// Images where no process for them can be had.
class UnprotectedImages : public workflow::ImageSource
{
public:
    Task<Result<std::vector<workflow::ImageSeries>>> list(QString, std::stop_token) override
    {
        co_return std::vector<workflow::ImageSeries>();
    }
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(workflow::ImageInstance,
                                                              int,
                                                              std::stop_token) override
    {
        co_return Error{ErrorKind::NotFound, u"imaging.file-missing"_s};
    }
    std::optional<Error> impairment() const override
    {
        return Error{ErrorKind::Unavailable, u"imaging.decoder-missing"_s, u"this system has none"_s};
    }
};

sdk::Notification aNotice(const QString &id, const QString &text, const QString &occasion = u"1"_s)
{
    return {id, ui::Severity::Warn, text, u"shell.about"_s, occasion};
}

} // namespace

/// A physician is at work and types.
class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        QApplication::setActiveWindow(&m_shell->window);
        logIn();
        m_field = new QLineEdit(m_shell->window.workplace());
        m_field->setText(u"cough for 3 days"_s);
        m_field->setGeometry(100, 300, 300, 30);
        m_field->show();
        m_field->setFocus();
        m_field->setCursorPosition(5);
        QTRY_COMPARE(QApplication::focusWidget(), m_field);
    }

    void arriveWithoutTouchingFocusCaretOrText()
    {
        desk()->postNotification(aNotice(u"test.one"_s, u"A screen is gone."_s));

        QVERIFY(toast()->isVisible());
        QCOMPARE(toast()->text(), u"A screen is gone."_s);
        QCOMPARE(bell()->count(), 1);
        QCOMPARE(QApplication::focusWidget(), m_field);
        QCOMPARE(m_field->cursorPosition(), 5);
        QTest::keyClick(m_field, Qt::Key_X);
        QCOMPARE(m_field->text(), u"coughx for 3 days"_s);
    }

    void coverNothingThatIsTypedOrReadOfThePatient()
    {
        desk()->postNotification(aNotice(u"test.one"_s, QString(200, u'w')));

        const auto *bar = bell()->parentWidget();
        const QRect covered(toast()->mapTo(&m_shell->window, QPoint()), toast()->size());
        const QRect status(bar->mapTo(&m_shell->window, QPoint()), bar->size());
        QVERIFY(status.contains(covered));
        QVERIFY(!covered.intersects({bell()->mapTo(&m_shell->window, QPoint()), bell()->size()}));
    }

    void giveThePersonHerRoomBack()
    {
        auto *person = m_shell->find<QWidget>("shell.user");
        QTRY_COMPARE(person->width(), person->sizeHint().width());
        desk()->postNotification(aNotice(u"test.one"_s, QString(200, u'w')));
        QVERIFY(person->width() < person->sizeHint().width());

        desk()->withdrawNotification(u"test.one"_s);

        QTRY_COMPARE(person->width(), person->sizeHint().width());
    }

    void sayWhereImagesAreDecodedWithoutProtection()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->workstation().images = std::make_shared<UnprotectedImages>();
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        logIn();

        QTRY_VERIFY(bell() && bell()->count() > 0);
        QTest::mouseClick(bell(), Qt::LeftButton);

        auto *line = m_shell->find<shell::NoticeText>("shell.notification.shell.decoder");
        QVERIFY(line);
        QVERIFY2(
            line->text().contains(u"without the protection of a separate process (this system has none)"_s),
            qPrintable(line->text()));
    }

    void sayThatTheClockIsWrong_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<QString>("said");
        QTest::newRow("ahead") << qint64(3'400) << u"clock is 3 s ahead"_s;
        QTest::newRow("behind") << qint64(-300'000) << u"clock is 5 min behind"_s;
        QTest::newRow("nearly behind") << qint64(-299'700) << u"clock is 5 min behind"_s;
        QTest::newRow("far behind") << qint64(-90'000'000) << u"clock is 25 h behind"_s;
    }

    void sayThatTheClockIsWrong()
    {
        QFETCH(const qint64, ahead);
        QFETCH(const QString, said);
        m_shell = std::make_unique<test::ShellFixture>();
        auto *clock = new workflow::DeskClock(m_shell->store->changes());
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        logIn();
        const int before = bell()->count();
        clock->set(std::chrono::milliseconds(2'000)); // as much as a busy network makes of nothing
        QCOMPARE(bell()->count(), before);

        clock->set(std::chrono::milliseconds(ahead));

        const auto shown = m_shell->window.workplace()->notifications()->shown();
        const auto notice =
            std::ranges::find(shown, u"shell.clock"_s, [](const auto &each) { return each.what.id; });
        QVERIFY(notice != shown.end());
        QCOMPARE(notice->what.severity, ui::Severity::Warn);
        QVERIFY2(notice->what.text.contains(said), qPrintable(notice->what.text));
        clock->set(std::chrono::milliseconds(-40)); // somebody has set it
        QCOMPARE(bell()->count(), before);
    }

    void areToldToScreenReaders()
    {
        QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true); // somebody listens
        heard.clear();
        const auto before = QAccessible::installUpdateHandler(hear);

        desk()->postNotification(aNotice(u"test.one"_s, u"A screen is gone."_s));

        QAccessible::installUpdateHandler(before);
        QVERIFY(heard.contains(QAccessible::Alert));
        QVERIFY(toast()->accessibleName().contains(u"A screen is gone."_s));
    }

    void areOneOfEachId()
    {
        desk()->postNotification(aNotice(u"test.one"_s, u"Two returned."_s, u"a b"_s));
        desk()->postNotification(aNotice(u"test.one"_s, u"Three returned."_s, u"a b c"_s));
        desk()->postNotification(aNotice(u"test.two"_s, u"Another."_s));

        QCOMPARE(bell()->count(), 2);
        desk()->withdrawNotification(u"test.one"_s);
        QCOMPARE(bell()->count(), 1);
    }

    void theListIsReadByKeyboardAndGivesTheCaretBack()
    {
        desk()->postNotification(aNotice(u"test.one"_s, u"A screen is gone."_s));

        QTest::keyClick(m_field, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);

        auto *list = m_shell->find<QWidget>("shell.notificationList");
        QVERIFY(list->isVisible());
        auto *line = m_shell->find<shell::NoticeText>("shell.notification.test.one");
        QVERIFY(line && line->isVisible());
        QCOMPARE(line->text(), u"A screen is gone."_s);
        auto *first = qobject_cast<ui::LinkButton *>(QApplication::focusWidget());
        QVERIFY(first && line->isAncestorOf(first));
        QCOMPARE(first->text(), u"About plugins"_s);

        QTest::keyClick(first, Qt::Key_Escape);

        QVERIFY(!list->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_field);
        QCOMPARE(m_field->cursorPosition(), 5);
    }

    void dismissingKeepsItAwayUntilThereIsNews()
    {
        desk()->postNotification(aNotice(u"test.one"_s, u"Two returned."_s, u"a b"_s));
        QTest::keyClick(m_field, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        const auto links =
            m_shell->find<QWidget>("shell.notification.test.one")->findChildren<ui::LinkButton *>();
        QCOMPARE(links.last()->text(), u"Dismiss"_s);
        QTest::keyClick(links.last(), Qt::Key_Return);
        QCOMPARE(bell()->count(), 0);

        desk()->postNotification(
            aNotice(u"test.one"_s, u"Zwei."_s, u"a b"_s)); // the same in another language
        QCOMPARE(bell()->count(), 0);
        desk()->postNotification(aNotice(u"test.one"_s, u"Three returned."_s, u"a b c"_s));
        QCOMPARE(bell()->count(), 1);
    }

    void runsTheActionThatGoesWithIt()
    {
        desk()->postNotification(aNotice(u"test.one"_s, u"A plugin stays out."_s));
        QTest::keyClick(m_field, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QVERIFY(m_shell->find<QWidget>("about.page")->isVisible());
        QVERIFY(!m_shell->find<QWidget>("shell.notificationList")->isVisible());
        QCOMPARE(bell()->count(), 1); // it is still so
    }

    void stayOverLocking()
    {
        desk()->postNotification(aNotice(u"test.one"_s, u"A screen is gone."_s));
        m_shell->actions.lock()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());
        logIn();

        QCOMPARE(bell()->count(), 1);
    }

    void goWhenTheyHaveRunOut()
    {
        auto clock = std::make_shared<test::FakeClock>();
        shell::NotificationList list(clock);
        auto notice = aNotice(u"test.one"_s, u"Until noon."_s);
        notice.until = clock->now().plusSeconds(60);
        list.post(notice);
        QCOMPARE(list.count(), 1);

        clock->advanceSeconds(61);
        list.expire();

        QCOMPARE(list.count(), 0);
        list.post(notice); // it is over already
        QCOMPARE(list.count(), 0);
    }

    void theGravestStandsFirst()
    {
        shell::NotificationList list(std::make_shared<test::FakeClock>());
        auto note = aNotice(u"a"_s, u"Worth knowing."_s);
        note.severity = ui::Severity::Note;
        list.post(note);
        list.post(aNotice(u"b"_s, u"Amiss."_s));

        QCOMPARE(list.shown().front().what.id, u"b"_s);
    }

    void tellOfDraftsOfAnEarlierDay()
    {
        const auto visit = Uuid::v7(*desk()->context().clock, *desk()->context().rng);
        desk()->drafts()->record({visit, visit, u"note"_s, u"cough"_s});
        QCOMPARE(bell()->count(), 0);
        m_shell->actions.logOut()->trigger();
        QTRY_VERIFY(!m_shell->window.workplace());
        m_shell->clock().advanceSeconds(86400);
        logIn();

        QTRY_COMPARE(bell()->count(), 1);
        desk()->drafts()->discard(visit);
        QTRY_COMPARE(bell()->count(), 0);
    }

    void remindOfACopyThatIsOverdue_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<bool>("isReminded");
        QTest::newRow("never") << -1 << true;
        QTest::newRow("today") << 0 << false;
        QTest::newRow("a week ago") << 7 << false;
        QTest::newRow("longer ago") << 8 << true;
    }
    void remindOfACopyThatIsOverdue()
    {
        QFETCH(const int, daysAgo);
        QFETCH(const bool, isReminded);
        m_shell->actions.logOut()->trigger();
        QTRY_VERIFY(!m_shell->window.workplace());
        m_shell->setStandard(u"backup.overdue-days"_s, u"7"_s);
        bool wasAsked = false;
        const auto now = m_shell->clock().now();
        m_shell->workstation().lastBackup = [&wasAsked, now,
                                             daysAgo]() -> Task<Result<std::optional<Instant>>> {
            wasAsked = true;
            return lastBackup(now, daysAgo);
        };
        logIn();

        QTRY_VERIFY(wasAsked);
        if (isReminded)
            QTRY_COMPARE(bell()->count(), 1);
        else
            QCOMPARE(bell()->count(), 0);
    }

    void tellThatADisplayWasClosed()
    {
        Q_EMIT m_shell->displays.closed(u"waiting-room"_s);
        QCOMPARE(bell()->count(), 1);
        QVERIFY(toast()->text().contains(u"waiting-room"_s));

        Q_EMIT m_shell->displays.opened(u"waiting-room"_s);
        QCOMPARE(bell()->count(), 0);
    }

    void tellThatAScreenIsGone()
    {
        Q_EMIT m_shell->window.workplace()->panels()->screenLost({u"Images"_s});
        QCOMPARE(bell()->count(), 1);
        QVERIFY(toast()->text().contains(u"Images"_s));
    }

private:
    static Task<Result<std::optional<Instant>>> lastBackup(Instant now, int daysAgo)
    {
        std::optional<Instant> last;
        if (daysAgo >= 0)
            last = now.plusSeconds(std::int64_t(-86400) * daysAgo);
        co_return Result<std::optional<Instant>>(last);
    }

    void logIn()
    {
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
    }

    shell::SessionDesk *desk() const { return m_shell->window.workplace()->desk(); }
    shell::BellButton *bell() const { return m_shell->find<shell::BellButton>("shell.bell"); }
    shell::NotificationToast *toast() const { return m_shell->find<shell::NotificationToast>("shell.toast"); }

    std::unique_ptr<test::ShellFixture> m_shell;
    QLineEdit *m_field = nullptr;
};

QTEST_MAIN(TestNotifications)
#include "test_notifications.moc"
