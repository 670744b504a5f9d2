#include "imaging/modality.h"

#include "imaging/unmapped.h"

#include <algorithm>
#include <limits>

namespace simiao::imaging {

double LookupTable::at(double stored) const
{
    const double last = static_cast<double>(entries.size() - 1);
    const double index = std::clamp(stored - firstMapped, 0.0, last);
    const double entry = entries[static_cast<std::size_t>(index)];
    return entry == kUnmapped ? std::numeric_limits<double>::quiet_NaN() : entry;
}

} // namespace simiao::imaging
