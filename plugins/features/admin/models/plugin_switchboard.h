#pragma once

#include "admin/models/plugin_table_model.h"
#include "ui/widgets/notice_line.h"

namespace simiao::admin {

/// What is installed, and switching it on or off for the next start.
class PluginSwitchboard : public QObject
{
    Q_OBJECT

public:
    explicit PluginSwitchboard(sdk::Desk *desk, QObject *parent = nullptr);

    PluginTableModel *table() const { return m_table; }
    /// What was chosen, or why it cannot be; empty before.
    const ui::Notice &notice() const { return m_notice; }
    /// Act `setting.manage`; that it was done stands in the trail.
    void toggle(int row);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    QString obstacle(const PluginLine &line) const;
    void switchTo(const QString &id, bool isOn);
    void say(ui::Severity severity, const PluginLine &line, const QString &text);

    sdk::Desk *m_desk;
    PluginTableModel *m_table;
    ui::Notice m_notice;
};

} // namespace simiao::admin
