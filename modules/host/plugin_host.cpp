#include "host/plugin_host.h"

#include "core/log.h"
#include "core/try.h"
#include "host/key_clashes.h"
#include "host/plugin_call.h"

#include <QPluginLoader>
#include <QTimer>

#include <algorithm>
#include <ranges>
#include <tuple>

namespace simiao::host {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kHangsAfter{5};

/// Moves the plugin `id` to those that stay out.
void leaveOut(Discovery &discovery, const QString &id, const QString &reason)
{
    const auto found =
        std::ranges::find_if(discovery.found, [&](const auto &plugin) { return plugin.manifest.id == id; });
    if (found == discovery.found.end())
        return;
    discovery.refused.push_back({found->file, found->manifest, reason, {}});
    discovery.found.erase(found);
}

/// Without those that are switched off, and without the one that took the program down.
Discovery allowed(Discovery discovery, const QStringList &disabled, const QString &culprit)
{
    for (const auto &id : disabled)
        leaveOut(discovery, id, u"plugin.disabled"_s);
    leaveOut(discovery, culprit, u"plugin.crashed-before"_s);
    return discovery;
}

void logRefusal(const QString &id, const QString &reason, const QString &detail)
{
    log::warning(u"%1: %2 [%3]"_s.arg(reason, id, detail));
}

bool doesRequire(const sdk::PluginManifest &manifest, const QString &id)
{
    return std::ranges::any_of(manifest.requires_, [&](const sdk::Dependency &dependency) {
        return dependency.id == id && dependency.type == sdk::DependencyType::Required;
    });
}

bool isFor(const sdk::Extension &extension, const QStringList &roles)
{
    return extension.roles.isEmpty()
        || std::ranges::any_of(roles, [&](const QString &role) { return extension.roles.contains(role); });
}

bool hasComponent(const sdk::PluginManifest &manifest, const QString &component)
{
    return std::ranges::find(manifest.extensions, component, &sdk::Extension::component)
        != manifest.extensions.end();
}

std::vector<sdk::PluginNotice> unknownKeyNotices(const sdk::PluginManifest &manifest)
{
    std::vector<sdk::PluginNotice> notices;
    for (const auto &key : manifest.unknownKeys)
        notices.push_back({u"plugin.unknown-key"_s, key});
    return notices;
}

/// The interface that belongs to the manifest's kind; null when the library has another one.
sdk::Plugin *pluginOf(QObject *instance, const QString &kind)
{
    if (kind == "feature"_L1)
        return qobject_cast<sdk::FeaturePlugin *>(instance);
    return qobject_cast<sdk::BackendPlugin *>(instance);
}

/// Loads the library and makes its root object. All symbols are bound at once: a library that does not fit
/// fails here and not in the middle of a consultation.
Result<sdk::Plugin *> instantiate(const QString &file, const QString &kind)
{
    QPluginLoader loader(file);
    loader.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    QObject *instance = nullptr;
    TRY_VOID(callPlugin([&] { instance = loader.instance(); }));
    if (auto *plugin = pluginOf(instance, kind))
        return plugin;
    return Error{ErrorKind::Unavailable, u"plugin.load"_s, loader.errorString()};
}

} // namespace

PluginHost::PluginHost(const QStringList &roots,
                       PluginGuard guard,
                       const QStringList &disabled,
                       QObject *parent)
    : QObject(parent)
    , m_guard(std::move(guard))
    , m_hangs(kHangsAfter, [this] { m_guard.blame(); })
{
    const auto resolution = resolve(allowed(discoverPlugins(roots), disabled, m_guard.culprit()));
    for (const auto &plugin : resolution.order)
        m_entries.push_back({plugin.file, plugin.manifest, sdk::PluginState::Resolved, {}, {}, {}});
    for (const auto &plugin : resolution.refused) {
        m_entries.push_back(
            {plugin.file, plugin.manifest, sdk::PluginState::Refused, plugin.reason, plugin.detail, {}});
        logRefusal(plugin.manifest.id, plugin.reason, plugin.detail);
    }
    for (auto &entry : m_entries)
        entry.notices = unknownKeyNotices(entry.manifest);
    noteKeyClashes();
}

PluginHost::~PluginHost()
{
    shutdown();
}

Result<sdk::BackendPlugin *> PluginHost::backend(const QString &id)
{
    const auto entry = std::ranges::find_if(m_entries, [&](const Entry &candidate) {
        return candidate.manifest.id == id && !candidate.isFeature();
    });
    if (entry == m_entries.end())
        return Error{ErrorKind::NotFound, u"plugin.missing"_s, id};
    if (entry->state == sdk::PluginState::Resolved) {
        if (const auto loaded = load(*entry); !loaded)
            refuse(*entry, loaded.error());
    }
    leave(); // also of an earlier crash: the culprit stays out once
    if (!entry->isUp())
        return Error{ErrorKind::Unavailable, entry->reason, u"%1: %2"_s.arg(id, entry->detail)};
    return static_cast<sdk::BackendPlugin *>(entry->plugin);
}

void PluginHost::enter(const Entry &entry)
{
    m_guard.enter(entry.manifest.id);
    m_hangs.set(entry.manifest.id);
}

void PluginHost::leave()
{
    m_guard.leave();
    m_hangs.set({});
}

Result<void> PluginHost::load(Entry &entry)
{
    enter(entry);
    TRY(entry.plugin, instantiate(entry.file, entry.manifest.kind));
    entry.state = sdk::PluginState::Loaded;
    return ok();
}

void PluginHost::startFeatures()
{
    while (startNextFeature()) {}
}

bool PluginHost::startNextFeature()
{
    const auto next = std::ranges::find_if(m_entries, [this](const Entry &entry) {
        return entry.isFeature() && entry.state == sdk::PluginState::Resolved && !isOnDemand(entry);
    });
    if (next != m_entries.end()) {
        initialize(*next);
        return true;
    }
    announceAll();
    return false;
}

void PluginHost::announceAll()
{
    for (auto &entry : m_entries | std::views::reverse) {
        if (entry.state == sdk::PluginState::Initialized)
            announce(entry);
    }
    leave();
}

bool PluginHost::isOnDemand(const Entry &entry) const
{
    const auto &extensions = entry.manifest.extensions;
    const bool isOnlyDisplays =
        !extensions.empty() && std::ranges::all_of(extensions, [](const sdk::Extension &extension) {
            return extension.point == "display.window"_L1;
        });
    return entry.isFeature() && isOnlyDisplays
        && std::ranges::none_of(m_entries, [&entry](const Entry &other) {
               return doesRequire(other.manifest, entry.manifest.id);
           });
}

void PluginHost::wake(Entry &entry)
{
    if (!entry.isFeature() || entry.state != sdk::PluginState::Resolved)
        return;
    initialize(entry);
    if (entry.state == sdk::PluginState::Initialized)
        announce(entry);
    leave();
}

void PluginHost::initialize(Entry &entry)
{
    auto started = load(entry);
    if (started)
        started = m_factories.fill(entry.manifest.id, static_cast<sdk::FeaturePlugin &>(*entry.plugin));
    if (!started)
        return refuse(entry, started.error());
    entry.state = sdk::PluginState::Initialized;
    noteMissingComponents(entry);
}

void PluginHost::announce(Entry &entry)
{
    enter(entry);
    const auto told = callPlugin([&] { entry.plugin->extensionsInitialized(); });
    if (!told)
        return refuse(entry, told.error());
    entry.state = sdk::PluginState::Running;
}

void PluginHost::startDelayed()
{
    QTimer::singleShot(0, this, [this] { runDelayed(0); });
}

void PluginHost::runDelayed(std::size_t at)
{
    if (at >= m_entries.size())
        return leave();
    auto &entry = m_entries[at];
    if (entry.state == sdk::PluginState::Running) {
        enter(entry);
        if (const auto done = callPlugin([&] { entry.plugin->delayedInitialize(); }); !done)
            log::error(done.error());
    }
    QTimer::singleShot(0, this, [this, at] { runDelayed(at + 1); });
}

void PluginHost::shutdown()
{
    for (auto &entry : m_entries | std::views::reverse) {
        if (!entry.isUp())
            continue;
        entry.state = sdk::PluginState::Stopped;
        if (const auto ended = callPlugin([&] { entry.plugin->shutdown(); }); !ended)
            log::error(ended.error());
    }
    m_factories.clear();
    leave(); // whoever was at work ends in good order
}

void PluginHost::refuse(Entry &entry, const Error &error)
{
    const bool wasInitialized =
        entry.state == sdk::PluginState::Initialized || entry.state == sdk::PluginState::Running;
    entry.state = sdk::PluginState::Refused;
    entry.reason = error.code;
    entry.detail = error.detail;
    m_factories.forget(entry.manifest.id);
    logRefusal(entry.manifest.id, error.code, error.detail);
    for (auto &other : m_entries) {
        if (other.state != sdk::PluginState::Refused && doesRequire(other.manifest, entry.manifest.id))
            refuse(other, {ErrorKind::Unavailable, u"plugin.dependency-refused"_s, entry.manifest.id});
    }
    if (wasInitialized)
        static_cast<void>(callPlugin([&] { entry.plugin->shutdown(); }));
}

void PluginHost::noteMissingComponents(Entry &entry)
{
    for (const auto &extension : entry.manifest.extensions) {
        if (!m_factories.has(extension.component, entry.manifest.id))
            entry.notices.push_back({u"plugin.component-missing"_s, extension.component});
    }
}

void PluginHost::noteKeyClashes()
{
    std::vector<sdk::PluginManifest> manifests;
    for (const auto &entry : m_entries) {
        if (entry.state == sdk::PluginState::Resolved)
            manifests.push_back(entry.manifest);
    }
    const auto clashes = keyClashes(manifests);
    for (auto &entry : m_entries) {
        const auto own = clashes.find(entry.manifest.id);
        if (own != clashes.end() && entry.state == sdk::PluginState::Resolved)
            entry.notices.insert(entry.notices.end(), own->second.begin(), own->second.end());
    }
}

std::vector<sdk::PluginStatus> PluginHost::status() const
{
    std::vector<sdk::PluginStatus> list;
    for (const auto &entry : m_entries) {
        const auto &manifest = entry.manifest;
        list.push_back({manifest.id, manifest.version.toString(), manifest.kind, manifest.title, entry.file,
                        entry.state, entry.reason, entry.detail, entry.notices});
    }
    return list;
}

bool PluginHost::isOffered(const Entry &entry, const sdk::Extension &extension) const
{
    if (entry.state == sdk::PluginState::Resolved)
        return isOnDemand(entry);
    return entry.isUp() && m_factories.has(extension.component, entry.manifest.id);
}

std::vector<PlacedExtension> PluginHost::extensionsAt(const QString &point, const QStringList &roles) const
{
    std::vector<PlacedExtension> placed;
    for (const auto &entry : m_entries) {
        for (const auto &extension : entry.manifest.extensions) {
            if (extension.point == point && isFor(extension, roles) && isOffered(entry, extension))
                placed.push_back({extension, entry.manifest.id});
        }
    }
    std::ranges::sort(placed, {}, [](const PlacedExtension &each) {
        return std::tuple(each.extension.order, each.extension.component);
    });
    return placed;
}

QWidget *PluginHost::makeDeskPage(const QString &component, sdk::Desk *desk, QWidget *parent) const
{
    return m_factories.makeDeskPage(component, desk, parent);
}

QWidget *PluginHost::makeVisitPanel(const QString &component, sdk::Visit *visit, QWidget *parent) const
{
    return m_factories.makeVisitPanel(component, visit, parent);
}

Result<std::unique_ptr<QWindow>> PluginHost::makeDisplay(const QString &component,
                                                         const sdk::DisplayContext &context)
{
    const auto entry = std::ranges::find_if(
        m_entries, [&component](const Entry &each) { return hasComponent(each.manifest, component); });
    if (entry == m_entries.end())
        return Error{ErrorKind::NotFound, u"plugin.missing"_s, component};
    wake(*entry);
    if (entry->state == sdk::PluginState::Refused)
        return Error{ErrorKind::Unavailable, entry->reason,
                     u"%1: %2"_s.arg(entry->manifest.id, entry->detail)};
    return m_factories.makeDisplay(component, context);
}

} // namespace simiao::host
