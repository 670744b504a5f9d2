#pragma once

#include "imaging/presentation/affine_map.h"

#include <optional>

namespace simiao::imaging {

/// How large a displayed area is on the screen (0070,0100).
enum class PresentationSize {
    ScaleToFit, ///< as large as the view allows
    TrueSize,   ///< a millimetre of it is one of the screen
    Magnify,    ///< a fixed number of screen pixels for one of the picture
};

/// The part of a picture that is to be seen (PS3.3 C.10.4). It may reach beyond the picture; nothing is shown there.
struct DisplayedArea
{
    int left = 0; ///< columns and rows of the outermost pixels, from 0, whatever way the picture is turned
    int top = 0;
    int right = 0;
    int bottom = 0;
    PresentationSize size = PresentationSize::ScaleToFit;
    double pixelWidth = 1; ///< mm where `isMillimetres`, else in proportion to `pixelHeight`
    double pixelHeight = 1;
    bool isMillimetres = false; ///< by Presentation Pixel Spacing (0070,0101), else by its ratio (0070,0102)
    double magnification = 1;   ///< (0070,0103), for Magnify

    bool operator==(const DisplayedArea &) const = default;
};

/// Where an area lies in a view, and how the picture lies with it.
struct PlacedArea
{
    AffineMap toView; ///< from columns and rows to the view's pixels
    double left = 0;  ///< of the area in the view; pixels
    double top = 0;
    double width = 0;
    double height = 0;

    /// From fractions of the displayed area (annotation units DISPLAY) to the view's pixels: they are not turned with it.
    AffineMap fractionToView() const { return {.xx = width, .yy = height, .dx = left, .dy = top}; }
};

/// Puts the area in the middle of a view of `viewWidth` x `viewHeight` pixels.
/// \param screenMmPerPixel  of the screen; where it is not known, or the area states no millimetres, TrueSize fits instead
PlacedArea placed(const DisplayedArea &area,
                  const Turn &turn,
                  double viewWidth,
                  double viewHeight,
                  std::optional<double> screenMmPerPixel = {});

} // namespace simiao::imaging
