#pragma once

#include "sdk/visit.h"
#include "workflow/consultation/sign_visit.h"

namespace simiao::outpatient {

/// The drug lines of the draft with quantity, price and findings. A drug that is no longer in the catalogue is left out
/// here and found again by the use case.
std::vector<workflow::PreparedLine> preparedLines(const sdk::Visit &visit);

/// Why the visit cannot be signed yet, in the order of the screen.
std::vector<workflow::SigningObstacle> signingObstacles(const sdk::Visit &visit);

/// What the patient would pay for the drugs of the draft.
Money draftTotal(const sdk::Visit &visit);

/// The obstacle in words of the interface's language: what is missing and what to do.
QString obstacleText(const workflow::SigningObstacle &obstacle, const QString &language);

} // namespace simiao::outpatient
