#pragma once

#include "workflow/context.h"
#include "workflow/exchange/read_medications.h"

/// A hospital's first data from tables, and later changes: resources/templates/import/README.md fixes the columns. Act
/// `clinic-data.import`, audited with counts only. Each import is one commit or nothing; a dry run writes nothing.
/// \param command  makes a repeated call harmless: it gives the first one's counts
/// \param watch    shows how far the reading has come; stopping it ends in Cancelled, unless it has come to storing
/// \returns `access.denied`; Cancelled `import.stopped`; Invalid `import.column-missing`, `import.column-unknown`; Conflict `store.version`, `store.unique`
///          when somebody else was faster; what the store says. Rejects are no error: they stand in the report
/// \thread  GUI; tables are read on the thread pool
namespace simiao::workflow {

/// What an import did, or would do.
struct ClinicImportReport
{
    int added = 0; ///< rows of the store: a line of a schedule is several slots
    int changed = 0;
    int unchanged = 0;
    /// With any of them nothing was stored, and the counts are 0; those of a dry run are of the other rows.
    std::vector<CsvReject> rejects;

    bool operator==(const ClinicImportReport &) const = default;
};

/// New departments, and new names, rooms and fees of those on record. See readDepartments().
Task<Result<ClinicImportReport>> importDepartments(Context context,
                                                   Uuid command,
                                                   CsvTable table,
                                                   bool isDryRun,
                                                   ImportWatch watch = {});

/// New accounts, and new names and titles of those on record. See readStaff(). Also needs the permission `account.manage`:
/// nobody lets others in by way of a file who may not do it by hand.
/// \param verifier  of the first password of all new accounts; they must change it when they first log in. Not looked at in a
///                  dry run.
Task<Result<ClinicImportReport>> importStaff(Context context,
                                             Uuid command,
                                             CsvTable table,
                                             QString verifier,
                                             bool isDryRun,
                                             ImportWatch watch = {});

/// New drugs, and what changed of those on record. See readMedications().
Task<Result<ClinicImportReport>> importMedications(Context context,
                                                   Uuid command,
                                                   CsvTable table,
                                                   DrugVocabulary words,
                                                   bool isDryRun,
                                                   ImportWatch watch = {});

/// New prices of drugs on record. See readPrices().
Task<Result<ClinicImportReport>> importPrices(Context context,
                                              Uuid command,
                                              CsvTable table,
                                              bool isDryRun,
                                              ImportWatch watch = {});

/// What stands on the shelves on the day the hospital begins with the program: new lots. See readStock(). It is counted in
/// once, and the trail says why.
/// \param reason  in words, kept in the trail; Invalid `import.reason-missing` without one. Not looked at in a dry run.
Task<Result<ClinicImportReport>> importStock(Context context,
                                             Uuid command,
                                             CsvTable table,
                                             QString reason,
                                             bool isDryRun,
                                             ImportWatch watch = {});

/// New slots, and numbers of places of those on record. See readSchedule().
Task<Result<ClinicImportReport>> importSchedule(Context context,
                                                Uuid command,
                                                CsvTable table,
                                                bool isDryRun,
                                                ImportWatch watch = {});

} // namespace simiao::workflow
