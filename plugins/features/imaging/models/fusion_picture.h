#pragma once

#include "imaging/colour_map.h"
#include "imaging/frame.h"

#include <QImage>

namespace simiao::viewer {

/// Values that are shown in colour, measured.
struct FusionWindow
{
    imaging::ValueRange values; ///< the whole colour map
    bool isSuv = false;
    double perUnit = 1; ///< SUV of a value of 1, where isSuv

    bool operator==(const FusionWindow &) const = default;
};

/// From 0 to SUV 10 where SUV may be said, else from 0 to what all but the brightest 0.5 % of `frame` stay below.
FusionWindow fusionWindow(const imaging::Frame &frame);

/// The colours of a frame for lying over another one, premultiplied. Cold places are clear: `opacity` (0 … 1) is reached at a
/// fifth of the window; what is hottest hides
/// 1 - (1 - opacity)². Where there is no value, it is clear.
QImage fusionPicture(const imaging::Frame &frame,
                     const FusionWindow &window,
                     const imaging::ColourMap &map,
                     double opacity);

} // namespace simiao::viewer
