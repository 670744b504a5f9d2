#pragma once

#include "integration/dicom/frame_decoder.h"

class DcmItem;

namespace simiao::dicom {

/// Whether some values of a grey frame stand for colours: Pixel Presentation (0008,9205) of its frame type, else of the image, is COLOR or MIXED
/// (PS3.3 C.8.16.2.1.2).
bool isColouredInPart(DcmItem &dataset, int frameIndex);

/// Where a frame isColouredInPart() and its table is missing: the defect `imaging.colours-not-shown`, and values without a unit.
void tellMissingColours(DcmItem &dataset, int frameIndex, imaging::FrameFacts &facts);

/// RGB of 8 bits of a grey frame that isColouredInPart(): values from the first that the Supplemental Palette Color Lookup Table maps on
/// have its colours (PS3.3 C.7.6.19), the others the grey of their default display. What comes out measures nothing: no unit, no window, no padding.
/// Any other frame, and one whose table is missing, as it is. As checkBudget().
Result<DecodedFrame> withSupplementalColours(DcmItem &dataset,
                                             int frameIndex,
                                             DecodedFrame frame,
                                             std::int64_t budget);

} // namespace simiao::dicom
