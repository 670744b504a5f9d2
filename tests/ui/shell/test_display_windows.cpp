#include "core/disk.h"
#include "shell/command_registry.h"
#include "shell/display_windows.h"
#include "shell/interface_language.h"
#include "shell/mark_window.h"
#include "shell/shell_memory.h"
#include "support/patience.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace simiao;
using namespace simiao::shell;
using namespace Qt::StringLiterals;

namespace {

/// A waiting-room display and one that cannot be drawn, over a program with one screen.
struct Lobby
{
    int made = 0;
    ShellMemory memory{systemDisk(), {}};
    InterfaceLanguage language{QString()};
    DisplayWindows displays{
        {{u"waiting-room"_s, {u"Open the waiting-room display"_s, u"打开候诊屏"_s}, u"wall"_s},
         {u"kiosk"_s, {u"Open the kiosk"_s, u"打开自助机"_s}, u"kiosk"_s}},
        [this](const DisplayEntry &display) { return make(display); },
        memory,
        &language};

    Result<std::unique_ptr<QWindow>> make(const DisplayEntry &display)
    {
        if (display.component != "wall"_L1)
            return Error{ErrorKind::Unavailable, u"display.view"_s};
        ++made;
        return std::make_unique<QWindow>();
    }
    QWindow *wall() const { return displays.window(u"waiting-room"_s); }
};

} // namespace

class TestDisplayWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOneWindowAndRaisesItAfterwards()
    {
        Lobby lobby;
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        const auto *wall = lobby.wall();
        QVERIFY(wall && wall->isVisible());

        QVERIFY(lobby.displays.open(u"waiting-room"_s));

        QCOMPARE(lobby.made, 1);
        QCOMPARE(lobby.wall(), wall);
    }

    void isAWindowLikeOthersWhereThereIsOneScreen()
    {
        Lobby lobby;
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        QVERIFY(!(lobby.wall()->windowStates() & Qt::WindowFullScreen));
        QVERIFY(lobby.wall()->screen()->availableGeometry().contains(lobby.wall()->geometry()));
    }

    void keysFillTheScreenAndGiveItBack()
    {
        Lobby lobby;
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        auto *wall = lobby.wall();

        QTest::keyClick(wall, Qt::Key_F11);
        QVERIFY(wall->windowStates() & Qt::WindowFullScreen);
        QTest::keyClick(wall, Qt::Key_Escape);
        QVERIFY(!(wall->windowStates() & Qt::WindowFullScreen));
        QTest::keyClick(wall, Qt::Key_Escape);
        QVERIFY(wall->isVisible());
    }

    void closingItEndsNothingElseAndItOpensAgain()
    {
        Lobby lobby;
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        const QPointer<QWindow> wall(lobby.wall());

        wall->close();

        QVERIFY(!lobby.wall());
        QTRY_VERIFY(!wall);
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        QCOMPARE(lobby.made, 2);
    }

    void saysThatItWasOpenedAndClosed()
    {
        Lobby lobby;
        QSignalSpy opened(&lobby.displays, &DisplayWindows::opened);
        QSignalSpy closed(&lobby.displays, &DisplayWindows::closed);
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        QCOMPARE(opened.count(), 1);

        lobby.wall()->close();

        QCOMPARE(closed.count(), 1);
        QCOMPARE(closed.front().front().toString(), u"waiting-room"_s);
    }

    void isMarkedWhereThePeopleAreInvented()
    {
        Lobby lobby;
        lobby.displays.setProfileKind(sdk::ProfileKind::Training);
        QVERIFY(lobby.displays.open(u"waiting-room"_s));

        const auto *mark = lobby.wall()->findChild<MarkWindow *>();
        QVERIFY(mark && mark->isVisible());
        QCOMPARE(mark->kind(), sdk::ProfileKind::Training);
        QTRY_COMPARE(mark->width(), lobby.wall()->width());
        QVERIFY(lobby.wall()->title().contains(sdk::profileWord(sdk::ProfileKind::Training)));
    }

    void bearsNoMarkWhereTheyAreReal()
    {
        Lobby lobby;
        QVERIFY(lobby.displays.open(u"waiting-room"_s));
        QVERIFY(!lobby.wall()->findChild<MarkWindow *>());
    }

    void saysWhatItCannotOpen()
    {
        Lobby lobby;
        QCOMPARE(lobby.displays.open(u"waiting-rom"_s).error().code, u"display.unknown"_s);
        QCOMPARE(lobby.displays.open(u"kiosk"_s).error().code, u"display.view"_s);
        QVERIFY(!lobby.displays.window(u"kiosk"_s));
    }

    void actionsOpenThemInBothLanguages()
    {
        Lobby lobby;
        QWidget window;
        CommandRegistry commands;
        QSignalSpy failures(&lobby.displays, &DisplayWindows::failed);

        lobby.displays.offer(&commands, &window);

        QCOMPARE(commands.commands().size(), 2);
        QCOMPARE(commands.commands()[0].id, u"shell.display.waiting-room"_s);
        auto *action = commands.commands()[0].action.data();
        QCOMPARE(action->text(), u"Open the waiting-room display"_s);
        lobby.language.choose(u"zh_CN"_s);
        QCOMPARE(action->text(), u"打开候诊屏"_s);
        action->trigger();
        QVERIFY(lobby.wall());
        commands.commands()[1].action->trigger();
        QCOMPARE(failures.count(), 1);
    }
};

QTEST_MAIN(TestDisplayWindows)
#include "test_display_windows.moc"
