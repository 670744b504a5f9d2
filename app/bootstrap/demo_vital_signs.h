#pragma once

#include "bootstrap/demo_visit_scene.h"

namespace simiao::bootstrap {

/// Temperature, pulse, breathing, blood pressure and weight, and oxygen saturation where the examination
/// speaks of it: what the examination says, else what is usual for an adult.
std::vector<diagnostics::Observation> inventVitalSigns(const VisitScene &scene, Dice &dice);

} // namespace simiao::bootstrap
