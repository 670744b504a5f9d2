#pragma once

#include "admin/models/account_entry.h"
#include "admin/views/section.h"

namespace simiao::admin {

class AccountForm;
class AccountList;
class AccountsPanel;
class AccountWork;

/// Who may log in: the table at the left, the account or the entry at the right, what can be done below.
class AccountsSection : public Section
{
    Q_OBJECT

public:
    explicit AccountsSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

private:
    void makeActions();
    void layOut();
    void connectParts();
    void start(AccountEntry::Kind kind);
    void offerActions();

    AccountList *m_list;
    AccountWork *m_work;
    AccountsPanel *m_panel;
    AccountForm *m_form;
    QAction *m_save = nullptr;
    QAction *m_new = nullptr;
    QAction *m_roles = nullptr;
    QAction *m_department = nullptr;
    QAction *m_lock = nullptr;
    QAction *m_password = nullptr;
    QAction *m_retire = nullptr;
    QAction *m_clear = nullptr;
    QAction *m_find = nullptr;
};

} // namespace simiao::admin
