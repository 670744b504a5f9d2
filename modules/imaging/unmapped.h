#pragma once

#include <limits>

namespace simiao::imaging {

/// Entry of a LookupTable for stored values that stand for nothing: LookupTable::at() gives NaN there, and whoever measures or paints treats
/// them as padding. A number, because between processes only numbers are let through.
inline constexpr double kUnmapped = std::numeric_limits<double>::lowest();

} // namespace simiao::imaging
