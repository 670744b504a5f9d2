#include "admin/models/plugin_switchboard.h"

#include <QCoroTask>

namespace simiao::admin {

namespace {

const auto kOwnId = QStringLiteral("admin");

/// That somebody takes a part of the program away is in the trail before it counts.
Task<Result<void>> recordSwitch(workflow::Context context, QString id, bool isOn)
{
    auto authorising = workflow::authorise(context, QStringLiteral("setting.manage"));
    CO_TRY_VOID(co_await authorising);
    const auto detail =
        QStringLiteral("plugin %1=%2").arg(id, isOn ? QStringLiteral("on") : QStringLiteral("off"));
    auto recording = context.store->commit(
        context.begin(context.newCommand(), QStringLiteral("setting.change"), {}, detail));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

} // namespace

PluginSwitchboard::PluginSwitchboard(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(new PluginTableModel(desk, this))
{
    std::vector<PluginLine> lines;
    for (auto &status : desk->plugins())
        lines.push_back({std::move(status), {}});
    m_table->replace(std::move(lines));
}

void PluginSwitchboard::toggle(int row)
{
    if (row < 0 || row >= m_table->rowCount())
        return;
    const auto line = m_table->at(row);
    if (const auto why = obstacle(line); !why.isEmpty())
        return say(ui::Severity::Warn, line, why);
    const auto id = line.status.id;
    const bool isOn = !line.isOn();
    QCoro::connect(recordSwitch(m_desk->context(), id, isOn), this,
                   [this, id, isOn](const Result<void> &recorded) {
                       if (recorded)
                           switchTo(id, isOn);
                       else
                           m_desk->showError(recorded.error());
                   });
}

/// Why the plugin stays as it is; empty when it can be switched.
QString PluginSwitchboard::obstacle(const PluginLine &line) const
{
    if (line.status.id.isEmpty())
        return tr("cannot be switched: its description does not say what it is.");
    if (line.status.id == kOwnId)
        return tr("stays on: without this page nobody could switch anything on again.");
    if (line.status.kind == QLatin1StringView("backend"))
        return tr(
            "stays on: it keeps the records or the images. Another one is chosen in the settings file.");
    return {};
}

void PluginSwitchboard::switchTo(const QString &id, bool isOn)
{
    const auto switched = m_desk->setPluginEnabled(id, isOn);
    if (!switched)
        return m_desk->showError(switched.error());
    auto lines = m_table->rows();
    const auto line =
        std::ranges::find_if(lines, [&id](const PluginLine &one) { return one.status.id == id; });
    if (line == lines.end())
        return;
    line->chosen = isOn;
    const auto copy = *line;
    m_table->replace(std::move(lines));
    const auto words = isOn ? tr("is switched on. It counts from the next start on.")
                            : tr("is switched off. It counts from the next start on.");
    m_desk->showDone(QStringLiteral("%1 %2").arg(m_table->titleOf(copy.status), words));
    say(ui::Severity::Note, copy, words);
}

void PluginSwitchboard::say(ui::Severity severity, const PluginLine &line, const QString &text)
{
    m_notice = {severity, m_table->titleOf(line.status), text, {}, {}};
    Q_EMIT changed();
}

void PluginSwitchboard::retranslate()
{
    m_table->refresh();
    m_notice = {};
    Q_EMIT changed();
}

} // namespace simiao::admin
