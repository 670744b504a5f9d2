#pragma once

#include "domain/security/account.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// Accounts: log-in name, name, title, roles, department, state, and whether the password is the administrator's still.
/// Roles of ui::TableDelegate.
class AccountTableModel : public ui::TableModel<security::Account>
{
    Q_OBJECT

public:
    enum Column { LoginName, Name, Title, Roles, Department, State, Password, ColumnCount };

    explicit AccountTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    void setDepartments(std::vector<administration::Organization> departments);
    const std::vector<administration::Organization> &departments() const { return m_departments; }
    /// The department's name in the interface's language; empty for none.
    QString nameOf(const std::optional<Id<administration::Organization>> &department) const;
    /// -1 when the account is not shown.
    int rowOf(Id<security::Account> id) const;
    /// Everything of the account that a person may look for, in one text.
    QString searchText(const security::Account &account) const;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(const security::Account &account, int column) const;
    QVariant badge(const security::Account &account, int column) const;
    bool mustChangePassword(const security::Account &account) const;

    const sdk::Desk *m_desk;
    std::vector<administration::Organization> m_departments;
};

} // namespace simiao::admin
