#pragma once

#include "host/factory_table.h"
#include "host/hang_watch.h"
#include "host/plugin_guard.h"
#include "host/resolution.h"
#include "sdk/backend_plugin.h"
#include "sdk/plugin_status.h"

#include <QObject>

namespace simiao::host {

/// One extension and the plugin that offers it.
struct PlacedExtension
{
    sdk::Extension extension;
    QString plugin;

    bool operator==(const PlacedExtension &) const = default;
};

/// Runs the plugins of one process and says what became of each.
///
/// Read and Resolved happen in the constructor, without any plugin's code; back-ends are loaded when asked
/// for, features all together. A feature that offers nothing but windows of its own (`display.window`) stays Resolved until the
/// first of them is asked for: the libraries it brings along, Qt Quick say, cost nobody who does not look at it.
/// Whatever fails is refused with its reason, and with it what requires it.
/// \thread  GUI
class PluginHost : public QObject
{
    Q_OBJECT

public:
    /// \param roots  see pluginRoots()
    /// \param guard  its culprit stays out this time (`plugin.crashed-before`)
    /// \param disabled  ids that stay out (`plugin.disabled`)
    PluginHost(const QStringList &roots,
               PluginGuard guard,
               const QStringList &disabled = {},
               QObject *parent = nullptr);
    ~PluginHost() override;

    /// The back-end plugin `id`, loaded. NotFound `plugin.missing`; else the reason it was refused for
    /// (Unavailable).
    Result<sdk::BackendPlugin *> backend(const QString &id);

    /// Loads and initialises all features, dependencies first; then tells them that everybody is there,
    /// dependents first. Needs a QApplication.
    void startFeatures();
    /// The same in steps, so that the window is painted in between: loads one feature, or tells all of them.
    /// \returns whether there is more to do
    bool startNextFeature();
    /// Lets each feature do its delayed work, one a turn of the event loop.
    void startDelayed();
    /// In reverse order. What factories made must be gone; nothing can be made afterwards.
    void shutdown();

    /// In load order; those refused before any code was loaded last.
    std::vector<sdk::PluginStatus> status() const;

    /// What is offered at `point` to somebody with `roles`, sorted by order and component.
    std::vector<PlacedExtension> extensionsAt(const QString &point, const QStringList &roles) const;
    /// Null when nobody offers the component or its factory threw: show a gap.
    QWidget *makeDeskPage(const QString &component, sdk::Desk *desk, QWidget *parent) const;
    QWidget *makeVisitPanel(const QString &component, sdk::Visit *visit, QWidget *parent) const;
    /// Starts the plugin where it waited for this. NotFound `plugin.missing` when nobody offers the component; the reason
    /// its plugin was refused for (Unavailable); else what its factory says or threw.
    Result<std::unique_ptr<QWindow>> makeDisplay(const QString &component,
                                                 const sdk::DisplayContext &context);

private:
    struct Entry
    {
        QString file;
        sdk::PluginManifest manifest;
        sdk::PluginState state = sdk::PluginState::Resolved;
        QString reason;
        QString detail;
        std::vector<sdk::PluginNotice> notices;
        sdk::Plugin *plugin = nullptr; ///< owned by its library, which is never unloaded

        bool isFeature() const { return manifest.kind == QLatin1StringView("feature"); }
        bool isUp() const
        {
            return state != sdk::PluginState::Refused && state != sdk::PluginState::Stopped && plugin;
        }
    };

    bool isOnDemand(const Entry &entry) const;
    bool isOffered(const Entry &entry, const sdk::Extension &extension) const;
    /// From here to leave() it is this plugin's code that runs.
    void enter(const Entry &entry);
    void leave();
    Result<void> load(Entry &entry);
    void initialize(Entry &entry);
    void announce(Entry &entry);
    void announceAll();
    void wake(Entry &entry);
    void runDelayed(std::size_t at);
    void refuse(Entry &entry, const Error &error);
    void noteMissingComponents(Entry &entry);
    void noteKeyClashes();

    PluginGuard m_guard;
    HangWatch m_hangs;
    FactoryTable m_factories;
    std::vector<Entry> m_entries; ///< dependencies first; refused ones behind
};

} // namespace simiao::host
