#include "workflow/administration/settings.h"

#include "workflow/commit_and_load.h"
#include "workflow/ports/setting_queries.h"

#include <algorithm>

namespace simiao::workflow {

using administration::Setting;
using administration::SettingLevel;

namespace {

Error invalid(const QString &reason, const QString &detail)
{
    return {ErrorKind::Invalid, QStringLiteral("setting.") + reason, detail};
}

bool isOf(const Setting &row, SettingLevel level, const QString &key)
{
    return row.level == level && row.key == key;
}

/// The row that holds the choice: the one there is, or a new one.
Result<Setting> rowFor(const Context &context,
                       const std::vector<Setting> &rows,
                       SettingLevel level,
                       const QString &key)
{
    const auto found = std::ranges::find_if(rows, [&](const Setting &row) { return isOf(row, level, key); });
    if (found != rows.end())
        return *found;
    Setting row;
    row.id = context.newId<Setting>();
    row.level = level;
    row.key = key;
    if (level == SettingLevel::Department) {
        if (!context.session.department)
            return invalid(QStringLiteral("department"), key);
        row.department = context.session.department;
    }
    if (level == SettingLevel::User)
        row.account = context.session.account;
    return row;
}

Result<void> checkChoice(const SettingCatalogue &catalogue,
                         SettingLevel level,
                         const QString &key,
                         const QString &value)
{
    const auto *rule = ruleFor(catalogue, key);
    if (!rule)
        return invalid(QStringLiteral("unknown"), key);
    if (std::ranges::find(rule->levels, level) == rule->levels.end())
        return invalid(QStringLiteral("level"), key);
    return value.isEmpty() ? ok() : rule->check(value);
}

} // namespace

Task<Result<std::vector<Setting>>> settingRows(Context context)
{
    auto finding =
        find(context.store, query::settingsOfSession, context.session.department, context.session.account);
    co_return co_await finding;
}

Task<Result<Setting>> changeSetting(Context context,
                                    Uuid command,
                                    SettingCatalogue catalogue,
                                    SettingLevel level,
                                    QString key,
                                    QString value)
{
    if (level != SettingLevel::User) {
        auto authorising = authorise(context, QStringLiteral("setting.manage"));
        CO_TRY_VOID(co_await authorising);
    }
    CO_TRY_VOID(checkChoice(catalogue, level, key, value));
    auto reading = settingRows(context);
    CO_TRY(const auto rows, co_await reading);
    CO_TRY(auto row, rowFor(context, rows, level, key));
    const bool isNew = row.version == 0;
    row.value = value;
    const auto id = row.id;
    auto work = context.begin(command, QStringLiteral("setting.change"), {},
                              QStringLiteral("%1 %2=%3").arg(codeOf(level), key, value));
    if (isNew)
        work.insert(row);
    else
        work.update(row);
    auto storing = commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

} // namespace simiao::workflow
