#pragma once

#include "storage/maintenance/export_manifest.h"

namespace simiao::storage {

class Connection;

/// Puts the rows, numbers, receipts and audit links of an export, whose files were verified, into the empty database of
/// `connection`, inside the transaction that is open. References are the caller's to check.
/// \param progress  may be empty
/// \returns where the audit chain stands; Corrupt `export.row` with file:line and the reason, Corrupt `export.contents` with
///          the table that does not hold what the manifest says, Conflict `export.table-unknown`
Result<security::AuditHead> importRows(Connection &connection,
                                       const QString &folder,
                                       const ExportManifest &manifest,
                                       const workflow::TableProgress &progress);

} // namespace simiao::storage
