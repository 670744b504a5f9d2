#include "sdk/chart_opener.h"
#include "shell/bar_button.h"
#include "shell/login_page.h"
#include "shell/message_line.h"
#include "shell/notice_text.h"
#include "shell/notification_list.h"
#include "shell/notification_toast.h"
#include "shell/session_desk.h"
#include "shell/top_bar.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"
#include "workflow/ports/unanswered_saves.h"

#include <QAbstractButton>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using Fate = workflow::UnansweredSave::Fate;

namespace {

/// How often the layout of a widget is asked for.
class LayoutRequests : public QObject
{
public:
    explicit LayoutRequests(QWidget *widget) { widget->installEventFilter(this); }

    /// One more round of events brings none: fitting the words does not ask for itself for ever.
    bool areOver()
    {
        m_count = 0;
        QCoreApplication::processEvents();
        return m_count == 0;
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::LayoutRequest;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

/// A physician works, and her hospital's server does not answer.
class TestUnansweredSaves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_saves = new workflow::UnansweredSaves(m_shell->store->changes());
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        logIn();
    }

    void areNotMentionedWhereThereAreNone() { QVERIFY(!button()->isVisible()); }

    void areCountedInWordsWithTheTime()
    {
        const auto save = aSave();
        auto later = aSave();
        later.since = save.since.plusSeconds(60);

        m_saves->set({save, later});

        QVERIFY(button()->isVisible());
        QCOMPARE(button()->text(), u"Saves without answer: 2, since 09:30"_s);
        QCOMPARE(button()->accessibleName(), u"Server: Saves without answer: 2, since 09:30"_s);
    }

    void areHersOnly()
    {
        auto save = aSave();
        save.person = m_shell->workstation().context.newId<security::Account>();

        m_saves->set({save});

        QVERIFY(!button()->isVisible());
    }

    void sayActTimeAndPatientInTheMenu()
    {
        auto patient = aPatient();
        desk()->showPatient(sdk::BannerPatient{patient, {}, {}}); // and then the server is gone
        auto save = aSave();
        save.patient = patient.id;

        m_saves->set({save});

        const auto entries = menu();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.front()->text(), u"Waits for the answer: 09:30 composition.sign, 孙&&丽 M-77"_s);
        QVERIFY(entries.front()->isEnabled());
    }

    void openTheChart()
    {
        auto *charts = new sdk::ChartOpener(page());
        const QSignalSpy opened(charts, &sdk::ChartOpener::wanted);
        auto save = aSave();
        save.patient = aPatient().id;
        m_saves->set({save});

        menu().front()->trigger();

        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<Id<administration::Patient>>(), *save.patient);
    }

    /// Not in the chart of a physician who also helps in the pharmacy.
    void openWhereTheActIsDone()
    {
        auto *charts = new sdk::ChartOpener(page(), {u"payment.take"_s});
        const QSignalSpy opened(charts, &sdk::ChartOpener::wanted);
        auto save = aSave(); // a signature
        save.patient = aPatient().id;
        m_saves->set({save});
        menu().front()->trigger();
        QVERIFY(opened.isEmpty());

        save.act = u"payment.take"_s;
        m_saves->set({save});
        menu().front()->trigger();

        QCOMPARE(opened.size(), 1);
    }

    void sayWhomToLookForWhereNoPageShowsCharts()
    {
        auto patient = aPatient();
        desk()->showPatient(sdk::BannerPatient{patient, {}, {}});
        auto save = aSave();
        save.patient = patient.id;
        m_saves->set({save});

        menu().front()->trigger();

        auto *message = m_shell->window.findChild<shell::MessageLine *>();
        QVERIFY(message->isVisible());
    }

    void stayWhenNotStoredUntilTheyAreTakenFromTheList()
    {
        const QSignalSpy told(m_saves, &workflow::UnansweredSaves::acknowledged);
        auto save = aSave();
        m_saves->set({save});
        save.fate = Fate::NotStored;

        m_saves->set({save});

        QCOMPARE(button()->text(), u"Not stored: 1"_s);
        const auto notice = listed(u"shell.unanswered"_s);
        QVERIFY(notice);
        QCOMPARE(notice->severity, ui::Severity::Block);
        QVERIFY2(notice->text.contains(u"09:30 composition.sign"_s), qPrintable(notice->text));
        m_shell->window.workplace()->notifications()->dismissAll(); // reading it is not having done it again
        QVERIFY(button()->isVisible());
        m_shell->window.workplace()->notifications()->dismissAll();
        QVERIFY(told.isEmpty());

        menu().at(1)->trigger();

        QCOMPARE(told.size(), 1);
        QVERIFY(!button()->isVisible());
        QVERIFY(!listed(u"shell.unanswered"_s));
    }

    /// "It is not known yet; do not enter it again" beside "not stored; do it again".
    void takeTheMessageThatNothingIsKnownWithThem()
    {
        auto *message = m_shell->window.findChild<shell::MessageLine *>();
        auto save = aSave();
        m_saves->set({save});
        desk()->showError({ErrorKind::Unavailable, u"store.unknown"_s, {}});
        QVERIFY(message->isVisible());
        save.fate = Fate::NotStored;

        m_saves->set({save});

        QVERIFY(!message->isVisible());
        desk()->showError({ErrorKind::Unavailable, u"server.silent"_s, {}}); // of something else
        save.fate = Fate::Stored;
        m_saves->set({save});
        QVERIFY(message->isVisible());
    }

    void areReadInFullBeforeAnythingElse_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {800, 1366, 1920})
            QTest::addRow("%d", width) << width;
    }

    void areReadInFullBeforeAnythingElse()
    {
        QFETCH(const int, width);
        m_shell->window.resize(width, 600);
        auto *bar = qobject_cast<shell::TopBar *>(button()->parentWidget());
        bar->setBackend(u"PostgreSQL hospital"_s, u"09:30"_s);
        bar->setPerson(u"Respiratory medicine · 203 · Li Mingyuan, Physician"_s);

        m_saves->set({aSave()});

        const auto *backend = m_shell->find<QWidget>("shell.backend");
        const auto *time = m_shell->find<QWidget>("shell.time");
        QTRY_COMPARE(button()->width(), button()->sizeHint().width());
        QVERIFY(backend->isVisible());
        QVERIFY(backend->width() >= backend->sizeHint().width());
        QVERIFY(time->geometry().right() < bar->width());
        QCOMPARE(m_shell->find<QWidget>("shell.find")->isVisible(), width == 1920);
        LayoutRequests requests(bar);
        QTRY_VERIFY(requests.areOver());
    }

    void areNotCoveredByWhatTellsOfThem_data() { areReadInFullBeforeAnythingElse_data(); }

    /// Nor is anything else that is pressed, nor the words that the server is lost.
    void areNotCoveredByWhatTellsOfThem()
    {
        QFETCH(const int, width);
        m_shell->window.resize(width, 600);
        auto *bar = qobject_cast<shell::TopBar *>(button()->parentWidget());
        bar->setPerson(u"Respiratory medicine · 203 · Li Mingyuan, Physician"_s);
        auto save = aSave();
        save.fate = Fate::NotStored;

        m_saves->set({save});
        desk()->postNotification({u"test.long"_s, ui::Severity::Warn, QString(300, u'w'), {}, {}});
        bar->setBackend(u"PostgreSQL hospital"_s, u"09:30"_s); // while it is told

        const auto *toast = m_shell->find<shell::NotificationToast>("shell.toast");
        LayoutRequests requests(bar);
        QTRY_VERIFY(requests.areOver());
        QVERIFY(toast->isVisible());
        QVERIFY2(toast->width() >= 100, qPrintable(QString::number(toast->width())));
        QVERIFY(bar->rect().contains(toast->geometry()));
        QList<const QWidget *> kept;
        for (const auto *each : bar->findChildren<QAbstractButton *>())
            kept << each;
        for (const char *name : {"shell.backend", "shell.find", "shell.time"})
            kept << m_shell->find<QWidget>(name);
        for (const auto *each : kept)
            QVERIFY2(each->isHidden() || !each->geometry().intersects(toast->geometry()),
                     qPrintable(each->objectName()));
    }

    void areToldAndForgottenWhenStoredAfterAll()
    {
        auto save = aSave();
        m_saves->set({save});
        save.fate = Fate::Stored;

        m_saves->set({save});

        QVERIFY(!button()->isVisible());
        QVERIFY(m_saves->all().empty());
        const auto notice = listed(u"shell.unanswered.stored"_s);
        QVERIFY(notice && notice->text.contains(u"09:30 composition.sign"_s));
    }

    // The program was restarted meanwhile; nobody was logged in when the server answered.
    void areToldToWhoeverLogsInLater()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_saves = new workflow::UnansweredSaves(m_shell->store->changes());
        auto stored = aSave();
        stored.fate = Fate::Stored;
        auto lost = aSave();
        lost.fate = Fate::NotStored;
        m_saves->set({stored, lost});
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);

        logIn();

        QCOMPARE(button()->text(), u"Not stored: 1"_s);
        QVERIFY(listed(u"shell.unanswered"_s));
        QVERIFY(listed(u"shell.unanswered.stored"_s));
        QCOMPARE(m_saves->all().size(), 1U);
    }

private:
    void logIn()
    {
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
        m_account = desk()->session().account;
    }
    shell::SessionDesk *desk() const { return m_shell->window.workplace()->desk(); }
    shell::BarButton *button() const { return m_shell->find<shell::BarButton>("shell.unanswered"); }
    QWidget *page() const { return m_shell->find<shell::NoticeText>("missing.message")->parentWidget(); }

    workflow::UnansweredSave aSave() const
    {
        const auto &context = m_shell->workstation().context;
        return {context.newCommand(),
                *Instant::parse(u"2026-11-22T01:30:00Z"_s),
                u"composition.sign"_s,
                m_account,
                {}};
    }
    static administration::Patient aPatient()
    {
        administration::Patient patient;
        patient.id = {*Uuid::parse(u"0199f2c4-0000-7000-8000-0000000000aa"_s)};
        patient.name = u"孙&丽"_s;
        patient.mrn = u"M-77"_s;
        return patient;
    }
    QList<QAction *> menu() const
    {
        Q_EMIT button()->menu()->aboutToShow();
        return button()->menu()->actions();
    }
    std::optional<sdk::Notification> listed(const QString &id) const
    {
        for (const auto &each : m_shell->window.workplace()->notifications()->shown()) {
            if (each.what.id == id)
                return each.what;
        }
        return std::nullopt;
    }

    std::unique_ptr<test::ShellFixture> m_shell;
    workflow::UnansweredSaves *m_saves = nullptr;
    Id<security::Account> m_account; ///< the same in each hospital of the fixture
};

QTEST_MAIN(TestUnansweredSaves)
#include "test_unanswered_saves.moc"
