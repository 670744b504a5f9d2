#include "admin/models/words.h"

#include "ui/widgets/plain_tool_tip.h"

namespace simiao::admin {

using security::AccountStatus;

namespace {

QDateTime atWorkstation(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone());
}

} // namespace

QString Words::accountStatus(AccountStatus status)
{
    switch (status) {
    case AccountStatus::Active: return tr("active");
    case AccountStatus::Locked: return tr("locked");
    case AccountStatus::Retired: return tr("retired");
    }
    return {};
}

ui::Severity Words::severityOf(AccountStatus status)
{
    switch (status) {
    case AccountStatus::Active: return ui::Severity::Ok;
    case AccountStatus::Locked: return ui::Severity::Warn;
    case AccountStatus::Retired: return ui::Severity::Neutral;
    }
    return ui::Severity::Neutral;
}

QString Words::settingLevel(administration::SettingLevel level)
{
    switch (level) {
    case administration::SettingLevel::Hospital: return tr("hospital");
    case administration::SettingLevel::Department: return tr("department");
    case administration::SettingLevel::User: return tr("own choice");
    }
    return {};
}

QString Words::pluginKind(const QString &kind)
{
    if (kind == QLatin1StringView("feature"))
        return tr("workplace");
    if (kind == QLatin1StringView("backend"))
        return tr("back-end");
    return kind == QLatin1StringView("device") ? tr("device") : kind;
}

QString Words::pluginState(sdk::PluginState state)
{
    switch (state) {
    case sdk::PluginState::Refused: return tr("refused");
    case sdk::PluginState::Resolved: return tr("not used");
    case sdk::PluginState::Loaded: return tr("loaded");
    case sdk::PluginState::Initialized: return tr("starting");
    case sdk::PluginState::Running: return tr("running");
    case sdk::PluginState::Stopped: return tr("stopped");
    }
    return {};
}

QString Words::time(Instant instant, const Clock &clock)
{
    return atWorkstation(instant, clock).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString Words::stamp(const Clock &clock)
{
    return atWorkstation(clock.now(), clock).toString(QStringLiteral("yyyyMMdd-HHmm"));
}

QString Words::toolTip(const QString &text)
{
    return ui::plainToolTip(text);
}

QString Words::roles(const QStringList &codes, const sdk::Desk &desk)
{
    const auto described = desk.context().policy->roles();
    QStringList titles;
    for (const auto &code : codes) {
        const auto role = std::ranges::find(described, code, &workflow::NamedCode::code);
        const auto title = role == described.end() ? QString() : role->title.in(desk.locale().name());
        titles.append(title.isEmpty() ? code : title);
    }
    return titles.join(QStringLiteral(", "));
}

Error Words::refusal(Error error, const sdk::Desk &desk)
{
    if (error.kind == ErrorKind::Forbidden)
        error.detail = roles(error.detail.split(QLatin1Char(','), Qt::SkipEmptyParts), desk);
    return error;
}

} // namespace simiao::admin
