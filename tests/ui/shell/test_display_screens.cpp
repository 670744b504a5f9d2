#include "core/disk.h"
#include "shell/display_windows.h"
#include "shell/interface_language.h"
#include "shell/shell_memory.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::shell;
using namespace Qt::StringLiterals;

namespace {

const QString kWall = u"waiting-room"_s;

Result<std::unique_ptr<QWindow>> makeWindow(const DisplayEntry &)
{
    return std::make_unique<QWindow>();
}

/// Three screens side by side, as the offscreen platform reads them.
void describeScreens(const QString &file)
{
    Json screens{Json::Array{}};
    int x = 0;
    for (const auto &name : {u"desk"_s, u"wall"_s, u"hall"_s}) {
        Json screen{Json::Object{{u"name"_s, name}, {u"x"_s, x}, {u"y"_s, 0}}};
        screen.insert(u"width"_s, 1366);
        screen.insert(u"height"_s, 768);
        screen.insert(u"logicalDpi"_s, 96);
        screen.insert(u"logicalBaseDpi"_s, 96);
        screen.insert(u"dpr"_s, 1);
        screens.append(screen);
        x += 1366;
    }
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file));
    config.write(Json(Json::Object{{u"screens"_s, screens}}).canonical());
}

/// One display over a program with what it remembers.
struct Lobby
{
    explicit Lobby(const QString &memoryFile)
        : memory(systemDisk(), memoryFile)
    {
    }

    ShellMemory memory;
    InterfaceLanguage language{QString()};
    DisplayWindows displays{{{kWall, {}, u"wall"_s}}, makeWindow, memory, &language};

    QWindow *open()
    {
        if (!displays.open(kWall))
            qFatal("the display cannot be opened");
        return displays.window(kWall);
    }
};

} // namespace

/// A desk with two more screens.
class TestDisplayScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(QGuiApplication::screens().size(), 3);
        QCOMPARE(screen(0), QGuiApplication::primaryScreen());
    }

    void fillsTheFirstScreenBesideTheDesk()
    {
        Lobby lobby{QString()};
        const auto *window = lobby.open();
        QCOMPARE(window->screen(), screen(1));
        QVERIFY(window->windowStates() & Qt::WindowFullScreen);
    }

    void comesBackToTheScreenItWasClosedOn()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(u"layout.json"_s);
        {
            Lobby lobby(file);
            auto *window = lobby.open();
            QTest::keyClick(window, Qt::Key_Escape);
            window->setScreen(screen(2));
            window->close();
        }

        Lobby next(file);

        QCOMPARE(next.open()->screen(), screen(2));
    }

    void aScreenThatIsGoneIsForgiven()
    {
        Lobby lobby{QString()};
        lobby.memory.set(u"display/waiting-room/screen"_s, u"sold"_s);
        QCOMPARE(lobby.open()->screen(), screen(1));
    }

private:
    static QScreen *screen(int index) { return QGuiApplication::screens().at(index); } // 0: the primary one
};

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"screens.json"_s);
    describeScreens(file);
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.toUtf8());
    QApplication application(argc, argv);
    TestDisplayScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_display_screens.moc"
