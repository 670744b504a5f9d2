#include "admin/views/accounts_section.h"

#include "admin/views/account_form.h"
#include "admin/views/accounts_panel.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace simiao::admin {

using Kind = AccountEntry::Kind;
using security::AccountStatus;

namespace {

constexpr int kFormWidth = 350;

} // namespace

AccountsSection::AccountsSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_list(new AccountList(desk, this))
    , m_work(new AccountWork(desk, m_list, this))
    , m_panel(new AccountsPanel(m_list))
    , m_form(new AccountForm(desk, m_list, m_work))
{
    setObjectName(QStringLiteral("admin.accounts"));
    makeActions();
    layOut();
    connectParts();
    retranslate();
}

void AccountsSection::makeActions()
{
    m_save = addCommand(QStringLiteral("admin.accounts.save"), QStringLiteral("F9"));
    m_new = addCommand(QStringLiteral("admin.accounts.new"), QStringLiteral("F4"));
    m_roles = addCommand(QStringLiteral("admin.accounts.changeRoles"), QStringLiteral("F6"));
    m_department = addCommand(QStringLiteral("admin.accounts.changeDepartment"), QStringLiteral("Shift+F6"));
    m_lock = addCommand(QStringLiteral("admin.accounts.lock"), QStringLiteral("F7"));
    m_password = addCommand(QStringLiteral("admin.accounts.newPassword"), QStringLiteral("F8"));
    m_retire = addCommand(QStringLiteral("admin.accounts.retire"), QStringLiteral("Shift+F7"));
    m_clear = addCommand(QStringLiteral("admin.accounts.clear"), QStringLiteral("Shift+F4"));
    m_find = addCommand(QStringLiteral("admin.accounts.goToFind"), QStringLiteral("Ctrl+F"));
    m_panel->header()->followKey(m_find);
}

void AccountsSection::layOut()
{
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("admin.accounts.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_panel);
    columns->addWidget(m_form);
    columns->setStretchFactor(0, 1);
    columns->setSizes({width(), kFormWidth});
    m_form->setMinimumWidth(kFormWidth);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(columns, 1);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(
        actionBar({m_save, m_new, m_roles, m_department, m_lock, m_password, m_retire, m_clear}, true));
}

void AccountsSection::connectParts()
{
    connect(m_save, &QAction::triggered, m_work, &AccountWork::submit);
    connect(m_new, &QAction::triggered, this, [this] { start(Kind::New); });
    connect(m_roles, &QAction::triggered, this, [this] { start(Kind::Roles); });
    connect(m_department, &QAction::triggered, this, [this] { start(Kind::Department); });
    connect(m_password, &QAction::triggered, this, [this] { start(Kind::Password); });
    connect(m_lock, &QAction::triggered, m_work, &AccountWork::toggleLock);
    connect(m_retire, &QAction::triggered, m_work, &AccountWork::toggleRetired);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_work->giveUp();
        enter();
    });
    connect(m_find, &QAction::triggered, m_panel, &AccountsPanel::find);
    connect(m_panel, &AccountsPanel::left, this, &Section::left);
    connect(m_form, &AccountForm::passedStart, this, &AccountsSection::enter);
    connect(m_form, &AccountForm::passedEnd, m_work, &AccountWork::submit);
    connect(m_work, &AccountWork::saved, m_panel, &AccountsPanel::reveal);
    connect(m_work, &AccountWork::saved, this, &AccountsSection::enter);
    connect(m_work, &AccountWork::refused, m_form, &AccountForm::enterFault);
    connect(m_work, &AccountWork::changed, this, &AccountsSection::offerActions);
}

void AccountsSection::enter()
{
    if (m_list->table()->rowCount() > 0)
        m_panel->enterTable();
    else
        m_panel->find();
}

void AccountsSection::start(Kind kind)
{
    m_work->start(kind);
    if (m_work->entry())
        m_form->enter();
}

void AccountsSection::retranslate()
{
    m_save->setText(tr("Save"));
    m_new->setText(tr("New account"));
    m_roles->setText(tr("Roles"));
    m_department->setText(tr("Department"));
    m_password->setText(tr("New password"));
    m_clear->setText(tr("Clear the entry"));
    m_find->setText(tr("Find an account"));
    m_list->retranslate();
    m_panel->retranslate();
    m_form->retranslate();
    offerActions();
}

void AccountsSection::offerActions()
{
    const auto &current = m_list->current();
    const bool isLocked = current && current->status == AccountStatus::Locked;
    const bool isRetired = current && current->status == AccountStatus::Retired;
    m_save->setEnabled(m_work->entry() != nullptr);
    m_clear->setEnabled(m_work->entry() != nullptr);
    m_roles->setEnabled(current.has_value());
    m_department->setEnabled(current.has_value());
    m_password->setEnabled(current.has_value());
    m_lock->setEnabled(current && !isRetired);
    m_lock->setText(isLocked ? tr("Unlock") : tr("Lock"));
    m_retire->setEnabled(current.has_value());
    m_retire->setText(isRetired ? tr("Take back") : tr("Retire"));
}

} // namespace simiao::admin
