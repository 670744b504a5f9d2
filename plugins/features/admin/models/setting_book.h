#pragma once

#include "admin/models/repeatable_command.h"
#include "admin/models/setting_table_model.h"
#include "sdk/known_state.h"

namespace simiao::admin {

/// What the hospital and the administrator's department chose, and choosing anew.
class SettingBook : public QObject
{
    Q_OBJECT

public:
    explicit SettingBook(sdk::Desk *desk, QObject *parent = nullptr);

    SettingTableModel *table() const { return m_table; }
    const ui::ViewState &state() const { return m_state->state(); }
    void reload();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<std::vector<administration::Setting>> &rows);
    void choose(administration::SettingLevel level, const QString &key, const QString &value);
    void takeChoice(const Result<administration::Setting> &stored);

    sdk::Desk *m_desk;
    SettingTableModel *m_table;
    RepeatableCommand m_command;
    sdk::KnownState *m_state;
};

} // namespace simiao::admin
