#pragma once

#include "bootstrap/profile.h"
#include "core/config.h"
#include "host/plugin_host.h"
#include "sdk/backend_plugin.h"
#include "security/account_admin.h"
#include "security/login.h"
#include "workflow/context.h"
#include "workflow/ports/archive_setup.h"
#include "workflow/reference_data.h"

#include <memory>

namespace simiao::bootstrap {

class LiveReference;

/// What a start was asked for.
struct StartOptions
{
    QString profileFolder;   ///< empty: the platform's place
    bool isDemo = false;     ///< a profile with invented people, apart from the real one
    bool isTraining = false; ///< a profile to practise on, apart from both
    bool mustExist = false;  ///< refuse to make a profile: a check of nothing would pass
    bool mayMigrate = true;  ///< bring a store of an older program up to date
    QStringList overrides;   ///< key=value, from --set
    QString language;        ///< empty: as configured
};

/// Whose data a start asks for.
sdk::ProfileKind askedKind(const StartOptions &options);

/// Where the profile of this start is, without opening it.
ProfileFolders foldersFor(const StartOptions &options);

/// The profile of this start, locked. NotFound `profile.missing` where it must exist and does not.
Result<std::unique_ptr<Profile>> openProfile(const StartOptions &options);

/// The settings of this start, without opening the profile.
Result<Config> settingsFor(const StartOptions &options);

/// The plugins of this start, read and resolved; nothing is loaded yet.
std::unique_ptr<host::PluginHost> pluginsFor(const Config &config, const ProfileFolders &folders);

/// Everything a running program has, made once and taken apart in reverse. The only place that introduces
/// concrete parts to each other.
struct ApplicationGraph
{
    ApplicationGraph() = default;
    ApplicationGraph(const ApplicationGraph &) = delete;
    ApplicationGraph &operator=(const ApplicationGraph &) = delete;
    /// Closes the store. Widgets of plugins must be gone.
    ~ApplicationGraph();

    std::unique_ptr<Profile> profile;
    Config config;
    QString resources;                 ///< folder
    workflow::ReferenceData reference; ///< as shipped until `live` was read, then as the hospital has it
    std::shared_ptr<const workflow::AccessPolicy> policy;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Rng> rng;
    workflow::NameKeyMaker nameKeys;
    std::shared_ptr<security::LoginThrottle> throttle;
    std::unique_ptr<host::PluginHost> plugins;
    QString backendName; ///< for the status line
    /// What was not as it should be and did not stop the start: to be told to whoever is there.
    std::vector<Error> findings;
    std::shared_ptr<workflow::Store> store;
    std::shared_ptr<workflow::StoreMaintenance> maintenance;
    std::shared_ptr<workflow::StoreLink> storeLink; ///< null: the store is on this computer
    std::shared_ptr<LiveReference> live;            ///< keeps `reference` up to date; read it before work
    std::shared_ptr<workflow::ImageSource> images;  ///< null: no image source could be had
    std::shared_ptr<workflow::ReceivedImages> receivedImages; ///< may stay null
    std::shared_ptr<workflow::ArchiveSetup> archiveBook;      ///< never null once opened
    std::shared_ptr<workflow::ImagingObjects> imagingObjects; ///< as images
    std::shared_ptr<workflow::PhantomStudyWriter> phantoms;   ///< null: as above

    /// Ports of a use case that acts for `session`.
    workflow::Context contextFor(const workflow::Session &session) const;
    /// Ports of what the program does before anybody has logged in: site and workstation as configured.
    workflow::Context contextOfNobody() const;
    security::LoginPorts loginPorts() const;
    security::AccountRules accountRules() const;
};

/// Profile, settings, rules, back-end and image source. Blocks while the database opens; features are not
/// started.
/// \returns `profile.missing` (NotFound, with the folder) where it must exist, or the first error of a part;
///          a missing image source is said in the log only
Result<std::unique_ptr<ApplicationGraph>> buildGraph(const StartOptions &options);

/// The same while the event loop runs: files and database are waited for on other threads, only libraries are loaded here.
/// \thread  GUI
Task<Result<std::unique_ptr<ApplicationGraph>>> openGraph(StartOptions options);

} // namespace simiao::bootstrap
