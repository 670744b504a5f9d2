#include "tour/stroke.h"

#include "tour/keys.h"

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QPointer>
#include <QWindow>
#include <qpa/qwindowsysteminterface.h>

namespace simiao::tour {

namespace {

bool isAscii(QChar character)
{
    return character.unicode() < 0x80;
}

Error noFocus(const QString &detail)
{
    return {ErrorKind::Conflict, QStringLiteral("tour.focus"), detail};
}

void send(QWindow *window, QEvent::Type type, const KeyStroke &stroke)
{
    QWindowSystemInterface::handleKeyEvent<QWindowSystemInterface::SynchronousDelivery>(
        window, type, stroke.key.key(), stroke.key.keyboardModifiers(), stroke.text);
}

Result<void> deliverKey(const KeyStroke &stroke)
{
    const QPointer<QWindow> window = QGuiApplication::focusWindow();
    if (!window)
        return noFocus(QStringLiteral("no window has the focus"));
    send(window, QEvent::KeyPress, stroke);
    if (window) // the key may have closed it
        send(window, QEvent::KeyRelease, stroke);
    return ok();
}

bool takesText(QObject *object)
{
    QInputMethodQueryEvent query(Qt::ImEnabled);
    QCoreApplication::sendEvent(object, &query);
    return query.value(Qt::ImEnabled).toBool();
}

Result<void> deliverCommit(const Commit &commit)
{
    auto *object = QGuiApplication::focusObject();
    if (!object || !takesText(object))
        return noFocus(QStringLiteral("%1 takes no text")
                           .arg(object ? object->objectName() : QStringLiteral("nothing")));
    QInputMethodEvent event;
    event.setCommitString(commit.text);
    QCoreApplication::sendEvent(object, &event);
    return ok();
}

} // namespace

QList<Stroke> strokesFor(const QString &text)
{
    QList<Stroke> strokes;
    for (const QChar character : text) {
        if (isAscii(character)) {
            const auto key = keyFor(character.unicode());
            strokes.append(KeyStroke{key, character == u'\n' ? keyText(key) : QString(character)});
            continue;
        }
        if (strokes.isEmpty() || !std::holds_alternative<Commit>(strokes.last()))
            strokes.append(Commit{});
        std::get<Commit>(strokes.last()).text += character;
    }
    return strokes;
}

Result<void> deliver(const Stroke &stroke)
{
    if (const auto *commit = std::get_if<Commit>(&stroke))
        return deliverCommit(*commit);
    return deliverKey(std::get<KeyStroke>(stroke));
}

} // namespace simiao::tour
