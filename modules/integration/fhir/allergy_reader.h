#pragma once

#include "domain/clinical/allergy_intolerance.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// What an AllergyIntolerance says.
struct AllergyReading
{
    /// Asked, and there is none: no allergy of its own, but Patient's allergy status.
    bool isNoneKnown = false;
    /// Without id and patient.
    clinical::AllergyIntolerance allergy;
};

/// FHIR AllergyIntolerance. Nothing, with a remark, for what is past, refuted or entered in error, and for
/// statements that say less than "no known allergies".
std::optional<AllergyReading> readAllergy(const Element &resource);

} // namespace simiao::fhir
