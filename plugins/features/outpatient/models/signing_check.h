#pragma once

#include "sdk/visit.h"
#include "workflow/consultation/sign_visit.h"

namespace simiao::outpatient {

/// Why the visit cannot be signed yet, in the order of the screen.
std::vector<workflow::SigningObstacle> signingObstacles(const sdk::Visit &visit);

/// The obstacle in words of the interface's language: what is missing and what to do.
QString obstacleText(const workflow::SigningObstacle &obstacle, const QString &language);

} // namespace simiao::outpatient
