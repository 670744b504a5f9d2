#include "admin/views/admin_page.h"

#include "admin/views/accounts_section.h"
#include "admin/views/archives_section.h"
#include "admin/views/audit_section.h"
#include "admin/views/database_section.h"
#include "admin/views/devices_section.h"
#include "admin/views/packages_section.h"
#include "admin/views/plugins_section.h"
#include "admin/views/roles_section.h"
#include "admin/views/settings_section.h"
#include "admin/views/setup_section.h"
#include "sdk/command.h"
#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/candidate_model.h"
#include "ui/widgets/panel_header.h"
#include "workflow/administration/clinic_setup.h"

#include <QAction>
#include <QApplication>
#include <QCoroTask>
#include <QKeyEvent>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

constexpr int kListWidth = 220;

/// A section in the list: the command that opens it, its title, how it is made.
struct Part
{
    const char *command;
    const char *title;
    Section *(*make)(sdk::Desk *desk);
};

template <typename T>
Section *make(sdk::Desk *desk)
{
    return new T(desk);
}

/// In the order of the list; Alt and its place opens each, Alt+0 the tenth.
constexpr Part kParts[] = {
    {"admin.openAccounts", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Accounts"), make<AccountsSection>},
    {"admin.openRoles", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Roles"), make<RolesSection>},
    {"admin.openSettings", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Settings"), make<SettingsSection>},
    {"admin.openAudit", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Audit"), make<AuditSection>},
    {"admin.openPlugins", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Plugins"), make<PluginsSection>},
    {"admin.openDatabase", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Database"), make<DatabaseSection>},
    {"admin.openSetUp", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Set-up"), make<SetupSection>},
    {"admin.openPackages", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Rules and templates"),
     make<PackagesSection>},
    {"admin.openDevices", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Devices"), make<DevicesSection>},
    {"admin.openArchives", QT_TRANSLATE_NOOP("simiao::admin::AdminPage", "Archives"), make<ArchivesSection>},
};

constexpr int kSections = int(std::size(kParts));

int placeOf(const char *command)
{
    const auto part = std::ranges::find(kParts, QLatin1StringView(command),
                                        [](const Part &each) { return QLatin1StringView(each.command); });
    return int(part - std::begin(kParts));
}

} // namespace

AdminPage::AdminPage(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_header(new ui::PanelHeader({}))
    , m_list(makeList())
    , m_pages(new QStackedWidget)
    , m_sections(std::size(kParts))
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
    showSetUpFirst();
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
    return sdk::makeCommand(m_desk, this, id, keys);
}

void AdminPage::makeActions()
{
    for (int index = 0; index < kSections; ++index) {
        auto *action = addCommand(QString::fromLatin1(kParts[index].command),
                                  QStringLiteral("Alt+%1").arg((index + 1) % 10));
        connect(action, &QAction::triggered, this, [this, index] {
            m_list->setCurrentRow(index);
            enterSection();
        });
        connect(action, &QAction::changed, this, &AdminPage::showKeys);
        m_open.push_back(action);
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
    m_header->followKey(m_goToList);
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

Section *AdminPage::makeSection(int index)
{
    auto *section = kParts[index].make(m_desk);
    connect(section, &Section::left, this, &AdminPage::enterList);
    if (const auto *setup = qobject_cast<SetupSection *>(section))
        connect(setup, &SetupSection::accountsWanted, m_open.front(), &QAction::trigger);
    return section;
}

void AdminPage::open(int index)
{
    if (index < 0 || index >= kSections)
        return;
    auto *&section = m_sections.at(std::size_t(index));
    if (!section) {
        section = makeSection(index);
        m_pages->addWidget(section);
    }
    m_pages->setCurrentWidget(section);
}

/// Unless the person may not, or has begun with something else meanwhile.
void AdminPage::showSetUpFirst()
{
    const auto context = m_desk->context();
    if (!context.policy->isGranted(context.session.roles, QStringLiteral("clinic-data.import")))
        return;
    QCoro::connect(workflow::readSetup(context, m_desk->reference().settings), this,
                   [this](const Result<workflow::SetupFacts> &facts) {
                       const bool isUntouched =
                           m_list->currentRow() == 0 && !m_pages->isAncestorOf(QApplication::focusWidget());
                       if (facts && !workflow::isSetUp(*facts) && isUntouched)
                           m_list->setCurrentRow(placeOf("admin.openSetUp"));
                   });
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

/// Beside each section the key that opens it, as the key map has it.
void AdminPage::showKeys()
{
    for (int index = 0; index < int(m_open.size()); ++index)
        m_list->item(index)->setData(
            ui::CandidateModel::RightRole,
            m_open.at(std::size_t(index))->shortcut().toString(QKeySequence::NativeText));
}

void AdminPage::retranslate()
{
    m_header->setTitle(tr("Administration"));
    m_list->setAccessibleName(tr("Sections"));
    m_goToList->setText(tr("Sections"));
    for (int index = 0; index < kSections; ++index) {
        const auto title = tr(kParts[index].title);
        m_list->item(index)->setText(title);
        m_open.at(std::size_t(index))->setText(tr("Open: %1").arg(title));
        if (auto *section = m_sections.at(std::size_t(index)))
            section->retranslate();
    }
    showKeys();
}

} // namespace simiao::admin
