#include "admin/models/account_list.h"

#include "admin/models/words.h"

#include <QCoroTask>

namespace simiao::admin {

using security::Account;

AccountList::AccountList(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(new AccountTableModel(desk, this))
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &AccountList::listChanged);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &AccountList::reload);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<Account>(receipt)
                    || workflow::touches<administration::Organization>(receipt))
                    reload();
            });
    reload();
}

void AccountList::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    show();
}

void AccountList::choose(Id<Account> id)
{
    const auto found = std::ranges::find(m_all, id, &Account::id);
    if (found == m_all.end())
        return;
    m_current = *found;
    Q_EMIT chosen();
}

void AccountList::adopt(const Account &account)
{
    const auto known = std::ranges::find(m_all, account.id, &Account::id);
    if (known == m_all.end())
        m_all.push_back(account);
    else
        *known = account;
    std::ranges::sort(m_all, {}, &Account::loginName);
    m_current = account;
    show();
    Q_EMIT chosen();
}

void AccountList::reload()
{
    QCoro::connect(readAccounts(m_desk->context()), this,
                   [this](const Result<AccountDirectory> &directory) { take(directory); });
}

void AccountList::retranslate()
{
    m_table->refresh();
    show();
}

void AccountList::take(const Result<AccountDirectory> &directory)
{
    if (!directory)
        return m_state->fail(Words::refusal(directory.error(), *m_desk));
    m_state->take(ui::ViewState::ready());
    m_all = directory->accounts;
    m_table->setDepartments(directory->departments);
    if (m_current) {
        const auto found = std::ranges::find(m_all, m_current->id, &Account::id);
        m_current = found == m_all.end() ? std::nullopt : std::optional(*found);
    }
    show();
}

void AccountList::show()
{
    if (!m_state->isKnown())
        return;
    std::vector<Account> shown;
    std::ranges::copy_if(m_all, std::back_inserter(shown), [this](const Account &account) {
        return m_table->searchText(account).contains(m_filter, Qt::CaseInsensitive);
    });
    Q_EMIT listAboutToChange();
    m_table->replace(std::move(shown));
    if (m_table->rowCount() > 0)
        m_state->restate(ui::ViewState::ready());
    else if (m_all.empty())
        m_state->restate(
            ui::ViewState::empty(tr("No account yet"), tr("\"New account\" enters the first one.")));
    else
        m_state->restate(
            ui::ViewState::empty(tr("No account fits"), tr("Type less, or another part of the name.")));
    Q_EMIT listChanged();
}

} // namespace simiao::admin
