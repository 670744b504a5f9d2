#pragma once

#include "imaging/presentation/presentation_state.h"

#include <vector>

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// Sequences of more items than this are a mistake or an attack; what is beyond is not read.
inline constexpr int kMostItems = 4096;

/// The items of a sequence, up to kMostItems.
std::vector<DcmItem *> itemsOf(DcmItem &item, const DcmTagKey &sequence);

/// One item of a Referenced Image, Instance or SOP Sequence (PS3.3 table 10-3); frames from 0.
imaging::ReferencedImage referencedImage(DcmItem &item);
/// All of such a sequence.
std::vector<imaging::ReferencedImage> referencedImages(DcmItem &item, const DcmTagKey &sequence);
/// Referenced Series Sequence with its images.
std::vector<imaging::ReferencedImage> imagesOfSeries(DcmItem &dataset);

} // namespace simiao::dicom
