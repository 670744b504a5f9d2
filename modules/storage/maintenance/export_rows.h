#pragma once

#include "storage/maintenance/export_manifest.h"

#include <stop_token>

namespace simiao::storage {

class Connection;

/// The file that holds the rows of a table.
QString rowsFile(const QString &table);
/// The file that holds the audit chain.
QString auditFile();

/// How many audit chains a store keeps.
enum class KeptChains { One, OneAWorkstation };

/// Writes every row, running number, receipt and audit link into files of the order's folder, each on the device when it returns.
/// \param stop  looked at with each row and link; Cancelled `core.cancelled`
/// \returns what was written and who asked for it: all of the manifest but the schema and the images; Corrupt `row.…`, `audit.…` at the first record that
///          is not what was written or could not be read back; an error of the disk
Result<ExportManifest> exportRows(Connection &connection,
                                  const workflow::ExportOrder &order,
                                  KeptChains chains = KeptChains::One,
                                  const std::stop_token &stop = {});

} // namespace simiao::storage
