#include "shell/command_directory.h"

#include "shell/interface_language.h"
#include "shell/pinyin_cache.h"

#include <algorithm>
#include <tuple>

namespace simiao::shell {

namespace {

/// A text of an action as people read it, without mnemonic and dots.
QString readable(QString text)
{
    text.remove(u'&');
    while (text.endsWith(u'.') || text.endsWith(u'…'))
        text.chop(1);
    return text;
}

struct Ranked
{
    CommandDirectory::Found found;
    int rank = 0;
    std::size_t order = 0; ///< in which they were made known
};

/// What can run now goes first, then what fits best, then what the page offers before what every page has.
auto sortKey(const Ranked &ranked)
{
    const bool isIdle = !ranked.found.action->isEnabled();
    const bool isGeneral = ranked.found.names.id.startsWith(QLatin1StringView("shell."));
    return std::tuple(isIdle, ranked.rank, isGeneral, ranked.order);
}

} // namespace

CommandDirectory::CommandDirectory(const CommandRegistry *registry,
                                   const InterfaceLanguage *language,
                                   QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_language(language)
    , m_pinyin(new PinyinCache(this))
{
    connect(registry, &CommandRegistry::added, this, &CommandDirectory::prepare, Qt::QueuedConnection);
    connect(m_pinyin, &PinyinCache::ready, this, &CommandDirectory::improved);
}

void CommandDirectory::prepare()
{
    QStringList texts;
    for (const auto &command : m_registry->commands()) {
        const auto names = namesOf(command);
        texts << names.text << names.other;
    }
    m_pinyin->prepare(texts);
}

CommandNames CommandDirectory::namesOf(const Command &command) const
{
    const bool isChinese = m_language->isChinese();
    const auto &names = command.names;
    const bool isNamed = !names.zh.isEmpty();
    const auto text = command.action->text();
    const auto other = isNamed ? (isChinese ? names.en : names.zh) : m_language->texts().other(text);
    CommandNames result{readable(text), readable(other), command.id, {}};
    result.pinyin = m_pinyin->keysOf(isChinese ? result.text : result.other);
    return result;
}

QList<CommandDirectory::Found> CommandDirectory::find(const QString &typed) const
{
    std::vector<Ranked> ranked;
    for (const auto &command : m_registry->commands()) {
        if (!command.action || !command.action->isVisible() || !isReachable(command.action))
            continue;
        const auto names = namesOf(command);
        if (const auto rank = commandRank(names, typed))
            ranked.push_back({{command.action, names}, *rank, ranked.size()});
    }
    std::ranges::sort(ranked, {}, sortKey);
    QList<Found> found;
    for (const auto &one : ranked)
        found.append(one.found);
    return found;
}

} // namespace simiao::shell
