#include "tour/interaction_gauge.h"

#include <QAbstractEventDispatcher>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMetaEnum>

namespace simiao::tour {

namespace {

constexpr qint64 kPatienceMs = 50;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta;
}

} // namespace

Json Interaction::toJson() const
{
    Json json;
    json.insert(QStringLiteral("keystrokes"), keystrokes);
    json.insert(QStringLiteral("composedCharacters"), composedCharacters);
    json.insert(QStringLiteral("mouseEvents"), mouseEvents);
    json.insert(QStringLiteral("windowsShown"), windowsShown);
    json.insert(QStringLiteral("windowActivations"), windowActivations);
    json.insert(QStringLiteral("longestTurnMs"), longestTurnMs);
    return json;
}

Interaction Interaction::fromJson(const Json &json)
{
    return {.keystrokes = json[QStringLiteral("keystrokes")].toInteger(),
            .composedCharacters = json[QStringLiteral("composedCharacters")].toInteger(),
            .mouseEvents = json[QStringLiteral("mouseEvents")].toInteger(),
            .windowsShown = json[QStringLiteral("windowsShown")].toInteger(),
            .windowActivations = json[QStringLiteral("windowActivations")].toInteger(),
            .longestTurnMs = json[QStringLiteral("longestTurnMs")].toInteger()};
}

Interaction Interaction::plus(const Interaction &other) const
{
    return {.keystrokes = keystrokes + other.keystrokes,
            .composedCharacters = composedCharacters + other.composedCharacters,
            .mouseEvents = mouseEvents + other.mouseEvents,
            .windowsShown = windowsShown + other.windowsShown,
            .windowActivations = windowActivations + other.windowActivations,
            .longestTurnMs = std::max(longestTurnMs, other.longestTurnMs)};
}

InteractionGauge::InteractionGauge(QObject *parent)
    : QObject(parent)
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &InteractionGauge::endTurn);
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &InteractionGauge::endTurn);
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &InteractionGauge::countWindow);
    qGuiApp->installEventFilter(this);
}

bool InteractionGauge::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_turn.isValid())
        m_turn.start();
    endEvent();
    m_event.start();
    m_eventName = {event->type(), watched->metaObject()->className(), watched->objectName()};
    if (watched->isWindowType()) // events reach the window once, and then its widgets
        count(static_cast<const QWindow *>(watched), event);
    return false;
}

void InteractionGauge::count(const QWindow *window, const QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        m_interaction.keystrokes += !isModifier(static_cast<const QKeyEvent *>(event)->key());
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel: ++m_interaction.mouseEvents; break;
    case QEvent::Show: m_interaction.windowsShown += window->type() == Qt::Window; break;
    default: break;
    }
}

QString InteractionGauge::EventName::toString() const
{
    const char *known = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2 %3")
        .arg(QLatin1String(known ? known : "event"), QLatin1String(receiverClass), receiver)
        .trimmed();
}

/// Events that an event led to count as their own: what is looked for is where the time went.
void InteractionGauge::endEvent()
{
    if (!m_event.isValid() || m_event.nsecsElapsed() <= m_longestEventNs)
        return;
    m_longestEventNs = m_event.nsecsElapsed();
    m_longestEvent = m_eventName;
}

void InteractionGauge::endTurn()
{
    endEvent();
    if (m_turn.isValid() && m_isTurnCounted) {
        const auto ms = m_turn.elapsed();
        m_interaction.longestTurnMs = std::max(m_interaction.longestTurnMs, ms);
        if (ms > kPatienceMs)
            Q_EMIT slowTurn(ms, m_longestEvent.toString());
    }
    m_turn.invalidate();
    m_event.invalidate();
    m_longestEventNs = 0;
    m_isTurnCounted = true;
}

void InteractionGauge::countWindow(QWindow *window)
{
    if (!window || window == m_lastWindow)
        return;
    m_lastWindow = window;
    ++m_interaction.windowActivations;
}

} // namespace simiao::tour
