#pragma once

#include "core/instant.h"
#include "core/json.h"
#include "domain/security/audit_chain.h"
#include "workflow/ports/maintenance.h"

namespace simiao::storage {

/// One file of an export.
struct ExportedFile
{
    QString path; ///< below the folder, with /
    qint64 bytes = 0;
    QByteArray sha256;

    bool operator==(const ExportedFile &) const = default;
};

/// Where the chain of one workstation stands.
struct ExportedChain
{
    QString workstation;
    security::AuditHead head;

    bool operator==(const ExportedChain &) const = default;
};

/// What an export says of itself: `manifest.json`, written last. docs/export-format.md is its promise to others.
struct ExportManifest
{
    QString program; ///< version of the program that wrote it
    int schema = 0;  ///< number of the last migration
    QString site;
    Instant created;
    std::vector<workflow::TableContents> tables; ///< of entities, as StoreMaintenance::contents() gives them
    std::vector<workflow::TableContents> bookkeeping; ///< running numbers and receipts
    security::AuditHead
        audit; ///< of the one chain; of several the sum of the links, and the hash of their hashes
    std::vector<ExportedChain>
        chains; ///< of a server, as they stand one behind the other; a profile has none of these, but one chain
    std::vector<ExportedFile> files;
    QStringList imagesFolders;   ///< absolute: studies below one of them are read from the export's images/
    QStringList imagesElsewhere; ///< absolute: folders that studies are read from and that were not copied

    bool operator==(const ExportManifest &) const = default;
};

/// What `audit` is of these.
security::AuditHead headOfAll(const std::vector<ExportedChain> &chains);

Json toJson(const ExportManifest &manifest);

/// Invalid `export.manifest` with the member that is missing or wrong; Conflict `export.format` when it is of another format.
Result<ExportManifest> manifestFromJson(const Json &json);

/// Of a folder. NotFound `export.unfinished` when it has no manifest.
Result<ExportManifest> readManifest(const QString &folder);
/// The last step of an export: with it the folder is one.
Result<void> writeManifest(const QString &folder, const ExportManifest &manifest);

} // namespace simiao::storage
