#include "shell/shell.h"

#include "bootstrap/demo_seed.h"
#include "bootstrap/last_backup.h"
#include "bootstrap/live_reference.h"
#include "bootstrap/profile_mark.h"
#include "bootstrap/resources.h"
#include "bootstrap/restore_copy.h"
#include "core/log.h"
#include "link/command_server.h"
#include "sdk/desk.h"
#include "sdk/display.h"
#include "shell/demo_hint.h"
#include "shell/display_windows.h"
#include "shell/first_run_page.h"
#include "shell/login_page.h"
#include "shell/main_window.h"
#include "shell/reset_page.h"
#include "shell/restore_page.h"
#include "shell/session_desk.h"
#include "shell/session_gate.h"
#include "shell/start_failure.h"
#include "shell/start_notices.h"
#include "shell/themes.h"
#include "shell/upgrade_page.h"
#include "terminology/memory_terminology.h"
#include "ui/theme/apply_theme.h"
#include "workflow/ports/queries.h"
#include "workflow/ports/read_only.h"
#include "workflow/session/clock_check.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

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
    Workstation workstation{
        graph.contextFor({}),
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
    workstation.imagingObjects = graph.imagingObjects;
    workstation.storeLink = graph.storeLink;
    workstation.archiveSetup = graph.archiveBook;
    workstation.receivedImages = graph.receivedImages;
    return workstation;
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
    m_window->setResources(resourcesFolder());
    showKind(bootstrap::expectedKind(bootstrap::foldersFor(m_start.options),
                                     bootstrap::askedKind(m_start.options)));
    connectWindow();
    const Workplace::Ground ground{m_workstation, m_language, m_memory, m_actions};
    const auto *gate = new SessionGate(ground, m_window.get(), m_window.get());
    connect(gate, &SessionGate::densityChosen, this, &Shell::chooseDensity);
    connect(gate, &SessionGate::resetConfirmed, this, &Shell::resetTraining);
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

void Shell::showKind(sdk::ProfileKind kind)
{
    m_workstation.profileKind = kind;
    if (m_displays)
        m_displays->setProfileKind(kind);
    m_window->setProfileKind(kind);
    m_actions.trainingReset()->setVisible(kind == sdk::ProfileKind::Training);
}

void Shell::askForReset()
{
    const auto folders = bootstrap::foldersFor(m_start.options);
    const auto marked = bootstrap::markedKind(folders);
    if (!marked)
        return fail(marked.error());
    const auto expected = bootstrap::expectedKind(folders, bootstrap::askedKind(m_start.options));
    if (expected != sdk::ProfileKind::Training)
        return fail({ErrorKind::Conflict, u"profile.not-training"_s, folders.data});
    if (*marked != sdk::ProfileKind::Training)
        return open(); // it is only just beginning
    auto *page = new ResetPage;
    m_window->showInstead(page);
    connect(page, &ResetPage::closed, this, [this, page] {
        m_window->showLogin(page);
        open();
    });
    connect(page, &ResetPage::accepted, this, [this, page] {
        m_window->showLogin(page);
        resetTraining();
    });
}

/// The wish is written first, and the profile carries it out when it is opened again: whatever happens in between, it is
/// put back whole.
void Shell::resetTraining()
{
    m_window->leaveAll();
    m_window->login()->setState(LoginPage::State::Opening);
    m_server.reset();
    closeGraph();
    const auto folders = bootstrap::foldersFor(m_start.options);
    if (const auto asked = bootstrap::askForReset(folders); !asked)
        return fail(asked.error());
    open();
}

void Shell::open()
{
    if (std::exchange(m_start.wantsReset, false))
        return askForReset();
    QCoro::connect(bootstrap::openGraph(m_start.options), this,
                   [this](Result<std::unique_ptr<bootstrap::ApplicationGraph>> graph) {
                       if (graph)
                           return begin(*std::move(graph));
                       if (graph.error().code == "migration.pending"_L1)
                           return askForUpgrade(graph.error().detail);
                       giveUp(graph.error());
                   });
}

void Shell::begin(std::unique_ptr<bootstrap::ApplicationGraph> graph)
{
    m_graph = std::move(graph);
    m_workstation = workstationOf(*m_graph);
    m_workstation.live = m_graph->live;
    m_workstation.lastBackup = bootstrap::lastBackupOf(*m_graph);
    showKind(m_graph->profile->kind());
    Q_EMIT opened(m_graph->store->changes());
    startFeatures();
}

/// One library a turn of the event loop.
void Shell::startFeatures()
{
    if (m_graph->plugins->startNextFeature())
        return QTimer::singleShot(0, this, &Shell::startFeatures);
    offerDisplays();
    checkClock();
}

void Shell::checkClock()
{
    QCoro::connect(workflow::checkClock(m_graph->contextOfNobody()), this,
                   [this](const Result<std::optional<Error>> &found) {
                       if (!found)
                           return giveUp(found.error());
                       tellFindings(*found);
                       readReference();
                   });
}

void Shell::tellFindings(const std::optional<Error> &clock)
{
    auto findings = m_graph->findings;
    if (clock)
        findings.push_back(*clock);
    if (const auto *readOnly = workflow::readOnlyOf(*m_graph->store->changes());
        readOnly && readOnly->reason())
        findings.push_back(*readOnly->reason());
    for (const auto &finding : findings)
        log::warning(logLine(finding));
    delete m_window->login()->findChild<StartNotices *>(); // of the profile as it was opened before
    if (!findings.empty())
        new StartNotices(std::move(findings), m_window->login());
}

void Shell::readReference()
{
    QCoro::connect(m_graph->live->read(), this, [this](const workflow::ReferenceReading &reading) {
        m_graph->live->take(reading);
        learnKind();
    });
}

/// A demonstration of an older program, or a copy of one, bears no mark: the store knows what it was filled with.
void Shell::learnKind()
{
    if (m_graph->profile->kind() != sdk::ProfileKind::Real)
        return prepareDemo();
    QCoro::connect(bootstrap::holdsDemo(m_graph->store), this, [this](const Result<bool> &isDemo) {
        if (!isDemo)
            return giveUp(isDemo.error());
        if (*isDemo)
            return becomeDemo();
        if (m_start.options.isDemo)
            return claimForDemo();
        lookForAccounts();
    });
}

/// What is asked for as a demonstration becomes one while nobody has an account in it, and never afterwards.
void Shell::claimForDemo()
{
    auto finding = workflow::find(m_graph->store, workflow::query::accounts);
    QCoro::connect(std::move(finding), this, [this](const Result<std::vector<security::Account>> &accounts) {
        if (!accounts)
            return giveUp(accounts.error());
        if (!accounts->empty())
            return fail({ErrorKind::Conflict, u"profile.not-demo"_s, m_graph->profile->folders().data});
        becomeDemo();
    });
}

void Shell::becomeDemo()
{
    if (const auto marked = m_graph->profile->setKind(sdk::ProfileKind::Demo); !marked)
        return fail(marked.error());
    showKind(sdk::ProfileKind::Demo);
    prepareDemo();
}

void Shell::offerDisplays()
{
    m_displays = std::make_unique<DisplayWindows>(
        displaysOf(*m_graph->plugins),
        [this](const DisplayEntry &display) {
            return m_graph->plugins->makeDisplay(
                display.component,
                {m_workstation.context, &m_graph->reference, m_language.locale(), m_workstation.profileKind});
        },
        m_memory, &m_language);
    m_displays->setProfileKind(m_workstation.profileKind);
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

void Shell::giveUp(const Error &error)
{
    if (!isMendedByCopy(error))
        return fail(error);
    // Not from here: a store that is closing may be what called.
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            closeGraph();
            if (!offerRestore(error))
                fail(error);
        },
        Qt::QueuedConnection);
}

void Shell::closeGraph()
{
    if (!m_graph)
        return;
    m_displays.reset();
    m_workstation = {};
    m_graph->plugins->shutdown();
    m_graph.reset();
}

bool Shell::offerRestore(const Error &error)
{
    auto closed = bootstrap::openClosedBackend(m_start.options);
    if (!closed) {
        log::error(closed.error());
        return false;
    }
    m_closed = *std::move(closed);
    const auto copies = m_closed->backend->backups(m_closed->environment);
    if (!hasScreen() && (!copies || copies->empty())) {
        m_closed.reset();
        return false; // nobody sees it, and nothing could be chosen
    }
    log::error(error);
    auto *page = new RestorePage(error, restorePorts());
    m_window->showInstead(page);
    connect(page, &RestorePage::languageRequested, m_actions.language(), &QAction::trigger);
    connect(page, &RestorePage::helpRequested, m_actions.help(), &QAction::trigger);
    connect(page, &RestorePage::quitRequested, m_window.get(), &QWidget::close);
    connect(page, &RestorePage::finished, this, [this, page] {
        m_closed.reset(); // lets go of the profile
        m_exitCode = 0;
        m_window->showLogin(page);
        open();
    });
    m_exitCode = StartFailure::exitCode(error);
    return true;
}

RestorePorts Shell::restorePorts()
{
    return {[this] { return m_closed->backend->backups(m_closed->environment); },
            [this](const QString &file) { return bootstrap::proveCopy(m_closed, file); },
            [this](const QString &file) { return bootstrap::restoreCopy(m_closed, file); }};
}

void Shell::lookForAccounts()
{
    auto finding = workflow::find(m_graph->store, workflow::query::accounts);
    QCoro::connect(std::move(finding), this, [this](const Result<std::vector<security::Account>> &accounts) {
        if (!accounts)
            return giveUp(accounts.error());
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
    connect(page, &FirstRunPage::helpRequested, m_actions.help(), &QAction::trigger);
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
            return giveUp(report.error());
        offerDemoAccounts();
        becomeReady();
    });
}

void Shell::offerDemoAccounts()
{
    auto finding = workflow::find(m_graph->store, workflow::query::accounts);
    QCoro::connect(std::move(finding), this, [this](const Result<std::vector<security::Account>> &accounts) {
        const auto clinic = bootstrap::readJsonResource(m_graph->resources, u"demo/clinic.json"_s);
        if (!accounts || !clinic || m_window->login()->findChild<DemoHint *>())
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
    followTerminology();
}

void Shell::serveCommands()
{
    m_server = std::make_unique<link::CommandServer>(m_graph.get());
    m_server->setDisplays([this](const QString &name) { return m_displays->open(name); });
    if (const auto listening = m_server->listen(); !listening)
        log::error(listening.error());
}

void Shell::followTerminology()
{
    connect(m_graph->store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<medications::Medication>(receipt)
                    || workflow::touches<terminology::Concept>(receipt))
                    loadTerminology();
            });
}

void Shell::loadTerminology()
{
    m_isTerminologyOutdated = m_isReadingTerminology;
    if (m_isReadingTerminology)
        return;
    m_isReadingTerminology = true;
    auto loading = terminology::loadTerminology(m_graph->store);
    QCoro::connect(std::move(loading), this,
                   [this](const Result<std::shared_ptr<terminology::MemoryTerminology>> &loaded) {
                       m_isReadingTerminology = false;
                       if (m_isTerminologyOutdated)
                           return loadTerminology();
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
