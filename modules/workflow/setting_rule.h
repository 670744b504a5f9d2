#pragma once

#include "core/result.h"
#include "domain/administration/setting.h"
#include "domain/base/local_text.h"

#include <QStringList>

#include <vector>

namespace simiao::workflow {

/// What may be chosen under one key: one entry of `resources/rules/settings.json`.
struct SettingRule
{
    enum class Type { Truth, Number, Choice, Text };

    QString key;
    LocalText title;
    Type type = Type::Truth;
    QStringList choices; ///< of Type::Choice
    int least = 0;       ///< of Type::Number
    int most = 0;        ///< of Type::Number; of Type::Text the most characters
    QString standard;    ///< the value that nobody chose
    /// Where it may be chosen, e.g. not by each person for herself.
    std::vector<administration::SettingLevel> levels;
    /// Whether it stands in the table of settings; false for what has a form of its own.
    bool isListed = true;

    /// Invalid `setting.value` (key and value in `detail`).
    Result<void> check(const QString &value) const;
};

/// All that may be chosen, in the order in which it is shown.
using SettingCatalogue = std::vector<SettingRule>;

/// The rule of a key; null when there is none.
const SettingRule *ruleFor(const SettingCatalogue &catalogue, const QString &key);

} // namespace simiao::workflow
