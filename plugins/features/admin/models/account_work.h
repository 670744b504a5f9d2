#pragma once

#include "admin/models/account_list.h"
#include "admin/models/entry_journal.h"
#include "admin/models/repeatable_command.h"
#include "security/account_admin.h"

#include <map>

namespace simiao::admin {

/// What is done to accounts: new ones, other roles and departments, new first passwords, locking and retiring. It alone calls use cases.
/// Each entry that was begun waits as typed until it is stored or given up, also while another account is looked at.
class AccountWork : public QObject
{
    Q_OBJECT

public:
    using Kind = AccountEntry::Kind;
    using Field = AccountEntry::Field;

    AccountWork(sdk::Desk *desk, AccountList *list, QObject *parent = nullptr);

    /// The entry that is open; null while an account is only looked at.
    const AccountEntry *entry() const;

    /// Opens the entry as far as it was typed. For all but a new one there must be a current account.
    void start(Kind kind);
    /// What was typed in the open entry is given up.
    void giveUp();
    void setText(Field field, const QString &text);
    void setRole(const QString &code, bool isGiven);
    void submit();
    /// Locks the current account, or lets it in again; one that is retired stays so.
    void toggleLock();
    /// Retires the current account, or takes it back.
    void toggleRetired();

Q_SIGNALS:
    void changed();
    /// The open entry was stored and closed.
    void saved();
    /// The open entry was refused; its fault says why.
    void refused();

private:
    using Key = std::pair<Kind, Id<security::Account>>;

    AccountEntry fresh(Kind kind) const;
    void close();
    void mend();
    Task<Result<security::Account>> store(AccountEntry entry) const;
    security::AccountRules rules() const;
    security::NewAccount newAccount(const AccountEntry &entry) const;
    std::optional<Id<administration::Organization>> departmentIn(const AccountEntry &entry) const;
    void take(const Key &key, const Result<security::Account> &stored);
    void refuse(const Key &key, const Error &error);
    QString doneText(Kind kind, const security::Account &account) const;
    void setStatus(security::AccountStatus status);
    void takeStatus(const Result<security::Account> &stored);

    sdk::Desk *m_desk;
    AccountList *m_list;
    EntryJournal m_journal;
    std::map<Key, AccountEntry> m_entries;
    std::optional<Key> m_open;
    RepeatableCommand m_statusCommand;
    bool m_isBusy = false;
};

} // namespace simiao::admin
