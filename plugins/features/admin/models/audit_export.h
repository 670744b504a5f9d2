#pragma once

#include "admin/models/audit_words.h"

namespace simiao::admin {

/// What was written.
struct AuditExport
{
    QString path;
    int rows = 0;
    bool isWhole = true; ///< false: there were more rows than one file takes
};

/// Writes the events that fit into a CSV file, the latest first, at most 100 000. That it was taken stands in the trail
/// (`export=N`) before the file is there. The file is written whole or not at all, off the GUI thread. Act `audit.read`.
/// \returns an error of the disk when the file cannot be written
Task<Result<AuditExport>> exportAudit(workflow::Context context,
                                      AuditFilter filter,
                                      AgentNames names,
                                      QString path);

} // namespace simiao::admin
