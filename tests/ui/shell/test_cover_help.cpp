#include "shell/first_run_page.h"
#include "shell/help_page.h"
#include "shell/login_page.h"
#include "shell/new_password_page.h"
#include "shell/upgrade_page.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"

#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>

using namespace simiao;
using namespace Qt::StringLiterals;

/// Nobody is logged in.
class TestCoverHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_shell->window.setResources(qEnvironmentVariable("SIMIAO_RESOURCES"));
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        QApplication::setActiveWindow(&m_shell->window);
    }

    void opensAtTheLogInAndComesBackToTheSameField()
    {
        auto *user = field("login.user");
        user->setText(u"li.ming"_s);
        user->setFocus();
        user->setCursorPosition(2);

        QTest::keyClick(user, Qt::Key_F1);

        QVERIFY(shown().contains(u"Log in"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!help());
        QVERIFY(user->hasFocus());
        QCOMPARE(user->text(), u"li.ming"_s);
        QCOMPARE(user->cursorPosition(), 2);
    }

    void keepsAPasswordThatIsHalfTyped()
    {
        auto *password = field("login.password");
        password->setFocus();
        QTest::keyClicks(password, u"right"_s);

        QTest::keyClick(password, Qt::Key_F1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

        QTRY_VERIFY(password->hasFocus());
        QCOMPARE(password->text(), u"right"_s);
    }

    void opensOnTheLockedScreen()
    {
        logIn();
        m_shell->actions.lock()->trigger();
        QTRY_VERIFY(m_shell->window.login()->isVisible());

        QTest::keyClick(field("login.password"), Qt::Key_F1);

        QVERIFY(help() && help()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(field("login.password")->hasFocus());
        QCOMPARE(field("login.user")->text(), u"li.mingyuan"_s);
    }

    void opensWherePagesStandInPlaceOfTheLogIn_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("title");
        QTest::newRow("first start") << u"first-run"_s << u"For the information department"_s;
        QTest::newRow("upgrade") << u"upgrade"_s << u"For the information department"_s;
        QTest::newRow("new password") << u"new-password"_s << u"Log in"_s;
    }
    void opensWherePagesStandInPlaceOfTheLogIn()
    {
        QFETCH(const QString, page);
        QFETCH(const QString, title);
        auto *instead = pageOf(page);
        m_shell->window.showInstead(instead);
        auto *focus = QApplication::focusWidget();
        QVERIFY(focus && instead->isAncestorOf(focus));

        QTest::keyClick(focus, Qt::Key_F1);

        QVERIFY(shown().contains(title));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(instead->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), focus);
    }

    void givesWayWhenSomebodyIsLetIn()
    {
        field("login.user")->setFocus();
        QTest::keyClick(field("login.user"), Qt::Key_F1);
        QVERIFY(help());

        logIn();

        QTRY_VERIFY(!help());
        QVERIFY(m_shell->window.workplace()->isVisible());
    }

    void oneKeyOpensOneHelpAtWork()
    {
        m_shell->workstation().resources = qEnvironmentVariable("SIMIAO_RESOURCES");
        logIn();

        QTest::keyClick(m_shell->window.workplace(), Qt::Key_F1);

        QTRY_COMPARE(m_shell->window.findChildren<shell::HelpPage *>().size(), 1);
        QVERIFY(help()->isVisible());
    }

    /// A row behind an empty line is no row.
    void noPageShowsTheMarksOfATable_data()
    {
        QTest::addColumn<QString>("file");
        const auto folder = qEnvironmentVariable("SIMIAO_RESOURCES") + u"/help"_s;
        QDirIterator pages(folder, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (pages.hasNext()) {
            const auto file = pages.next();
            QTest::newRow(qPrintable(file.mid(folder.size() + 1))) << file;
        }
    }
    void noPageShowsTheMarksOfATable()
    {
        QFETCH(const QString, file);
        QFile page(file);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QTextDocument text;
        text.setMarkdown(QString::fromUtf8(page.readAll()));

        for (auto block = text.begin(); block.isValid(); block = block.next())
            QVERIFY2(!block.text().startsWith(u'|'), qPrintable(block.text()));
    }

private:
    static QWidget *pageOf(const QString &name)
    {
        if (name == "first-run"_L1)
            return new shell::FirstRunPage;
        if (name == "upgrade"_L1)
            return new shell::UpgradePage(u"3 4"_s);
        return new shell::NewPasswordPage;
    }

    void logIn()
    {
        Q_EMIT m_shell->window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());
    }

    QLineEdit *field(const char *name) const { return m_shell->find<QLineEdit>(name); }
    shell::HelpPage *help() const { return m_shell->window.findChild<shell::HelpPage *>(); }
    /// The page of the help that is open.
    QString shown() const
    {
        const auto *text = m_shell->find<QTextBrowser>("help.text");
        return text ? text->toPlainText() : QString();
    }

    std::unique_ptr<test::ShellFixture> m_shell;
};

QTEST_MAIN(TestCoverHelp)
#include "test_cover_help.moc"
