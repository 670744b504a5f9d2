#include "shell/pinyin_cache.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::shell {

namespace {

bool hasHan(const QString &text)
{
    return std::ranges::any_of(text, [](QChar character) { return character.script() == QChar::Script_Han; });
}

QHash<QString, terminology::PinyinKeys> keysOfAll(const QStringList &texts)
{
    QHash<QString, terminology::PinyinKeys> keys;
    for (const auto &text : texts)
        keys.insert(text, terminology::pinyinOf(text));
    return keys;
}

} // namespace

void PinyinCache::prepare(const QStringList &texts)
{
    QStringList missing;
    for (const auto &text : texts) {
        if (hasHan(text) && !m_keys.contains(text))
            missing.append(text);
    }
    if (missing.isEmpty())
        return;
    for (const auto &text : std::as_const(missing))
        m_keys.insert(text, {}); // asked for: not again
    QtConcurrent::run(keysOfAll, missing).then(this, [this](const Keys &keys) { take(keys); });
}

void PinyinCache::take(const Keys &keys)
{
    m_keys.insert(keys);
    Q_EMIT ready();
}

} // namespace simiao::shell
