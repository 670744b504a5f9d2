#pragma once

#include "admin/models/account_entry.h"
#include "sdk/desk.h"

namespace simiao::admin {

/// Keeps what is typed about a new account in the draft journal, so that it outlives the program. The password never
/// gets there.
class EntryJournal
{
public:
    explicit EntryJournal(sdk::Desk *desk);

    /// What the journal still has of an entry that was not finished; empty texts when there is none.
    AccountEntry unfinished();
    void record(AccountEntry::Field field, const QString &text);
    void recordRoles(const QStringList &roles);
    /// It was stored or given up.
    void discard();

private:
    sdk::Desk *m_desk;
    Uuid m_draft;
};

} // namespace simiao::admin
