#include "shell/login_page.h"
#include "shell/profile_band.h"
#include "shell/reset_page.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using sdk::ProfileKind;

class TestProfileBand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        QApplication::setActiveWindow(&m_shell->window);
    }

    void aRealProfileBearsNoMark()
    {
        m_shell->window.setProfileKind(ProfileKind::Real);

        QVERIFY(!band()->isVisible());
        QCOMPARE(m_shell->window.windowTitle(), u"Simiao"_s);
    }

    void aMarkStandsOverTheLogInAndOverEveryPage_data()
    {
        QTest::addColumn<ProfileKind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("training") << ProfileKind::Training << u"TRAINING – not real patients"_s;
        QTest::newRow("demo") << ProfileKind::Demo << u"DEMO – invented patients"_s;
    }
    void aMarkStandsOverTheLogInAndOverEveryPage()
    {
        QFETCH(const ProfileKind, kind);
        QFETCH(const QString, words);
        m_shell->workstation().profileKind = kind;
        m_shell->window.setProfileKind(kind);

        QVERIFY(band()->isVisible() && m_shell->window.login()->isVisible());
        QCOMPARE(band()->text(), words);
        QCOMPARE(band()->accessibleName(), words);
        QCOMPARE(m_shell->window.windowTitle(), u"Simiao – "_s + sdk::profileWord(kind));

        logIn();
        QVERIFY(band()->isVisible());
        QTRY_VERIFY(!band()->geometry().intersects(m_shell->window.workplace()->geometry()));
        m_shell->actions.about()->trigger();
        QVERIFY(band()->isVisible());
        m_shell->actions.lock()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());
        QVERIFY(band()->isVisible());
    }

    void practiceIsPutBackOnlyAfterBeingAskedTwice()
    {
        m_shell->actions.trainingReset()->setVisible(true);
        logIn();
        QSignalSpy confirmed(m_shell->window.workplace(), &shell::Workplace::resetConfirmed);

        m_shell->actions.trainingReset()->trigger();
        QVERIFY(m_shell->find<QWidget>("reset.page")->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // keeps everything

        QTRY_VERIFY(!m_shell->find<QWidget>("reset.page"));
        QCOMPARE(confirmed.count(), 0);

        m_shell->actions.trainingReset()->trigger();
        m_shell->find<QPushButton>("reset.accept")->click();
        QCOMPARE(confirmed.count(), 1);
    }

    void everybodyIsOutForIt()
    {
        m_shell->addColleague(u"zhao.min"_s);
        logIn();
        m_shell->actions.switchUser()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());
        Q_EMIT m_shell->window.login()->submitted(u"zhao.min"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());

        m_shell->window.leaveAll();

        QVERIFY(m_shell->window.findChildren<shell::Workplace *>().isEmpty());
        QVERIFY(m_shell->window.login()->isVisible());
        QVERIFY(!m_shell->find<QAbstractButton>("login.open.li.mingyuan"));
    }

private:
    void logIn()
    {
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
    }

    shell::ProfileBand *band() const { return m_shell->find<shell::ProfileBand>("shell.band"); }

    std::unique_ptr<test::ShellFixture> m_shell;
};

QTEST_MAIN(TestProfileBand)
#include "test_profile_band.moc"
