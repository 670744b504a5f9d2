#include "imaging/modality_range.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

ValueRange modalityRange(const ModalityTransform &modality, int bitsStored, bool isSigned)
{
    if (modality.table) {
        const auto [least, most] = std::ranges::minmax(modality.table->entries);
        return {least, most};
    }
    const double span = std::exp2(bitsStored);
    const double lowest = isSigned ? -span / 2 : 0;
    const double one = modality.apply(lowest);
    const double other = modality.apply(lowest + span - 1);
    return {std::min(one, other), std::max(one, other)};
}

} // namespace simiao::imaging
