#include "shell/shell.h"

#include "bootstrap/demo_seed.h"
#include "bootstrap/resources.h"
#include "core/log.h"
#include "link/command_server.h"
#include "sdk/desk.h"
#include "sdk/display.h"
#include "shell/demo_hint.h"
#include "shell/display_windows.h"
#include "shell/first_run_page.h"
#include "shell/login_page.h"
#include "shell/main_window.h"
#include "shell/session_desk.h"
#include "shell/session_gate.h"
#include "shell/start_failure.h"
#include "shell/themes.h"
#include "shell/upgrade_page.h"
#include "terminology/memory_terminology.h"
#include "ui/theme/apply_theme.h"
#include "workflow/ports/queries.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <cstdio>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

QString resourcesFolder()
{
    const auto configured = qEnvironmentVariable("SIMIAO_RESOURCES");
    return bootstrap::findResources(QCoreApplication::applicationDirPath(), configured).value_or(QString());
}

QString memoryFile(const bootstrap::StartOptions &options)
{
    return QFileInfo(bootstrap::foldersFor(options).configFile).path() + u"/layout.json"_s;
}

Workstation workstationOf(const bootstrap::ApplicationGraph &graph)
{
    return {graph.contextFor({}),
            graph.loginPorts(),
            systemDisk(),
            &graph.reference,
            nullptr,
            graph.images,
            graph.plugins.get(),
            std::make_shared<host::PluginSwitches>(systemDisk(), graph.profile->folders().switchesFile),
            graph.maintenance,
            graph.backendName,
            graph.profile->folders().drafts,
            graph.resources};
}

DemoAccount demoAccount(const security::Account &account)
{
    const auto role = account.roles.empty() ? QString() : account.roles.front();
    return {account.loginName, account.name + u' ' + account.title, account.nameEn + u", "_s + role};
}

/// The first of each role, in the order of the clinic's file: who looks around wants to see every desk, not every colleague.
QList<DemoAccount> demoAccounts(const std::vector<security::Account> &accounts, const Json &clinic)
{
    QList<DemoAccount> demo;
    QStringList seen;
    for (const auto &person : clinic[u"practitioners"_s].array()) {
        const auto account =
            std::ranges::find(accounts, person[u"account"_s].toString(), &security::Account::loginName);
        const auto role = person[u"role"_s].toString();
        if (account == accounts.end() || seen.contains(role))
            continue;
        seen.append(role);
        demo.append(demoAccount(*account));
    }
    return demo;
}

bool hasScreen()
{
    const auto platform = QGuiApplication::platformName();
    return platform != "offscreen"_L1 && platform != "minimal"_L1;
}

} // namespace

Shell::Shell(ShellStart start, QApplication &application)
    : m_start(std::move(start))
    , m_application(application)
    , m_memory(systemDisk(), memoryFile(m_start.options))
    , m_language(InterfaceLanguage::folderBeside(QCoreApplication::applicationDirPath()))
    , m_actions(&m_language)
{
    m_start.options.mayMigrate = false; // the person is asked first
    restoreLanguage();
    const auto remembered = m_memory.value(u"theme"_s);
    const auto usual = remembered.isEmpty() ? m_start.config.value(u"ui.theme"_s) : remembered;
    chooseTheme(m_start.theme.isEmpty() ? usual : m_start.theme);
    m_window = std::make_unique<MainWindow>(m_memory);
    connectWindow();
    const Workplace::Ground ground{m_workstation, m_language, m_memory, m_actions};
    const auto *gate = new SessionGate(ground, m_window.get(), m_window.get());
    connect(gate, &SessionGate::densityChosen, this, &Shell::chooseDensity);
}

Shell::~Shell()
{
    m_window.reset();
    m_displays.reset();
    if (m_graph)
        m_graph->plugins->shutdown();
}

void Shell::restoreLanguage()
{
    const auto remembered = m_start.options.language.isEmpty() ? m_memory.value(u"language"_s) : QString();
    m_language.choose(remembered.isEmpty() ? m_start.config.value(u"ui.language"_s) : remembered);
    connect(&m_language, &InterfaceLanguage::changed, this,
            [this] { m_memory.set(u"language"_s, m_language.code()); });
}

void Shell::chooseTheme(const QString &name)
{
    if (name == m_theme)
        return;
    m_theme = name;
    applyLook();
}

void Shell::chooseDensity(const QString &density)
{
    const bool isComfortable = density == "comfortable"_L1;
    if (isComfortable == m_isComfortable)
        return;
    m_isComfortable = isComfortable;
    applyLook();
}

void Shell::applyLook()
{
    const auto tokens = loadTheme(resourcesFolder(), m_theme);
    ui::applyTheme(m_application, m_isComfortable ? tokens.comfortable() : tokens);
}

void Shell::connectWindow()
{
    auto *login = m_window->login();
    connect(login, &LoginPage::painted, this, &Shell::open);
    connect(login, &LoginPage::languageRequested, m_actions.language(), &QAction::trigger);
    connect(m_window.get(), &MainWindow::closed, this, [this] { QCoreApplication::exit(m_exitCode); });
    connect(&m_actions, &ShellActions::themeChosen, this, [this](const QString &name) {
        chooseTheme(name);
        m_memory.set(u"theme"_s, name);
    });
}

void Shell::show()
{
    m_window->show();
}

void Shell::open()
{
    auto graph = bootstrap::buildGraph(m_start.options);
    if (!graph && graph.error().code == "migration.pending"_L1)
        return askForUpgrade(graph.error().detail);
    if (!graph)
        return fail(graph.error());
    m_graph = *std::move(graph);
    m_workstation = workstationOf(*m_graph);
    Q_EMIT opened(m_graph->store->changes());
    m_graph->plugins->startFeatures();
    offerDisplays();
    if (m_start.options.isDemo)
        prepareDemo();
    else
        lookForAccounts();
}

void Shell::offerDisplays()
{
    m_displays = std::make_unique<DisplayWindows>(
        displaysOf(*m_graph->plugins),
        [this](const DisplayEntry &display) {
            return m_graph->plugins->makeDisplay(
                display.component, {m_workstation.context, &m_graph->reference, m_language.locale()});
        },
        m_memory, &m_language);
    m_workstation.displays = m_displays.get();
}

void Shell::askForUpgrade(const QString &versions)
{
    auto *page = new UpgradePage(versions);
    m_window->showInstead(page);
    connect(page, &UpgradePage::quitRequested, m_window.get(), &QWidget::close);
    connect(page, &UpgradePage::accepted, this, [this, page] {
        m_start.options.mayMigrate = true;
        m_window->showLogin(page);
        open();
    });
}

void Shell::lookForAccounts()
{
    auto finding = workflow::find(m_graph->store, workflow::query::accounts);
    QCoro::connect(std::move(finding), this, [this](const Result<std::vector<security::Account>> &accounts) {
        if (!accounts)
            return fail(accounts.error());
        if (accounts->empty())
            askForAdministrator();
        becomeReady();
    });
}

void Shell::askForAdministrator()
{
    auto *page = new FirstRunPage;
    m_window->showInstead(page);
    connect(page, &FirstRunPage::languageRequested, m_actions.language(), &QAction::trigger);
    connect(page, &FirstRunPage::demoRequested, this, [this] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s});
        m_window->close();
    });
    connect(page, &FirstRunPage::submitted, this, [this, page](const security::NewAccount &entry) {
        auto creating =
            security::createFirstAdministrator(m_workstation.context, entry, m_graph->accountRules());
        QCoro::connect(std::move(creating), page, [this, page](const Result<security::Account> &created) {
            if (!created)
                return page->refuse(created.error());
            m_window->showLogin(page);
            m_window->login()->setUser(created->loginName);
        });
    });
}

void Shell::prepareDemo()
{
    auto seeding = bootstrap::seedDemo(bootstrap::demoPorts(*m_graph));
    QCoro::connect(std::move(seeding), this, [this](const Result<bootstrap::DemoReport> &report) {
        if (!report)
            return fail(report.error());
        offerDemoAccounts();
        becomeReady();
    });
}

void Shell::offerDemoAccounts()
{
    auto finding = workflow::find(m_graph->store, workflow::query::accounts);
    QCoro::connect(std::move(finding), this, [this](const Result<std::vector<security::Account>> &accounts) {
        const auto clinic = bootstrap::readJsonResource(m_graph->resources, u"demo/clinic.json"_s);
        if (!accounts || !clinic)
            return; // a hint, no more
        auto *hint = new DemoHint(demoAccounts(*accounts, *clinic), (*clinic)[u"demoPassword"_s].toString());
        connect(hint, &DemoHint::chosen, m_window->login(), &LoginPage::setUser);
        m_window->login()->setHint(hint);
    });
}

void Shell::becomeReady()
{
    m_window->login()->setState(LoginPage::State::Ready);
    m_graph->plugins->startDelayed();
    serveCommands();
    loadTerminology();
}

void Shell::serveCommands()
{
    m_server = std::make_unique<link::CommandServer>(m_graph.get());
    m_server->setDisplays([this](const QString &name) { return m_displays->open(name); });
    if (const auto listening = m_server->listen(); !listening)
        log::error(listening.error());
}

void Shell::loadTerminology()
{
    auto loading = terminology::loadTerminology(m_graph->store);
    QCoro::connect(std::move(loading), this,
                   [this](const Result<std::shared_ptr<terminology::MemoryTerminology>> &loaded) {
                       if (!loaded)
                           return log::error(loaded.error());
                       m_workstation.terminology = *loaded;
                       for (auto *desk :
                            m_window->findChildren<SessionDesk *>()) // who was in before it was read
                           Q_EMIT desk->terminologyChanged();
                   });
}

void Shell::fail(const Error &error)
{
    m_exitCode = StartFailure::exitCode(error);
    std::fprintf(stderr, "%s\n%s\n", qPrintable(sdk::errorText(error)), qPrintable(logLine(error)));
    if (!hasScreen())
        return QCoreApplication::exit(m_exitCode);
    auto *failure = new StartFailure(error);
    connect(failure, &StartFailure::quitRequested, m_window.get(), &QWidget::close);
    m_window->showInstead(failure);
}

} // namespace simiao::shell
