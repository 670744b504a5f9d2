#pragma once

#include "domain/clinical/composition.h"

#include <map>

namespace simiao::workflow {

/// The version of the visit's note that holds now: the one signed last, unless it was entered in error. Null: none is signed.
/// Pure.
const clinical::Composition *noteInForce(const std::vector<clinical::Composition> &notes,
                                         Id<administration::Encounter> encounter);

/// The same for all visits at once; they point into `notes`. Pure.
std::map<Id<administration::Encounter>, const clinical::Composition *> notesInForce(
    const std::vector<clinical::Composition> &notes);

} // namespace simiao::workflow
