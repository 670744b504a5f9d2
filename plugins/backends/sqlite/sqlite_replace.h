#pragma once

#include "domain/security/audit_chain.h"
#include "sdk/backend_plugin.h"

namespace simiao::sqlite {

/// What a database file was found to hold.
struct Proof
{
    std::vector<workflow::TableContents> contents;
    security::AuditHead head;
    std::optional<Instant> lastAct; ///< when the last link of the trail was recorded
};

/// The file's bytes on the device: a rename must not outrun them.
Result<void> syncFile(const QString &path);

/// Opens a closed database, brings it up to date where an older program made it, and reads all of it: pages, references, the
/// hash of every row, every link of the audit chain. The first thing that is wrong is the error.
Result<Proof> prove(const QString &path, const QString &sqlFolder);

/// Where `path` goes when it is the `number`-th to be put aside.
QString asideName(const QString &path, int number);

/// Renames what is there to <path>.before-restore-N; nothing where nothing is.
Result<void> putAside(const QString &path);

/// Puts `incoming`, which was proved, in the place of the database of `environment`, which nobody may have open. Database and
/// audit head that were there are put aside; after an error everything is where it was.
Result<void> replaceDatabase(const sdk::BackendEnvironment &environment,
                             const QString &incoming,
                             const security::AuditHead &head);

} // namespace simiao::sqlite
