#pragma once

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// The item that holds a frame's attributes of one functional group macro, e.g. Pixel Measures: the frame's
/// own,
/// else the one shared by all frames, else the data set itself, where classic images have them (PS3.3
/// C.7.6.16).
DcmItem &functionalGroup(DcmItem &dataset, int frameIndex, const DcmTagKey &macroSequence);

} // namespace simiao::dicom
