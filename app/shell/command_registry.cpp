#include "shell/command_registry.h"

#include <QWidget>

#include <algorithm>

namespace simiao::shell {

void CommandRegistry::add(const QString &id, QAction *action, const LocalText &names)
{
    m_commands.removeIf([&id](const Command &command) { return command.id == id; });
    m_commands.append({id, action, names});
    connect(action, &QAction::triggered, this, &CommandRegistry::triggered);
    connect(action, &QObject::destroyed, this, &CommandRegistry::forget);
    Q_EMIT added();
}

void CommandRegistry::forget(const QObject *action)
{
    m_commands.removeIf([action](const Command &command) {
        return command.action.isNull() || command.action.data() == action;
    });
}

bool isReachable(const QAction *action)
{
    QList<QObject *> owners = action->associatedObjects();
    if (owners.isEmpty())
        owners.append(action->parent());
    return std::ranges::any_of(owners, [](const QObject *owner) {
        const auto *widget = qobject_cast<const QWidget *>(owner);
        return !widget || widget->isVisible();
    });
}

} // namespace simiao::shell
