#include "workflow/settings.h"

#include "core/text.h"

#include <algorithm>

namespace simiao::workflow {

using administration::Setting;

namespace {

bool fits(const SettingRule &rule, const QString &value)
{
    switch (rule.type) {
    case SettingRule::Type::Truth:
        return value == QLatin1StringView("true") || value == QLatin1StringView("false");
    case SettingRule::Type::Choice: return rule.choices.contains(value);
    case SettingRule::Type::Text: return value.size() <= rule.most && !findTextFault(value);
    case SettingRule::Type::Number: break;
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && rule.least <= number && number <= rule.most;
}

} // namespace

const SettingRule *ruleFor(const SettingCatalogue &catalogue, const QString &key)
{
    const auto rule = std::ranges::find(catalogue, key, &SettingRule::key);
    return rule == catalogue.end() ? nullptr : &*rule;
}

Result<void> SettingRule::check(const QString &value) const
{
    return fits(*this, value)
        ? ok()
        : Result<void>(Error{ErrorKind::Invalid, QStringLiteral("setting.value"), key + u'=' + value});
}

Settings::Settings(const SettingCatalogue &catalogue, const std::vector<Setting> &rows)
{
    for (const auto &rule : catalogue)
        m_values[rule.key] = rule.standard;
    for (const auto &row : rows) {
        const auto *rule = ruleFor(catalogue, row.key);
        if (rule && fits(*rule, row.value))
            m_values[row.key] = row.value;
    }
}

} // namespace simiao::workflow
