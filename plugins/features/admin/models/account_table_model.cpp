#include "admin/models/account_table_model.h"

#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

using security::Account;

AccountTableModel::AccountTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

void AccountTableModel::setDepartments(std::vector<administration::Organization> departments)
{
    m_departments = std::move(departments);
    refresh();
}

QString AccountTableModel::nameOf(const std::optional<Id<administration::Organization>> &department) const
{
    const auto found = std::ranges::find_if(
        m_departments, [&](const administration::Organization &one) { return one.id == department; });
    if (found == m_departments.end())
        return {};
    return LocalText{found->nameEn, found->name}.in(m_desk->locale().name());
}

int AccountTableModel::rowOf(Id<Account> id) const
{
    const auto found = std::ranges::find(rows(), id, &Account::id);
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QString AccountTableModel::searchText(const Account &account) const
{
    QStringList texts{account.nameEn};
    for (int column = 0; column < ColumnCount; ++column)
        texts.append(text(account, column));
    return texts.join(QLatin1Char('\n'));
}

QVariant AccountTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &account = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(account, index.column());
    case Qt::ToolTipRole: return Words::toolTip(text(account, index.column()));
    case ui::TableBadgeRole: return badge(account, index.column());
    case ui::TableSecondaryRole: return account.status == security::AccountStatus::Retired;
    default: return {};
    }
}

QString AccountTableModel::heading(int column) const
{
    switch (column) {
    case LoginName: return tr("Log-in name");
    case Name: return tr("Name");
    case Title: return tr("Title");
    case Roles: return tr("Roles");
    case Department: return tr("Department");
    case State: return tr("State");
    case Password: return tr("Password");
    default: return {};
    }
}

QString AccountTableModel::text(const Account &account, int column) const
{
    switch (column) {
    case LoginName: return account.loginName;
    case Name: return account.name;
    case Title: return account.title;
    case Roles: return Words::roles({account.roles.begin(), account.roles.end()}, *m_desk);
    case Department: return nameOf(account.department);
    case State: return Words::accountStatus(account.status);
    case Password: return mustChangePassword(account) ? tr("must change") : QString();
    default: return {};
    }
}

QVariant AccountTableModel::badge(const Account &account, int column) const
{
    if (column == State)
        return int(Words::severityOf(account.status));
    return column == Password ? QVariant(int(ui::Severity::Note)) : QVariant();
}

/// A retired account has nobody who could change anything.
bool AccountTableModel::mustChangePassword(const Account &account) const
{
    return account.status != security::AccountStatus::Retired
        && m_desk->reference().passwords.isExpired(account.passwordChangedAt, m_desk->context().clock->now());
}

} // namespace simiao::admin
