#pragma once

#include "core/config.h"
#include "sdk/plugin.h"
#include "workflow/ports/archive_setup.h"
#include "workflow/ports/image_archive.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"
#include "workflow/ports/maintenance.h"
#include "workflow/ports/modality_worklist.h"
#include "workflow/ports/phantom_study.h"
#include "workflow/ports/received_images.h"
#include "workflow/ports/store.h"
#include "workflow/ports/store_link.h"

#include <memory>
#include <optional>
#include <vector>

namespace simiao::sdk {

/// Where the back-end finds its files and settings.
struct BackendEnvironment
{
    QString dataFolder;  ///< of the profile, exists
    QString cacheFolder; ///< of the profile, exists
    QString sqlFolder;   ///< resources/sql
    Config config;
    /// Whether a store of an older program may be brought up to date; a copy is kept beside it.
    bool mayMigrate = true;

    /// Images that belong to the profile.
    QString imagesFolder() const;
    /// A JSON list of absolute folders: what imagesFolder() was before the profile moved. Stored studies name those.
    QString formerImagesFile() const;
    /// What that file lists; empty where there is none. Corrupt `profile.former-images` with the file.
    Result<QStringList> formerImagesFolders() const;
};

/// The schema of a store that is there, and the one this program works with. Equal: nothing is to be done.
struct SchemaVersions
{
    int stored = 0; ///< 0: the store is empty or not there yet
    int program = 0;
};

/// What a back-end offers; what it does not have stays null.
struct Backend
{
    std::shared_ptr<workflow::Store> store;
    std::shared_ptr<workflow::StoreMaintenance> maintenance;
    /// Of a store that is elsewhere.
    std::shared_ptr<workflow::StoreLink> link;
    std::shared_ptr<workflow::ImageSource> images;
    std::shared_ptr<workflow::PhantomStudyWriter> phantoms;
    /// Reports, key objects, presentation states, waveforms, documents.
    std::shared_ptr<workflow::ImagingObjects> objects;
    std::shared_ptr<workflow::ReceivedImages> receivedImages;
    std::vector<std::shared_ptr<workflow::ImageArchive>> archives;
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists;
    std::vector<std::shared_ptr<workflow::FilmPrinter>> filmPrinters;
    /// How those of its protocol are set up; null where it speaks none.
    std::shared_ptr<workflow::ArchiveProtocol> archiveProtocol;
    /// What the status line calls it.
    QString displayName;
};

/// A copy of the store that can be put back.
struct BackupCopy
{
    QString file; ///< absolute
    Instant made; ///< when the file was last written
    qint64 bytes = 0;

    bool operator==(const BackupCopy &) const = default;
};

/// What reading all of a copy has shown.
struct BackupProof
{
    std::vector<workflow::TableContents> tables;
    qint64 auditLinks = 0;
    std::optional<Instant> lastAct; ///< of the trail in it: what was done later is not in the copy

    bool operator==(const BackupProof &) const = default;
};

/// A plugin of kind "backend".
class BackendPlugin : public Plugin
{
public:
    /// Opens the back-end; blocks, at start only. Conflict `migration.pending` ("stored program" in `detail`) where it would
    /// have to migrate and may not.
    virtual Result<Backend> open(const BackendEnvironment &environment) = 0;

    /// Looks without opening the store for work.
    virtual Result<SchemaVersions> schema(const BackendEnvironment &environment);
    /// Puts a backup in the place of the store, which must be closed; the store as it was is kept beside it. The backup is
    /// proved first: nothing is replaced by something that cannot be read whole.
    /// \returns what the restored store holds; Invalid `backend.no-restore` where the back-end cannot
    virtual Result<std::vector<workflow::TableContents>> restore(const BackendEnvironment &environment,
                                                                 const QString &file);
    /// Fills the profile, whose store must be closed and empty, with a full export. Every file, line, row, reference and audit
    /// link is checked before anything takes its place; an error leaves the profile as it was.
    /// \param progress  may be empty; told on this thread
    /// \returns Conflict `profile.not-empty` (a table that holds rows); NotFound `export.unfinished`; Corrupt `export.changed`
    ///          or `export.row` with file:line; Invalid `backend.no-import` where the back-end cannot
    virtual Result<workflow::Transfer> importFrom(const BackendEnvironment &environment,
                                                  const QString &folder,
                                                  const workflow::TableProgress &progress);

    /// The copies that the profile knows of and that are still there, the latest first; empty where the back-end makes none.
    virtual Result<std::vector<BackupCopy>> backups(const BackendEnvironment &environment);
    /// Reads all of a copy: pages, references, rows, audit links. Neither it nor the store, which must be closed, is changed.
    /// \thread  any, one at a time and not beside restore()
    /// \returns the first thing that is wrong; Invalid `backend.no-restore` where the back-end cannot
    virtual Result<BackupProof> prove(const BackendEnvironment &environment, const QString &file);
};

} // namespace simiao::sdk

#define SimiaoBackendPlugin_iid "org.simiao.BackendPlugin/2"
Q_DECLARE_INTERFACE(simiao::sdk::BackendPlugin, SimiaoBackendPlugin_iid)
