#include "shell/key_map.h"

#include "bootstrap/resources.h"
#include "core/json.h"
#include "core/log.h"
#include "core/try.h"

#include <algorithm>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

Result<QList<QKeySequence>> readKeys(const QString &id, const Json &list)
{
    if (!list.isArray())
        return Error{ErrorKind::Invalid, u"keymap.shape"_s, id};
    QList<QKeySequence> keys;
    for (const auto &text : list.array()) {
        const QKeySequence key(text.toString(), QKeySequence::PortableText);
        const bool isKey = !key.isEmpty() && key[0].key() != Qt::Key_unknown;
        if (!isKey)
            return Error{ErrorKind::Invalid, u"keymap.key"_s, id + u": "_s + text.toString()};
        keys.append(key);
    }
    return keys;
}

QString screenOf(const QString &id)
{
    return id.section(u'.', 0, 0);
}

/// Panels and the page they stand on share the consult screen.
bool areOnOneScreen(const QString &a, const QString &b)
{
    const auto isEverywhere = [](const QString &screen) { return screen == "shell"_L1; };
    const auto screen = [](const QString &id) {
        const auto first = screenOf(id);
        return first == "panel"_L1 ? u"consult"_s : first;
    };
    return isEverywhere(screen(a)) || isEverywhere(screen(b)) || screen(a) == screen(b);
}

} // namespace

std::optional<QList<QKeySequence>> KeyMap::keysOf(const QString &id) const
{
    const auto found = m_keys.constFind(id);
    return found == m_keys.constEnd() ? std::nullopt : std::optional(*found);
}

std::vector<KeyClash> KeyMap::clashes(const QMap<QString, QList<QKeySequence>> &keys) const
{
    std::vector<KeyClash> found;
    for (auto first = keys.constBegin(); first != keys.constEnd(); ++first) {
        for (auto second = std::next(first); second != keys.constEnd(); ++second) {
            if (!areOnOneScreen(first.key(), second.key()) || areAlternatives(first.key(), second.key()))
                continue;
            for (const auto &key : first.value()) {
                if (second.value().contains(key))
                    found.push_back({key.toString(QKeySequence::PortableText), first.key(), second.key()});
            }
        }
    }
    return found;
}

bool KeyMap::areAlternatives(const QString &a, const QString &b) const
{
    return std::ranges::any_of(
        m_alternatives, [&](const QStringList &group) { return group.contains(a) && group.contains(b); });
}

Result<KeyMap> KeyMap::parse(const QByteArray &bytes)
{
    TRY(const auto json, Json::parse(bytes));
    KeyMap map;
    map.m_title = {json[u"title"_s][u"en"_s].toString(), json[u"title"_s][u"zh"_s].toString()};
    if (!json[u"keys"_s].isObject())
        return Error{ErrorKind::Invalid, u"keymap.shape"_s, u"keys"_s};
    for (const auto &[id, list] : json[u"keys"_s].object()) {
        TRY(const auto keys, readKeys(id, list));
        map.m_keys.insert(id, keys);
    }
    for (const auto &group : json[u"alternatives"_s].array()) {
        QStringList ids;
        for (const auto &id : group.array())
            ids.append(id.toString());
        map.m_alternatives.append(ids);
    }
    return map;
}

KeyMap loadKeyMap(const QString &resourceFolder, const QString &name)
{
    const auto bytes = bootstrap::readResource(resourceFolder, u"keymaps/%1.json"_s.arg(name));
    const auto map = bytes ? KeyMap::parse(*bytes) : Result<KeyMap>(bytes.error());
    if (!map)
        log::error(map.error());
    return map.value_or(KeyMap());
}

} // namespace simiao::shell
