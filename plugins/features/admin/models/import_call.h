#pragma once

#include "sdk/desk.h"
#include "workflow/administration/clinic_setup.h"
#include "workflow/exchange/import_clinic_data.h"

namespace simiao::admin {

/// One import as it is asked for. A value: it outlives the page.
struct ImportOrder
{
    workflow::SetupStep step = workflow::SetupStep::Departments;
    std::shared_ptr<const CsvTable> table;
    bool isDryRun = true;
    QString password; ///< the first one of new staff; not looked at in a dry run
    QString reason;   ///< why stock is counted in; not looked at in a dry run
    workflow::ImportWatch watch;
};

/// What the imports need of the session, taken from the desk while it is there.
struct ImportGround
{
    workflow::Context context;
    workflow::DrugVocabulary words;
    security::PasswordRules passwords;

    explicit ImportGround(const sdk::Desk &desk);
};

/// Name of the example table of a step in resources/templates/import; empty for a step without a file.
QString templateOf(workflow::SetupStep step);

/// Runs the use case of the order's step. \returns what that says; a password that the rules refuse, before anything is stored
Task<Result<workflow::ClinicImportReport>> runImport(ImportGround ground, Uuid command, ImportOrder order);

} // namespace simiao::admin
