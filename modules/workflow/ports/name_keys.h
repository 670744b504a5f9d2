#pragma once

#include <QString>

#include <functional>

namespace simiao::workflow {

/// What a name can be found by besides itself: pinyin initials and full pinyin, lower case without blanks.
struct NameKeys
{
    QString initials;
    QString pinyin;

    bool operator==(const NameKeys &) const = default;
};

/// Makes the keys of a person's name.
using NameKeyMaker = std::function<NameKeys(const QString &name)>;

} // namespace simiao::workflow
