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

Result<void> checkChoices(const SettingCatalogue &catalogue,
                          SettingLevel level,
                          const std::map<QString, QString> &values)
{
    for (const auto &[key, value] : values) {
        TRY_VOID(checkChoice(catalogue, level, key, value));
    }
    return ok();
}

/// The rows of what is chosen anew, as they will be.
Result<std::vector<Setting>> changedRows(const Context &context,
                                         const std::vector<Setting> &rows,
                                         SettingLevel level,
                                         const std::map<QString, QString> &values)
{
    std::vector<Setting> changed;
    for (const auto &[key, value] : values) {
        TRY(auto row, rowFor(context, rows, level, key));
        if (row.value == value)
            continue;
        row.value = value;
        changed.push_back(std::move(row));
    }
    return changed;
}

QString detailOf(const std::vector<Setting> &changed)
{
    QStringList choices;
    for (const auto &row : changed)
        choices.append(row.key + u'=' + row.value);
    return QStringLiteral("%1 %2").arg(codeOf(changed.front().level), choices.join(QStringLiteral("; ")));
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

Task<Result<void>> changeHospitalSettings(Context context,
                                          Uuid command,
                                          SettingCatalogue catalogue,
                                          std::map<QString, QString> values)
{
    auto authorising = authorise(context, QStringLiteral("setting.manage"));
    CO_TRY_VOID(co_await authorising);
    CO_TRY_VOID(checkChoices(catalogue, SettingLevel::Hospital, values));
    auto reading = settingRows(context);
    CO_TRY(const auto rows, co_await reading);
    CO_TRY(const auto changed, changedRows(context, rows, SettingLevel::Hospital, values));
    if (changed.empty())
        co_return ok();
    auto work = context.begin(command, QStringLiteral("setting.change"), {}, detailOf(changed));
    for (const auto &row : changed) {
        if (row.version == 0)
            work.insert(row);
        else
            work.update(row);
    }
    auto storing = context.store->commit(std::move(work));
    CO_TRY_VOID(co_await storing);
    co_return ok();
}

} // namespace simiao::workflow
