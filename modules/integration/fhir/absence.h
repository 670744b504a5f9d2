#pragma once

#include "domain/base/coding.h"

namespace simiao::fhir {

/// What a code says of facts that are not there.
enum class Absence {
    None,        ///< it is a fact
    KnownAbsent, ///< asked, and there is none at all ("no known allergies")
    PartAbsent,  ///< asked, and there is none of a kind ("no known food allergy")
    NotAsked,    ///< nobody knows
};

/// Such an entry must not be taken for an allergy, a problem or a drug of that name.
/// \source  IPS absent-unknown-uv-ips; SNOMED CT, "No known allergy" and below
Absence absenceOf(const Coding &coding);

} // namespace simiao::fhir
