#include "admin/views/account_form.h"

#include "admin/views/field_chain.h"
#include "admin/views/password_field.h"
#include "admin/views/role_choice.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace simiao::admin {

using security::Account;

namespace {

QString recorded(const Account &account, AccountEntry::Field field)
{
    using Field = AccountEntry::Field;
    switch (field) {
    case Field::LoginName: return account.loginName;
    case Field::Name: return account.name;
    case Field::NameEn: return account.nameEn;
    case Field::Title: return account.title;
    case Field::Department: return account.department ? account.department->toString() : QString();
    case Field::Password: return {};
    }
    return {};
}

/// The account the entry is about, or the one looked at.
const Account *subjectOf(const AccountEntry *entry, const AccountList &list)
{
    if (entry)
        return entry->account ? &*entry->account : nullptr;
    return list.current() ? &*list.current() : nullptr;
}

} // namespace

AccountForm::AccountForm(sdk::Desk *desk, AccountList *list, AccountWork *work, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_work(work)
    , m_header(new ui::PanelHeader({}))
    , m_department(new QComboBox)
    , m_roles(new RoleChoice(desk))
    , m_rolesRow(new ui::LabelRow({}, m_roles))
    , m_notice(new ui::NoticeLine)
{
    makeLines();
    makeChoices();
    layOut();
    m_chain = new FieldChain({m_lines[Field::LoginName], m_lines[Field::Name], m_lines[Field::NameEn],
                              m_lines[Field::Title], m_department, m_roles, m_lines[Field::Password]},
                             this);
    connect(m_chain, &FieldChain::passedStart, this, &AccountForm::passedStart);
    connect(m_chain, &FieldChain::passedEnd, this, &AccountForm::passedEnd);
    connect(work, &AccountWork::changed, this, &AccountForm::showEntry);
    connect(list, &AccountList::listChanged, this, &AccountForm::showDepartments);
    retranslate();
}

void AccountForm::makeLines()
{
    addLine(Field::LoginName, QStringLiteral("admin.accounts.loginName"), new QLineEdit);
    addLine(Field::Name, QStringLiteral("admin.accounts.name"), new QLineEdit);
    addLine(Field::NameEn, QStringLiteral("admin.accounts.nameEn"), new QLineEdit);
    addLine(Field::Title, QStringLiteral("admin.accounts.title"), new QLineEdit);
    addLine(Field::Password, QStringLiteral("admin.accounts.password"), new PasswordField);
}

void AccountForm::addLine(Field field, const QString &name, QLineEdit *line)
{
    line->setObjectName(name);
    m_lines.insert(field, line);
    m_rows.insert(field, new ui::LabelRow({}, line));
    connect(line, &QLineEdit::textEdited, this,
            [this, field](const QString &text) { m_work->setText(field, text); });
}

void AccountForm::makeChoices()
{
    m_notice->setObjectName(QStringLiteral("admin.accounts.notice"));
    m_department->setObjectName(QStringLiteral("admin.accounts.department"));
    m_roles->setObjectName(QStringLiteral("admin.accounts.roles"));
    m_rows.insert(Field::Department, new ui::LabelRow({}, m_department));
    connect(m_department, &QComboBox::currentIndexChanged, this,
            [this] { m_work->setText(Field::Department, m_department->currentData().toString()); });
    connect(m_roles, &RoleChoice::roleSet, m_work, &AccountWork::setRole);
}

void AccountForm::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *fields = new QWidget;
    auto *rows = new QVBoxLayout(fields);
    rows->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    rows->setSpacing(rhythm.gapSmall);
    for (const auto field : {Field::LoginName, Field::Name, Field::NameEn, Field::Title, Field::Department})
        rows->addWidget(m_rows.value(field));
    rows->addWidget(m_rolesRow);
    rows->addWidget(m_rows.value(Field::Password));
    auto *aired = new QHBoxLayout;
    aired->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.gap, 0);
    aired->addWidget(m_notice);
    rows->addLayout(aired);
    rows->addStretch(1);
    m_state = new ui::StateView(fields);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
}

void AccountForm::enter()
{
    m_chain->enter();
}

void AccountForm::enterFault()
{
    const auto *entry = m_work->entry();
    if (entry && entry->fault)
        widgetFor(*entry->fault)->setFocus(Qt::OtherFocusReason);
}

/// Where what the error names is typed; the first field of the entry when it names none.
QWidget *AccountForm::widgetFor(const Error &fault) const
{
    const auto *entry = m_work->entry();
    if (fault.code.startsWith(QLatin1StringView("password.")) || entry->kind == AccountEntry::Kind::Password)
        return m_lines.value(Field::Password);
    if (entry->kind == AccountEntry::Kind::Department)
        return m_department;
    if (fault.code.startsWith(QLatin1StringView("account.role-")) || entry->kind == AccountEntry::Kind::Roles)
        return m_roles;
    return m_lines.value(fault.code == QLatin1StringView("account.name-missing") ? Field::Name
                                                                                 : Field::LoginName);
}

void AccountForm::retranslate()
{
    m_rows[Field::LoginName]->setLabel(tr("Log-in name"));
    m_rows[Field::Name]->setLabel(tr("Name"));
    m_rows[Field::NameEn]->setLabel(tr("Name, Latin letters"));
    m_rows[Field::Title]->setLabel(tr("Title"));
    m_rows[Field::Department]->setLabel(tr("Department"));
    m_rolesRow->setLabel(tr("Roles"));
    m_rows[Field::Password]->setLabel(tr("First password"));
    m_lines[Field::LoginName]->setPlaceholderText(tr("a-z, digits, dot, hyphen"));
    m_lines[Field::Password]->setPlaceholderText(tr("for the first log-in only"));
    m_roles->retranslate();
    ui::LabelRow::align(m_rows.values() + QList{m_rolesRow});
    showDepartments();
    showEntry();
}

void AccountForm::showEntry()
{
    showTitle();
    showTexts();
    showEditable();
    showFault();
    const bool isSomethingThere = m_work->entry() || m_list->current();
    m_state->setState(isSomethingThere ? ui::ViewState::ready()
                                       : ui::ViewState::empty(
                                             tr("No account chosen"),
                                             tr("Choose one at the left, or begin with \"New account\".")));
}

void AccountForm::showTitle()
{
    const auto *entry = m_work->entry();
    const auto *subject = subjectOf(entry, *m_list);
    const auto name = subject ? subject->name : QString();
    if (!entry)
        m_header->setTitle(name);
    else if (entry->kind == Kind::New)
        m_header->setTitle(tr("New account"));
    else if (entry->kind == Kind::Roles)
        m_header->setTitle(tr("Roles of %1").arg(name));
    else
        m_header->setTitle(entry->kind == Kind::Department ? tr("Department of %1").arg(name)
                                                           : tr("New password for %1").arg(name));
}

void AccountForm::showDepartments()
{
    const QSignalBlocker quiet(m_department);
    m_department->clear();
    m_department->addItem(tr("none"), QString());
    const auto *table = m_list->table();
    for (const auto &department : table->departments())
        m_department->addItem(table->nameOf(department.id), department.id.toString());
    showTexts();
}

void AccountForm::showTexts()
{
    const auto *entry = m_work->entry();
    const auto *subject = subjectOf(entry, *m_list);
    const auto textOf = [entry, subject](Field field) {
        const bool isTyped = entry
            && (!subject || field == Field::Password
                || (field == Field::Department && entry->kind == Kind::Department));
        if (isTyped)
            return entry->texts.value(field);
        return subject ? recorded(*subject, field) : QString();
    };
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        if (line.value()->text() != textOf(line.key()))
            line.value()->setText(textOf(line.key()));
    }
    const QSignalBlocker quiet(m_department);
    m_department->setCurrentIndex(qMax(0, m_department->findData(textOf(Field::Department))));
    if (entry)
        m_roles->setRoles(entry->roles);
    else
        m_roles->setRoles(subject ? QStringList(subject->roles.begin(), subject->roles.end())
                                  : QStringList());
}

/// What cannot be changed now is to be read: black on white and no stop for Tab.
void AccountForm::showEditable()
{
    const auto *entry = m_work->entry();
    const bool isNew = entry && entry->kind == Kind::New;
    const bool hasPassword = isNew || (entry && entry->kind == Kind::Password);
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        const bool isOpen = line.key() == Field::Password ? hasPassword : isNew;
        line.value()->setReadOnly(!isOpen);
        line.value()->setFocusPolicy(isOpen ? Qt::StrongFocus : Qt::NoFocus);
    }
    m_department->setEnabled(isNew || (entry && entry->kind == Kind::Department));
    m_roles->setEditable(isNew || (entry && entry->kind == Kind::Roles));
    m_rows[Field::Password]->setVisible(hasPassword);
}

void AccountForm::showFault()
{
    const auto *entry = m_work->entry();
    ui::Notice notice;
    if (entry && entry->fault)
        notice = {ui::Severity::Block, tr("Not saved"), sdk::errorText(*entry->fault), {}, {}};
    m_notice->setNotice(notice);
    m_notice->setVisible(!notice.lead.isEmpty());
    m_notice->setProperty("text", notice.text);
}

} // namespace simiao::admin
