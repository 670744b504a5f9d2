#pragma once

#include "domain/administration/patient.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// FHIR Patient. Without a name or a full date of birth nobody can be put on record: that refuses the file
/// (`fhir.patient-incomplete` with the path, see Findings).
/// \returns the person without id, number (MRN) and keys of the name
administration::Patient readPatient(const Element &resource, Date today);

} // namespace simiao::fhir
