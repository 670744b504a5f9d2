#pragma once

#include "domain/clinical/composition.h"

namespace simiao::workflow {

/// The version of the visit's note that holds now: the one signed last, unless it was entered in error. Null: none is signed.
/// Pure.
const clinical::Composition *noteInForce(const std::vector<clinical::Composition> &notes,
                                         Id<administration::Encounter> encounter);

} // namespace simiao::workflow
