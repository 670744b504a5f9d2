#pragma once

#include "core/result.h"
#include "domain/base/local_text.h"

#include <QKeySequence>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace simiao::shell {

/// Two actions of one screen that want the same key; the first keeps it.
struct KeyClash
{
    QString key;
    QString first;
    QString second;

    bool operator==(const KeyClash &) const = default;
};

/// A file of `resources/keymaps`: which key runs which action. Default-constructed it names none, and every action keeps the
/// keys it brings.
class KeyMap
{
public:
    /// The keys of an action; absent where the map does not name it, empty where it takes the key away.
    std::optional<QList<QKeySequence>> keysOf(const QString &id) const;
    const LocalText &title() const { return m_title; }

    /// All clashes among actions with these keys. Actions of the shell are on every screen; others share one with the ids of
    /// the same first word.
    std::vector<KeyClash> clashes(const QMap<QString, QList<QKeySequence>> &keys) const;

    /// \returns an error of JSON; `keymap.key` (Invalid) with "id: text" for what is no key; `keymap.shape` (Invalid)
    static Result<KeyMap> parse(const QByteArray &json);

private:
    bool areAlternatives(const QString &a, const QString &b) const;

    LocalText m_title;
    QMap<QString, QList<QKeySequence>> m_keys;
    QList<QStringList> m_alternatives;
};

/// The map `name`. Where its file cannot be read: one that names nothing, and a line in the log.
KeyMap loadKeyMap(const QString &resourceFolder, const QString &name);

} // namespace simiao::shell
