#pragma once

#include "domain/base/coding.h"

namespace simiao::fhir {

/// The word of resources/rules/allergy_classes.json for a manifestation (SNOMED CT); else the manifestation as it
/// was written.
QString reactionWord(const Coding &manifestation);

} // namespace simiao::fhir
