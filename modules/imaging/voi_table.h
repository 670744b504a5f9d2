#pragma once

#include "imaging/modality.h"

#include <QString>

namespace simiao::imaging {

/// An item of a VOI LUT Sequence (0028,3010): modality value -> grey, in place of a window (PS3.3 C.11.2.1.1).
struct VoiTable
{
    LookupTable table;
    double white = 255; ///< the largest value an entry may have: 2^bits - 1
    /// LUT Explanation (0028,3003), as the modality wrote it.
    QString explanation = {};

    bool operator==(const VoiTable &) const = default;

    /// Where `value` falls between black (0) and white (1).
    double fraction(double value) const;
};

} // namespace simiao::imaging
