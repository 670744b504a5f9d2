#pragma once

#include "workflow/context.h"
#include "workflow/exchange/patient_history.h"

#include <map>

namespace simiao::workflow {

/// What an import stored, or would store.
struct ImportReceipt
{
    int patients = 0;
    /// Rows by the name of their type: Patient, Encounter, Condition …
    std::map<QString, int> rows;
    /// The new patients' numbers in the order of the file; none in a dry run.
    std::vector<QString> mrns;

    bool operator==(const ImportReceipt &) const = default;
};

/// Stores all persons with their histories in one commit, or nothing. Act `patient.import`. A dry run does everything but
/// the commit. Each person gets a number (MRN) of ours.
/// \param command  makes a repeated call harmless: it gives the first one's receipt
/// \returns Invalid `import.no-patient`; Conflict `import.duplicate-patient` when the file holds a person twice,
///          `import.known-patient` when one is on record already: same identity number, or same number of another system
///          (a number without a system: with the same name and date of birth; an MRN without one counts as ours).
///          `detail` names the entry.
Task<Result<ImportReceipt>> importPatients(Context context,
                                           Uuid command,
                                           std::vector<PatientHistory> histories,
                                           bool isDryRun);

} // namespace simiao::workflow
