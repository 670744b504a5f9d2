#include "admin/models/account_work.h"

#include "admin/models/words.h"

#include <QCoroTask>

namespace simiao::admin {

using security::Account;
using security::AccountStatus;

AccountWork::AccountWork(sdk::Desk *desk, AccountList *list, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_list(list)
    , m_journal(desk)
{
    auto unfinished = m_journal.unfinished();
    unfinished.command = desk->context().newCommand();
    const Key key{Kind::New, {}};
    if (!unfinished.texts.isEmpty() || !unfinished.roles.isEmpty()) {
        m_entries.emplace(key, std::move(unfinished));
        m_open = key;
    }
    connect(list, &AccountList::chosen, this, &AccountWork::close);
    connect(list, &AccountList::listChanged, this, &AccountWork::changed);
}

const AccountEntry *AccountWork::entry() const
{
    return m_open ? &m_entries.at(*m_open) : nullptr;
}

void AccountWork::start(Kind kind)
{
    const auto &current = m_list->current();
    if (kind != Kind::New && !current)
        return;
    const Key key{kind, kind == Kind::New ? Id<Account>{} : current->id};
    if (!m_entries.contains(key))
        m_entries.emplace(key, fresh(kind));
    m_open = key;
    Q_EMIT changed();
}

AccountEntry AccountWork::fresh(Kind kind) const
{
    AccountEntry entry;
    entry.kind = kind;
    entry.command = m_desk->context().newCommand();
    if (kind == Kind::New)
        return entry;
    entry.account = m_list->current();
    if (const auto &department = entry.account->department)
        entry.texts.insert(Field::Department, department->toString());
    const auto known = rules().roles;
    for (const auto &role :
         entry.account->roles) { // one that is gone from the file cannot be shown, so nor kept
        if (known.contains(role))
            entry.roles.append(role);
    }
    return entry;
}

void AccountWork::giveUp()
{
    if (!m_open || m_isBusy)
        return;
    if (m_open->first == Kind::New)
        m_journal.discard();
    m_entries.erase(*m_open);
    close();
}

void AccountWork::close()
{
    m_open.reset();
    Q_EMIT changed();
}

void AccountWork::setText(Field field, const QString &text)
{
    if (!m_open || m_entries.at(*m_open).texts.value(field) == text)
        return;
    m_entries.at(*m_open).texts.insert(field, text);
    if (m_open->first == Kind::New)
        m_journal.record(field, text);
    mend();
}

void AccountWork::setRole(const QString &code, bool isGiven)
{
    if (!m_open || m_entries.at(*m_open).roles.contains(code) == isGiven)
        return;
    auto &roles = m_entries.at(*m_open).roles;
    roles.removeAll(code);
    if (isGiven)
        roles.append(code);
    if (m_open->first == Kind::New)
        m_journal.recordRoles(roles);
    mend();
}

/// Something else stands there now than what was refused.
void AccountWork::mend()
{
    m_entries.at(*m_open).fault.reset();
    Q_EMIT changed();
}

void AccountWork::submit()
{
    if (!m_open || m_isBusy)
        return;
    m_isBusy = true;
    const Key key = *m_open;
    QCoro::connect(store(m_entries.at(key)), this,
                   [this, key](const Result<Account> &stored) { take(key, stored); });
}

Task<Result<Account>> AccountWork::store(AccountEntry entry) const
{
    const auto context = m_desk->context();
    switch (entry.kind) {
    case Kind::New: return security::createAccount(context, entry.command, newAccount(entry), rules());
    case Kind::Roles:
        return security::changeRoles(context, entry.command, entry.account->id, entry.roles, rules());
    case Kind::Department:
        return security::changeDepartment(context, entry.command, entry.account->id, departmentIn(entry));
    case Kind::Password: break;
    }
    return security::resetPassword(context, entry.command, entry.account->id,
                                   entry.texts.value(Field::Password), rules());
}

security::AccountRules AccountWork::rules() const
{
    security::AccountRules rules{m_desk->reference().passwords, {}};
    for (const auto &role : m_desk->context().policy->roles())
        rules.roles.append(role.code);
    return rules;
}

security::NewAccount AccountWork::newAccount(const AccountEntry &entry) const
{
    security::NewAccount account;
    account.loginName = entry.texts.value(Field::LoginName);
    account.name = entry.texts.value(Field::Name);
    account.nameEn = entry.texts.value(Field::NameEn);
    account.title = entry.texts.value(Field::Title);
    account.roles = entry.roles;
    account.password = entry.texts.value(Field::Password);
    account.department = departmentIn(entry);
    return account;
}

std::optional<Id<administration::Organization>> AccountWork::departmentIn(const AccountEntry &entry) const
{
    for (const auto &department : m_list->table()->departments()) {
        if (department.id.toString() == entry.texts.value(Field::Department))
            return department.id;
    }
    return std::nullopt;
}

void AccountWork::take(const Key &key, const Result<Account> &stored)
{
    m_isBusy = false;
    if (!stored)
        return refuse(key, stored.error());
    if (key.first == Kind::New)
        m_journal.discard();
    m_desk->showDone(doneText(key.first, *stored));
    const bool wasOpen = m_open == key;
    if (wasOpen)
        m_open.reset();
    m_entries.erase(key);
    if (wasOpen)
        m_list->adopt(*stored);
    Q_EMIT changed();
    if (wasOpen)
        Q_EMIT saved();
}

void AccountWork::refuse(const Key &key, const Error &error)
{
    auto &entry = m_entries.at(key);
    entry.fault = error;
    if (error.kind != ErrorKind::Unavailable)
        entry.command = m_desk->context().newCommand();
    m_desk->showError(error);
    Q_EMIT changed();
    if (m_open == key)
        Q_EMIT refused();
}

QString AccountWork::doneText(Kind kind, const Account &account) const
{
    switch (kind) {
    case Kind::New: return tr("%1 may log in; the first time asks for another password").arg(account.name);
    case Kind::Roles: return tr("Roles of %1 changed; they count from the next log-in").arg(account.name);
    case Kind::Department:
        return tr("%1 belongs to another department from the next log-in on").arg(account.name);
    case Kind::Password: break;
    }
    return tr("New password for %1; the next log-in asks for another").arg(account.name);
}

void AccountWork::toggleLock()
{
    const auto &current = m_list->current();
    if (current && current->status != AccountStatus::Retired)
        setStatus(current->status == AccountStatus::Active ? AccountStatus::Locked : AccountStatus::Active);
}

void AccountWork::toggleRetired()
{
    const auto &current = m_list->current();
    if (current)
        setStatus(current->status == AccountStatus::Retired ? AccountStatus::Active : AccountStatus::Retired);
}

void AccountWork::setStatus(AccountStatus status)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    const auto context = m_desk->context();
    const auto id = m_list->current()->id;
    const auto command = m_statusCommand.idFor(id.toString() + codeOf(status), context);
    QCoro::connect(security::changeStatus(context, command, id, status), this,
                   [this](const Result<Account> &stored) { takeStatus(stored); });
}

void AccountWork::takeStatus(const Result<Account> &stored)
{
    m_isBusy = false;
    m_statusCommand.answered(stored);
    if (stored)
        m_desk->showDone(QStringLiteral("%1: %2").arg(stored->name, Words::accountStatus(stored->status)));
    else
        m_desk->showError(stored.error());
    Q_EMIT changed();
}

} // namespace simiao::admin
