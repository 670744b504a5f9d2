#include "imaging/modality.h"

#include <algorithm>

namespace simiao::imaging {

double LookupTable::at(double stored) const
{
    const double last = static_cast<double>(entries.size() - 1);
    const double index = std::clamp(stored - firstMapped, 0.0, last);
    return entries[static_cast<std::size_t>(index)];
}

} // namespace simiao::imaging
