#pragma once

#include "domain/base/coding.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// CodeableConcept as the one code kept of it, with the system it came with: ICD-10-CN, LOINC, then what the user
/// chose, then the first. `display` is CodeableConcept.text where there is one. Other codes are remarked.
Coding readConcept(const Element &codeable);

/// Whether a concept says anything at all.
bool isSaid(const Coding &coding);

/// CodeableConcept of a status (clinicalStatus, verificationStatus): its first code; empty when there is none.
QString readStatusCode(const Element &codeable);

} // namespace simiao::fhir
