#include "shell/login_page.h"
#include "shell/notice_text.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestLoginPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<test::ShellFixture>();
        m_user = m_shell->find<QLineEdit>("login.user");
        m_password = m_shell->find<QLineEdit>("login.password");
        m_message = m_shell->find<shell::NoticeText>("login.message");
        m_shell->window.login()->setState(shell::LoginPage::State::Ready);
        QApplication::setActiveWindow(&m_shell->window);
    }

    void cannotBeUsedBeforeTheStoreIsOpen()
    {
        m_shell->window.login()->setState(shell::LoginPage::State::Opening);

        type(u"li.mingyuan"_s, test::ShellFixture::kPassword);

        QVERIFY(!m_shell->find<QPushButton>("login.submit")->isEnabled());
        QVERIFY(!m_shell->window.workplace());
    }

    void movesOnWithEnter()
    {
        m_user->setFocus();

        QTest::keyClick(m_user, Qt::Key_Return);

        QVERIFY(m_password->hasFocus());
    }

    void letsThePersonInWithTheRightPassword()
    {
        type(u"li.mingyuan"_s, test::ShellFixture::kPassword);

        QTRY_VERIFY(m_shell->window.workplace());
        QVERIFY(m_password->text().isEmpty() || !m_password->isVisible());
    }

    void saysTheSameOfAnUnknownNameAndAWrongPassword()
    {
        type(u"li.mingyuan"_s, u"wrong"_s);
        QTRY_VERIFY(m_message->isVisible());
        const auto ofWrongPassword = m_message->text();

        type(u"nobody"_s, u"wrong"_s);
        QTRY_VERIFY(!m_message->text().isEmpty());

        QCOMPARE(m_message->text(), ofWrongPassword);
        QVERIFY(!m_shell->window.workplace());
    }

    void forgetsThePasswordAfterARefusal()
    {
        type(u"li.mingyuan"_s, u"wrong"_s);

        QTRY_VERIFY(m_message->isVisible());
        QVERIFY(m_password->text().isEmpty());
        QVERIFY(m_password->hasFocus());
    }

    void hidesThePasswordFromTheScreenAndFromScreenReaders()
    {
        m_password->setText(u"secret"_s);

        QCOMPARE(m_password->echoMode(), QLineEdit::Password);
        auto *accessible = QAccessible::queryAccessibleInterface(m_password);
        QVERIFY(accessible && !accessible->text(QAccessible::Value).contains(u"secret"_s));
    }

    void comesBackEmptyAfterLogOut()
    {
        type(u"li.mingyuan"_s, test::ShellFixture::kPassword);
        QTRY_VERIFY(m_shell->window.workplace());

        m_shell->actions.logOut()->trigger();

        QTRY_VERIFY(!m_shell->window.workplace());
        QVERIFY(m_user->text().isEmpty() && m_password->text().isEmpty());
    }

private:
    void type(const QString &user, const QString &password)
    {
        m_user->setText(user);
        m_password->setText(password);
        QTest::keyClick(m_password, Qt::Key_Return);
    }

    std::unique_ptr<test::ShellFixture> m_shell;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    shell::NoticeText *m_message = nullptr;
};

QTEST_MAIN(TestLoginPage)
#include "test_login_page.moc"
