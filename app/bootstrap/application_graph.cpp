#include "bootstrap/application_graph.h"

#include "bootstrap/archive_book.h"
#include "bootstrap/live_reference.h"
#include "bootstrap/reference_loader.h"
#include "bootstrap/resources.h"
#include "bootstrap/settings.h"
#include "bootstrap/settings_file.h"
#include "bootstrap/store_driver.h"
#include "core/log.h"
#include "core/task_of.h"
#include "core/try.h"
#include "host/plugin_switches.h"
#include "security/role_policy.h"
#include "terminology/pinyin.h"
#include "workflow/diagnostics/archive_choice.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcessEnvironment>
#include <QtConcurrentRun>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

QString binFolder()
{
    return QCoreApplication::applicationDirPath();
}

Result<std::shared_ptr<const workflow::AccessPolicy>> loadPolicy(const QString &resources)
{
    TRY(const auto json, readResource(resources, u"rules/roles.json"_s));
    TRY(const auto policy, security::RolePolicy::parse(json));
    return std::shared_ptr<const workflow::AccessPolicy>(policy);
}

Result<workflow::NameKeyMaker> loadNameKeys(const QString &resources)
{
    TRY(const auto json, readResource(resources, u"terminology/surname_pinyin.json"_s));
    TRY(const auto surnames, terminology::SurnameReadings::parse(json));
    return workflow::NameKeyMaker([surnames](const QString &name) {
        const auto keys = terminology::pinyinOfName(name, surnames);
        return workflow::NameKeys{keys.initials, keys.full};
    });
}

sdk::BackendEnvironment environmentOf(const ApplicationGraph &graph, bool mayMigrate)
{
    const auto &folders = graph.profile->folders();
    return {folders.data, folders.cache, graph.resources + u"/sql"_s, graph.config, mayMigrate};
}

/// Libraries that are loaded, and not opened yet.
struct BackendPlugins
{
    sdk::BackendPlugin *store = nullptr;
    sdk::BackendPlugin *images = nullptr; ///< null: none is configured, or it cannot be had
    std::vector<sdk::BackendPlugin *> archives;
};

/// A desk without images still works: said, not refused.
sdk::BackendPlugin *imagesPlugin(ApplicationGraph &graph, const QString &id)
{
    if (id.isEmpty())
        return nullptr;
    const auto plugin = graph.plugins->backend(id);
    if (plugin)
        return *plugin;
    log::error(plugin.error());
    return nullptr;
}

Result<BackendPlugins> loadBackends(ApplicationGraph &graph)
{
    graph.plugins = pluginsFor(graph.config, graph.profile->folders());
    TRY(auto *store, graph.plugins->backend(storeDriver(graph.config)));
    BackendPlugins plugins{store, imagesPlugin(graph, graph.config.value(u"images.source"_s)), {}};
    for (const auto &id : graph.config.list(u"images.archives"_s)) {
        if (auto *plugin = imagesPlugin(graph, id))
            plugins.archives.push_back(plugin);
    }
    return plugins;
}

Result<void> openStore(ApplicationGraph &graph, sdk::BackendPlugin &plugin, bool mayMigrate)
{
    TRY(auto backend, plugin.open(environmentOf(graph, mayMigrate)));
    if (!backend.store)
        return Error{ErrorKind::Invalid, u"backend.no-store"_s, storeDriver(graph.config)};
    graph.store = backend.store;
    graph.maintenance = backend.maintenance;
    graph.storeLink = backend.link;
    graph.backendName = backend.displayName;
    return ok();
}

/// Connections and protocols of the back-ends that were opened.
struct OpenArchives
{
    workflow::ArchiveLinks links = {};
    std::vector<std::shared_ptr<workflow::ArchiveProtocol>> protocols = {};

    /// Before those there are, where both name the same one.
    void add(sdk::Backend &backend)
    {
        links.archives = workflow::preferredArchives(std::move(backend.archives), links.archives);
        links.worklists.insert(links.worklists.end(), backend.worklists.begin(), backend.worklists.end());
        links.filmPrinters.insert(links.filmPrinters.end(), backend.filmPrinters.begin(),
                                  backend.filmPrinters.end());
        if (backend.archiveProtocol)
            protocols.push_back(backend.archiveProtocol);
    }
};

void openImages(ApplicationGraph &graph, sdk::BackendPlugin *plugin, OpenArchives &archives)
{
    if (!plugin)
        return;
    auto backend = plugin->open(environmentOf(graph, true));
    if (!backend)
        return log::error(backend.error());
    graph.images = backend->images;
    graph.imagingObjects = backend->objects;
    graph.phantoms = backend->phantoms;
    graph.receivedImages = backend->receivedImages;
    archives.add(*backend);
}

/// Archives beside those of the image source.
void openArchives(ApplicationGraph &graph,
                  const std::vector<sdk::BackendPlugin *> &plugins,
                  OpenArchives &archives)
{
    for (auto *plugin : plugins) {
        auto backend = plugin->open(environmentOf(graph, true));
        if (backend)
            archives.add(*backend);
        else
            log::error(backend.error());
    }
}

/// A start that worked, and what it had to do without.
void noteFindings(ApplicationGraph &graph)
{
    const auto &folders = graph.profile->folders();
    if (const auto fault = settingsFault(folders.configFile))
        graph.findings.push_back(*fault);
    else
        keepSettingsFile(folders.configFile);
    if (const auto damage = host::PluginSwitches(systemDisk(), folders.switchesFile).damage())
        graph.findings.push_back(*damage);
}

Result<void> loadRules(ApplicationGraph &graph)
{
    TRY(graph.resources, findResources(binFolder(), qEnvironmentVariable("SIMIAO_RESOURCES")));
    TRY(graph.policy, loadPolicy(graph.resources));
    TRY(graph.nameKeys, loadNameKeys(graph.resources));
    TRY(graph.reference, loadReferenceData(graph.resources));
    return ok();
}

/// What is there before any plugin: profile, settings, rules. On any thread.
Result<void> readGround(ApplicationGraph &graph, const StartOptions &options)
{
    TRY(graph.profile, openProfile(options));
    log::start(graph.profile->folders().log);
    TRY(graph.config, settingsFor(options));
    TRY_VOID(loadRules(graph));
    graph.clock = std::make_shared<SystemClock>();
    graph.rng = std::make_shared<SystemRng>();
    graph.throttle = std::make_shared<security::LoginThrottle>();
    return ok();
}

/// Waits for disks. On any thread.
Result<void> openBackends(ApplicationGraph &graph, const BackendPlugins &plugins, const StartOptions &options)
{
    TRY_VOID(openStore(graph, *plugins.store, options.mayMigrate));
    OpenArchives archives;
    openImages(graph, plugins.images, archives);
    openArchives(graph, plugins.archives, archives);
    graph.archiveBook = std::make_shared<ArchiveBook>(
        graph.config, std::move(archives.protocols), archivesFileOf(graph.profile->folders().configFile),
        [options] { return settingsFor(options); }, std::move(archives.links));
    noteFindings(graph);
    return ok();
}

/// On the thread of the program, where its clock ticks.
void followReference(ApplicationGraph &graph)
{
    graph.live = std::make_shared<LiveReference>(graph.store, graph.clock, &graph.reference);
}

} // namespace

sdk::ProfileKind askedKind(const StartOptions &options)
{
    if (options.isTraining)
        return sdk::ProfileKind::Training;
    return options.isDemo ? sdk::ProfileKind::Demo : sdk::ProfileKind::Real;
}

ProfileFolders foldersFor(const StartOptions &options)
{
    const bool isChosen = !options.profileFolder.isEmpty();
    return isChosen ? foldersBelow(options.profileFolder) : platformFolders(askedKind(options));
}

Result<std::unique_ptr<Profile>> openProfile(const StartOptions &options)
{
    const auto folders = foldersFor(options);
    if (options.mustExist && !QDir(folders.data).exists())
        return Error{ErrorKind::NotFound, u"profile.missing"_s, folders.data};
    return Profile::open(folders, askedKind(options));
}

Result<Config> settingsFor(const StartOptions &options)
{
    QStringList overrides = options.overrides;
    if (!options.language.isEmpty())
        overrides.append(u"ui.language="_s + options.language);
    return readSettings({siteFile(), foldersFor(options).configFile,
                         QProcessEnvironment::systemEnvironment().toStringList(), overrides});
}

std::unique_ptr<host::PluginHost> pluginsFor(const Config &config, const ProfileFolders &folders)
{
    return std::make_unique<host::PluginHost>(
        host::pluginRoots(binFolder(), config.list(u"plugins.path"_s)),
        host::PluginGuard(systemDisk(), folders.guardFile),
        host::PluginSwitches(systemDisk(), folders.switchesFile).disabled());
}

Result<std::unique_ptr<ApplicationGraph>> buildGraph(const StartOptions &options)
{
    auto graph = std::make_unique<ApplicationGraph>();
    TRY_VOID(readGround(*graph, options));
    TRY(const auto plugins, loadBackends(*graph));
    TRY_VOID(openBackends(*graph, plugins, options));
    followReference(*graph);
    return graph;
}

Task<Result<std::unique_ptr<ApplicationGraph>>> openGraph(StartOptions options)
{
    auto graph = std::make_unique<ApplicationGraph>();
    auto reading =
        taskOf(QtConcurrent::run([&graph = *graph, options] { return readGround(graph, options); }));
    CO_TRY_VOID(co_await reading);
    CO_TRY(const auto plugins, loadBackends(*graph));
    auto opening = taskOf(QtConcurrent::run(
        [&graph = *graph, plugins, options] { return openBackends(graph, plugins, options); }));
    CO_TRY_VOID(co_await opening);
    followReference(*graph);
    co_return Result<std::unique_ptr<ApplicationGraph>>(std::move(graph));
}

ApplicationGraph::~ApplicationGraph()
{
    if (store)
        store->close();
}

security::AccountRules ApplicationGraph::accountRules() const
{
    QStringList roles;
    for (const auto &role : policy->roles())
        roles.append(role.code);
    return {reference.passwords, roles};
}

workflow::Context ApplicationGraph::contextFor(const workflow::Session &session) const
{
    return {store, policy, clock, rng, session, nameKeys};
}

workflow::Context ApplicationGraph::contextOfNobody() const
{
    workflow::Session nobody;
    nobody.site = config.value(u"site.code"_s);
    nobody.workstation = config.value(u"workstation.name"_s);
    return contextFor(nobody);
}

security::LoginPorts ApplicationGraph::loginPorts() const
{
    return {store,
            clock,
            rng,
            throttle,
            reference.passwords,
            config.value(u"site.code"_s),
            config.value(u"workstation.name"_s)};
}

} // namespace simiao::bootstrap
