#include "waitingroom/views/waiting_room_window.h"

#include "core/try.h"
#include "ui/theme/simiao_style.h"
#include "waitingroom/models/waiting_room.h"

#include <QQuickItem>

/// In a static library nobody else would take the resource along. Outside the namespace, as Qt wants it.
static void takeQmlAlong()
{
    Q_INIT_RESOURCE(waitingroom);
}

namespace simiao::waitingroom {

using namespace Qt::StringLiterals;

namespace {

/// What of the theme a wall needs.
QVariantMap themeMap()
{
    const auto &tokens = ui::SimiaoStyle::tokens(nullptr);
    const auto &colours = tokens.colours;
    return {{u"surface"_s, colours.surface},
            {u"panel"_s, colours.panel},
            {u"line"_s, colours.line},
            {u"text"_s, colours.text},
            {u"secondary"_s, colours.secondary},
            {u"accent"_s, colours.accent},
            {u"warn"_s, colours.warn},
            {u"block"_s, colours.block},
            {u"type"_s, tokens.type.waitingRoom},
            {u"radius"_s, tokens.rhythm.radius}};
}

} // namespace

WaitingRoomWindow::WaitingRoomWindow(const sdk::DisplayContext &context)
    : m_room(new WaitingRoom(context, this))
{
    setObjectName(u"display.waitingRoom"_s);
    setTitle(m_room->title());
    setResizeMode(SizeRootObjectToView);
}

Result<void> WaitingRoomWindow::load()
{
    takeQmlAlong();
    setInitialProperties({{u"waitingRoom"_s, QVariant::fromValue(m_room)}, {u"theme"_s, themeMap()}});
    setSource(QUrl(u"qrc:/simiao/waitingroom/WaitingRoom.qml"_s));
    if (status() == Ready)
        return ok();
    const QString cause = errors().isEmpty() ? QString() : errors().first().toString();
    return simiao::Error{ErrorKind::Unavailable, u"display.view"_s, cause};
}

bool WaitingRoomWindow::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_room->setLocale(QLocale());
        setTitle(m_room->title());
    }
    if (event->type() == QEvent::ApplicationPaletteChange && rootObject())
        rootObject()->setProperty("theme", themeMap());
    return QQuickView::event(event);
}

Result<std::unique_ptr<QWindow>> makeWaitingRoomWindow(const sdk::DisplayContext &context)
{
    if (QQuickWindow::sceneGraphBackend() != "software"_L1) // the second time it stands
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    auto window = std::make_unique<WaitingRoomWindow>(context);
    TRY_VOID(window->load());
    return std::unique_ptr<QWindow>(std::move(window));
}

} // namespace simiao::waitingroom
