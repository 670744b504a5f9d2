#pragma once

#include "host/plugin_status.h"

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
    explicit AboutPlugins(std::vector<host::PluginStatus> plugins, QWidget *parent = nullptr);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void translate();

    std::vector<host::PluginStatus> m_plugins;
    ui::PanelHeader *m_header;
    ui::LinkButton *m_close;
    QStandardItemModel *m_model;
    QTreeView *m_list;
};

} // namespace simiao::shell
