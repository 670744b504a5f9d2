#pragma once

#include "imaging/frame.h"

#include <QString>

#include <optional>

namespace simiao::viewer {

/// A length that is drawn beside the picture, so that sizes can be judged at a glance.
struct ScaleBar
{
    double mm = 0;
    double pixels = 0; ///< of the view
    QString text;      ///< "5 cm, by pixel spacing"
};

/// The longest round length (1, 2 or 5 times a power of ten) of at most `room`. Nothing where the image states no millimetres,
/// or other ones in each of its ultrasound regions.
/// \param pixelsPerColumn  of the view, for one column of the picture
std::optional<ScaleBar> scaleBar(const imaging::FrameFacts &facts, double pixelsPerColumn, double room);

/// "by pixel spacing", "at detector" …; empty where no millimetres are stated.
QString spacingText(const imaging::PixelSpacing &spacing);

} // namespace simiao::viewer
