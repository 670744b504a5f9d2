#pragma once

#include "core/disk.h"
#include "host/plugin_host.h"
#include "host/plugin_switches.h"
#include "sdk/profile_kind.h"
#include "security/login.h"
#include "workflow/ports/archive_setup.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"
#include "workflow/ports/terminology_service.h"
#include "workflow/reference_data.h"

#include <functional>

namespace simiao::bootstrap {
class LiveReference;
} // namespace simiao::bootstrap

namespace simiao::shell {

class DisplayWindows;

/// What the process has opened and every session shares. Outlives the sessions.
struct Workstation
{
    /// The context of whoever is logged in, without the session.
    workflow::Context context;
    security::LoginPorts login;
    std::shared_ptr<Disk> disk; ///< for the draft journals
    const workflow::ReferenceData *reference = nullptr;
    std::shared_ptr<workflow::TerminologyService> terminology; ///< null until it is read
    std::shared_ptr<workflow::ImageSource> images;             ///< may stay null
    host::PluginHost *plugins = nullptr;
    std::shared_ptr<host::PluginSwitches> switches;
    std::shared_ptr<workflow::StoreMaintenance> maintenance; ///< may stay null
    QString backendName;
    QString draftFolder;
    QString resources;                  ///< folder
    DisplayWindows *displays = nullptr; ///< null until the plugins have started
    sdk::ProfileKind profileKind = sdk::ProfileKind::Real;
    /// When the last copy of the store was made that is still there; nothing: never. Null where copies are no matter of ours.
    std::function<Task<Result<std::optional<Instant>>>()> lastBackup = {};
    std::shared_ptr<workflow::ArchiveSetup> archiveSetup = {};     ///< may stay null
    std::shared_ptr<workflow::ReceivedImages> receivedImages = {}; ///< may stay null
    std::shared_ptr<bootstrap::LiveReference> live = {}; ///< what keeps `reference` up to date; may stay null
    std::shared_ptr<workflow::ImagingObjects> imagingObjects = {}; ///< may stay null
    std::shared_ptr<workflow::StoreLink> storeLink = {};           ///< null: the store is on this computer
};

} // namespace simiao::shell
