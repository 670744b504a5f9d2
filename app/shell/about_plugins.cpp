#include "shell/about_plugins.h"

#include "sdk/desk.h"
#include "shell/profile_band.h"
#include "ui/theme/severity.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/table_delegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace simiao::shell {

namespace {

using sdk::PluginState;

QString stateText(PluginState state)
{
    switch (state) {
    case PluginState::Refused: return AboutPlugins::tr("refused");
    case PluginState::Resolved: return AboutPlugins::tr("not used");
    case PluginState::Loaded: return AboutPlugins::tr("loaded");
    case PluginState::Initialized: return AboutPlugins::tr("starting");
    case PluginState::Running: return AboutPlugins::tr("running");
    case PluginState::Stopped: return AboutPlugins::tr("stopped");
    }
    return {};
}

QString kindText(const QString &kind)
{
    if (kind == QLatin1StringView("feature"))
        return AboutPlugins::tr("workplace");
    if (kind == QLatin1StringView("backend"))
        return AboutPlugins::tr("back-end");
    return kind == QLatin1StringView("device") ? AboutPlugins::tr("device") : kind;
}

ui::Severity severityOf(const sdk::PluginStatus &plugin)
{
    if (plugin.state == PluginState::Refused)
        return ui::Severity::Warn;
    return plugin.state == PluginState::Resolved ? ui::Severity::Neutral : ui::Severity::Ok;
}

/// Why it is out, or what is worth knowing of one that runs.
QString remarks(const sdk::PluginStatus &plugin)
{
    QStringList lines;
    if (!plugin.reason.isEmpty())
        lines.append(sdk::errorText({ErrorKind::Unavailable, plugin.reason, plugin.detail}));
    for (const auto &notice : plugin.notices)
        lines.append(sdk::errorText({ErrorKind::Invalid, notice.code, notice.detail}));
    return lines.join(QStringLiteral("; "));
}

QStandardItem *cell(const QString &text, bool isSecondary = false)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(isSecondary, ui::TableSecondaryRole);
    return item;
}

QList<QStandardItem *> rowOf(const sdk::PluginStatus &plugin)
{
    const auto title = plugin.title.in(QLocale().name());
    auto *state = cell(stateText(plugin.state));
    state->setData(int(severityOf(plugin)), ui::TableBadgeRole);
    return {cell(title.isEmpty() ? plugin.id : title),
            cell(plugin.id, true),
            cell(kindText(plugin.kind), true),
            cell(plugin.version, true),
            state,
            cell(remarks(plugin))};
}

/// The first of the two keeps the key.
QList<QStandardItem *> rowOf(const KeyClash &clash)
{
    auto *state = cell(AboutPlugins::tr("key clash"));
    state->setData(int(ui::Severity::Warn), ui::TableBadgeRole);
    const auto remark = AboutPlugins::tr("%1 runs %2; %3 is reached through the palette.")
                            .arg(clash.key, clash.first, clash.second);
    return {cell(clash.key), cell(clash.second, true), cell({}), cell({}), state, cell(remark)};
}

QTreeView *newList(QAbstractItemModel *model)
{
    auto *list = new QTreeView;
    list->setObjectName(QStringLiteral("about.list"));
    list->setModel(model);
    list->setItemDelegate(new ui::TableDelegate(list));
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformRowHeights(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return list;
}

} // namespace

AboutPlugins::AboutPlugins(std::vector<sdk::PluginStatus> plugins,
                           std::vector<KeyClash> clashes,
                           sdk::ProfileKind kind,
                           QWidget *parent)
    : QWidget(parent)
    , m_plugins(std::move(plugins))
    , m_clashes(std::move(clashes))
    , m_kind(kind)
    , m_header(new ui::PanelHeader({}))
    , m_close(new ui::LinkButton({}))
    , m_model(new QStandardItemModel(this))
    , m_list(newList(m_model))
{
    setObjectName(QStringLiteral("about.page"));
    setFocusProxy(m_list);
    m_header->addTrailing(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connect(m_close, &ui::LinkButton::clicked, this, &AboutPlugins::closed);
    translate();
}

void AboutPlugins::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

void AboutPlugins::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void AboutPlugins::translate()
{
    m_header->setTitle(
        markedTitle(tr("About plugins · Simiao %1").arg(QCoreApplication::applicationVersion()), m_kind));
    m_close->setText(tr("Back (Esc)"));
    m_list->setAccessibleName(tr("Plugins"));
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {tr("Plugin"), tr("Id"), tr("Kind"), tr("Version"), tr("State"), tr("Remarks")});
    for (const auto &plugin : m_plugins)
        m_model->appendRow(rowOf(plugin));
    for (const auto &clash : m_clashes)
        m_model->appendRow(rowOf(clash));
    for (int column = 0; column < m_model->columnCount() - 1; ++column)
        m_list->header()->resizeSection(column, column == 0 ? 220 : 110);
}

} // namespace simiao::shell
