#pragma once

#include "imaging/grey_ramp.h"
#include "imaging/lut.h"

#include <optional>

namespace simiao::imaging {

/// The ramp that gives displayGrey() for every stored value of `frame`; it has been compared. Nothing when the samples are wider
/// than 16 bits, when a table or a sigmoid is between them and the screen, or when single precision would be a grey level off
/// somewhere: then greyTable() is the way. Takes less than a microsecond: only where a step falls close to a stored value is compared.
std::optional<GreyRamp> rampFor(const Frame &frame, const GreyDisplay &display);

} // namespace simiao::imaging
