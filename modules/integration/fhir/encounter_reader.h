#pragma once

#include "domain/administration/encounter.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// FHIR Encounter of another system: no department, physician or number of ours. Without the time it began it is
/// not kept.
/// \returns one visit without id and patient, or none
std::vector<administration::Encounter> readEncounter(const Element &resource);

} // namespace simiao::fhir
