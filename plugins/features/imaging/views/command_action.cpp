#include "imaging/views/command_action.h"

namespace simiao::viewer {

QAction *commandAction(QObject *owner,
                       const QString &id,
                       const QList<QKeySequence> &keys,
                       const std::function<void()> &run)
{
    auto *action = new QAction(owner);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (run)
        QObject::connect(action, &QAction::triggered, owner, run);
    return action;
}

} // namespace simiao::viewer
