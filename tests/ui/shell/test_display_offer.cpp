#include "shell/login_page.h"
#include "shell/message_line.h"
#include "shell/workplace.h"
#include "ui/shell/shell_fixture.h"

#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// A physician at her desk.
void logIn(const test::ShellFixture &shell)
{
    shell.window.login()->setState(shell::LoginPage::State::Ready);
    Q_EMIT shell.window.login()->submitted(u"li.mingyuan"_s, test::ShellFixture::kPassword);
    QTRY_VERIFY(shell.window.workplace());
}

QAction *displayAction(const test::ShellFixture &shell)
{
    const auto actions = shell.window.workplace()->actions();
    const auto found = std::ranges::find(actions, u"shell.display.waiting-room"_s, &QAction::objectName);
    return found == actions.end() ? nullptr : *found;
}

} // namespace

/// Who may open the windows that hang on the wall.
class TestDisplayOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayReadTheQueueMayOpenIt()
    {
        const test::ShellFixture shell;
        logIn(shell);
        QVERIFY(displayAction(shell));
    }

    void othersAreNotOfferedIt()
    {
        const test::ShellFixture shell;
        shell.policy->refused = {u"queue.read"_s};
        logIn(shell);
        QVERIFY(!displayAction(shell));
    }

    void whatCannotBeOpenedIsSaidAtTheDesk()
    {
        const test::ShellFixture shell;
        logIn(shell);

        displayAction(shell)->trigger();

        auto *message = shell.find<shell::MessageLine>("shell.message");
        QVERIFY(message->isVisible() && !message->text().isEmpty());
    }
};

QTEST_MAIN(TestDisplayOffer)
#include "test_display_offer.moc"
