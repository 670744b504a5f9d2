#pragma once

#include "imaging/frame.h"

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// The item that holds a frame's attributes of one functional group macro, e.g. Pixel Measures: the frame's
/// own,
/// else the one shared by all frames, else the data set itself, where classic images have them (PS3.3
/// C.7.6.16).
DcmItem &functionalGroup(DcmItem &dataset, int frameIndex, const DcmTagKey &macroSequence);

/// Where Per-frame Functional Groups (5200,9230) end before this frame: the defect `imaging.functional-groups-missing` ("1/2": of 2 frames 1 has them), and
/// values without a unit unless all frames share what turns stored values into it. What functionalGroup() then gives is that of nobody.
void tellMissingGroups(DcmItem &dataset, int frameIndex, imaging::FrameFacts &facts);

} // namespace simiao::dicom
