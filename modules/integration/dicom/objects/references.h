#pragma once

#include "imaging/presentation/presentation_state.h"

#include <vector>

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// Sequences of more items than this are a mistake or an attack; what is beyond is not read.
inline constexpr int kMostItems = 4096;

/// Images of a series: a run of slices may be longer than any other list.
inline constexpr int kMostImages = 65'536;

/// The items of a sequence, up to `most`; whoever reads them says what is beyond (cut_sequences.h).
std::vector<DcmItem *> itemsOf(DcmItem &item, const DcmTagKey &sequence, std::size_t most = kMostItems);

/// One item of a Referenced Image, Instance or SOP Sequence (PS3.3 table 10-3); frames from 0.
imaging::ReferencedImage referencedImage(DcmItem &item);
/// All of such a sequence, up to kMostImages.
std::vector<imaging::ReferencedImage> referencedImages(DcmItem &item, const DcmTagKey &sequence);
/// Referenced Series Sequence with its images, up to kMostImages in all.
std::vector<imaging::ReferencedImage> imagesOfSeries(DcmItem &dataset);

} // namespace simiao::dicom
