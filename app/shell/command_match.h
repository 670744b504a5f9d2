#pragma once

#include "terminology/pinyin.h"

#include <optional>

namespace simiao::shell {

/// What a command can be found by.
struct CommandNames
{
    QString text;  ///< in the language of the interface
    QString other; ///< in the other one; may be empty
    QString id;
    terminology::PinyinKeys pinyin; ///< of the Chinese one; empty until made

    bool operator==(const CommandNames &) const = default;
};

/// How well `names` fit what was typed: 0 is best, nothing when they do not fit. Case and blanks do not matter. What
/// begins with the typed text goes before what contains it, names before pinyin, pinyin before ids. Pure.
std::optional<int> commandRank(const CommandNames &names, const QString &typed);

} // namespace simiao::shell
