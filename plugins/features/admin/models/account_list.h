#pragma once

#include "admin/models/account_directory.h"
#include "admin/models/account_table_model.h"
#include "sdk/known_state.h"

namespace simiao::admin {

/// The accounts of the hospital, those that fit what is looked for, and the one the person looks at.
class AccountList : public QObject
{
    Q_OBJECT

public:
    explicit AccountList(sdk::Desk *desk, QObject *parent = nullptr);

    AccountTableModel *table() const { return m_table; }
    const ui::ViewState &state() const { return m_state->state(); }
    /// The account looked at; it stays so when what is looked for hides its row.
    const std::optional<security::Account> &current() const { return m_current; }

    /// Shows only accounts in which `text` stands; empty shows all.
    void setFilter(const QString &text);
    void choose(Id<security::Account> id);
    /// As it was just stored; it becomes the current one.
    void adopt(const security::Account &account);
    void reload();
    void retranslate();

Q_SIGNALS:
    /// Rows are about to move: what becomes current until listChanged is nobody's choice.
    void listAboutToChange();
    void listChanged();
    /// Somebody chose an account.
    void chosen();

private:
    void take(const Result<AccountDirectory> &directory);
    void show();

    sdk::Desk *m_desk;
    AccountTableModel *m_table;
    std::vector<security::Account> m_all;
    std::optional<security::Account> m_current;
    QString m_filter;
    sdk::KnownState *m_state;
};

} // namespace simiao::admin
