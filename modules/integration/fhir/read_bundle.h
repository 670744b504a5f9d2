#pragma once

#include "core/id.h"
#include "core/json.h"
#include "integration/fhir/remark.h"
#include "workflow/exchange/patient_history.h"

#include <functional>

namespace simiao::fhir {

/// What reading needs from outside.
struct ReadingOptions
{
    /// Nobody is born after it.
    Date today;
    std::function<Uuid()> newUuid;
};

/// What a bundle holds, and what of it cannot be kept.
struct BundleReading
{
    /// One a Patient, in the order of the file.
    std::vector<workflow::PatientHistory> histories;
    /// In the order of the file's entries; those on the Bundle itself first.
    std::vector<ImportRemark> remarks;
};

/// Reads a FHIR R4 Bundle (collection, transaction, document, searchset) into patients with histories. Pure: stores
/// nothing, asks no server. What is not in the result is in the remarks; nothing is made up for what the file does not say.
/// \returns Invalid with the path in `detail`: `fhir.not-a-bundle`, `fhir.bundle-type`, `fhir.type` (an element of another
///          type than FHIR gives it), `fhir.duplicate-entry`, `fhir.patient-incomplete` (no name or no full date of birth),
///          `fhir.patient-modified` (an extension nobody here knows changes its meaning), `text.nul`,
///          `text.lone-surrogate`
/// \thread  any
Result<BundleReading> readBundle(const Json &bundle, const ReadingOptions &options);

} // namespace simiao::fhir
