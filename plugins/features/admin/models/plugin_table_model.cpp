#include "admin/models/plugin_table_model.h"

#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

using sdk::PluginState;

namespace {

ui::Severity severityOf(const sdk::PluginStatus &plugin)
{
    if (plugin.state == PluginState::Refused)
        return ui::Severity::Warn;
    return plugin.state == PluginState::Resolved ? ui::Severity::Neutral : ui::Severity::Ok;
}

} // namespace

PluginTableModel::PluginTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

QString PluginTableModel::titleOf(const sdk::PluginStatus &plugin) const
{
    const auto &title = plugin.title.in(m_desk->locale().name());
    return title.isEmpty() ? plugin.id : title;
}

QVariant PluginTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::ToolTipRole: return Words::toolTip(text(line, column));
    case ui::TableBadgeRole: return column == State ? QVariant(int(severityOf(line.status))) : QVariant();
    case ui::TableSecondaryRole: return column == Id || column == Kind || column == Version;
    default: return {};
    }
}

QString PluginTableModel::heading(int column) const
{
    switch (column) {
    case Title: return tr("Plugin");
    case Id: return tr("Id");
    case Kind: return tr("Kind");
    case Version: return tr("Version");
    case State: return tr("State");
    case Remarks: return tr("Remarks");
    default: return {};
    }
}

QString PluginTableModel::text(const PluginLine &line, int column) const
{
    switch (column) {
    case Title: return titleOf(line.status);
    case Id: return line.status.id;
    case Kind: return Words::pluginKind(line.status.kind);
    case Version: return line.status.version;
    case State: return Words::pluginState(line.status.state);
    case Remarks: return remarks(line);
    default: return {};
    }
}

/// What will be different first, then why it is out, then what is worth knowing of one that runs.
QString PluginTableModel::remarks(const PluginLine &line)
{
    QStringList words;
    if (line.chosen)
        words.append(*line.chosen ? tr("On from the next start on.") : tr("Off from the next start on."));
    if (!line.status.reason.isEmpty())
        words.append(sdk::errorText({ErrorKind::Unavailable, line.status.reason, line.status.detail}));
    for (const auto &notice : line.status.notices)
        words.append(sdk::errorText({ErrorKind::Invalid, notice.code, notice.detail}));
    return words.join(QLatin1Char(' '));
}

} // namespace simiao::admin
