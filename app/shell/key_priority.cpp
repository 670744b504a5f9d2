#include "shell/key_priority.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace simiao::shell {

KeyPriority::KeyPriority(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool KeyPriority::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const QKeySequence key(static_cast<QKeyEvent *>(event)->keyCombination());
    const bool isOurs = std::ranges::any_of(
        m_window->actions(), [&key](const QAction *action) { return action->shortcut() == key; });
    if (isOurs)
        event->ignore(); // nobody overrides it: it becomes a shortcut
    return isOurs;
}

} // namespace simiao::shell
