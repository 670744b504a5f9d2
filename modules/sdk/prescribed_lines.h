#pragma once

#include "workflow/consultation/sign_visit.h"

namespace simiao::sdk {

class Visit;

/// What the rules look at besides the draft of `visit`.
workflow::SigningFacts signingFacts(const Visit &visit);

/// The drug lines of the visit's draft with quantity, price and findings. A drug that is no longer in the catalogue is left
/// out here and found again by the use case. Of a signed visit the lines as they were signed, without findings.
std::vector<workflow::PreparedLine> preparedLines(const Visit &visit);

/// What the rules say of the prescriptions as a whole; nothing once they are signed.
std::vector<workflow::SheetFinding> sheetFindings(const Visit &visit);

/// What the patient would pay for the drugs of the draft.
Money draftTotal(const Visit &visit);

} // namespace simiao::sdk
