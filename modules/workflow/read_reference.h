#pragma once

#include "workflow/ports/store.h"
#include "workflow/reference_data.h"

namespace simiao::workflow {

/// The reference data that holds on a day.
struct ReferenceReading
{
    ReferenceData data;
    /// Why a version of the hospital does not hold although it is active; the shipped text holds in its place, which has to
    /// be said. Corrupt `package.unreadable` (name, version and place); Invalid `package.period` (name and version)
    std::vector<Error> problems;
};

/// The shipped data with every active version of the hospital put in its place. One that cannot be read, or whose period does
/// not hold the day, leaves the shipped one there and is among the problems.
/// \param shipped  values and catalogue of resources/
Task<ReferenceReading> readReference(std::shared_ptr<Store> store, ReferenceData shipped, Date day);

} // namespace simiao::workflow
