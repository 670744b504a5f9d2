#pragma once

#include "domain/medications/medication_statement.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// FHIR MedicationStatement. \returns one statement without id and patient, or none
std::vector<medications::MedicationStatement> readMedicationStatement(const Element &resource,
                                                                      const Coding &medication);

/// FHIR MedicationRequest of another hospital, as what it is to us: evidence that the drug was prescribed. Drafts,
/// proposals, what was withdrawn and orders not to give a drug are not kept.
/// \returns one statement without id and patient, or none
std::vector<medications::MedicationStatement> readMedicationRequest(const Element &resource,
                                                                    const Coding &medication);

} // namespace simiao::fhir
