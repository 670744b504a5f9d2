#include "shell/idle_watch.h"
#include "shell/login_page.h"
#include "shell/notice_text.h"
#include "shell/session_desk.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        QApplication::setActiveWindow(&m_shell->window);
        logIn(u"li.mingyuan"_s);
        QTRY_VERIFY(m_shell->window.workplace());
        m_first = m_shell->window.workplace();
    }

    void coversEverythingAndGivesTheCaretBack()
    {
        auto *editor = new QLineEdit(u"发热3天"_s, m_first);
        editor->show();
        editor->setFocus();
        editor->setCursorPosition(2);
        QVERIFY(editor->hasFocus());

        QTest::keyClick(editor, Qt::Key_L, Qt::ControlModifier);

        QTRY_VERIFY(m_shell->window.login()->isVisible());
        QVERIFY(!m_first->isVisible());
        QCOMPARE(m_shell->find<QLineEdit>("login.user")->text(), u"li.mingyuan"_s);
        QVERIFY(m_shell->find<QLineEdit>("login.password")->hasFocus());
        logIn(u"li.mingyuan"_s);
        QTRY_COMPARE(m_shell->window.workplace(), m_first);
        QVERIFY(editor->hasFocus());
        QCOMPARE(editor->cursorPosition(), 2);
    }

    void staysLockedForAWrongPassword()
    {
        m_shell->actions.lock()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());

        logIn(u"li.mingyuan"_s, u"wrong"_s);

        QTRY_VERIFY(m_shell->find<shell::NoticeText>("login.message")->isVisible());
        QVERIFY(!m_shell->window.workplace());
    }

    void recordsLockingAndUnlocking()
    {
        m_shell->actions.lock()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());
        logIn(u"li.mingyuan"_s);
        QTRY_VERIFY(m_shell->window.workplace());

        QStringList acts;
        for (const auto &event : m_shell->store->audit())
            acts.append(event.act);
        QTRY_VERIFY(m_shell->store->audit().back().act == u"session.unlock"_s);
        QVERIFY(acts.contains(u"session.lock"_s));
    }

    void letsAColleagueInAndKeepsTheFirstOnesWork()
    {
        m_shell->addColleague(u"zhao.min"_s);
        QTest::keyClick(&m_shell->window, Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_shell->window.login()->isVisible());
        QVERIFY(m_shell->find<QLineEdit>("login.user")->text().isEmpty());
        QVERIFY(m_shell->find<QAbstractButton>("login.open.li.mingyuan"));

        logIn(u"zhao.min"_s);
        QTRY_VERIFY(m_shell->window.workplace());
        QVERIFY(m_shell->window.workplace() != m_first);
        m_shell->actions.logOut()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());
        m_shell->find<QAbstractButton>("login.open.li.mingyuan")->click();
        QCOMPARE(m_shell->find<QLineEdit>("login.user")->text(), u"li.mingyuan"_s);
        logIn(u"li.mingyuan"_s);

        QTRY_COMPARE(m_shell->window.workplace(), m_first);
        QVERIFY(!m_shell->find<QAbstractButton>("login.open.li.mingyuan"));
    }

    void noticesThatNobodyIsThere()
    {
        shell::IdleWatch watch;
        QSignalSpy idle(&watch, &shell::IdleWatch::idle);
        watch.setLimit(std::chrono::milliseconds(30));
        QVERIFY(idle.wait());
    }

    void aKeyPutsItOff()
    {
        shell::IdleWatch watch;
        QSignalSpy idle(&watch, &shell::IdleWatch::idle);
        QElapsedTimer since;
        since.start();
        watch.setLimit(std::chrono::milliseconds(200));
        qint64 lastKey = 0;
        std::optional<qint64> quiet; // between the last key and the first notice
        connect(&watch, &shell::IdleWatch::idle, this, [&] {
            if (!quiet)
                quiet = since.elapsed() - lastKey;
        });
        while (since.elapsed() < 300 && idle.isEmpty()) { // a machine that stalls is idle itself
            lastKey = since.elapsed();
            QTest::keyClick(&m_shell->window, Qt::Key_Shift);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }

        QTRY_VERIFY(quiet);
        QVERIFY2(*quiet >= 190, qPrintable(QString::number(*quiet)));
    }

private:
    void logIn(const QString &user, const QString &password = test::ShellFixture::kPassword)
    {
        m_shell->find<QLineEdit>("login.user")->setText(user);
        m_shell->find<QLineEdit>("login.password")->setText(password);
        QTest::keyClick(m_shell->find<QLineEdit>("login.password"), Qt::Key_Return);
    }

    std::unique_ptr<test::ShellFixture> m_shell;
    shell::Workplace *m_first = nullptr;
};

QTEST_MAIN(TestLock)
#include "test_lock.moc"
