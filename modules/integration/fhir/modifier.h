#pragma once

#include "integration/fhir/element.h"

namespace simiao::fhir {

/// Whether something in the resource changes the meaning of the rest in a way nobody here knows: then nothing of it may be
/// kept, and it is dropped.
/// \source  FHIR R4, Extensibility, "Modifier Extensions"; Resource.implicitRules
bool isModified(const Element &resource);

} // namespace simiao::fhir
