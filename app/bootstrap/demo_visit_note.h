#pragma once

#include "bootstrap/demo_visit_scene.h"

namespace simiao::bootstrap {

/// The signed note: the sections of the template, then the advice.
clinical::Composition inventNote(const VisitScene &scene, Dice &dice);

/// The main diagnosis, and in every third visit one the patient is known for.
std::vector<clinical::Condition> inventConditions(const VisitScene &scene, Dice &dice);

} // namespace simiao::bootstrap
