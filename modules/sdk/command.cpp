#include "sdk/command.h"

#include "sdk/desk.h"

#include <QAction>
#include <QWidget>

namespace simiao::sdk {

QAction *makeCommand(Desk *desk, QWidget *owner, const QString &id, const QString &keys)
{
    auto *action = new QAction(owner);
    action->setObjectName(id);
    action->setShortcuts(QKeySequence::listFromString(keys));
    owner->addAction(action);
    desk->addCommand(id, action);
    return action;
}

} // namespace simiao::sdk
