#pragma once

#include "workflow/consultation/sign_visit.h"

namespace simiao::workflow {

/// The drugs of the draft's lines, in their order.
std::vector<Id<medications::Medication>> drugsOf(const std::vector<MedicationDraft> &drafts);

/// The lines with everything that follows from them. \param drugs  what drugsOf() names, in its order
std::vector<PreparedLine> preparedLines(const std::vector<medications::Medication> &drugs,
                                        const std::vector<MedicationDraft> &drafts,
                                        const SigningFacts &facts,
                                        const ReferenceData &reference);

/// What no store keeps intact is refused: signed, it would make the patient's record unreadable.
Result<void> checkLineTexts(const std::vector<MedicationDraft> &drafts);

/// A line of the prescription as it is stored once signed.
medications::MedicationRequest requestOf(const Context &context,
                                         const medications::Prescription &prescription,
                                         const PreparedLine &line,
                                         int number);

/// Adds a signed prescription for each sheet of `lines`, with its number.
void addPrescriptions(UnitOfWork &work,
                      const Context &context,
                      const scheduling::QueueTask &task,
                      const std::vector<PreparedLine> &lines,
                      const SigningFacts &facts,
                      const ReferenceData &reference);

} // namespace simiao::workflow
