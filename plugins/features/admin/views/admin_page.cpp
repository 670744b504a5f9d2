#include "admin/views/admin_page.h"

#include "admin/views/accounts_section.h"
#include "admin/views/audit_section.h"
#include "admin/views/database_section.h"
#include "admin/views/plugins_section.h"
#include "admin/views/roles_section.h"
#include "admin/views/settings_section.h"
#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/panel_header.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kListWidth = 220;

constexpr const char *kCommands[] = {"admin.openAccounts", "admin.openRoles",   "admin.openSettings",
                                     "admin.openAudit",    "admin.openPlugins", "admin.openDatabase"};

} // namespace

AdminPage::AdminPage(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_header(new ui::PanelHeader({}, QKeySequence(Qt::Key_F2)))
    , m_list(makeList())
    , m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("admin.page"));
    m_list->installEventFilter(this);
    makeActions();
    layOut();
    connect(desk, &sdk::Desk::languageChanged, this, &AdminPage::retranslate);
    connect(m_list, &QListWidget::currentRowChanged, this, &AdminPage::open);
    retranslate();
    setFocusProxy(m_list);
    m_list->setCurrentRow(0);
}

QListWidget *AdminPage::makeList() const
{
    auto *list = new QListWidget;
    list->setObjectName(QStringLiteral("admin.sections"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setItemDelegate(new ui::CandidateDelegate(list));
    for (int index = 0; index < kSections; ++index)
        list->addItem(QString());
    return list;
}

QAction *AdminPage::addCommand(const QString &id, const QString &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setShortcuts(QKeySequence::listFromString(keys));
    addAction(action);
    m_desk->addCommand(id, action);
    return action;
}

void AdminPage::makeActions()
{
    for (int index = 0; index < kSections; ++index) {
        auto *action =
            addCommand(QString::fromLatin1(kCommands[index]), QStringLiteral("Alt+%1").arg(index + 1));
        connect(action, &QAction::triggered, this, [this, index] {
            m_list->setCurrentRow(index);
            enterSection();
        });
        m_open[std::size_t(index)] = action;
    }
    m_goToList = addCommand(QStringLiteral("admin.goToSections"), QStringLiteral("F2"));
    connect(m_goToList, &QAction::triggered, this, &AdminPage::enterList);
}

void AdminPage::layOut()
{
    auto *left = new QWidget;
    left->setBackgroundRole(QPalette::Base);
    left->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->setKeyTrailing(true);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("admin.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(left);
    columns->addWidget(m_pages);
    columns->setStretchFactor(1, 1);
    columns->setSizes({kListWidth, width()});
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(columns);
}

Section *AdminPage::makeSection(int index) const
{
    switch (index) {
    case 0: return new AccountsSection(m_desk);
    case 1: return new RolesSection(m_desk);
    case 2: return new SettingsSection(m_desk);
    case 3: return new AuditSection(m_desk);
    case 4: return new PluginsSection(m_desk);
    default: return new DatabaseSection(m_desk);
    }
}

void AdminPage::open(int index)
{
    if (index < 0 || index >= kSections)
        return;
    auto *&section = m_sections.at(std::size_t(index));
    if (!section) {
        section = makeSection(index);
        m_pages->addWidget(section);
        connect(section, &Section::left, this, &AdminPage::enterList);
    }
    m_pages->setCurrentWidget(section);
}

void AdminPage::enterSection()
{
    if (auto *section = m_sections.at(std::size_t(qMax(0, m_list->currentRow()))))
        section->enter();
}

void AdminPage::enterList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool AdminPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    enterSection();
    return true;
}

void AdminPage::retranslate()
{
    const QStringList titles{tr("Accounts"), tr("Roles"),   tr("Settings"),
                             tr("Audit"),    tr("Plugins"), tr("Database")};
    m_header->setTitle(tr("Administration"));
    m_list->setAccessibleName(tr("Sections"));
    m_goToList->setText(tr("Sections"));
    for (int index = 0; index < kSections; ++index) {
        m_list->item(index)->setText(titles.at(index));
        m_open[std::size_t(index)]->setText(tr("Open: %1").arg(titles.at(index)));
        if (auto *section = m_sections.at(std::size_t(index)))
            section->retranslate();
    }
}

} // namespace simiao::admin
