#pragma once

#include "imaging/lut.h"

#include <optional>

namespace simiao::imaging {

/// How planes through a volume are shown where its slices are shown by `display`. A presentation state says how *stored* values of
/// the slices become measured ones; the volume keeps other numbers (moved, or measured already), so its own scale is brought to
/// the units of the state. Window, table and polarity stay.
/// Nothing where that cannot be: the state's scale is another one than the slice's, and one of them is a table, or the slices
/// differ in it.
/// \param slice  the slice for which `display` holds  \param plane  of the volume of its series
std::optional<GreyDisplay> displayOnPlane(GreyDisplay display,
                                          const FrameFacts &slice,
                                          const FrameFacts &plane);

} // namespace simiao::imaging
