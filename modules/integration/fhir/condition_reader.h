#pragma once

#include "domain/clinical/condition.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// FHIR Condition. What was refuted or entered in error, and statements that there is no problem, are not kept.
/// \returns one diagnosis without id, patient and visit, or none
std::vector<clinical::Condition> readCondition(const Element &resource);

} // namespace simiao::fhir
