#pragma once

#include "domain/base/local_text.h"
#include "shell/key_map.h"

#include <QAction>
#include <QObject>
#include <QPointer>

namespace simiao::shell {

/// An action under its stable id.
struct Command
{
    QString id;
    QPointer<QAction> action;
    LocalText names; ///< where the text is no translation, such as the name of a desk; else empty
    QList<QKeySequence> ownKeys = {}; ///< what it brought, before a key map
};

/// All commands of a session, in the order in which they were made known. An action that dies leaves it.
class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Several actions may have one id: each open visit has panels of its own. Those that are on the screen count.
    void add(const QString &id, QAction *action, const LocalText &names = {});
    const QList<Command> &commands() const { return m_commands; }
    /// The action of this id that could be used where the person is; null where there is none.
    QAction *reachable(const QString &id) const;

    /// Gives every action its keys of this map, now and as they come; what the map does not name keeps the keys that its owner gives it,
    /// also those of later.
    void setKeyMap(const KeyMap &map);
    const KeyMap &keyMap() const { return m_map; }
    std::vector<KeyClash> clashes() const;

Q_SIGNALS:
    void added();
    /// Some command ran, by key, button, menu or palette.
    void triggered();

private:
    void forget(const QObject *action);
    static void giveKeys(const Command &command, const QList<QKeySequence> &keys);

    QList<Command> m_commands;
    KeyMap m_map;
};

/// Whether the person could use the action where she is: it belongs to something that is on the screen.
bool isReachable(const QAction *action);

} // namespace simiao::shell
