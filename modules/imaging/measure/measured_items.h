#pragma once

#include "imaging/measure/values.h"

namespace simiao::imaging {

/// What a number of a measurement is.
enum class MeasuredQuantity {
    Length,
    LongAxis,
    ShortAxis,
    Angle,
    CobbAngle,
    Area,
    Mean,
    StandardDeviation,
    Minimum,
    Maximum,
    Value, ///< under a point
};

/// One number of a measurement, for objects that other programs read.
struct MeasuredItem
{
    MeasuredQuantity quantity = MeasuredQuantity::Length;
    std::optional<double> value = {}; ///< nothing where none can be said
    QString unit = {}; ///< UCUM: mm, mm2, deg, [hnsf'U], {pixels}; "1" where the values have no unit
    int decimals = 0;  ///< digits after the point that it can carry
    /// The ground of lengths and areas.
    std::optional<LengthBasis> basis = {};
    std::optional<NoMillimetres> why = {}; ///< there are no millimetres, or no value

    bool operator==(const MeasuredItem &) const = default;
};

/// Every number of a complete measurement; none for words and arrows.
std::vector<MeasuredItem> measuredItems(const Measurement &measurement, const Frame &frame);

} // namespace simiao::imaging
