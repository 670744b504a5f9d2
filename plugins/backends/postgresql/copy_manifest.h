#pragma once

#include "core/instant.h"
#include "core/json.h"
#include "domain/security/audit_chain.h"
#include "workflow/ports/maintenance.h"

#include <map>
#include <stop_token>

namespace simiao::storage {
class Connection;
}

namespace simiao::postgresql {

/// What the database held at the moment of a copy.
struct DatabaseSeals
{
    int schema = 0;
    std::vector<workflow::TableContents> tables;   ///< by name; the hash is the server's (simiao.table_seals)
    std::map<QString, security::AuditHead> chains; ///< by workstation

    bool operator==(const DatabaseSeals &) const = default;
    qint64 links() const;
};

/// As the database of `connection` is now.
Result<DatabaseSeals> sealsOf(storage::Connection &connection);

/// Corrupt `server.copy-differs` with the first table, "schema" or "audit" that is not as it was.
Result<void> compare(const DatabaseSeals &held, const DatabaseSeals &expected);

/// What a copy says of itself: FILE.manifest.json, written last.
struct CopyManifest
{
    QString generation; ///< of the database that was copied
    int serverVersion = 0;
    Instant made;
    qint64 bytes = 0;
    QByteArray sha256; ///< of the file
    DatabaseSeals seals;

    bool operator==(const CopyManifest &) const = default;
};

QString manifestOf(const QString &file);

Result<void> writeCopyManifest(const QString &file, const CopyManifest &manifest);

/// NotFound `server.copy-unfinished`; Corrupt `server.copy-manifest` with the member that is missing or wrong.
Result<CopyManifest> readCopyManifest(const QString &file);

/// Reads the file and holds it against its manifest. Corrupt `server.copy-damaged`.
Result<void> checkCopyFile(const QString &file, const CopyManifest &manifest, const std::stop_token &stop);

/// Size and SHA-256 of a file. Cancelled `core.cancelled`
Result<std::pair<qint64, QByteArray>> measureFile(const QString &file, const std::stop_token &stop);

} // namespace simiao::postgresql
