#pragma once

#include "sdk/plugin_status.h"
#include "sdk/profile_kind.h"
#include "shell/key_map.h"

#include <QWidget>

class QStandardItemModel;
class QTreeView;

namespace simiao::ui {
class LinkButton;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::shell {

/// "About plugins": what is installed, what runs, what was refused and why.
class AboutPlugins : public QWidget
{
    Q_OBJECT

public:
    /// \param clashes  actions that want the same key, listed below the plugins
    explicit AboutPlugins(std::vector<sdk::PluginStatus> plugins,
                          std::vector<KeyClash> clashes = {},
                          sdk::ProfileKind kind = sdk::ProfileKind::Real,
                          QWidget *parent = nullptr);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void translate();

    std::vector<sdk::PluginStatus> m_plugins;
    std::vector<KeyClash> m_clashes;
    sdk::ProfileKind m_kind;
    ui::PanelHeader *m_header;
    ui::LinkButton *m_close;
    QStandardItemModel *m_model;
    QTreeView *m_list;
};

} // namespace simiao::shell
