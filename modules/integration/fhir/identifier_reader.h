#pragma once

#include "domain/administration/patient.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// Patient.identifier into the identity number (GB 11643) and the numbers of other systems. An identity number that
/// is mistyped or says another sex or date of birth than the patient is not kept.
/// \param patient  has sex and date of birth already
void readIdentifiers(const Element &resource, Date today, administration::Patient &patient);

} // namespace simiao::fhir
