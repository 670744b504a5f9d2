#pragma once

#include "domain/security/audit_chain.h"
#include "sdk/backend_plugin.h"

namespace simiao::sqlite {

/// What a database file was found to hold.
struct Proof
{
    std::vector<workflow::TableContents> contents;
    security::AuditHead head;
};

/// The file's bytes on the device: a rename must not outrun them.
Result<void> syncFile(const QString &path);

/// Opens a closed database, brings it up to date where an older program made it, and reads all of it: pages, references, the
/// hash of every row. The first thing that is wrong is the error.
Result<Proof> prove(const QString &path, const QString &sqlFolder);

/// Renames what is there to <path>.before-restore-N; nothing where nothing is.
Result<void> putAside(const QString &path);

/// Puts `incoming`, which was proved, in the place of the database of `environment`, which nobody may have open. Database and
/// audit head that were there are put aside.
Result<void> replaceDatabase(const sdk::BackendEnvironment &environment,
                             const QString &incoming,
                             const security::AuditHead &head);

} // namespace simiao::sqlite
