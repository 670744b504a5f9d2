#pragma once

#include "domain/medications/medication_statement.h"
#include "workflow/consultation/record_access.h"
#include "workflow/ports/audit_queries.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// Everything on record of one person, outside a visit.
struct PatientRecord
{
    administration::Patient patient;
    AccessGround ground = AccessGround::Open;
    std::vector<clinical::AllergyIntolerance> allergies;
    std::vector<administration::Encounter> encounters;
    std::vector<clinical::Condition> conditions;
    std::vector<clinical::Composition> notes;
    std::vector<diagnostics::Observation> observations;
    std::vector<diagnostics::ImagingStudy> studies;
    std::vector<medications::MedicationStatement> statements;
};

/// Reads the record. Act `patient.read`, audited; a restricted one needs what openRecord() says.
Task<Result<PatientRecord>> openPatientRecord(Context context,
                                              Id<administration::Patient> patient,
                                              std::optional<BreakGlassReason> reason);

/// Whose records this person opened last, the latest first, each once.
Task<Result<std::vector<administration::Patient>>> recentPatients(Context context, int limit);

/// Somebody did something with a record.
struct RecordAccess
{
    security::AuditEvent event;
    QString person; ///< name as it is now; empty when the account is not known here
};

/// Who did what with this record, the latest first. Act `patient.trail`.
Task<Result<std::vector<RecordAccess>>> recordTrail(Context context,
                                                    Id<administration::Patient> patient,
                                                    int limit);

/// Restricts a record, marks it, or opens it again (empty). Act `patient.restrict`. To restrict it less needs what openRecord() says.
/// \param reason  for who does not treat the person
Task<Result<administration::Patient>> restrictRecord(Context context,
                                                     Uuid command,
                                                     Id<administration::Patient> patient,
                                                     std::optional<administration::Confidentiality> to,
                                                     std::optional<BreakGlassReason> reason = {});

} // namespace simiao::workflow
