#pragma once

#include "domain/diagnostics/observation.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// FHIR Observation. Kept are final measurements: a quantity with a point in time. Each component with a quantity
/// becomes an observation of its own; a quantity with a comparator (<, >) would be another value without it and is
/// not kept.
/// \returns observations without id and patient
std::vector<diagnostics::Observation> readObservation(const Element &resource);

} // namespace simiao::fhir
