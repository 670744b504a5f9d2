#include "shell/display_windows.h"

#include "core/try.h"
#include "host/plugin_host.h"
#include "shell/command_registry.h"
#include "shell/interface_language.h"
#include "shell/mark_window.h"
#include "shell/profile_band.h"
#include "shell/shell_memory.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScreen>

#include <algorithm>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

QString screenKey(const DisplayEntry &display)
{
    return u"display/%1/screen"_s.arg(display.name);
}

/// The screen that hangs on the wall: the remembered one, else the first beside the primary; null where there is but one.
QScreen *wallScreen(const QString &remembered)
{
    const auto screens = QGuiApplication::screens();
    if (screens.size() < 2)
        return nullptr;
    const auto known = std::ranges::find(screens, remembered, &QScreen::name);
    if (known != screens.end())
        return *known;
    return *std::ranges::find_if(
        screens, [](const QScreen *each) { return each != QGuiApplication::primaryScreen(); });
}

/// Most of the screen, in its middle: what is left when the window no longer fills it.
QRect roomOn(const QScreen *screen)
{
    const auto all = screen->availableGeometry();
    QRect room(QPoint(), all.size() * 3 / 4);
    room.moveCenter(all.center());
    return room;
}

bool isFull(const QWindow *window)
{
    return window->windowStates().testFlag(Qt::WindowFullScreen);
}

void setFull(QWindow *window, bool isFullScreen)
{
    if (isFullScreen)
        window->showFullScreen();
    else
        window->showNormal();
    if (isFullScreen)
        window->setCursor(Qt::BlankCursor);
    else
        window->unsetCursor();
}

} // namespace

std::vector<DisplayEntry> displaysOf(const host::PluginHost &plugins)
{
    std::vector<DisplayEntry> displays;
    for (const auto &[extension, plugin] : plugins.extensionsAt(u"display.window"_s, {}))
        displays.push_back({extension.display, extension.title, extension.component});
    return displays;
}

DisplayWindows::DisplayWindows(std::vector<DisplayEntry> displays,
                               WindowMaker make,
                               ShellMemory &memory,
                               const InterfaceLanguage *language,
                               QObject *parent)
    : QObject(parent)
    , m_make(std::move(make))
    , m_memory(memory)
    , m_language(language)
{
    for (auto &display : displays)
        addPlace(std::move(display));
    connect(language, &InterfaceLanguage::changed, this, &DisplayWindows::translate);
    translate();
}

DisplayWindows::~DisplayWindows()
{
    for (const auto &place : m_places) {
        if (place.window)
            remember(place);
    }
}

void DisplayWindows::addPlace(DisplayEntry display)
{
    auto *action = new QAction(this);
    action->setObjectName(u"shell.display."_s + display.name);
    connect(action, &QAction::triggered, this, [this, name = display.name] {
        if (const auto opened = open(name); !opened)
            Q_EMIT failed(opened.error());
    });
    m_places.push_back({std::move(display), action});
}

void DisplayWindows::translate()
{
    for (const auto &place : m_places) {
        place.action->setText(place.display.title.in(m_language->code()));
        if (auto *mark = place.window ? place.window->findChild<MarkWindow *>() : nullptr)
            mark->update();
    }
}

void DisplayWindows::offer(CommandRegistry *commands, QWidget *window) const
{
    for (const auto &place : m_places) {
        commands->add(place.action->objectName(), place.action, place.display.title);
        window->addAction(place.action);
    }
}

void DisplayWindows::fill(QMenu *menu) const
{
    menu->addSeparator();
    for (const auto &place : m_places)
        menu->addAction(place.action);
}

Result<void> DisplayWindows::open(const QString &name)
{
    const auto place =
        std::ranges::find_if(m_places, [&name](const Place &each) { return each.display.name == name; });
    if (place == m_places.end())
        return Error{ErrorKind::NotFound, u"display.unknown"_s, name};
    if (place->window) {
        place->window->raise();
        if (!isFull(place->window.get()))
            place->window->requestActivate();
        return ok();
    }
    TRY(place->window, m_make(place->display));
    place->window->installEventFilter(this);
    mark(place->window.get());
    show(*place);
    Q_EMIT opened(name);
    return ok();
}

QWindow *DisplayWindows::window(const QString &name) const
{
    const auto place =
        std::ranges::find_if(m_places, [&name](const Place &each) { return each.display.name == name; });
    return place == m_places.end() ? nullptr : place->window.get();
}

/// Nobody in front of it is to take practice for the day's queue.
void DisplayWindows::mark(QWindow *window) const
{
    if (m_kind == sdk::ProfileKind::Real)
        return;
    window->setTitle(markedTitle(window->title(), m_kind));
    new MarkWindow(m_kind, window);
}

void DisplayWindows::show(const Place &place)
{
    auto *window = place.window.get();
    auto *wall = wallScreen(m_memory.value(screenKey(place.display)));
    if (wall)
        window->setScreen(wall);
    window->setGeometry(roomOn(window->screen()));
    // What QWidget does for WA_ShowWithoutActivating: whoever types at the desk goes on typing there.
    window->setProperty("_q_showWithoutActivating", wall != nullptr);
    setFull(window, wall != nullptr);
}

bool DisplayWindows::eventFilter(QObject *watched, QEvent *event)
{
    const auto place =
        std::ranges::find_if(m_places, [watched](const Place &each) { return each.window.get() == watched; });
    if (place == m_places.end())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return pressKey(place->window.get(), static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::Close)
        drop(*place);
    return false;
}

bool DisplayWindows::pressKey(QWindow *window, int key) const
{
    const bool isMeant = key == Qt::Key_F11 || (key == Qt::Key_Escape && isFull(window));
    if (isMeant)
        setFull(window, !isFull(window));
    return isMeant;
}

void DisplayWindows::remember(const Place &place)
{
    if (QGuiApplication::screens().size() > 1)
        m_memory.set(screenKey(place.display), place.window->screen()->name());
}

void DisplayWindows::drop(Place &place)
{
    remember(place);
    place.window.release()->deleteLater(); // it is handling its own close
    Q_EMIT closed(place.display.name);
}

} // namespace simiao::shell
