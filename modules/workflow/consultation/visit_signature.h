#pragma once

#include "core/task.h"
#include "workflow/consultation/sign_visit.h"

namespace simiao::workflow {

/// Signing a note and, where it orders drugs, those.
inline const QString kSigningNote = QStringLiteral("composition.sign");

/// Errors as authorise(), for the first act that is not allowed.
Task<Result<void>> authoriseSigning(Context context, bool hasDrugs);

/// Adds the diagnoses of a visit. \param rank  of the last one that stands there already; 0 when there is none
void addDiagnoses(UnitOfWork &work,
                  const Context &context,
                  const scheduling::QueueTask &task,
                  const std::vector<DiagnosisDraft> &diagnoses,
                  int rank = 0);

/// What the signature stored.
SignedVisit signedVisit(const Receipt &receipt);

} // namespace simiao::workflow
