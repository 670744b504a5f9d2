#include "shell/demo_hint.h"
#include "shell/first_run_page.h"
#include "shell/login_page.h"
#include "shell/message_line.h"
#include "shell/new_password_page.h"
#include "shell/page_room.h"
#include "shell/reset_page.h"
#include "shell/session_desk.h"
#include "shell/upgrade_page.h"
#include "shell/workplace.h"
#include "ui/shell/several_screens.h"
#include "ui/shell/shell_fixture.h"
#include "ui/shell/squeezed.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace simiao;
using namespace Qt::StringLiterals;

/// 1366x768 at 200 %: half as much room in each direction.
class TestSmallScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(QGuiApplication::primaryScreen()->size(), QSize(683, 384)); }

    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->window.setResources(qEnvironmentVariable("SIMIAO_RESOURCES"));
        m_shell->workstation().resources = qEnvironmentVariable("SIMIAO_RESOURCES");
        m_shell->window.setProfileKind(sdk::ProfileKind::Training); // its band takes room too
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        QApplication::setActiveWindow(&m_shell->window);
    }

    void theWindowFitsTheScreen()
    {
        const auto all = QGuiApplication::primaryScreen()->availableSize();
        QVERIFY(m_shell->window.width() <= all.width());
        QVERIFY(m_shell->window.height() <= all.height());
    }

    void theLogInHasItsRoom()
    {
        m_shell->window.login()->setHint(
            new shell::DemoHint({{u"li"_s, u"李"_s, u"Li"_s}, {u"zhao"_s, u"赵"_s, u"Zhao"_s}}, u"demo"_s));
        QCOMPARE(squeezedNow(), QStringList());
        QVERIFY(isInSight(m_shell->find<QWidget>("login.user")));
        QVERIFY(isInSight(m_shell->find<QWidget>("login.password")));
        QVERIFY(isInSight(m_shell->find<QWidget>("login.submit")));
    }

    void pagesInPlaceOfItHaveTheirRoom_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("first start") << 0;
        QTest::newRow("upgrade") << 1;
        QTest::newRow("new password") << 2;
        QTest::newRow("reset") << 3;
    }
    void pagesInPlaceOfItHaveTheirRoom()
    {
        QFETCH(const int, page);
        m_shell->window.showInstead(pageOf(page));
        QCOMPARE(squeezedNow(), QStringList());
        for (const auto *words : m_shell->window.findChildren<QLabel *>()) {
            if (words->isVisible() && words->wordWrap())
                QVERIFY2(words->height() >= words->heightForWidth(words->width()), qPrintable(words->text()));
        }
    }

    void theWorkplaceHasItsRoom()
    {
        logIn();
        QCOMPARE(squeezedNow(), QStringList());
        m_shell->actions.help()->trigger();
        QCOMPARE(squeezedNow(), QStringList());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        m_shell->actions.about()->trigger();
        QCOMPARE(squeezedNow(), QStringList());
    }

    void aMessageLiesOverNoTabs()
    {
        logIn();
        auto *workplace = m_shell->window.workplace();
        const auto *message = m_shell->find<shell::MessageLine>("shell.message");
        QTabBar tabs(workplace->findChild<QStackedWidget *>()->currentWidget());
        for (const auto &title : {u"Timeline"_s, u"Images"_s, u"Safety"_s})
            tabs.addTab(title);
        tabs.setGeometry(200, 0, 400, 26);
        tabs.show();

        workplace->desk()->showError({ErrorKind::Unavailable, u"archive.refused"_s, u"Called AE title"_s});
        QCoreApplication::processEvents();

        const QRect pressed(tabs.mapTo(workplace, QPoint()), tabs.size());
        QVERIFY(message->isVisible() && workplace->rect().contains(message->geometry()));
        QVERIFY(!message->geometry().intersects(pressed));
        QCOMPARE(squeezedNow(), QStringList());
        if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
            m_shell->window.grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/message-683.png"_s);
    }

    void theListOfNotificationsStaysInTheWindow()
    {
        logIn();
        for (int i = 0; i < 12; ++i)
            m_shell->window.workplace()->desk()->postNotification(
                {u"test.%1"_s.arg(i), ui::Severity::Warn, u"Something is amiss."_s, {}, {}});
        m_shell->actions.notifications()->trigger();

        const auto *list = m_shell->find<QWidget>("shell.notificationList");
        QVERIFY(list->isVisible());
        QVERIFY(list->parentWidget()->rect().contains(list->geometry()));
    }

    void thePaletteStaysInTheWindow()
    {
        logIn();
        m_shell->actions.palette()->trigger();

        const auto *input = m_shell->find<QWidget>("palette.input");
        QVERIFY(input->isVisible());
        const auto *palette = input->parentWidget();
        QVERIFY(palette->parentWidget()->rect().contains(palette->geometry()));
    }

    void aPageThatNeedsMoreIsScrolledToWhatHasTheFocus()
    {
        auto *page = new QWidget;
        page->setMinimumSize(900, 700);
        auto *column = new QVBoxLayout(page);
        auto *top = new QLineEdit;
        auto *bottom = new QLineEdit;
        column->addWidget(top);
        column->addStretch(1);
        column->addWidget(bottom);
        shell::PageRoom room(page);
        room.resize(683, 300);
        room.show();
        QVERIFY(QTest::qWaitForWindowActive(&room));
        QTRY_COMPARE(page->size(), QSize(900, 700));
        QVERIFY(!isWithin(bottom, &room));

        bottom->setFocus();

        QTRY_VERIFY(isWithin(bottom, &room));
    }

    /// A line of wrapped text at its top made a page as high as it would like to be, and put its keys out of sight.
    void aPageWithWrappedWordsGetsNoMoreThanItNeeds()
    {
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        auto *words = new QLabel(u"Not signed. "_s.repeated(20));
        words->setWordWrap(true);
        column->addWidget(words);
        column->addWidget(new QPlainTextEdit, 1);
        auto *keys = new QLineEdit;
        column->addWidget(keys);
        shell::PageRoom room(page);
        room.resize(300, 300); // between what it needs and what it would like
        room.show();
        QVERIFY(QTest::qWaitForWindowExposed(&room));

        QTRY_COMPARE(page->height(), room.viewport()->height());
        QVERIFY(isWithin(keys, &room));
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
    }

    void aPageThatHasRoomFillsIt()
    {
        auto *page = new QWidget;
        shell::PageRoom room(page);
        room.resize(683, 300);
        room.show();
        QTRY_COMPARE(page->size(), QSize(683, 300));
    }

private:
    static QWidget *pageOf(int page)
    {
        switch (page) {
        case 0: return new shell::FirstRunPage;
        case 1: return new shell::UpgradePage(u"3 4"_s);
        case 2: return new shell::NewPasswordPage;
        default: return new shell::ResetPage;
        }
    }

    static bool isWithin(const QWidget *part, const QWidget *whole)
    {
        const QRect place(part->mapTo(whole, QPoint()), part->size());
        return whole->rect().top() <= place.top() && place.bottom() <= whole->rect().bottom();
    }

    bool isInSight(const QWidget *widget) const { return isWithin(widget, &m_shell->window); }

    QStringList squeezedNow() const
    {
        QCoreApplication::processEvents(); // layouts are done when they are asked for
        return test::squeezed(&m_shell->window);
    }

    void logIn()
    {
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
    }

    std::unique_ptr<test::ShellFixture> m_shell;
};

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    qputenv("QT_QPA_PLATFORM",
            test::offscreenWith(folder.filePath(u"screens.json"_s), {u"desk"_s}, {1366, 768}));
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    TestSmallScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_small_screen.moc"
