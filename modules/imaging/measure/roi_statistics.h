#pragma once

#include "imaging/measure/outline.h"

#include <cstdint>

namespace simiao::imaging {

/// What the device measured in the pixels of a region, in the frame's modality unit. A pixel counts when its centre lies inside.
struct RoiStatistics
{
    std::int64_t pixels = 0;  ///< that were measured
    std::int64_t padding = 0; ///< inside, and no measurement (padding, not a number)
    double mean = 0;          ///< these four mean nothing while `pixels` is 0
    double lowest = 0;
    double highest = 0;
    /// Sample standard deviation (divided by n - 1); nothing for a single pixel.
    std::optional<double> deviation = {};

    bool operator==(const RoiStatistics &) const = default;
};

/// Of a grey frame; parts of the region outside of the picture hold no pixel.
/// \source sums by Welford (1962): no loss of digits where the mean is large and the spread is small
RoiStatistics roiStatistics(const Frame &frame, const Measurement &region);

/// The value under a place and which pixel that is.
struct ProbeValue
{
    int column = 0; ///< from 0
    int row = 0;
    std::optional<double> value = {}; ///< nothing on padding and in colour pictures
    bool isInside = false;            ///< of the picture

    bool operator==(const ProbeValue &) const = default;
};

ProbeValue probe(const Frame &frame, const ImagePoint &point);

/// Digits after the point of single values of this frame: 0 for whole Hounsfield units. Nothing where no step between
/// values is known (floating point samples, lookup tables): significant digits are shown then.
std::optional<int> valueDecimals(const FrameFacts &facts);

} // namespace simiao::imaging
