#include "shell/command_match.h"

#include <array>

namespace simiao::shell {

namespace {

QString folded(const QString &text)
{
    auto plain = text.toCaseFolded();
    plain.removeIf([](QChar character) { return character.isSpace(); });
    return plain;
}

bool hasWordFrom(const QString &text, const QString &typed)
{
    const auto words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype first = 0; first < words.size(); ++first) {
        if (words.sliced(first).join(QString()).startsWith(typed))
            return true;
    }
    return false;
}

} // namespace

std::optional<int> commandRank(const CommandNames &names, const QString &typed)
{
    const auto wanted = folded(typed);
    const std::array keys{folded(names.text), folded(names.other), names.pinyin.initials, names.pinyin.full,
                          folded(names.id)};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].startsWith(wanted))
            return int(i);
    }
    if (hasWordFrom(names.text, wanted) || hasWordFrom(names.other, wanted))
        return int(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].contains(wanted))
            return int(keys.size() + 1 + i);
    }
    return {};
}

} // namespace simiao::shell
