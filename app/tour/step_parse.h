#pragma once

#include "tour/place.h"
#include "tour/tour.h"

namespace simiao::tour {

/// The step that stands there: one verb, with what it needs. \returns Invalid `tour.file`
Result<Step> parseStep(const Place &place);

} // namespace simiao::tour
