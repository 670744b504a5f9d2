#pragma once

#include "workflow/context.h"
#include "workflow/ports/audit_queries.h"

#include <limits>
#include <map>

namespace simiao::admin {

/// Which events of the trail are meant; an empty text fits everything.
struct AuditFilter
{
    QString agent; ///< id of the account
    QString act;
    QString mrn;
    QString outcome; ///< code of security::AuditOutcome

    bool operator==(const AuditFilter &) const = default;
};

/// One link of the trail, read.
struct AuditLine
{
    workflow::AuditRecord record;
    /// Absent when the stored text is no event this program can read.
    std::optional<security::AuditEvent> event;
    /// Number of the patient's record; the beginning of the id where there is no such record.
    QString mrn;
};

/// A part of the trail, the latest first.
struct AuditPage
{
    std::vector<AuditLine> lines;
    bool isLast = false;        ///< nothing older fits
    bool isPatientKnown = true; ///< false: nobody has the MRN of the filter
};

/// Before every event there can be: where the first page starts.
inline constexpr qint64 kLatest = std::numeric_limits<qint64>::max();

/// The act `patient.break-glass`, which opens a restricted record.
inline const QString kBreakGlass = QStringLiteral("patient.break-glass");

/// At most `limit` events before the number `before`. Act `audit.read`.
Task<Result<AuditPage>> readAuditPage(workflow::Context context,
                                      AuditFilter filter,
                                      qint64 before,
                                      int limit);

/// Everybody who may stand in the trail. Act `audit.read`.
Task<Result<std::vector<security::Account>>> readAgents(workflow::Context context);

/// Puts into the trail that somebody looks at it, or took something from it (`detail`). Act `audit.read`.
Task<Result<void>> recordReading(workflow::Context context, QString detail);

} // namespace simiao::admin
