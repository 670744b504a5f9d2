#include "shell/command_registry.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace simiao::shell {

void CommandRegistry::add(const QString &id, QAction *action, const LocalText &names)
{
    m_commands.append({id, action, names, action->shortcuts()});
    if (const auto keys = m_map.keysOf(id))
        giveKeys(m_commands.back(), *keys);
    connect(action, &QAction::triggered, this, &CommandRegistry::triggered);
    connect(action, &QObject::destroyed, this, &CommandRegistry::forget);
    Q_EMIT added();
}

QAction *CommandRegistry::reachable(const QString &id) const
{
    const auto found = std::ranges::find_if(m_commands, [&id](const Command &command) {
        return command.id == id && command.action && isReachable(command.action);
    });
    return found == m_commands.end() ? nullptr : found->action.data();
}

void CommandRegistry::setKeyMap(const KeyMap &map)
{
    const auto before = std::exchange(m_map, map);
    for (const auto &command : m_commands) {
        if (const auto keys = map.keysOf(command.id))
            giveKeys(command, *keys);
        else if (before.keysOf(command.id))
            giveKeys(command, command.ownKeys);
    }
}

void CommandRegistry::giveKeys(const Command &command, const QList<QKeySequence> &keys)
{
    if (command.action && command.action->shortcuts() != keys)
        command.action->setShortcuts(keys);
}

std::vector<KeyClash> CommandRegistry::clashes() const
{
    QMap<QString, QList<QKeySequence>> keys;
    for (const auto &command : m_commands) {
        // Keys of an editor or a viewport count only while it has the focus.
        if (command.action && command.action->shortcutContext() == Qt::WindowShortcut)
            keys.insert(command.id, command.action->shortcuts());
    }
    return m_map.clashes(keys);
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
