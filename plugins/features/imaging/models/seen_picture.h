#pragma once

#include "imaging/models/image_stack.h"
#include "workflow/ports/imaging_objects.h"

namespace simiao::viewer {

/// What a view adds to its stack.
struct Showing
{
    imaging::Turn turn = {};
    bool areOverlaysShown = true;
};

/// A picture of the stack as it is seen, for who writes it down: greys, turn, shutter and overlays. The shown one is as somebody left it; the
/// others as they would be before anybody chose, or as the presentation state on show wants them.
/// \param frame  of `slice`. The picture's has the same pixels; of overlays and shutters it has those that are seen
workflow::MeasuredPicture seenPicture(const ImageStack &stack,
                                      const Slice &slice,
                                      const FramePtr &frame,
                                      const Showing &showing);

} // namespace simiao::viewer
